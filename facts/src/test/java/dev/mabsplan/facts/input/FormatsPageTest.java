package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.NativeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the facts tells of every command, class and file that is read. */
class FormatsPageTest {

  private static final Path PAGE = Path.of("README.md");

  /** A cmdlet, a class of CIM, a program or a file: what a format is called in the trade. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?!Get-CimInstance)(?:Get|Test|Invoke)-\\w+|Win32_\\w+|\\w+(?=\\.exe)|\\w+\\.(?:txt|errlog)");

  @Test
  void everyFormatIsNamed() throws IOException {
    String page = Files.readString(PAGE);
    List<String> missing =
        NativeFormats.all().stream()
            .map(NativeFormat::name)
            .flatMap(name -> NAME.matcher(name).results())
            .map(MatchResult::group)
            .filter(name -> !page.contains(name))
            .toList();
    assertEquals(List.of(), missing);
  }
}
