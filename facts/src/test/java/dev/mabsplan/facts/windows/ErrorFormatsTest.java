package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.windows.ErrorSamples.Sample;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorFormatsTest {

  private static final List<NativeFormat> FORMATS =
      List.of(
          new EventXml(),
          new EventText(),
          new AlertText(),
          new DpmAlertJson(),
          new DpmAlertCsv(),
          new PowerShellError());

  private static List<String> fitting(TextFile file) {
    return FORMATS.stream().filter(format -> format.fits(file)).map(NativeFormat::name).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aSampleFitsItsOwnFormatOnly(Sample sample) {
    assertEquals(List.of(sample.format().name()), fitting(sample.file()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"errors\":[{\"text\":\"The replica is inconsistent. (ID 3106)\"}]}",
        "The replica of D:\\ on FS01 is inconsistent. (ID: 3106)\nWhat can I do?",
        "SERVICE_NAME: VSS\n        STATE              : 1  STOPPED\n",
        "\u0000\u0001\u0002PK\u0003\u0004<Event",
        "[{\"Name\":\"VSS\",\"Status\":1}]"
      })
  void whatIsNoneOfTheseFitsNone(String text) {
    assertEquals(List.of(), fitting(new TextFile("x", text)));
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedCopyThrowsNothing(Sample sample) {
    String text = sample.file().text();
    Random random = new Random(5);
    Stream.generate(() -> damaged(text, random))
        .limit(300)
        .forEach(damaged -> assertDoesNotThrow(() -> ErrorSamples.read(sample.format(), damaged)));
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    int from = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> damaged.setLength(from);
      case 1 -> damaged.delete(from, Math.min(text.length(), from + random.nextInt(200)));
      case 2 -> damaged.insert(from, "\n<\"%&'\\;,:\u0000\n");
      default -> damaged.setCharAt(from, (char) random.nextInt(0x300));
    }
    return damaged.toString();
  }
}
