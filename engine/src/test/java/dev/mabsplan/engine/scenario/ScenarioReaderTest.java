package dev.mabsplan.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.scenario.Scenario.ExpectedExclusion;
import dev.mabsplan.engine.scenario.Scenario.ExpectedStep;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

  private static final String GOOD =
      """
      scenario: vss-disabled
      covers: [small/vss-disabled]
      silent: [small/other]
      given:
        servers:
          - name: FS01
            role: protectedServer
            services: [{name: VSS, state: stopped, startType: disabled}]
        errors:
          - {id: 3106, server: FS01}
      expect:
        problems: [small/inconsistent]
        steps:
          - {remedy: small/let-vss-start, number: 2b, on: FS01, status: confirmed, because: [small/vss-disabled], items: [VSS]}
          - {remedy: small/check}
        excluded:
          - {remedy: small/other, verdict: satisfied, because: [small/rule]}
        questions: ["servers[FS01].services[VSS].startType"]
        looks: [small/look]
        unexplained: 1
      cases:
        - name: vss set to manual
          silent: [small/vss-disabled]
          given: {servers: [{name: fs01, services: [{name: vss, startType: manual}]}]}
          expect: {steps: []}
      """;

  private static List<Scenario> read(String text) {
    return ScenarioReader.read("vss-disabled.yaml", text);
  }

  private static List<Scenario> read(String text, String by) {
    assertTrue(GOOD.contains(text), text);
    return read(GOOD.replace(text, by));
  }

  private static void assertFault(String message, String text, String by) {
    InvalidScenarioException e = assertThrows(InvalidScenarioException.class, () -> read(text, by));
    assertEquals(
        List.of("vss-disabled.yaml" + message), e.faults().stream().map(Fault::message).toList());
  }

  @Nested
  class TheMainCase {

    private final Scenario scenario = read(GOOD).get(0);

    @Test
    void isNamedAsTheScenario() {
      assertEquals("vss-disabled", scenario.name());
      assertEquals("vss-disabled.yaml", scenario.file());
    }

    @Test
    void saysWhichRulesFireAndWhichDoNot() {
      assertEquals(List.of("small/vss-disabled"), scenario.covers());
      assertEquals(List.of("small/other"), scenario.silent());
    }

    @Test
    void saysWhatIsGiven() {
      assertEquals(1, FactsDocument.parse(scenario.given()).errors().size());
    }

    @Test
    void saysWhatIsExpected() {
      assertEquals(Optional.of(List.of("small/inconsistent")), scenario.problems());
      assertEquals(
          List.of(
              new ExpectedStep(
                  "small/let-vss-start",
                  Optional.of("2b"),
                  Optional.of("FS01"),
                  Optional.empty(),
                  Optional.of("confirmed"),
                  List.of("small/vss-disabled"),
                  Optional.of(List.of("VSS"))),
              new ExpectedStep(
                  "small/check",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  Optional.empty())),
          scenario.steps());
      assertEquals(
          List.of(
              new ExpectedExclusion(
                  "small/other", Optional.of("satisfied"), List.of("small/rule"))),
          scenario.excluded());
      assertEquals(List.of("servers[FS01].services[VSS].startType"), scenario.questions());
      assertEquals(Optional.of(List.of("small/look")), scenario.looks());
      assertEquals(1, scenario.unexplained());
    }

    @Test
    void comparesNothingOfWhatItDoesNotSay() {
      Scenario bare = read("scenario: bare\nexpect: {steps: []}\n").get(0);
      assertEquals("{}", bare.given());
      assertEquals(Optional.empty(), bare.problems());
      assertEquals(Optional.empty(), bare.looks());
    }
  }

  @Nested
  class EveryOtherCase {

    private final Scenario scenario = read(GOOD).get(1);

    @Test
    void isNamedBehindTheScenario() {
      assertEquals("vss-disabled#vss set to manual", scenario.name());
    }

    @Test
    void hasRulesOfItsOwn() {
      assertEquals(List.of(), scenario.covers());
      assertEquals(List.of("small/vss-disabled"), scenario.silent());
    }

    @Test
    void mergesItsFactsOverTheMainOnesByName() {
      assertEquals(
          List.of(
              Service.of("FS01", "VSS")
                  .withState(ServiceState.STOPPED)
                  .withStartType(StartType.MANUAL)),
          FactsDocument.parse(
                  scenario.given().replace("fs01", "FS01").replace("\"vss\"", "\"VSS\""))
              .facts());
    }

    @Test
    void replacesErrorsWhichHaveNoName() {
      Scenario other =
          read("given: {servers: [{name: fs01", "given: {errors: [{id: 7}], servers: [{name: fs01")
              .get(1);
      assertEquals(1, FactsDocument.parse(other.given()).errors().size());
    }

    @Test
    void replacesWhatIsExpectedByName() {
      assertEquals(List.of(), scenario.steps());
      assertEquals(Optional.of(List.of("small/inconsistent")), scenario.problems());
    }
  }

  @Nested
  class AFileIsRefused {

    @Test
    void whereItIsNoYaml() {
      assertFault(
          ":3: expected YAML; found while parsing a flow sequence",
          "covers: [small/vss-disabled]\n",
          "covers: [small/vss-disabled\n");
    }

    @Test
    void whereItSaysOneThingTwice() {
      assertFault(
          ":4: expected YAML; found Duplicate field 'silent'", "given:\n", "silent: []\ngiven:\n");
    }

    @Test
    void whereItHoldsASecondDocument() {
      InvalidScenarioException e =
          assertThrows(
              InvalidScenarioException.class, () -> read(GOOD + "---\nscenario: another\n"));
      assertEquals(1, e.faults().size());
    }

    @Test
    void whereItHasAKeyThatNobodyReads() {
      assertFault(
          ": expected in the file one of cases, covers, expect, given, scenario, silent; found"
              + " \"cover\"; did you mean \"covers\"?",
          "covers:",
          "cover:");
      assertFault(
          ": expected in expect one of excluded, looks, problems, questions, steps, unexplained;"
              + " found \"question\"; did you mean \"questions\"?",
          "  questions:",
          "  question:");
      assertFault(
          ": expected in a step one of because, dataSource, items, number, on, remedy, status; found"
              + " \"becuase\"; did you mean \"because\"?",
          "because: [small/vss-disabled]",
          "becuase: [small/vss-disabled]");
      assertFault(
          ": expected in an exclusion one of because, remedy, verdict; found \"veredict\"; did you"
              + " mean \"verdict\"?",
          "verdict",
          "veredict");
      assertFault(
          ": expected in a case one of covers, expect, given, name, silent; found \"cases\"",
          "  - name: vss",
          "  - cases: []\n    name: vss");
    }

    @Test
    void whereItHasNoName() {
      assertFault(": expected a name under \"scenario\"; found none", "scenario: vss-disabled", "");
    }

    @Test
    void whereItExpectsNoSteps() {
      InvalidScenarioException e =
          assertThrows(InvalidScenarioException.class, () -> read("scenario: a\nexpect: {}\n"));
      assertEquals(
          "vss-disabled.yaml: expected the steps that are expected, under expect: steps; found none",
          e.getMessage());
    }

    @Test
    void whereAListIsNone() {
      assertFault(
          ": expected a list under \"covers\"; found \"small/vss-disabled\"",
          "covers: [small/vss-disabled]",
          "covers: small/vss-disabled");
      assertFault(
          ": expected a list under \"because\"; found \"small/rule\"",
          "because: [small/rule]",
          "because: small/rule");
      assertFault(
          ": expected a list under \"looks\"; found \"small/look\"",
          "looks: [small/look]",
          "looks: small/look");
    }

    @Test
    void whereAMappingIsNone() {
      assertFault(
          ": expected a mapping under \"expect\"; found []",
          "    expect: {steps: []}",
          "    expect: []");
    }

    @Test
    void whereAStepHasNoRemedy() {
      assertFault(
          ": expected the remedy of a step; found \"small/check\"",
          "- {remedy: small/check}",
          "- small/check");
    }

    @Test
    void whereACaseHasNoName() {
      assertFault(
          ": expected a name of its own for every case; found none",
          "  - name: vss set to manual\n    silent",
          "  - silent");
    }

    @Test
    void whereTwoCasesHaveOneName() {
      assertFault(
          ": expected a name of its own for every case; found \"vss set to manual\" twice",
          "cases:\n",
          "cases:\n  - {name: vss set to manual}\n");
    }

    @Test
    void whereANumberIsNone() {
      assertFault(
          ": expected a number of errors under \"unexplained\"; found \"some\"",
          "unexplained: 1",
          "unexplained: some");
    }

    @Test
    void withEverythingThatIsWrongAtOnce() {
      InvalidScenarioException e =
          assertThrows(
              InvalidScenarioException.class,
              () -> read(GOOD.replace("covers:", "cover:").replace("silent:", "silence:")));
      assertEquals(3, e.faults().size(), e.getMessage());
    }
  }
}
