package dev.mabsplan.engine.cli.rules;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.PackSchema;
import dev.mabsplan.facts.tree.TextBeside;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files that a new topic begins with: they pass the lint, and their scenario fails until they
 * are filled in.
 *
 * @param name the topic
 * @param pack id of its rule pack
 * @param languages the languages of the pack
 */
record TopicTemplate(String name, String pack, Collection<Language> languages) {

  /** Returns the files of the topic, by their path in the pack. */
  Map<Path, String> topic() {
    Map<Path, String> files = new LinkedHashMap<>();
    Path folder = Path.of(name);
    files.put(folder.resolve("rules.drl"), filled("rules.drl"));
    files.put(folder.resolve("topic.yaml"), filled("topic.yaml"));
    for (Language language : languages) {
      files.put(folder.resolve(words(language)), filled("", language));
    }
    files.put(folder.resolve("scenarios").resolve(name + ".yaml"), filled("scenario.yaml"));
    return files;
  }

  /** Returns the files of the pack itself, by their path in it. */
  Map<Path, String> head() {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of("pack.yaml"), filled("pack.yaml"));
    for (Language language : languages) {
      files.put(Path.of(words(language)), filled("pack-", language));
    }
    return files;
  }

  /** Returns the schemas that the files name in their first line, by their path in the pack. */
  static Map<Path, String> schemas() {
    Map<Path, String> files = new LinkedHashMap<>();
    for (PackSchema schema : PackSchema.values()) {
      files.put(Path.of(".schema", schema.file()), schema.text());
    }
    return files;
  }

  private static String words(Language language) {
    return "words." + language.tag() + ".yaml";
  }

  /** What a language has no words for, somebody has to put into it from English. */
  private String filled(String of, Language language) {
    String own = of + words(language);
    boolean has = TopicTemplate.class.getResource("topic/" + own) != null;
    return filled(has ? own : of + words(Language.ENGLISH));
  }

  private String filled(String resource) {
    return text(resource)
        .replace("@NAME@", name)
        .replace("@ENTRY@", name.toUpperCase(Locale.ROOT) + "-1")
        .replace("@PACK@", pack)
        .replace(
            "@LANGUAGES@", languages.stream().map(Language::tag).collect(Collectors.joining(", ")));
  }

  private static String text(String resource) {
    return TextBeside.read(TopicTemplate.class, "topic/" + resource);
  }
}
