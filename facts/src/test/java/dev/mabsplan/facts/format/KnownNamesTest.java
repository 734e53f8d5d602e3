package dev.mabsplan.facts.format;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownNamesTest {

  private final List<Fault> faults = new ArrayList<>();

  private KnownNames read(String json) {
    return NamesReader.read((Mapping) JsonReader.read("names.json", json), faults);
  }

  private static String at(Fault fault) {
    return fault.expected() + "; " + fault.found();
  }

  @Test
  void areComparedWithoutCase() {
    assertAll(
        () -> assertEquals(Optional.of("ESET"), NamesReader.SHIPPED.antivirus("EAMONM")),
        () -> assertEquals("dpm", NamesReader.SHIPPED.family(" Azure Backup ")),
        () -> assertTrue(NamesReader.SHIPPED.isOfBackupServer("msdpm")),
        () -> assertTrue(NamesReader.SHIPPED.isOfAnyServer("VOLSNAP")));
  }

  @Test
  void thatNobodyKnowsStandForThemselvesOrForNothing() {
    assertAll(
        () -> assertEquals(Optional.empty(), NamesReader.SHIPPED.antivirus("luafv")),
        () -> assertEquals("contoso", NamesReader.SHIPPED.family("Contoso")),
        () -> assertEquals("contoso", NamesReader.SHIPPED.quotedBy("Contoso")),
        () -> assertFalse(NamesReader.SHIPPED.isOfBackupServer("Contoso")));
  }

  @Test
  void ofAPackCountBeforeThoseThatAreKnownEverywhere() {
    KnownNames own =
        read(
            """
            {"drivers": {"eamonm": "ESET Server Security", "ctsfilter": "Contoso Guard"},
             "programs": [{"file": "cbengine.exe", "below": "\\\\Contoso\\\\", "product": "contoso"}]}
            """);

    KnownNames both = NamesReader.SHIPPED.and(own);

    assertAll(
        () -> assertEquals(List.of(), faults),
        () -> assertEquals(Optional.of("ESET Server Security"), both.antivirus("eamonm")),
        () -> assertEquals(Optional.of("Contoso Guard"), both.antivirus("ctsfilter")),
        () -> assertEquals(Optional.of("Sophos"), both.antivirus("savonaccess")),
        () -> assertEquals(Optional.of("contoso"), both.program("D:\\Contoso\\cbengine.exe")),
        () -> assertEquals(Optional.of("mars"), both.program("D:\\Agent\\cbengine.exe")));
  }

  @Test
  void ofAProductHaveItsNumbersAndAProviderCanQuoteThem() {
    KnownNames own =
        read(
            """
            {"products": {"dpm": ["Contoso Console"], "vault": []}, "quoting": {"vault": ["VaultSvc"]}}
            """);

    assertAll(
        () -> assertEquals("dpm", own.family("contoso console")),
        () -> assertEquals("vaultsvc", own.family("VaultSvc")),
        () -> assertEquals("vault", own.quotedBy("VaultSvc")));
  }

  @Test
  void thatAreNoneAreFaultsAndTheOthersAreRead() {
    KnownNames own =
        read(
            """
            {"drivers": {"a": ["b"], "c": "D"}, "endpoints": [], "programs": [{"file": "x.exe"}],
             "providers": {"anyserver": ["Y"], "backupServer": "Z"}, "driver": {}}
            """);

    assertEquals(
        List.of(
            "one of drivers, endpoints, programs, providers, products, quoting; \"driver\"",
            "one of anyServer, backupServer; \"anyserver\"",
            "a list; \"Z\"",
            "a name; a list",
            "names and what they stand for; a list",
            "a file and a product, and a part of the path where that decides; a mapping"),
        faults.stream().map(KnownNamesTest::at).toList());
    assertEquals(Optional.of("D"), own.antivirus("c"));
  }
}
