package dev.mabsplan.engine.scenario;

import static dev.mabsplan.engine.scenario.SmallScenario.BESIDE;
import static dev.mabsplan.engine.scenario.SmallScenario.FILE;
import static dev.mabsplan.engine.scenario.SmallScenario.GOOD;
import static dev.mabsplan.engine.scenario.SmallScenario.PLANNER;
import static dev.mabsplan.engine.scenario.SmallScenario.faults;
import static dev.mabsplan.engine.scenario.SmallScenario.read;
import static dev.mabsplan.engine.scenario.SmallScenario.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.scenario.Expectation.ExpectedExclusion;
import dev.mabsplan.engine.scenario.Expectation.ExpectedStep;
import dev.mabsplan.engine.scenario.Scenario.Stage;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.SystemProxy;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioReaderTest {

  /** The smallest file, with facts of its own. */
  private static Facts given(String facts) {
    return read("scenario: a\n" + facts + "expect: {steps: []}\n").get(0).given().facts();
  }

  /** The facts of the only case of a file, by what it says. */
  private static Facts givenInCase(String main, String of) {
    return read("scenario: a\ngiven:\n"
            + main.indent(2)
            + "expect: {steps: []}\ncases:\n  - name: b\n"
            + of.indent(4))
        .get(1)
        .given()
        .facts();
  }

  private static void assertFault(String expected, String text, String by) {
    assertEquals(List.of(FILE + expected), faults(() -> read(with(text, by))));
  }

  private static List<Service> services(Facts facts) {
    return facts.facts().stream()
        .filter(Service.class::isInstance)
        .map(Service.class::cast)
        .toList();
  }

  @Nested
  class TheMainCase {

    private final Scenario scenario = read(GOOD).get(0);

    @Test
    void isNamedByTopicAndFile() {
      assertEquals("small/vss", scenario.name());
      assertEquals("small", scenario.topic());
    }

    @Test
    void isNamedByTheFileAloneWhereItLiesInNoTopic() {
      ScenarioFile file = new ScenarioFile("x.yaml", "elsewhere", GOOD, path -> base());
      Scenario outside = new ScenarioReader(PLANNER).read(file).get(0);
      assertEquals("vss", outside.name());
      assertEquals("", outside.topic());
    }

    private Optional<String> base() {
      return BESIDE.values().stream().findFirst();
    }

    @Test
    void knowsWhereItIsWritten() {
      assertEquals(FILE + ":1:1", scenario.source().toString());
      assertEquals(FILE + ":16:3", scenario.expect().source().toString());
      assertEquals(
          List.of(FILE + ":18:7", FILE + ":19:7", FILE + ":20:7"),
          scenario.expect().steps().stream().map(step -> step.source().toString()).toList());
      assertEquals(FILE + ":25:5", scenario.after().get(0).source().toString());
      assertEquals(
          FILE + ":28:18", scenario.after().get(0).expect().excluded().get(0).source().toString());
    }

    @Test
    void saysWhichRulesFireAndWhichDoNot() {
      assertEquals(List.of("small/vss-disabled"), scenario.covers());
      assertEquals(List.of("small/vss-may-start"), scenario.silent());
    }

    @Test
    void saysWhatIsGiven() {
      Facts facts = scenario.given().facts();
      assertEquals(2, facts.errors().size());
      assertEquals(
          List.of(Service.of("FS01", "VSS").withStartType(StartType.DISABLED)), services(facts));
    }

    @Test
    void saysWhichPlanIsExpected() {
      Expectation expect = scenario.expect();
      assertEquals(Optional.of(List.of("small/inconsistent")), expect.problems());
      assertEquals(
          List.of(Address.parse("servers[MABS01].services[obengine].state")), expect.questions());
      assertEquals(Optional.of(List.of("small/start-agent")), expect.looks());
      assertEquals(1, expect.unexplained());
    }

    @Test
    void saysWhatIsExpectedOfAStep() {
      ExpectedStep step = scenario.expect().steps().get(0);
      assertEquals(
          new ExpectedStep(
              step.source(),
              "small/let-vss-start",
              Optional.of("1"),
              Optional.of("FS01"),
              Optional.empty(),
              Optional.of("confirmed"),
              Optional.of("checklist 1 of 2"),
              List.of("small/vss-disabled"),
              List.of(Address.parse("servers[FS01].services[VSS].startType")),
              Optional.empty()),
          step);
      assertEquals(Optional.of(List.of("C:\\Temp")), scenario.expect().steps().get(1).items());
      assertEquals(Optional.of("D:\\"), scenario.expect().steps().get(2).dataSource());
    }

    @Test
    void saysWhatIsExpectedOfAnExclusion() {
      ExpectedExclusion exclusion = scenario.after().get(0).expect().excluded().get(0);
      assertEquals(
          new ExpectedExclusion(
              exclusion.source(),
              "small/let-vss-start",
              Optional.of("FS01"),
              Optional.of("satisfied"),
              List.of("small/vss-may-start")),
          exclusion);
    }

    @Test
    void expectsAllStepsOrSomeAmongOthers() {
      assertEquals(false, scenario.expect().open());
      assertEquals(true, scenario.after().get(0).expect().open());
      assertEquals(
          List.of("small/make-folders"),
          scenario.after().get(0).expect().steps().stream().map(ExpectedStep::remedy).toList());
    }

    @Test
    void saysWhatIsDoneThen() {
      assertEquals(
          List.of(List.of("small/let-vss-start"), List.of()),
          scenario.after().stream().map(Stage::apply).toList());
    }

    @Test
    void comparesNothingOfWhatItDoesNotSay() {
      Scenario bare = read("scenario: bare\nexpect: {steps: []}\n").get(0);
      assertEquals("{}", bare.given().json());
      assertEquals(Optional.empty(), bare.expect().problems());
      assertEquals(Optional.empty(), bare.expect().looks());
      assertEquals(List.of(), bare.after());
    }

    @Test
    void expectsThatEveryErrorIsExplainedWhereItDoesNotSay() {
      assertEquals(0, read("scenario: bare\nexpect: {steps: []}\n").get(0).expect().unexplained());
    }

    @Test
    void canBeginWithAByteOrderMarkAndHaveLinesOfWindows() {
      assertEquals("small/vss", read("\uFEFF" + GOOD.replace("\n", "\r\n")).get(0).name());
    }

    @Test
    void canBeWrittenInJson() {
      assertEquals(
          "small/a", read("{\"scenario\": \"a\", \"expect\": {\"steps\": []}}").get(0).name());
    }

    @Test
    void canHaveANumberForAName() {
      assertEquals("small/3106", read("scenario: 3106\nexpect: {steps: []}\n").get(0).name());
    }
  }

  @Nested
  class EveryOtherCase {

    private final Scenario scenario = read(GOOD).get(1);

    @Test
    void isNamedBehindTheMainOne() {
      assertEquals("small/vss#may start", scenario.name());
      assertEquals(FILE + ":32:5", scenario.source().toString());
    }

    @Test
    void hasRulesOfItsOwn() {
      assertEquals(List.of("small/vss-may-start"), scenario.covers());
      assertEquals(List.of("small/vss-disabled"), scenario.silent());
    }

    @Test
    void mergesItsFactsOverTheMainOnesByName() {
      assertEquals(
          List.of(
              Service.of("A", "VSS")
                  .withState(ServiceState.STOPPED)
                  .withStartType(StartType.MANUAL)),
          services(
              givenInCase(
                  "servers: [{name: A, role: unknown, services: [{name: VSS, state: stopped,"
                      + " startType: disabled}]}]",
                  "given: {servers: [{name: A, services: [{name: VSS, startType: manual}]}]}")));
    }

    @Test
    void addsWhatTheMainOneDoesNotHave() {
      Facts facts =
          givenInCase(
              "servers: [{name: A, role: unknown, services: [{name: VSS, state: stopped}]}]",
              """
              given:
                servers:
                  - {name: B, role: unknown}
                  - {name: A, services: [{name: BITS, state: stopped}]}
              """);
      assertEquals(List.of("BITS", "VSS"), services(facts).stream().map(Service::name).toList());
      assertTrue(facts.server("B").isPresent());
    }

    @ParameterizedTest
    @CsvSource({"C:\\Temp, c:\\TEMP", "C:\\Temp, C:\\Temp\\"})
    void takesTwoSpellingsOfOnePathForOne(String path, String other) {
      Facts facts =
          givenInCase(
              "servers: [{name: A, role: unknown, folders: [{path: '" + path + "'}]}]",
              "given: {servers: [{name: a, folders: [{path: '" + other + "', present: false}]}]}");
      assertEquals(1, facts.facts().size(), () -> facts.facts().toString());
    }

    @Test
    void replacesErrorsWhichHaveNoName() {
      assertEquals(
          List.of(7),
          givenInCase("errors: [{id: 1}, {id: 2}]", "given: {errors: [{id: 7}]}").errors().stream()
              .map(error -> error.id())
              .toList());
    }

    @Test
    void replacesTheOneFactOfAKindComponentByComponent() {
      assertEquals(
          "{\"servers\":[{\"name\":\"A\",\"role\":\"unknown\",\"systemProxy\":"
              + "{\"enabled\":true}}]}",
          read("""
                  scenario: a
                  given: {servers: [{name: A, role: unknown, systemProxy: {enabled: false}}]}
                  expect: {steps: []}
                  cases: [{name: b, given: {servers: [{name: A, systemProxy: {enabled: true}}]}}]
                  """)
              .get(1)
              .given()
              .json());
    }

    @Test
    void replacesWhatIsExpectedKeyByKey() {
      Expectation main =
          read(with("expect: {problems: [], steps: [], questions: []", "expect: {questions: []"))
              .get(1)
              .expect();
      assertEquals(Optional.of(List.of("small/inconsistent")), main.problems());
      assertEquals(3, main.steps().size());
      assertEquals(List.of(), main.questions());
      assertEquals(0, main.unexplained());
    }

    @Test
    void inheritsWhatIsDoneThen() {
      assertEquals(2, read(with("    after: []\n", "")).get(1).after().size());
    }

    @Test
    void replacesWhatIsDoneThen() {
      assertEquals(List.of(), scenario.after());
      assertEquals(
          1,
          read(with("    after: []\n", "    after: [{expect: {steps: []}}]\n"))
              .get(1)
              .after()
              .size());
    }

    @Test
    void doesNotChangeTheMainOne() {
      assertEquals(
          List.of(StartType.DISABLED),
          services(read(GOOD).get(0).given().facts()).stream().map(Service::startType).toList());
    }
  }

  @Nested
  class WhatIsUnknown {

    private static final String SERVER =
        """
        given:
          observedAt: 2026-01-15T08:00:00Z
          servers:
            - name: A
              role: backupServer
              collected: [services, software]
              clock: {offsetSeconds: 0}
              systemProxy: {enabled: true, address: proxy}
              services: [{name: VSS, state: stopped}, {name: BITS, state: running}]
              software: [{product: sqlServer}]
            - {name: B, role: protectedServer}
          errors: [{id: 1}]
          attempts: [{remedy: small/check, outcome: failed}]
        """;

    private Facts without(String address) {
      return read(SERVER
              + "scenario: a\nexpect: {steps: []}\ncases:\n  - name: b\n    unknown: ['"
              + address
              + "']\n")
          .get(1)
          .given()
          .facts();
    }

    @Test
    void isAServer() {
      assertTrue(without("servers[A]").server("A").isEmpty());
      assertTrue(without("servers[A]").server("B").isPresent());
    }

    @Test
    void isTheRoleOfAServer() {
      assertNull(without("servers[A].role").server("A").orElseThrow().role());
    }

    @Test
    void isWhatWasCollectedOnAServer() {
      assertEquals(List.of(), without("servers[A].collected").collected());
    }

    @Test
    void isAKindOfFact() {
      assertEquals(List.of(), services(without("servers[A].services")));
      Address clock = Address.parse("servers[A].clock");
      assertEquals(Optional.empty(), without("servers[A].clock").fact(clock));
    }

    @Test
    void isAFactByAnySpellingOfItsName() {
      assertEquals(
          List.of("BITS"),
          services(without("servers[a].services[vss]")).stream().map(Service::name).toList());
    }

    @Test
    void isAComponentOfAFact() {
      assertEquals(
          List.of(Service.of("A", "BITS").withState(ServiceState.RUNNING), Service.of("A", "VSS")),
          services(without("servers[A].services[VSS].state")));
    }

    @Test
    void isAComponentOfTheOneFactOfAKind() {
      assertEquals(
          Optional.of(SystemProxy.of("A").withEnabled(true)),
          without("servers[A].systemProxy.address").fact(Address.parse("servers[A].systemProxy")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"servers[A].services[VSS]", "servers[A].services"})
    void isNotTakenForAbsentWhereItsKindWasCollectedWhole(String address) {
      assertEquals(
          List.of("SOFTWARE"),
          without(address).collected().stream().map(collected -> collected.kind().name()).toList());
    }

    @Test
    void isAFactThatIsAbsentSinceItsKindWasCollectedWhole() {
      assertEquals(
          List.of("SOFTWARE"),
          without("servers[A].services[WSearch]").collected().stream()
              .map(collected -> collected.kind().name())
              .toList());
    }

    @Test
    void areAllErrors() {
      assertEquals(List.of(), without("errors").errors());
    }

    @Test
    void areAllAttempts() {
      assertEquals(List.of(), without("attempts").attempts());
    }

    @Test
    void isWhenTheFactsWereObserved() {
      assertEquals(Optional.empty(), without("observedAt").observedAt());
    }

    @Test
    void isForgottenBeforeTheCasesOwnFactsArePutOver() {
      List<Scenario> cases =
          read(
              SERVER
                  + """
                  scenario: a
                  expect: {steps: []}
                  cases:
                    - name: b
                      unknown: ['servers[A].services']
                      given: {servers: [{name: A, services: [{name: WSearch}]}]}
                  """);
      assertEquals(
          List.of("WSearch"),
          services(cases.get(1).given().facts()).stream().map(Service::name).toList());
    }

    @Test
    void isForgottenByTheOtherCasesToo() {
      List<Scenario> cases =
          read(
              """
              scenario: a
              base: ../servers.yaml
              unknown: ['servers[MABS01]']
              expect: {steps: []}
              cases: [{name: b}]
              """);
      assertEquals(Optional.empty(), cases.get(1).given().facts().server("MABS01"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "servers[C]",
          "servers[C].services[VSS]",
          "servers[B].services[VSS]",
          "servers[B].services",
          "servers[B].collected",
          "servers[A].folders[C:\\Temp].present",
          "servers[A].services[VSS].startType",
          "servers[B].clock.offsetSeconds"
        })
    void isNotWhatIsNotGiven(String address) {
      assertEquals(
          List.of(
              FILE
                  + ":18:15: expected under \"unknown\" a fact of the base or of the main case, to be"
                  + " forgotten; found \""
                  + address
                  + "\"; what is not given is unknown as it is"),
          faults(() -> without(address)));
    }

    @Test
    void isNotASingleError() {
      assertEquals(
          List.of(
              FILE
                  + ":18:15: expected under \"unknown\" a fact of the base or of the main case, to be"
                  + " forgotten; found \"errors[1]\"; they are forgotten all together, as errors or attempts"),
          faults(() -> without("errors[1]")));
    }

    @Test
    void isNotObservedAtWhereItIsNotGiven() {
      assertEquals(
          List.of(
              FILE
                  + ":2:11: expected under \"unknown\" a fact of the base or of the main case, to be"
                  + " forgotten; found \"observedAt\"; what is not given is unknown as it is"),
          faults(() -> given("unknown: [observedAt]\n")));
    }
  }

  @Nested
  class ABase {

    private static final String BASE =
        "servers:\n  - {name: A, role: unknown, services: [{name: VSS, state: stopped}]}\n";

    private Facts over(String base, String given) {
      return read(
              "scenario: a\nbase: ../base.yaml\n" + given + "expect: {steps: []}\n",
              Map.of("../base.yaml", base))
          .get(0)
          .given()
          .facts();
    }

    @Test
    void liesUnderWhatIsGiven() {
      assertEquals(
          List.of(
              Service.of("A", "VSS")
                  .withState(ServiceState.STOPPED)
                  .withStartType(StartType.MANUAL)),
          services(
              over(
                  BASE,
                  "given: {servers: [{name: A, services: [{name: VSS, startType: manual}]}]}\n")));
    }

    @Test
    void canBeJson() {
      assertEquals(1, over("{\"errors\": [{\"id\": 1}]}", "").errors().size());
    }

    @Test
    void canBeForgottenInPart() {
      assertEquals(
          List.of(Service.of("A", "VSS")),
          services(over(BASE, "unknown: ['servers[A].services[VSS].state']\n")));
    }

    @Test
    void isAPath() {
      assertFault(
          ":4:7: expected a path under \"base\"; found a list",
          "base: ../servers.yaml",
          "base: []");
    }

    @Test
    void mustBeThere() {
      assertFault(
          ":4:7: expected a facts document at the path of \"base\", from this file; found none at"
              + " \"../server.yaml\"",
          "../servers.yaml",
          "../server.yaml");
    }

    @Test
    void isNamedWhereAFactOfItIsWrong() {
      assertEquals(
          List.of(
              "small/base.yaml:2:53: expected a known field; found \"stat\"; did you mean"
                  + " \"state\"?"),
          faults(() -> over(BASE.replace("state", "stat"), "")));
    }

    @Test
    void isNamedWhereItIsNoYaml() {
      assertEquals(
          List.of(
              "small/base.yaml:1:10: expected YAML; found while parsing a flow node: expected the node content, but found '}'"),
          faults(() -> over("errors: [}", "")));
    }

    @Test
    void makesNoFaultsOfWhatLiesOnItWhereItIsNoYaml() {
      assertEquals(
          1,
          faults(
                  () ->
                      over(
                          "errors: [}",
                          "given: {servers: [{name: A}]}\nunknown: ['servers[A].services']\n"))
              .size());
    }

    @Test
    void isNamedWhereItIsNoMapping() {
      assertEquals(
          List.of("small/base.yaml:1:1: expected a mapping; found a list"),
          faults(() -> over("[]", "")));
    }
  }

  @Nested
  class AFileIsRefused {

    @Test
    void whereItIsNoYaml() {
      assertFault(
          ":3:7: expected YAML; found while parsing a flow sequence: expected ',' or ']', but got :",
          "covers: [small/vss-disabled]\n",
          "covers: [small/vss-disabled\n");
    }

    @Test
    void whereItSaysOneThingTwice() {
      assertFault(
          ":4:1: expected YAML; found \"silent\" stands here a second time",
          "base:",
          "silent: []\nbase:");
    }

    @Test
    void whereItHoldsASecondDocument() {
      assertEquals(
          List.of(FILE + ":40:1: expected YAML; found a second document in one file"),
          faults(() -> read(GOOD + "---\nscenario: another\n")));
    }

    @Test
    void whereItIsEmpty() {
      assertEquals(
          List.of(
              FILE
                  + ":1:1: expected a name under \"scenario\"; found none; write scenario: NAME"
                  + " first",
              FILE
                  + ":1:1: expected the steps that are expected, under expect: steps; found none;"
                  + " write expect: {steps: []} where there is none"),
          faults(() -> read("")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "covers: | cover: | 2:1 | covers",
          "questions: | question: | 21:3 | questions",
          "status: | stats: | 18:58 | status",
          "verdict: | veredict: | 28:58 | verdict",
          "contains: | contain: | 27:15 | contains",
          "apply: | aply: | 25:5 | apply",
          "covers: [small/vss-may | cover: [small/vss-may | 33:5 | covers"
        })
    void whereItHasAKeyThatNobodyReads(String key, String other, String at, String meant) {
      String fault = faults(() -> read(with(key, other))).get(0);
      assertTrue(fault.startsWith(FILE + ":" + at + ": expected one of "), fault);
      assertTrue(fault.endsWith("; did you mean \"" + meant + "\"?"), fault);
    }

    @Test
    void whereACaseHasWhatOnlyAFileHas() {
      assertFault(
          ":32:5: expected one of name, covers, silent, given, unknown, expect,"
              + " after; found \"base\"; did you mean \"name\"?",
          "  - name: may start",
          "  - base: ../servers.yaml\n    name: may start");
    }

    @Test
    void whereItHasNoName() {
      assertFault(
          ":1:1: expected a name under \"scenario\"; found none; write scenario: NAME first",
          "scenario: vss\n",
          "");
      assertFault(
          ":1:10: expected a name under \"scenario\"; found nothing; write scenario: NAME first",
          "scenario: vss\n",
          "scenario:\n");
    }

    @Test
    void whereItExpectsNoSteps() {
      assertEquals(
          List.of(
              FILE
                  + ":2:9: expected the steps that are expected, under expect: steps; found none;"
                  + " write expect: {steps: []} where there is none"),
          faults(() -> read("scenario: a\nexpect: {}\n")));
    }

    @Test
    void whereAStageExpectsNoSteps() {
      assertFault(
          ":30:13: expected the steps that are expected, under expect: steps; found none; write"
              + " expect: {steps: []} where there is none",
          "expect: {problems: [], steps: [], unexplained: 1}",
          "expect: {problems: [], unexplained: 1}");
      assertFault(
          ":30:5: expected the steps that are expected, under expect: steps; found none; write"
              + " expect: {steps: []} where there is none",
          "expect: {problems: [], steps: [], unexplained: 1}",
          "apply: []");
    }

    @Test
    void whereItDoesNotSayWhichStepsAreAmongThose() {
      assertFault(
          ":27:14: expected a list under \"contains\"; found none; write steps: {contains: [...]}",
          "{contains: [{remedy: small/make-folders}]}",
          "{}");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "covers: [small/vss-disabled] | covers: small/vss-disabled | 2:9 | covers"
              + " | \"small/vss-disabled\"",
          "because: [small/vss-may-start] | because: small/vss-may-start | 28:87 | because"
              + " | \"small/vss-may-start\"",
          "looks: [small/start-agent] | looks: {} | 22:10 | looks | a mapping",
          "unknown: [errors] | unknown: errors | 36:14 | unknown | \"errors\"",
          "after: [] | after: | 38:11 | after | nothing",
          "items: ['C:\\Temp'] | items: 'C:\\Temp' | 19:72 | items | \"C:\\Temp\""
        })
    void whereAListIsNone(String text, String by, String at, String field, String found) {
      assertFault(":" + at + ": expected a list under \"" + field + "\"; found " + found, text, by);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "expect: {problems: [], steps: [], questions: [], looks: [], unexplained: 0} | expect: []"
              + " | 37:13 | a mapping under \"expect\" | a list",
          "expect: {problems: [], steps: [], unexplained: 1} | expect: none | 30:13"
              + " | a mapping under \"expect\" | \"none\"",
          "- {remedy: small/make-folders, on: FS01, status: confirmed, items: ['C:\\Temp']}"
              + " | - small/make-folders | 19:7 | a step, with a remedy | \"small/make-folders\""
        })
    void whereAMappingIsNone(String text, String by, String at, String expected, String found) {
      assertFault(":" + at + ": expected " + expected + "; found " + found, text, by);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "on: FS01 | on: | 18:51 | on | nothing | ''",
          "on: FS01 | on: 007 | 18:52 | on | \"007\" | ; write it in quotes"
        })
    void whereATextIsNone(
        String text, String by, String at, String field, String found, String hint) {
      assertFault(
          ":" + at + ": expected a text under \"" + field + "\"; found " + found + hint, text, by);
    }

    @Test
    void whereAnItemIsANumberThatYamlWouldChange() {
      assertFault(
          ":19:73: expected a text; found \"1.10\"; write it in quotes",
          "items: ['C:\\Temp']",
          "items: [1.10]");
    }

    @Test
    void whereAStepHasNoRemedy() {
      assertFault(
          ":19:7: expected the remedy of a step; found none; write remedy: TOPIC/NAME",
          "{remedy: small/make-folders, on: FS01",
          "{on: FS01");
    }

    @Test
    void whereAnExclusionHasNoRemedy() {
      assertFault(
          ":28:18: expected the remedy of an exclusion; found none; write remedy: TOPIC/NAME",
          "excluded: [{remedy: small/let-vss-start, on",
          "excluded: [{on");
    }

    @Test
    void whereACaseHasNoName() {
      assertFault(
          ":32:5: expected a name of its own for every case; found none; write name: NAME first",
          "  - name: may start\n    covers",
          "  - covers");
    }

    @Test
    void whereTwoCasesHaveOneName() {
      assertFault(
          ":33:5: expected a name of its own for every case; found \"may start\", as on line 32",
          "  - name: may start\n",
          "  - name: may start\n  - name: may start\n");
    }

    @Test
    void whereANumberOfErrorsIsNone() {
      assertFault(
          ":23:16: expected a number of errors under \"unexplained\"; found \"some\"",
          "unexplained: 1",
          "unexplained: some");
    }

    @Test
    void whereItNamesARuleThatThereIsNot() {
      assertFault(
          ":2:10: expected a rule of a rule pack, as topic/name; found \"small/vss-disable\"; did"
              + " you mean \"small/vss-disabled\"?",
          "small/vss-disabled",
          "small/vss-disable");
    }

    @Test
    void whereAReasonIsNeitherARuleNorAnAddress() {
      assertFault(
          ":18:111: expected a rule of a rule pack, as topic/name, or the address of a fact, such as"
              + " servers[FS01].services[VSS].startType; found \"small/vss-disable\"; did you mean"
              + " \"small/vss-disabled\"?",
          "because: [small/vss-disabled",
          "because: [small/vss-disable");
    }

    @Test
    void whereItNamesARemedyThatThereIsNot() {
      assertFault(
          ":19:16: expected a remedy of a rule pack, as topic/name; found \"small/make-folder\";"
              + " did you mean \"small/make-folders\"?",
          "small/make-folders",
          "small/make-folder");
    }

    @Test
    void whereItNamesAProblemThatThereIsNot() {
      assertFault(
          ":16:14: expected a problem of a rule pack, as topic/name; found \"small/consistent\"; did"
              + " you mean \"small/inconsistent\"?",
          "small/inconsistent",
          "small/consistent");
    }

    @Test
    void whereItNamesAStatusThatThereIsNot() {
      assertFault(
          ":18:58: expected one of confirmed, required, check, try under \"status\"; found"
              + " \"confirm\"; did you mean \"confirmed\"?",
          "status: confirmed",
          "status: confirm");
    }

    @Test
    void whereItNamesAVerdictThatThereIsNot() {
      assertFault(
          ":28:58: expected one of satisfied, inapplicable, failed, impossible, helped, done under"
              + " \"verdict\"; found \"satisfies\"; did you mean \"satisfied\"?",
          "verdict: satisfied",
          "verdict: satisfies");
    }

    @Test
    void whereAQuestionIsNoAddress() {
      assertFault(
          ":21:15: expected the address of a fact, such as servers[FS01].services[VSS].startType;"
              + " found \"servers[MABS01].service[obengine].state\"; expected a kind of fact; did you"
              + " mean services? in the address \"servers[MABS01].service[obengine].state\"; found"
              + " \"service[obengine].state\" at column 17",
          "servers[MABS01].services[obengine].state",
          "servers[MABS01].service[obengine].state");
    }

    @Test
    void whereAFactIsNone() {
      assertFault(
          ":10:23: expected a known field; found \"startTyp\"; did you mean" + " \"startType\"?",
          "startType: disabled",
          "startTyp: disabled");
    }

    @Test
    void whereAFactOfACaseIsNone() {
      assertFault(
          ":35:59: expected one of automatic, manual, disabled; found \"manuel\"; did you mean"
              + " \"manual\"?",
          "startType: manual",
          "startType: manuel");
    }

    @Test
    void whereANumberIsTooLargeForAny() {
      assertFault(
          ":12:8: expected an integer from -2147483648 to 2147483647; found 1E+999",
          "id: 3106",
          "id: 1e999");
    }

    @Test
    void withEverythingThatIsWrongAtOnce() {
      assertEquals(
          3,
          faults(
                  () ->
                      read(
                          GOOD.replace("covers:", "cover:")
                              .replace("looks: [small/start-agent]", "looks: [small/stop-agent]")))
              .size());
    }
  }
}
