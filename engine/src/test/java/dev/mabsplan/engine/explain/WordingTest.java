package dev.mabsplan.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.order.SmallPack;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  private static final Knowledge KNOWLEDGE =
      new SmallPack().problem("p", "a").remedy("a").knowledge();

  private static String value(Language language, @Nullable Object value, String format) {
    return new Wording(KNOWLEDGE, language).value(value, format);
  }

  /** Returns a value with the blank that does not break shown as an underscore. */
  private static String shown(Language language, @Nullable Object value, String format) {
    return value(language, value, format).replace('\u00a0', '_');
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0_B, 0_B",
    "1023, '1,023_B', 1_023_B",
    "1024, 1_kB, 1_kB",
    "1572864, 2_MB, 2_MB",
    "1073741824, 1_GB, 1_GB",
    "1610612736, 1.5_GB, '1,5_GB'",
    "5637144576, 5.3_GB, '5,3_GB'",
    "107374182400, 100_GB, 100_GB",
    "1099511627776, 1_TB, 1_TB",
    "1319413953331200, 1.2_PB, '1,2_PB'"
  })
  void bytesAreWrittenInTheUnitThatFits(long bytes, String english, String swedish) {
    assertEquals(english, shown(Language.ENGLISH, bytes, "bytes"));
    assertEquals(swedish, shown(Language.SWEDISH, bytes, "bytes"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s, 0 s",
    "59, 59 s, 59 s",
    "60, 1 min, 1 min",
    "119, 119 s, 119 s",
    "120, 2 min, 2 min",
    "3600, 1 h, 1 tim",
    "5400, 90 min, 90 min",
    "86400, 24 h, 24 tim",
    "90000, 25 h, 25 tim",
    "172800, 2 days, 2 dygn",
    "86400000, '1,000 days', 1_000 dygn"
  })
  void durationsAreWrittenInTheUnitThatFits(long seconds, String english, String swedish) {
    assertEquals(english, shown(Language.ENGLISH, seconds, "duration"));
    assertEquals(swedish, shown(Language.SWEDISH, seconds, "duration"));
  }

  @Test
  void aDurationHasNoDirection() {
    assertEquals("2 h", value(Language.ENGLISH, -7200L, "duration"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1 h", "47, 47 h", "48, 2 days", "240, 10 days"})
  void hoursAreWrittenAsDurations(int hours, String english) {
    assertEquals(english, value(Language.ENGLISH, hours, "hours"));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7, 7",
    "999, 999, 999",
    "65000, '65,000', 65_000",
    "1234567, '1,234,567', 1_234_567"
  })
  void thousandsAreSetApart(int number, String english, String swedish) {
    assertEquals(english, shown(Language.ENGLISH, number, "number"));
    assertEquals(swedish, shown(Language.SWEDISH, number, "number"));
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void whatIsNotKnownIsADash(Language language) {
    assertEquals("–", value(language, null, ""));
  }

  @Test
  void aTimeIsWrittenInUtc() {
    assertEquals(
        "2026-01-12 22:00 UTC", value(Language.SWEDISH, Instant.parse("2026-01-12T22:00:59Z"), ""));
  }

  @Test
  void aWordOfTheVocabularyIsWrittenAsInAFactsDocument() {
    assertEquals("disabled", value(Language.SWEDISH, StartType.DISABLED, ""));
  }

  @Test
  void aVersionIsNoNumber() {
    assertEquals("2.0.9249.0", value(Language.SWEDISH, Version.parse("2.0.9249.0"), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FS01",
        "fs01.corp.contoso.com",
        "D:\\",
        "SQL01\\Sales Archive",
        "Räksmörgås",
        "SQLAgent$SALES",
        "a_b-c 2"
      })
  void aPlainValueGoesIntoACommand(String value) {
    assertEquals(
        "Get-Thing -Name '" + value + "'",
        Wording.command("Get-Thing -Name '{server}'", Map.of("server", value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"; Remove-Item C:\\ -Recurse",
        "'; Remove-Item C:\\ -Recurse; '",
        "O\u2019Brien",
        "a\"b",
        "a`b",
        "$(calc)",
        "${env:TEMP}",
        "%PATH%",
        "a;b",
        "a|b",
        "a&b",
        "a>b",
        "a^b",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "a\u00a0b",
        "\u001b[31m",
        "a\u202eb",
        "{backupServer}",
        "<server>"
      })
  void anyOtherValueLeavesThePlaceToAPerson(String value) {
    assertEquals(
        "Get-Thing -Name '<server>'",
        Wording.command("Get-Thing -Name '{server}'", Map.of("server", value)));
  }

  @Test
  void aBackslashBeforeTheMarkThatClosesTakesItAlong() {
    assertEquals(
        "thing.exe \"<item>\" -E",
        Wording.command("thing.exe \"{item}\" -E", Map.of("item", "SQL01\\PROD\\")));
    assertEquals(
        "thing.exe \"SQL01\\PROD\" -E",
        Wording.command("thing.exe \"{item}\" -E", Map.of("item", "SQL01\\PROD")));
  }

  @Test
  void aLetterThatLooksLikeAQuotationMarkIsNone() {
    assertEquals(
        "thing.exe \"<item>\" <item> '<item>'",
        Wording.command(
            "thing.exe \"{item}\" {item} '{item}'", Map.of("item", "A\u02ba -i x\u02bc")));
  }

  @Test
  void anApostropheIsWrittenTwiceWhereItWouldEndALiteral() {
    Map<String, String> values = Map.of("item", "Bob's group");

    assertEquals("Get-Thing 'Bob''s group'", Wording.command("Get-Thing '{item}'", values));
    assertEquals("thing.exe \"<item>\"", Wording.command("thing.exe \"{item}\"", values));
    assertEquals("thing.exe <item>", Wording.command("thing.exe {item}", values));
  }

  @Test
  void aValueThatIsNotKnownLeavesThePlaceToAPerson() {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("dataSource", null);

    assertEquals("Get-Thing <dataSource>", Wording.command("Get-Thing {dataSource}", values));
  }

  @Test
  void whatIsNoPlaceholderStaysInACommand() {
    assertEquals(
        "Get-Service | Where-Object {$_.Name -eq 'VSS'}",
        Wording.command("Get-Service | Where-Object {$_.Name -eq 'VSS'}", Map.of()));
  }

  @Test
  void aBackslashOrADollarOfAValueMeansNothing() {
    assertEquals(
        "dir 'C:\\$1\\0'", Wording.command("dir '{server}'", Map.of("server", "C:\\$1\\0")));
  }

  @Test
  void outsideQuotesAValueWithABlankOrALeadingHyphenStaysAPlaceholder() {
    assertEquals(
        "sc.exe start <item>",
        Wording.command("sc.exe start {item}", Map.of("item", "VSS -Force")));
    assertEquals(
        "sc.exe start <item>", Wording.command("sc.exe start {item}", Map.of("item", "-x")));
    assertEquals(
        "sc.exe start SQLAgent$ONE",
        Wording.command("sc.exe start {item}", Map.of("item", "SQLAgent$ONE")));
    assertEquals(
        "Get-Thing 'File servers'",
        Wording.command("Get-Thing '{item}'", Map.of("item", "File servers")));
  }
}
