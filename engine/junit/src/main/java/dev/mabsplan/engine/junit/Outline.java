package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.pack.NotYaml;
import dev.mabsplan.engine.pack.Yaml;
import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cases of a scenario file by name and line. Knows no rules: finding tests must not wait until
 * they are compiled, nor fail where they can't be.
 *
 * @param topic the topic that the file lies in; empty for none
 * @param entries the main case, then the others; none where the file says nothing that can be run
 */
record Outline(String topic, List<Entry> entries) {

  /**
   * A case.
   *
   * @param name its name in the file: the scenario's, with the case's own after {@code #}
   * @param line where it begins
   */
  record Entry(String name, int line) {}

  static Outline of(Origin origin) {
    try {
      ScenarioFile file = origin.read();
      Node root = Yaml.read(file.name(), file.text());
      boolean inTopic = file.beside().apply("../topic.yaml").isPresent();
      return new Outline(inTopic ? file.topic() : "", entries(root));
    } catch (InvalidScenarioException | NotYaml e) {
      // What is wrong is told by the test that the file becomes.
      return new Outline("", List.of());
    }
  }

  /** Returns the case that a line belongs to: the last that begins before it. */
  Optional<Entry> at(int line) {
    return entries.stream()
        .filter(entry -> entry.line() <= line)
        .reduce((before, after) -> after)
        .or(() -> entries.stream().findFirst());
  }

  /** Returns the name of a case as reports and commands know it. */
  String whole(Entry entry) {
    return topic.isEmpty() ? entry.name() : topic + "/" + entry.name();
  }

  private static List<Entry> entries(Node root) {
    Optional<String> name = text(root, "scenario");
    if (name.isEmpty()) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(name.get(), root.source().line()));
    if (((Mapping) root).get("cases") instanceof Items cases) {
      for (Node item : cases.items()) {
        text(item, "name")
            .ifPresent(own -> entries.add(new Entry(name.get() + "#" + own, item.source().line())));
      }
    }
    return entries;
  }

  private static Optional<String> text(Node of, String field) {
    return of instanceof Mapping map
            && map.get(field) instanceof Scalar scalar
            && !scalar.text().isBlank()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
