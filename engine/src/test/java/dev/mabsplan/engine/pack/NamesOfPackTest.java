package dev.mabsplan.engine.pack;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a pack says of names, beside its rules and without a line of Java. */
class NamesOfPackTest {

  private static final String NAMES =
      """
      names:
        drivers: {ctsfilter: Contoso Guard}
        endpoints: {login.contoso.example: contoso}
        programs: [{file: ctsbackup.exe, product: contosoBackup}]
        providers: {backupServer: [ContosoBackup]}
        products: {dpm: [Contoso Console]}
        quoting: {dpm: [ContosoBackup]}
      """;

  private final Planner planner = Planner.ofFiles(List.of(with(NAMES)));

  private static PackFiles with(String names) {
    return good().append("pack.yaml", names).files();
  }

  private Imported read(String output) {
    return planner.read(
        "output.txt",
        output.getBytes(StandardCharsets.UTF_8),
        Optional.of(new Owner("MABS01", Optional.of(ServerRole.BACKUP_SERVER))));
  }

  private List<String> addresses(String output) {
    return read(output).facts().facts().stream()
        .map((Fact fact) -> Address.of(fact).toString())
        .toList();
  }

  @Test
  void tellsWhichAntivirusADriverBelongsTo() {
    assertEquals(
        List.of("servers[MABS01].antivirus[Contoso Guard]"),
        addresses(
            """
            Filter Name                     Num Instances    Altitude    Frame
            ------------------------------  -------------  ------------  -----
            ctsfilter                               4       180500         0
            """));
  }

  @Test
  void tellsWhatAPageStandsFor() {
    assertEquals(
        List.of("servers[MABS01].networkReach[contoso]"),
        addresses("{\"Uri\": \"https://login.contoso.example/\", \"StatusCode\": 200}"));
  }

  @Test
  void tellsWhichProductAFileBelongsTo() {
    assertEquals(
        List.of("servers[MABS01].software[contosoBackup]"),
        addresses(
            "{\"FileName\": \"C:\\\\Contoso\\\\ctsbackup.exe\", \"ProductVersion\": \"7.1\"}"));
  }

  @Test
  void tellsWhichEventsAreAboutBackup() {
    List<ReportedError> errors =
        read("""
                "Message","Id","Level","ProviderName","LogName","MachineName","TimeCreated"
                "It stopped.","12","2","ContosoBackup","Application","MABS01","1/15/2026 2:04:02 AM"
                """)
            .facts()
            .errors();

    assertEquals(List.of("ContosoBackup"), errors.stream().map(ReportedError::product).toList());
  }

  @Test
  void tellsWhoseNumbersThoseOfAProductAre() {
    Facts facts =
        FactsDocument.parse(
            """
            {"errors": [{"id": 3106, "product": "Contoso Console", "server": "FS01", "dataSource": "D:\\\\"}]}
            """);

    assertEquals(
        List.of("small/inconsistent"),
        planner.plan(facts).problems().stream().map(PlannedProblem::id).toList());
  }

  @Test
  void isReadWithFileAndLineOfWhatIsWrong() {
    assertFault(
        "pack/pack.yaml:6:9, /names/driver: expected one of drivers, endpoints, programs, providers,"
            + " products, quoting; found \"driver\"; did you mean \"drivers\"?",
        () -> PackReader.read(with("names: {driver: {a: b}}\n")));
  }
}
