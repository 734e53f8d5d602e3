package dev.mabsplan.facts.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

  private static final String SWEDISH =
      "Valvautentiseringsfilen har upphört att gälla (“PIN”). Försök igen på servern.";

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16LE", "UTF-16BE"})
  void whatSwedishWindowsWritesIsReadInItsEncoding(String charset) {
    byte[] bytes = SWEDISH.getBytes(Charset.forName(charset));
    assertEquals(SWEDISH, TextFile.of("a.txt", bytes).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Åtkomst nekad på é: filen är låst, försök", "händelse"})
  void whatTheConsoleWritesIsReadInItsCodePage(String written) {
    byte[] bytes = written.getBytes(Charset.forName("IBM850"));
    assertEquals(written, TextFile.of("a.txt", bytes).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"”citat”", "nothing but “quotes”"})
  void signsOfWindowsStaySigns(String written) {
    byte[] bytes = written.getBytes(Charset.forName("windows-1252"));
    assertEquals(written, TextFile.of("a.txt", bytes).text());
  }
}
