package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.facts.Server;

/** The headings and phrases of one language. */
final class Phrases {

  private final Words words;

  Phrases(Language language) {
    this.words = Words.beside(Phrases.class, language);
  }

  /** Returns a phrase, filled in with names and values by turns. */
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
