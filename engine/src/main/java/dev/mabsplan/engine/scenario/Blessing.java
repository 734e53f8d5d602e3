package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.NotYaml;
import dev.mabsplan.engine.pack.Yaml;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.scenario.Difference.Row;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A scenario file in which what came stands in place of what was expected. Only the plan is
 * written; which rules fire and what is so after the steps is what an author means, and stays.
 *
 * @param file path of the file
 * @param text the file as it would be
 * @param difference the lines that go and come, and what can't be written, for people
 * @param changes whether there is anything to write
 */
public record Blessing(String file, String text, String difference, boolean changes) {

  /**
   * Returns the files of scenarios that failed, as they would be.
   *
   * @throws UncheckedIOException where a file can't be read again
   */
  public static List<Blessing> of(
      Planner planner, Collection<Scenario> scenarios, Collection<Result> failed) {
    Map<String, Scenario> byName = new HashMap<>();
    scenarios.forEach(scenario -> byName.put(scenario.name(), scenario));
    Map<String, List<Result>> byFile = new TreeMap<>();
    failed.forEach(
        result ->
            byFile.computeIfAbsent(result.source().file(), file -> new ArrayList<>()).add(result));
    List<Blessing> blessings = new ArrayList<>();
    byFile.forEach(
        (file, results) -> blessings.add(new Editor(planner, byName).file(file, results)));
    return blessings;
  }

  /** Edits one file. */
  private static final class Editor {

    private final Planner planner;
    private final Map<String, Scenario> scenarios;
    private final List<String> lines = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private String lineEnd = "\n";

    Editor(Planner planner, Map<String, Scenario> scenarios) {
      this.planner = planner;
      this.scenarios = scenarios;
    }

    Blessing file(String file, List<Result> results) {
      Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        return new Blessing(
            file, "", file + ": can't be blessed, since it lies in an archive\n", false);
      }
      try {
        String text = Files.readString(path);
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        text.lines().forEach(lines::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      List<String> before = List.copyOf(lines);
      Mapping root = root(file);
      // From the last to the first, so that the lines above stay where they are.
      results.stream()
          .sorted(Comparator.comparingInt((Result r) -> r.source().line()).reversed())
          .forEach(result -> bless(root, result));
      return new Blessing(
          file,
          String.join(lineEnd, lines) + lineEnd,
          difference(file, before),
          !before.equals(lines));
    }

    private Mapping root(String file) {
      try {
        return (Mapping) Yaml.read(file, String.join("\n", lines));
      } catch (NotYaml e) {
        throw new IllegalStateException(file + " was YAML when its scenarios were run", e);
      }
    }

    private void bless(Mapping root, Result result) {
      Scenario scenario = scenarios.get(result.name());
      Optional<Mapping> head = head(root, result.name());
      if (scenario == null || head.isEmpty()) {
        refused.add(result.name() + ": is not found in the file");
        return;
      }
      Set<String> parts = new TreeSet<>();
      for (Difference difference : result.differences()) {
        Optional<String> part = part(difference.what());
        part.ifPresentOrElse(
            parts::add,
            () -> refused.add(result.name() + ": " + difference.what() + " is left to its author"));
      }
      if (!parts.isEmpty()) {
        Plan plan = planner.plan(scenario.given().facts());
        write(head.get(), parts, new ExpectationYaml(scenario.expect(), plan), result.name());
      }
    }

    private static Optional<Mapping> head(Mapping root, String name) {
      int sign = name.indexOf('#');
      if (sign < 0) {
        return Optional.of(root);
      }
      String own = name.substring(sign + 1);
      return root.get("cases") instanceof Items cases
          ? cases.items().stream()
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast)
              .filter(each -> each.get("name") instanceof Scalar text && text.text().equals(own))
              .findFirst()
          : Optional.empty();
    }

    /** The key of an expectation that a difference is about. */
    private static Optional<String> part(String what) {
      if (what.startsWith("step")) {
        return Optional.of("steps");
      }
      if (what.startsWith("left out")) {
        return Optional.of("excluded");
      }
      return switch (what) {
        case "problems", "questions" -> Optional.of(what);
        case "basic checks" -> Optional.of("looks");
        case "unexplained errors" -> Optional.of("unexplained");
        default -> Optional.empty();
      };
    }

    private void write(Mapping head, Set<String> parts, ExpectationYaml yaml, String name) {
      if (!head.has("expect")) {
        append(head, parts, yaml, name);
        return;
      }
      Source at = head.at("expect");
      if (!startsItsLine(at)) {
        refused.add(name + ": its expect does not begin a line; write it on one of its own");
        return;
      }
      Mapping expect = (Mapping) Objects.requireNonNull(head.get("expect"));
      if (isBlock(expect, at)) {
        parts.stream()
            .sorted(Comparator.comparingInt((String part) -> line(expect, part)).reversed())
            .forEach(part -> replace(expect, part, yaml));
      } else {
        whole(at, expect, parts, yaml);
      }
    }

    private boolean startsItsLine(Source at) {
      return lines.get(at.line() - 1).substring(0, at.column() - 1).isBlank();
    }

    private static boolean isBlock(Mapping expect, Source at) {
      return expect.source().line() > at.line();
    }

    private static int line(Mapping expect, String part) {
      return expect.has(part) ? expect.at(part).line() : Integer.MAX_VALUE;
    }

    private void replace(Mapping expect, String part, ExpectationYaml yaml) {
      int indent = expect.source().column() - 1;
      boolean there = expect.has(part);
      int from = there ? line(expect, part) - 1 : end(expect.source().line() - 1, indent, true);
      int to = there ? end(from, indent, false) : from;
      lines.subList(from, to).clear();
      lines.addAll(from, yaml.part(part, indent));
    }

    private void whole(Source at, Mapping expect, Set<String> parts, ExpectationYaml yaml) {
      int from = at.line() - 1;
      int indent = at.column() - 1;
      lines.subList(from, end(from, indent, false)).clear();
      lines.addAll(from, yaml.whole(expect, parts, indent));
    }

    private void append(Mapping head, Set<String> parts, ExpectationYaml yaml, String name) {
      int indent = head.source().column() - 1;
      if (lines.get(head.source().line() - 1).strip().matches("(- )?\\{.*")) {
        refused.add(name + ": stands between braces; write it in lines of its own");
        return;
      }
      int from = end(head.source().line() - 1, indent, true);
      lines.addAll(from, yaml.whole(Mapping.empty(head.source()), parts, indent));
    }

    /**
     * The line after the last that belongs to what begins on a line.
     *
     * @param indent the column of its keys, from 0
     * @param besides whether keys at that column belong to it, or end it
     */
    private int end(int from, int indent, boolean besides) {
      int end = from + 1;
      for (int i = from + 1; i < lines.size(); i++) {
        String line = lines.get(i);
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        int own = line.indexOf(text);
        boolean listOfKey = !besides && own == indent && text.startsWith("- ");
        if (own > indent || (own == indent && besides) || listOfKey) {
          end = i + 1;
        } else {
          break;
        }
      }
      return end;
    }

    private String difference(String file, List<String> before) {
      StringBuilder text = new StringBuilder(file).append('\n');
      for (Row row : Alignment.of(before, lines)) {
        if (!row.same()) {
          text.append(row.expected().isEmpty() ? "+ " + row.got() : "- " + row.expected())
              .append('\n');
        }
      }
      refused.forEach(each -> text.append("! ").append(each).append('\n'));
      return text.toString();
    }
  }
}
