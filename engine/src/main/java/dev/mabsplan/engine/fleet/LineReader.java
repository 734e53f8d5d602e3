package dev.mabsplan.engine.fleet;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads of a line what is known of its document. */
final class LineReader {

  private final String file;

  LineReader(String file) {
    this.file = file;
  }

  Optional<Known> read(String text) {
    Mapping line = object(JsonReader.read(file, text));
    if (line.has(FleetLine.ERROR)) {
      return Optional.empty();
    }
    Mapping document = object(required(line, FleetLine.DOCUMENT));
    return Optional.of(
        new Known(
            text(document, FleetLine.KEY),
            text(document, FleetLine.DIGEST),
            text(document, FleetLine.RULES),
            new ShortPlan(
                Language.tagged(text(line, "language")).orElse(Language.ENGLISH),
                objects(line, "problems", this::problem),
                objects(line, "steps", this::step),
                unexplained(line))));
  }

  /** A whole plan lists them, one in short counts them. */
  private static int unexplained(Mapping line) {
    Node found = line.get("unexplained");
    if (found instanceof Items list) {
      return list.items().size();
    }
    return found instanceof Scalar count && count.is(Kind.NUMBER)
        ? Integer.parseInt(count.text())
        : 0;
  }

  private ShortPlan.Problem problem(Mapping problem) {
    return new ShortPlan.Problem(
        text(problem, "id"),
        text(problem, "title"),
        text(problem, "server"),
        problem.text("dataSource"),
        word(problem, "severity", Severity.class));
  }

  private ShortPlan.Step step(Mapping step) {
    return new ShortPlan.Step(
        text(step, "number"),
        text(step, "id"),
        word(step, "kind", Step.Kind.class),
        step.text("remedy").orElse(""),
        text(step, "title"),
        text(step, "server"),
        word(step, "status", Status.class),
        items(step, "problems").stream().map(this::number).toList(),
        number(required(step, "effortMinutes")),
        word(step, "risk", Risk.class));
  }

  private <E extends Enum<E>> E word(Mapping of, String name, Class<E> type) {
    String word = text(of, name);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Kebab.word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> fault("a known word as \"" + name + "\"", required(of, name)));
  }

  private int number(Node value) {
    if (value instanceof Scalar number && number.is(Kind.NUMBER)) {
      try {
        return Integer.parseInt(number.text());
      } catch (NumberFormatException e) {
        // said below
      }
    }
    throw fault("a number", value);
  }

  private <T> List<T> objects(Mapping of, String name, Function<Mapping, T> read) {
    return items(of, name).stream().map(item -> read.apply(object(item))).toList();
  }

  private List<Node> items(Mapping of, String name) {
    Node list = of.get(name);
    if (list == null) {
      return List.of();
    }
    if (list instanceof Items items) {
      return items.items();
    }
    throw fault("a list as \"" + name + "\"", list);
  }

  private Mapping object(Node value) {
    if (value instanceof Mapping object) {
      return object;
    }
    throw fault("a line that mabsplan fleet wrote", value);
  }

  private Node required(Mapping of, String name) {
    Node found = of.get(name);
    if (found == null) {
      throw fault("a line that mabsplan fleet wrote, with \"" + name + "\"", of);
    }
    return found;
  }

  private String text(Mapping of, String name) {
    Node found = required(of, name);
    return of.text(name).orElseThrow(() -> fault("a text as \"" + name + "\"", found));
  }

  private static InvalidFactsException fault(String expected, Node found) {
    return new InvalidFactsException(
        List.of(new Fault(expected, found.inJson(), found.source(), null)));
  }
}
