package dev.mabsplan.engine.cli.scenario;

import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.pack.Kebab;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report that is wanted beside the text, or in its place.
 *
 * @param format what it is written as
 * @param file where; nothing for standard output
 */
record Report(Format format, Optional<Path> file) {

  /** What a report is written as. */
  enum Format {
    JUNIT,
    JSON
  }

  /** Reads all that are wanted. Two in one place would overwrite or follow one another. */
  static List<Report> parse(List<String> texts) {
    List<Report> reports = texts.stream().map(Report::parse).toList();
    Set<Optional<Path>> places = new HashSet<>();
    for (Report report : reports) {
      if (!places.add(report.file().map(file -> file.toAbsolutePath().normalize()))) {
        throw new InputException(
            "--report takes a place of its own for each; two go to "
                + report.file().map(Path::toString).orElse("standard output"));
      }
    }
    return reports;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException("--report takes a file; none can be called \"" + text + "\"");
    }
  }

  /** Reads {@code FORMAT} or {@code FORMAT=FILE}. */
  static Report parse(String text) {
    int sign = text.indexOf('=');
    String word = sign < 0 ? text : text.substring(0, sign);
    Format format =
        Arrays.stream(Format.values())
            .filter(each -> Kebab.word(each).equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "--report takes junit or json, alone or with =FILE; found \""
                            + text
                            + "\""));
    if (sign >= 0 && sign == text.length() - 1) {
      throw new InputException("--report " + word + "= lacks the file");
    }
    return new Report(
        format, sign < 0 ? Optional.empty() : Optional.of(path(text.substring(sign + 1))));
  }
}
