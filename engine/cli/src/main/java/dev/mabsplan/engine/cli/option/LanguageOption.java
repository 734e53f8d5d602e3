package dev.mabsplan.engine.cli.option;

import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.pack.Language;
import java.util.Iterator;
import picocli.CommandLine.Option;

/** The language that a command writes in. */
public final class LanguageOption {

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "The language: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      completionCandidates = LanguageOption.Tags.class,
      defaultValue = "en")
  private String lang = "en";

  /** Returns the language. */
  public Language language() {
    return Language.tagged(lang)
        .orElseThrow(
            () ->
                new InputException(
                    "--lang takes "
                        + String.join(" or ", Language.tags())
                        + "; found \""
                        + lang
                        + "\""));
  }

  /** What can stand behind the option. */
  public static final class Tags implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Language.tags().iterator();
    }
  }
}
