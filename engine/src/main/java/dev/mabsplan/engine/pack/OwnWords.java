package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said whatever the packs say, of one part and in one language. Each language is a folder
 * of words with a file for each part; what is missing there is said in English.
 */
public final class OwnWords {

  private static final String FOLDER = "dev/mabsplan/engine/words/";

  private final Language language;
  private final Map<String, Sentence> sentences;

  private OwnWords(Language language, Map<String, Sentence> sentences) {
    this.language = language;
    this.sentences = sentences;
  }

  /**
   * Reads the words of a part, such as {@code render}. They are read at every start, and so need no
   * reader of YAML.
   *
   * @throws IllegalStateException where there is no such part, which is a fault of the build
   */
  public static OwnWords of(String part, Language language) {
    Map<String, String> written =
        written(part, Language.ENGLISH)
            .orElseThrow(() -> new IllegalStateException("there are no words of " + part));
    if (!language.equals(Language.ENGLISH)) {
      written(part, language).ifPresent(written::putAll);
    }
    Map<String, Sentence> sentences = new TreeMap<>();
    written.forEach((path, text) -> sentences.put(path, new Sentence(text)));
    return new OwnWords(language, sentences);
  }

  /** Returns whether plans can be written in a language. */
  static boolean areIn(Language language) {
    return language.tag().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        && loader().getResource(file("explain", language)) != null;
  }

  /** Returns what a language says itself of a part, by path; nothing where it has no file. */
  static Optional<Map<String, String>> written(String part, Language language) {
    try (@Nullable InputStream in = loader().getResourceAsStream(file(part, language))) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> written = new TreeMap<>();
      properties.forEach((path, text) -> written.put((String) path, (String) text));
      return Optional.of(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of the command are in another module than this class. */
  private static ClassLoader loader() {
    return OwnWords.class.getClassLoader();
  }

  private static String file(String part, Language language) {
    return FOLDER + language.tag() + "/" + part + ".properties";
  }

  /** Returns the language. */
  public Language language() {
    return language;
  }

  /** Returns where there are sentences, by path. */
  public Set<String> paths() {
    return sentences.keySet();
  }

  /** Returns the sentence at a path, to be filled in. */
  public Sentence at(String path) {
    Sentence sentence = sentences.get(path);
    if (sentence == null) {
      throw new IllegalStateException("there are no words at " + path);
    }
    return sentence;
  }

  /** Returns the sentence at a path, filled in with names and values by turns. */
  public String say(String path, String... values) {
    return at(path)
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

  /** Returns the sentence that a section has for a constant. */
  public String say(String section, Enum<?> constant) {
    return say(section + "/" + Kebab.word(constant));
  }

  /** Returns how a server is called in a sentence. */
  public String server(String name) {
    return switch (name) {
      case Server.UNNAMED_BACKUP_SERVER -> say("unnamed/backupServer");
      case Server.UNNAMED_AGENT_SERVER -> say("unnamed/agentServer");
      case Server.UNNAMED_PROTECTED_SERVER -> say("unnamed/protectedServer");
      default -> name;
    };
  }
}
