package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.pack.Language;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The language that a command writes in. */
final class LanguageOption {

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "The language: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = LanguageOption.Tags.class,
      defaultValue = "en")
  private String lang = "en";

  /** Returns the language. */
  Language language() {
    return Language.tagged(lang)
        .orElseThrow(
            () ->
                new InputException(
                    "--lang takes " + String.join(" or ", tags()) + "; found \"" + lang + "\""));
  }

  /** Returns the tags of all languages that there are words in. */
  static List<String> tags() {
    return Language.all().stream().map(Language::tag).toList();
  }

  /** What can stand behind the option. */
  static final class Tags implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return tags().iterator();
    }
  }
}
