package dev.mabsplan.facts.windows.registry;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegFileTest {

  private static final String CONFIG = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";

  @Test
  void aSecretOfSeveralLinesHidesNothingBelowIt() {
    Sample read =
        Sample.pasted(
            new RegFile(),
            "Windows Registry Editor Version 5.00",
            "",
            "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config]",
            "\"ProxyPassword\"=hex:01,00,00,00,d0,8c,9d,df,01,15,d1,11,8c,7a,00,c0,4f,c2,97,\\",
            "  eb,01,00,00,00",
            "\"ScratchLocation\"=\"E:\\\\Scratch\"");
    assertEquals(List.of(6), read.lines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void everyTypeOfTextAndNumberIsDecoded() {
    Sample sample = read(new RegFile(), file("reg-file/export.reg"));

    assertEquals(
        List.of(
            RegistryValue.of(SERVER, CONFIG, "(Default)").withData("Config"),
            RegistryValue.of(SERVER, CONFIG, "ScratchLocation").withData("D:\\Scratch \"new\""),
            RegistryValue.of(SERVER, CONFIG, "Retries").withData("31"),
            RegistryValue.of(SERVER, CONFIG, "Folder").withData("%TEMP%\\x"),
            RegistryValue.of(SERVER, CONFIG, "Hosts").withData("a\\0b"),
            RegistryValue.of(SERVER, CONFIG, "Size").withData("4294967296"),
            RegistryValue.of(SERVER, CONFIG, "MachineKey"),
            RegistryValue.of(SERVER, CONFIG, "Note").withData("first\nsecond")),
        sample.facts());
    assertEquals(List.of(4, 5, 6, 7, 9, 10, 11, 14), sample.lines());
    assertEquals(List.of(), sample.unread());
  }

  @ParameterizedTest
  @CsvSource({
    "dword:1,1",
    "dword:0,0",
    "DWORD:1F,31",
    "dword: 00000001,1",
    "dword:ffffffff,4294967295",
    "qword:1,1",
    "qword:0000000100000000,4294967296",
    "'hex(4):01,00,00,00',1",
    "'hex(5):00,00,00,01',1",
    "'hex(b):1,0,0,0,0,0,0,0',1"
  })
  void aNumberNeedsNoZerosBeforeIt(String written, String number) {
    assertEquals(
        List.of(
            RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\X", "RefsEnableInlineTrim").withData(number)),
        Sample.pasted(
                new RegFile(),
                "Windows Registry Editor Version 5.00",
                "[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]",
                "\"RefsEnableInlineTrim\"=" + written)
            .facts());
  }

  @Test
  void aNumberOfMoreDigitsThanItsTypeHasIsUnread() {
    assertEquals(
        List.of("3: expected a number of 8 digits at most"),
        Sample.pasted(
                new RegFile(),
                "REGEDIT4",
                "[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]",
                "\"A\"=dword:000000001")
            .unread());
  }

  @Test
  void deletionsBinaryDataAndSecretsAreNoFacts() {
    Sample sample = read(new RegFile(), file("reg-file/export.reg"));

    assertEquals(
        List.of(
            "11: binary data of the registry, of which only the name was kept",
            "16: a deletion, which no export has: this may be what was to be set, not what was"
                + " seen (and 1 more)"),
        sample.unused());
    assertEquals(List.of("13: a secret of the registry was left out"), sample.secret());
  }

  @Test
  void theOldFormHasItsBytesInWindows1252() {
    Sample sample = read(new RegFile(), file("reg-file/regedit4.reg"));
    String proxy = "HKU\\.DEFAULT\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";

    assertEquals(
        List.of(
            RegistryValue.of(SERVER, proxy, "ProxyEnable").withData("1"),
            RegistryValue.of(SERVER, proxy, "ProxyServer").withData("proxy:8080"),
            RegistryValue.of(SERVER, proxy, "Ort").withData("Åre")),
        sample.facts());
  }

  @Test
  void damagedLinesAreUnreadAndHideNoOthers() {
    Sample sample =
        read(
            new RegFile(),
            text(
                """
                Windows Registry Editor Version 5.00

                [HKEY_LOCAL_MACHINE\\SOFTWARE\\X]
                "Cut"="no end
                "A"=dword:00000001
                %%%
                "B"=dword:zz
                "C"=hex(7):61,xx
                "D"=hex(b):01

                [HKEY_NONE\\SOFTWARE\\Y]
                "E"="e"
                """));

    assertEquals(
        List.of(RegistryValue.of(SERVER, "HKLM\\SOFTWARE\\X", "A").withData("1")), sample.facts());
    assertEquals(
        List.of(
            "4: expected a text that ends with a double quote",
            "6: expected a key in brackets, or a name and its value",
            "7: expected a text in quotes, dword: or hex:",
            "8: expected bytes such as 0a,ff",
            "9: expected a number of 8 bytes",
            "11: expected a key of the registry in brackets",
            "12: a value without a key above it"),
        sample.unread());
  }
}
