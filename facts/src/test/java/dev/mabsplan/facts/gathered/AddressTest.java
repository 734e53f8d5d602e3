package dev.mabsplan.facts.gathered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.Clock;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Retention;
import dev.mabsplan.facts.RetentionSchedule;
import dev.mabsplan.facts.Service;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "servers[FS01]",
        "servers[]",
        "servers[FS01].role",
        "servers[FS01].backupServer",
        "servers[FS01].services",
        "servers[FS01].services[VSS]",
        "servers[FS01].services[VSS].startType",
        "servers[].services[obengine]",
        "servers[MABS01].clock",
        "servers[MABS01].clock.offsetSeconds",
        "servers[MABS01].registryValues[HKLM\\SOFTWARE\\X, ScratchLocation].data",
        "servers[MABS01].sqlRoles[MSDPM, NT AUTHORITY\\SYSTEM, sysadmin].present",
        "servers[FS01].antivirusExclusions[folder, C:\\a,, b]",
        "servers[FS01].folders[C:\\x[1]]]",
        "errors[3106 on FS01, D:\\]",
        "errors[3106 on FS01, D:\\].message",
        "attempts[replica/let-vss-start on FS01].outcome"
      })
  void readsBackWhatItWrites(String text) {
    assertEquals(text, Address.parse(text).toString());
  }

  @Test
  void readsBackKeysOfAnyLetters() {
    Random random = new Random(7);
    String letters = "a],[. \\\"#";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder key = new StringBuilder("k");
      for (int length = random.nextInt(6); length > 0; length--) {
        key.append(letters.charAt(random.nextInt(letters.length())));
      }
      Address address =
          Address.of("S]" + key, FactKind.VMWARE_DISKS, List.of(key.toString(), key + "]"));

      Address read = Address.parse(address.component("mode").toString());

      assertEquals(address.keys(), read.keys(), () -> address.toString());
      assertEquals(address.server(), read.server());
      assertEquals(address, read.whole());
    }
  }

  @Test
  void givesItsParts() {
    Address address = Address.parse("servers[FS01].vmwareAttributes[vm 1, DPMServer].value");

    assertEquals(Optional.of("FS01"), address.server());
    assertEquals(Optional.of(FactKind.VMWARE_ATTRIBUTES), address.kind());
    assertEquals(List.of("vm 1", "DPMServer"), address.keys());
    assertEquals(Optional.of("value"), address.component());
    assertFalse(address.isError());
    assertFalse(address.isAttempt());
  }

  @Test
  void anErrorAndAnAttemptAreOnNoServerAndOfNoKind() {
    Address error = Address.parse("errors[3106 on FS01, D:\\]");
    Address attempt = Address.parse("attempts[replica/let-vss-start]");

    assertTrue(error.isError());
    assertTrue(attempt.isAttempt());
    assertEquals(Optional.empty(), error.server());
    assertEquals(Optional.empty(), attempt.kind());
  }

  @Test
  void ofAFactNamesServerKindAndKeys() {
    assertEquals("servers[FS01].services[VSS]", Address.of(Service.of("FS01", "VSS")).toString());
    assertEquals("servers[FS01].clock", Address.of(Clock.of("FS01")).toString());
    assertEquals(
        "servers[FS01].retention[Files, monthly]",
        Address.of(new Retention("FS01", "Files", RetentionSchedule.MONTHLY, null)).toString());
  }

  @Test
  void addressesThatDifferInCaseOnlyAreEqual() {
    Address one = Address.parse("servers[FS01].services[VSS].startType");
    Address other = Address.parse("servers[fs01].Services[vss].STARTTYPE");

    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals(0, one.compareTo(other));
    assertNotEquals(one, Address.parse("servers[FS02].services[VSS].startType"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "servers[A].registryValues[HKEY_LOCAL_MACHINE\\X\\, n] | servers[A].registryValues[HKLM\\X, n]",
        "servers[A].registryValues[HKLM:\\X, n]                | servers[A].registryValues[HKLM\\X, n]",
        "servers[A].volumes[d]                                 | servers[A].volumes[D:]",
        "servers[A].volumes[f\\]                               | servers[A].volumes[F:]",
        "servers[A].shadowStorage[d:\\]                        | servers[A].shadowStorage[D:]",
        "servers[A].folders[C:\\x\\]                           | servers[A].folders[C:\\x]",
        "servers[A].folders[C:\\]                              | servers[A].folders[C:\\]",
        "servers[A].dataSources[D:\\]                          | servers[A].dataSources[D:\\]",
      })
  void spellsKeysAsFactsDo(String written, String spelled) {
    assertEquals(spelled, Address.parse(written).toString());
    assertEquals(spelled, Address.parse(spelled).toString());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "server[FS01]                       | did you mean servers?",
        "servers                            | expected [ in the address",
        "servers[FS01                       | expected ] in the address",
        "servers[FS01, FS02]                | the name of one server",
        "servers[FS01]services              | a dot or the end",
        "servers[FS01].service[VSS]         | did you mean services?",
        "servers[FS01].services[]           | a name between the brackets",
        "servers[FS01].services[a, b]       | expected for services [name]; found [a, b]",
        "servers[FS01].registryValues[HKLM] | expected for registryValues [key, name]",
        "servers[FS01].clock[x]             | no brackets after clock",
        "servers[FS01].services[VSS].start  | one of present, state, startType",
        "servers[FS01].services[VSS].name   | one of present, state, startType",
        "servers[FS01].services.state       | expected nothing after",
        "servers[FS01].services[a,b]        | a second comma",
        "servers[FS01].role.x               | the end of the address",
        "errors[]                           | a label",
        "errors[3106].identity              | one of id, code, name",
        "``                                 | expected a word",
      })
  void saysWhatIsWrongWithWhatIsNoAddress(String text, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text));

    assertTrue(String.valueOf(e.getMessage()).contains(message), e::getMessage);
  }

  @Test
  void ofAnErrorPrefersIdThenCodeThenNameThenItsWords() {
    assertEquals(
        "errors[3106 on FS01, D:\\]",
        Address.of(ReportedError.ofId(3106).withServer("FS01").withDataSource("D:\\")).toString());
    assertEquals("errors[0x80070005]", Address.of(error("0x80070005", "Name", "m")).toString());
    assertEquals("errors[Name]", Address.of(error(null, "Name", "m")).toString());
    assertEquals("errors[\"m\"]", Address.of(error(null, null, "m")).toString());
  }

  @Test
  void ofAnErrorQuotesLongWordsInShortOnOneLine() {
    Address address =
        Address.of(
            ReportedError.ofText(
                "The replica of D:\\ on FS01\n  is inconsistent with, the source]"));

    assertEquals("errors[\"The replica of D:\\ on FS01 is…\"]", address.toString());
    assertEquals(address, Address.parse(address.toString()));
  }

  @Test
  void ofAnAttemptNamesRemedyProblemServerAndDataSource() {
    assertEquals(
        "attempts[replica/let-vss-start for replica/inconsistent on FS01, D:\\]",
        Address.of(
                new Attempt(
                    "replica/let-vss-start",
                    AttemptOutcome.FAILED,
                    "FS01",
                    "D:\\",
                    "replica/inconsistent"))
            .toString());
  }

  @Test
  void readsBackAsItIsWrittenWhereABlankStandsBeforeTheLastBackslash() {
    Address address = Address.parse("servers[FS01].registryValues[HKLM\\Software \\, Value]");

    assertEquals("servers[FS01].registryValues[HKLM\\Software, Value]", address.toString());
    assertEquals(address, Address.parse(address.toString()));
  }

  private static ReportedError error(@Nullable String code, @Nullable String name, String message) {
    return new ReportedError(null, code, name, message, null, null, null, null, null, null, null);
  }
}
