package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.compare.PlanDifference.Changed;
import dev.mabsplan.engine.compare.PlanDifference.Moved;
import dev.mabsplan.engine.compare.PlanDifference.Sides;
import dev.mabsplan.engine.compare.PlanGist.Asked;
import dev.mabsplan.engine.compare.PlanGist.LeftOut;
import dev.mabsplan.engine.compare.PlanGist.MayBe;
import dev.mabsplan.engine.compare.PlanGist.Problem;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.engine.foresight.Choice;
import dev.mabsplan.engine.foresight.Foresight;
import dev.mabsplan.engine.foresight.Joint;
import dev.mabsplan.engine.foresight.Outlook;
import dev.mabsplan.engine.foresight.Prospect;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.report.DifferenceJson;
import dev.mabsplan.engine.report.ExplainJson;
import dev.mabsplan.engine.report.OutlookJson;
import dev.mabsplan.engine.report.ReportSchema;
import dev.mabsplan.engine.report.WhyNotJson;
import dev.mabsplan.engine.why.Doubter;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is written for programs about the plans of the examples is as the published schemas say, in
 * both languages, and the schemas say nothing besides.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportSchemaTest {

  private static final Path EXAMPLES = Path.of("..", "examples", "facts");
  private static final List<String> DOUBTED =
      List.of(
          "replica/vss-disabled",
          "replica/let-vss-start",
          "replica/inconsistent",
          "backup/device-not-ready",
          "online/replica-missing",
          "replica/consistency-check",
          "registration/invalid-credentials",
          "agent/no-contact");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<ReportSchema, List<String>> written = new LinkedHashMap<>();

  @BeforeAll
  void write() throws IOException {
    for (ReportSchema schema : ReportSchema.values()) {
      written.put(schema, new ArrayList<>());
    }
    for (Language language : Language.all()) {
      Map<String, PlanDifference> all = new LinkedHashMap<>();
      Plan before = Catalog.PLANNER.plan(Facts.builder().build(), language);
      for (Path example : examples()) {
        Facts facts = FactsDocument.read(example, Catalog.PLANNER.messages());
        Doubter doubter = Doubter.of(Catalog.PLANNER, facts, language);
        Plan plan = doubter.plan();
        add(ReportSchema.EXPLAIN, ExplainJson.write(plan, plan.steps()));
        add(
            ReportSchema.QUESTIONS,
            OutlookJson.write(
                Foresight.of(Catalog.PLANNER, facts, plan, plan.questions()), language));
        PlanDifference difference = PlanDifference.between(before, plan);
        add(ReportSchema.DIFF, DifferenceJson.write(difference));
        all.put(String.valueOf(example.getFileName()), difference);
        before = plan;
        for (String id : DOUBTED) {
          doubter
              .whyNot(id)
              .ifPresent(answer -> add(ReportSchema.WHY_NOT, WhyNotJson.write(answer)));
        }
      }
      add(ReportSchema.DIFF, DifferenceJson.writeAll(all, all.size()));
    }
    add(ReportSchema.DIFF, DifferenceJson.write(ofEverySort()));
    add(ReportSchema.QUESTIONS, OutlookJson.write(List.of(together()), Language.ENGLISH));
  }

  private void add(ReportSchema schema, String document) {
    written.getOrDefault(schema, List.of()).add(document);
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** The examples differ too much from one another for some things to be compared at all. */
  private static PlanDifference ofEverySort() {
    Optional<String> source = Optional.of("D:\\");
    Step before =
        new Step("2", "a/b@S/D:\\", "a/b", "Do it", "S", source, "check", List.of("x"), List.of());
    Step after =
        new Step(
            "1", "a/b@S/D:\\", "a/b", "Do it", "S", source, "try", List.of("y"), List.of("one"));
    LeftOut left = new LeftOut("a/b", "Do it", "S", source, "satisfied", List.of("It is so"));
    return new PlanDifference(
        "en",
        both(new Problem("a/p", "it is broken", "S", source)),
        both(after),
        List.of(new Moved(before, after)),
        List.of(new Changed(before, after, both("x"), both("one"))),
        both(left),
        both(new Asked(List.of("servers[S].services[VSS]"), "the service")),
        both(new MayBe("errors[1]", "a/p", "it is broken")),
        both("what nobody knows"));
  }

  /** No example has two facts that decide only together. */
  private static Outlook together() {
    Address fact = Address.parse("servers[S].services[VSS].state");
    PlanDifference difference = ofEverySort();
    Step first = difference.steps().added().get(0);
    Prospect prospect =
        new Prospect(fact, List.of(Choice.is("x")), true, difference, Optional.of(first));
    Question question =
        new Question(
            List.of(fact),
            "the state",
            "S",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1,
            List.of("2"),
            BigDecimal.ONE);
    return new Outlook(
        question,
        List.of(prospect),
        List.of(new Joint(fact, Choice.is("x"), fact, Choice.is("y"), prospect)),
        true);
  }

  private static <T> Sides<T> both(T one) {
    return new Sides<>(List.of(one), List.of(one));
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** Returns where the objects of a document are, as JSON Pointers. */
  private static List<String> objects(JsonNode node, String pointer) {
    List<String> pointers = new ArrayList<>();
    if (node.isObject()) {
      pointers.add(pointer);
      node.properties()
          .forEach(
              field ->
                  pointers.addAll(
                      objects(
                          field.getValue(),
                          pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"))));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      pointers.addAll(objects(node.path(i), pointer + "/" + i));
    }
    return pointers;
  }

  private List<String> written(ReportSchema schema) {
    return written.getOrDefault(schema, List.of());
  }

  @ParameterizedTest
  @EnumSource
  void acceptsWhatIsWritten(ReportSchema schema) {
    Schema validator = schema(schema.text());

    assertTrue(written(schema).size() > 20);
    for (String document : written(schema)) {
      assertEquals(List.of(), validator.validate(document, InputFormat.JSON), document);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isFoundWhereADocumentSaysItIs(ReportSchema schema) {
    String id = parse(schema.text()).path("$id").asText();

    for (String document : written(schema)) {
      assertEquals(id, parse(document).path("$schema").asText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFieldNobodyKnows(ReportSchema schema) {
    Schema validator = schema(schema.text());
    List<String> accepted = new ArrayList<>();
    for (String document : written(schema).subList(0, 3)) {
      for (String pointer : objects(parse(document), "")) {
        JsonNode changed = parse(document);
        ((ObjectNode) changed.at(pointer)).put("surprise", "!");
        if (validator.validate(changed.toString(), InputFormat.JSON).isEmpty()) {
          accepted.add(pointer);
        }
      }
    }
    assertEquals(List.of(), accepted);
  }

  /** A property that is forbidden must be missed by some document. */
  @ParameterizedTest
  @EnumSource
  void declaresNothingThatIsNeverWritten(ReportSchema schema) {
    List<String> unused = new ArrayList<>();
    JsonNode whole = parse(schema.text());
    for (String pointer : objects(whole, "")) {
      if (pointer.endsWith("/properties")) {
        List<String> names = new ArrayList<>();
        whole.at(pointer).fieldNames().forEachRemaining(names::add);
        for (String name : names) {
          JsonNode without = parse(schema.text());
          ((ObjectNode) without.at(pointer)).set(name, BooleanNode.FALSE);
          Schema stricter = schema(without.toString());
          if (written(schema).stream()
              .allMatch(document -> stricter.validate(document, InputFormat.JSON).isEmpty())) {
            unused.add(pointer + "/" + name);
          }
        }
      }
    }
    assertEquals(List.of(), unused);
  }

  @ParameterizedTest
  @EnumSource
  void describesEverything(ReportSchema schema) {
    JsonNode whole = parse(schema.text());

    assertEquals(
        List.of(),
        objects(whole, "").stream()
            .filter(pointer -> pointer.matches("(/[$]defs/[^/]+)?/properties/[^/]+"))
            .filter(
                pointer ->
                    whole.at(pointer).path("description").asText().isBlank()
                        && whole.at(pointer).path("$ref").isMissingNode())
            .toList());
  }
}
