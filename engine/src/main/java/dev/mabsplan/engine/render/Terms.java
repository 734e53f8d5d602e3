package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.facts.Server;
import java.util.Locale;

/** The headings, labels and names of one language. */
final class Terms {

  private final OwnWords words;
  private final boolean narrow;

  /**
   * Reads the words of a language.
   *
   * @param narrow whether there is no room for fully qualified names beside a title
   */
  Terms(Language language, boolean narrow) {
    this.words = OwnWords.of("render", language);
    this.narrow = narrow;
  }

  /** Returns a word or sentence, filled in with names and values by turns. */
  String word(String path, String... values) {
    return words.say(path, values);
  }

  String word(String section, Enum<?> constant) {
    return words.say(section, constant);
  }

  /** Returns how many there are of something. */
  String count(String what, int n) {
    return word(what + "/" + (n == 1 ? "one" : "many"), "n", String.valueOf(n));
  }

  int longestLabel() {
    return words.paths().stream()
        .filter(path -> path.startsWith("labels/"))
        .mapToInt(path -> words.at(path).text().length())
        .max()
        .orElse(0);
  }

  String minutes(int minutes) {
    return word("minutes", "n", String.valueOf(minutes));
  }

  String shell(Shell shell, boolean elevated) {
    String name = word("shell", shell);
    return elevated ? word("elevated", "shell", name) : name;
  }

  /** Returns how a server is called in a sentence. */
  String server(String name) {
    return words.server(name);
  }

  /** Returns how a server is called where there is little room. */
  String shortServer(String name) {
    return switch (name) {
      case Server.UNNAMED_BACKUP_SERVER -> word("unnamed/shortBackupServer");
      case Server.UNNAMED_AGENT_SERVER -> word("unnamed/shortAgentServer");
      case Server.UNNAMED_PROTECTED_SERVER -> word("unnamed/shortProtectedServer");
      default -> {
        int dot = name.indexOf('.');
        yield dot > 0 && narrow ? name.substring(0, dot) : name;
      }
    };
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
