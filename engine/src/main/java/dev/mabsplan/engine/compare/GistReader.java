package dev.mabsplan.engine.compare;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads of a plan as JSON what is compared. */
final class GistReader {

  private static final String SCHEMA = "https://mabsplan.dev/schema/plan.";
  private static final String VERSION = "v2.";

  private final String file;

  GistReader(String file) {
    this.file = file;
  }

  Optional<PlanGist> read(String json) {
    if (!json.contains(SCHEMA)) {
      return Optional.empty();
    }
    Node document;
    try {
      document = JsonReader.read(file, json);
    } catch (InvalidFactsException e) {
      // Whoever reads it as facts says what is wrong.
      return Optional.empty();
    }
    if (!(document instanceof Mapping plan)) {
      return Optional.empty();
    }
    return plan.text("$schema")
        .filter(schema -> schema.startsWith(SCHEMA))
        .map(schema -> plan(plan, schema));
  }

  private PlanGist plan(Mapping plan, String schema) {
    if (!schema.startsWith(SCHEMA + VERSION)) {
      throw fault(
          "a plan of the schema plan.v2, as this mabsplan writes it",
          Objects.requireNonNull(plan.get("$schema")));
    }
    return new PlanGist(
        text(plan, "language"),
        objects(plan, "problems", this::problem),
        objects(plan, "steps", this::step),
        objects(plan, "excluded", this::leftOut),
        objects(plan, "questions", this::asked),
        objects(plan, "candidates", this::mayBe).stream().flatMap(List::stream).toList(),
        objects(plan, "unexplained", error -> text(error, "headline")));
  }

  private PlanGist.Problem problem(Mapping problem) {
    return new PlanGist.Problem(
        text(problem, "id"),
        text(problem, "title"),
        text(problem, "server"),
        problem.text("dataSource"));
  }

  private PlanGist.Step step(Mapping step) {
    return new PlanGist.Step(
        text(step, "number"),
        text(step, "id"),
        step.text("remedy").orElse(""),
        text(step, "title"),
        text(step, "server"),
        step.text("dataSource"),
        text(step, "status"),
        reasons(step),
        Stream.concat(
                texts(step, "items").stream(),
                objects(step, "looks", look -> text(look, "title")).stream())
            .distinct()
            .toList());
  }

  private PlanGist.LeftOut leftOut(Mapping excluded) {
    return new PlanGist.LeftOut(
        text(excluded, "remedy"),
        text(excluded, "title"),
        text(excluded, "server"),
        excluded.text("dataSource"),
        text(excluded, "verdict"),
        reasons(excluded));
  }

  private List<String> reasons(Mapping of) {
    return objects(of, "reasons", reason -> reason.text("text")).stream()
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private PlanGist.Asked asked(Mapping question) {
    return new PlanGist.Asked(texts(question, "facts"), text(question, "label"));
  }

  private List<PlanGist.MayBe> mayBe(Mapping error) {
    String address = text(error, "error");
    return objects(
        error,
        "mayBe",
        one -> new PlanGist.MayBe(address, text(one, "problem"), text(one, "title")));
  }

  private <T> List<T> objects(Mapping of, String name, Function<Mapping, T> read) {
    return items(of, name).stream()
        .map(
            item -> {
              if (item instanceof Mapping object) {
                return read.apply(object);
              }
              throw fault("an object in \"" + name + "\"", item);
            })
        .toList();
  }

  private List<String> texts(Mapping of, String name) {
    return items(of, name).stream()
        .map(
            item -> {
              if (item instanceof Scalar text && text.is(Kind.TEXT)) {
                return text.text();
              }
              throw fault("a text in \"" + name + "\"", item);
            })
        .toList();
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

  private String text(Mapping of, String name) {
    return of.text(name)
        .orElseThrow(() -> fault("a plan, with \"" + name + "\" as a text here", of));
  }

  private static InvalidFactsException fault(String expected, Node found) {
    return new InvalidFactsException(
        List.of(new Fault(expected, found.inJson(), found.source(), null)));
  }
}
