package dev.mabsplan.facts.windows.registry;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegQueryTest {

  private static final String CONFIG = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";
  private static final String MAIL =
      "HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Notification";
  private static final String PROXY =
      "HKU\\.DEFAULT\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

  @Test
  void valuesStandBelowTheirKeys() {
    Sample sample = read(new RegQuery(), file("reg-query/english.txt"));

    assertEquals(
        List.of(
            RegistryValue.of(SERVER, CONFIG, "ScratchLocation")
                .withData("C:\\Program Files\\Microsoft Azure Recovery Services Agent\\Scratch"),
            RegistryValue.of(SERVER, CONFIG, "Server Id").withData("4294967296"),
            RegistryValue.of(SERVER, CONFIG, "MachineId"),
            RegistryValue.of(SERVER, MAIL, "Receivers")
                .withData("ops@contoso.com\\0dba@contoso.com"),
            RegistryValue.of(SERVER, PROXY, "ProxyEnable").withData("0")),
        sample.facts());
    assertEquals(List.of(4, 5, 6, 10, 13), sample.lines());
    assertEquals(List.of(), sample.unread());
  }

  @Test
  void whatIsNoFactIsSaidByKind() {
    Sample sample = read(new RegQuery(), file("reg-query/english.txt"));

    assertEquals(
        List.of(
            "3: the value without a name of a key, which is not set",
            "6: binary data of the registry, of which only the name was kept"),
        sample.unused());
    assertEquals(List.of("9: a secret of the registry was left out"), sample.secret());
  }

  @Test
  void aValueIsAbsentWhereTheCommandAboveSaysWhich() {
    Sample sample = read(new RegQuery(), file("reg-query/swedish-console.txt"));

    assertEquals(
        List.of(
            RegistryValue.of(
                    SERVER,
                    "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem",
                    "RefsEnableInlineTrim")
                .absent(),
            RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\Contoso", "(Default)")
                .withData("Säkerhetskopior"),
            RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\Contoso", "Tom").withData("")),
        sample.facts());
    assertEquals(List.of(2, 7, 8), sample.lines());
  }

  @Test
  void whatWasNotFoundIsUnknownWhereNoCommandStandsAbove() {
    Sample sample =
        read(
            new RegQuery(),
            text(
                """
                ERROR: The system was unable to find the specified registry key or value.

                HKEY_LOCAL_MACHINE\\SOFTWARE\\X
                    A    REG_DWORD    0x1
                """));

    assertEquals(
        List.of(RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\X", "A").withData("1")), sample.facts());
    assertEquals(
        List.of(
            "1: reg.exe found nothing; which value that is can be told only where the command"
                + " stands above, with /v"),
        sample.unused());
  }

  @Test
  void ofTwoCommandsInALineItIsUnknownWhichFoundNothing() {
    Sample sample =
        read(
            new RegQuery(),
            text(
                """
                C:\\>reg query HKLM\\SOFTWARE\\X /v A & reg query HKLM\\SOFTWARE\\X /v B
                ERROR: The system was unable to find the specified registry key or value.
                """));

    assertEquals(List.of(), sample.facts());
  }

  @Test
  void valuesBelowADamagedKeyAreNotThoseOfTheKeyAbove() {
    Sample sample =
        read(
            new RegQuery(),
            text(
                """
                HKEY_LOCAL_MACHINE\\SOFTWARE\\X
                    A    REG_DWORD    0x1

                HKEY_LOC?L\\SOFTWARE\\Y
                    B    REG_DWORD    0x2
                """));

    assertEquals(
        List.of(RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\X", "A").withData("1")), sample.facts());
    assertEquals(
        List.of(
            "4: expected a key, or name, type and data of a value with four blanks before each",
            "5: a value without a key above it"),
        sample.unread());
  }

  @Test
  void aLineOfJunkBetweenValuesHidesNoneOfThem() {
    Sample sample =
        read(
            new RegQuery(),
            text(
                """
                HKEY_LOCAL_MACHINE\\SOFTWARE\\X
                    A    REG_DWORD    0x1
                %%%
                    B    REG_DWORD    x
                    C    REG_DWORD    0xffffffff
                """));

    assertEquals(
        List.of(
            RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\X", "A").withData("1"),
            RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\X", "C").withData("4294967295")),
        sample.facts());
    assertEquals(
        List.of(
            "3: expected a key, or name, type and data of a value with four blanks before each",
            "4: expected a number such as 0x1"),
        sample.unread());
  }

  @Test
  void aHundredLinesOfJunkAreOneRemark() {
    Sample sample =
        read(new RegQuery(), text("HKEY_LOCAL_MACHINE\\SOFTWARE\\X\n" + "%%%\n".repeat(100)));

    assertEquals(1, sample.unread().size());
    assertTrue(sample.unread().get(0).endsWith("(and 99 more)"), () -> sample.unread().get(0));
  }
}
