package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.pack.Kebab;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

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
        format, sign < 0 ? Optional.empty() : Optional.of(Path.of(text.substring(sign + 1))));
  }
}
