package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.facts.Server;

/** What the guide says, in one language. */
final class GuideWords {

  private final Language language;
  private final Words words;

  GuideWords(Language language) {
    this.language = language;
    this.words = Words.beside(GuideWords.class, language);
  }

  Language language() {
    return language;
  }

  /** Returns a sentence, filled in with names and values by turns. */
  String of(String path, String... values) {
    return words
        .at(path)
        .orElseThrow(() -> new IllegalStateException("there are no words at " + path))
        .fill(
            place -> {
              for (int i = 0; i < values.length; i += 2) {
                if (values[i].equals(place.name())) {
                  return values[i + 1];
                }
              }
              throw new IllegalStateException("nothing for {" + place.name() + "} at " + path);
            });
  }

  String of(String section, Enum<?> constant) {
    return of(section + "/" + Kebab.word(constant));
  }

  /** Returns how a server is called. */
  String server(String name) {
    return switch (name) {
      case Server.UNNAMED_BACKUP_SERVER -> of("unnamed/backupServer");
      case Server.UNNAMED_AGENT_SERVER -> of("unnamed/agentServer");
      case Server.UNNAMED_PROTECTED_SERVER -> of("unnamed/protectedServer");
      default -> name;
    };
  }
}
