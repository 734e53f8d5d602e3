package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.pack.Language;
import picocli.CommandLine.Option;

/** The language that a command writes in. */
final class LanguageOption {

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "en or sv (default: ${DEFAULT-VALUE}).",
      defaultValue = "en")
  private String lang = "en";

  /** Returns the language. */
  Language language() {
    return Language.tagged(lang)
        .orElseThrow(() -> new InputException("--lang takes en or sv; found \"" + lang + "\""));
  }
}
