package dev.mabsplan.engine.scenario;

import static dev.mabsplan.engine.scenario.SmallScenario.FILE;
import static dev.mabsplan.engine.scenario.SmallScenario.GOOD;
import static dev.mabsplan.engine.scenario.SmallScenario.PACK;
import static dev.mabsplan.engine.scenario.SmallScenario.PLANNER;
import static dev.mabsplan.engine.scenario.SmallScenario.read;
import static dev.mabsplan.engine.scenario.SmallScenario.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.scenario.Difference.Cause;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRunnerTest {

  private static final ScenarioRunner RUNNER = new ScenarioRunner(PLANNER);

  /** The error of the problem with two rivals, and what is expected of it. */
  private static final String RIVALS =
      """
      scenario: rivals
      base: ../servers.yaml
      given: {errors: [{id: 3170, server: MABS01}]}
      expect:
        steps:
          - {remedy: small/add-disk, number: 2a, path: rivals 1 of 2, status: try}
          - {remedy: small/empty-pool, number: 2b, path: rivals 2 of 2}
          - {remedy: small/check, number: 3, path: retry}
      """;

  private static Result run(int number, String text) {
    return RUNNER.run(read(text).get(number));
  }

  private static Result rivals(String text, String by) {
    assertTrue(RIVALS.contains(text), text);
    return run(0, RIVALS.replace(text, by));
  }

  /** What differs in the main case when one thing of the file is said otherwise. */
  private static Result changed(String text, String by) {
    return run(0, with(text, by));
  }

  private static Difference only(Result result) {
    assertEquals(1, result.differences().size(), () -> result.differences().toString());
    assertEquals(Outcome.FAILED, result.outcome());
    return result.differences().get(0);
  }

  /** The rows as a diff: what came as expected, what did not come, what came in its place. */
  private static List<String> rows(Difference difference) {
    List<String> rows = new ArrayList<>();
    for (Difference.Row row : difference.rows()) {
      if (row.same()) {
        rows.add("  " + row.got());
      } else {
        Optional.of(row.expected())
            .filter(text -> !text.isEmpty())
            .ifPresent(e -> rows.add("- " + e));
        Optional.of(row.got()).filter(text -> !text.isEmpty()).ifPresent(g -> rows.add("+ " + g));
      }
    }
    return rows;
  }

  private static void assertDiffers(String what, int line, List<String> rows, Result result) {
    Difference difference = only(result);
    assertEquals(what, difference.what());
    assertEquals(rows, rows(difference));
    assertEquals(FILE + ":" + line, file(difference.source()));
  }

  private static String file(Source source) {
    return source.file() + ":" + source.line();
  }

  private static Optional<Source> ruleSource(String rule) {
    return Workshop.of(PLANNER)
        .rules()
        .rule(rule)
        .map(known -> Source.of(known.file(), known.line()));
  }

  /** The facts that a cause matched, with the lines that give them. */
  private static List<String> matched(Cause cause) {
    return cause.matched().stream()
        .map(
            matched ->
                matched.fact().address()
                    + " = "
                    + matched.fact().value()
                    + matched.source().map(source -> " at " + file(source)).orElse(""))
        .toList();
  }

  @Nested
  class AScenarioThatIsSo {

    private final Result main = run(0, GOOD);
    private final Result other = run(1, GOOD);

    @Test
    void passes() {
      assertEquals(List.of(), main.differences());
      assertEquals(Outcome.PASSED, main.outcome());
      assertEquals(List.of(), other.differences());
    }

    @Test
    void isNamed() {
      assertEquals("small/vss", main.name());
      assertEquals("small", main.topic());
      assertEquals(FILE + ":1", file(main.source()));
      assertEquals("small/vss#may start", other.name());
      assertEquals(FILE + ":32", file(other.source()));
    }

    @Test
    void tellsWhichRulesFired() {
      assertEquals(
          Set.of("small/inconsistent", "small/vss-disabled", "small/folder-missing"), main.fired());
      assertEquals(Set.of("small/vss-disabled"), main.covers());
      assertEquals(Set.of("small/vss-may-start"), main.silent());
    }

    @Test
    void tellsWhichFactsAreAskedFor() {
      assertEquals(
          List.of(Address.parse("servers[MABS01].services[obengine].state")), main.asked());
    }

    @Test
    void tellsWhichRemediesLeftNothingToDo() {
      assertEquals(
          Set.of("small/let-vss-start", "small/make-folders", "small/check"), main.closed());
    }

    @Test
    void tellsOfNoRemedyWhereSomethingIsLeftToDo() {
      assertEquals(
          Set.of(),
          run(0, with("  - expect: {problems: [], steps: [], unexplained: 1}\n", "")).closed());
    }
  }

  @Nested
  class AScenarioFails {

    @Test
    void whereARuleStaysSilent() {
      assertDiffers(
          "rule small/vss-may-start",
          1,
          List.of("- fires", "+ stays silent"),
          changed("covers: [small/vss-disabled]", "covers: [small/vss-may-start]"));
    }

    @Test
    void whereARuleFires() {
      Result result = changed("silent: [small/vss-may-start]", "silent: [small/vss-disabled]");
      assertDiffers("rule small/vss-disabled", 1, List.of("- stays silent", "+ fires"), result);
      Cause cause = only(result).causes().get(0);
      assertEquals("small/vss-disabled", cause.rule());
      assertEquals(ruleSource("small/vss-disabled"), cause.ruleSource());
      assertEquals(
          List.of("servers[FS01].services[VSS].startType = disabled at " + FILE + ":10"),
          matched(cause));
    }

    @Test
    void whereAProblemIsNotExpected() {
      Result result = changed("problems: [small/inconsistent]", "problems: []");
      assertDiffers("problems", 16, List.of("+ small/inconsistent"), result);
      Cause cause = only(result).causes().get(0);
      assertEquals("small/inconsistent", cause.what());
      assertEquals("small/inconsistent", cause.rule());
      assertEquals(ruleSource("small/inconsistent"), cause.ruleSource());
      assertEquals("DPM reports the replica of D:\\ as inconsistent", cause.text());
      assertEquals(
          List.of("errors[3106 on FS01, D:\\] = small/inconsistent at " + FILE + ":12"),
          matched(cause));
    }

    @Test
    void whereAProblemIsMissing() {
      assertDiffers(
          "problems",
          16,
          List.of("- small/full", "  small/inconsistent"),
          changed("[small/inconsistent]", "[small/full, small/inconsistent]"));
    }

    @Test
    void whereThereIsAStepMore() {
      Result result =
          changed(
              "    - {remedy: small/make-folders, on: FS01, status: confirmed, items:"
                  + " ['C:\\Temp']}\n",
              "");
      assertDiffers(
          "steps",
          18,
          List.of("  small/let-vss-start", "+ small/make-folders", "  small/check"),
          result);
      Cause cause = only(result).causes().get(0);
      assertEquals("small/make-folders", cause.what());
      assertEquals("small/folder-missing", cause.rule());
      assertEquals("It is so.", cause.text());
      assertEquals(
          List.of("servers[FS01].folders[C:\\Temp].present = false at " + FILE + ":8"),
          matched(cause));
      assertEquals(1, only(result).causes().size());
    }

    @Test
    void whereAStepFollowsFromAProblemThatNobodyExpects() {
      Result result =
          changed(
              "    - {remedy: small/check, on: MABS01, dataSource: 'D:\\', status: required}\n",
              "");
      assertEquals(
          List.of("small/check by ", "small/inconsistent by small/inconsistent"),
          only(result).causes().stream()
              .map(cause -> cause.what() + " by " + cause.rule())
              .toList());
    }

    @Test
    void whereOneOfTwoStepsAlikeIsMore() {
      String two =
          """
          scenario: two
          given:
            servers:
              - {name: MABS01, role: backupServer}
              - {name: FS01, role: protectedServer, services: [{name: VSS, startType: disabled}]}
              - {name: FS02, role: protectedServer, services: [{name: VSS, startType: disabled}]}
            errors: [{id: 3106, server: FS01}, {id: 3106, server: FS02}]
          expect:
            steps:
              - {remedy: small/let-vss-start}
              - {remedy: small/check}
          """;
      Difference difference = run(0, two).differences().get(0);
      assertEquals(
          "[servers[FS02].services[VSS].startType = disabled at " + FILE + ":6]",
          difference.causes().stream()
              .filter(cause -> cause.rule().equals("small/vss-disabled"))
              .map(cause -> matched(cause).toString())
              .collect(Collectors.joining()),
          () -> difference.toString());
    }

    @Test
    void whereAStepIsMissing() {
      assertDiffers(
          "steps",
          18,
          List.of(
              "  small/let-vss-start", "  small/make-folders", "  small/check", "- small/add-disk"),
          changed(
              "dataSource: 'D:\\', status: required}\n",
              "dataSource: 'D:\\', status: required}\n    - {remedy: small/add-disk}\n"));
    }

    @Test
    void whereStepsComeInAnotherOrder() {
      Result result =
          rivals(
              """
                  - {remedy: small/add-disk, number: 2a, path: rivals 1 of 2, status: try}
                  - {remedy: small/empty-pool, number: 2b, path: rivals 2 of 2}
              """,
              """
                  - {remedy: small/empty-pool}
                  - {remedy: small/add-disk}
              """);
      assertDiffers(
          "steps",
          6,
          List.of("- small/empty-pool", "  small/add-disk", "+ small/empty-pool", "  small/check"),
          result);
      assertEquals(List.of(), only(result).causes());
      assertEquals(
          List.of("small/empty-pool stands at 2b", "Only trying tells."),
          only(result).notes().subList(0, 2));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "number: 1 | number: 2 | 18 | step 1 small/let-vss-start: number | 2 | 1",
          "on: FS01 | on: MABS01 | 18 | step 1 small/let-vss-start: server | MABS01 | FS01",
          "dataSource: 'D:\\', st | dataSource: 'E:\\', st | 20 | step 3 small/check: data source"
              + " | E:\\ | D:\\",
          "status: required | status: try | 20 | step 3 small/check: status | try | required",
          "path: checklist 1 of 2 | path: retry | 18 | step 1 small/let-vss-start: path | retry"
              + " | checklist 1 of 2",
          "items: ['C:\\Temp'] | items: ['C:\\Windows'] | 19 | step 2 small/make-folders: items"
              + " | C:\\Windows | C:\\Temp",
          "because: [small/vss-disabled | because: [small/pool-full | 18"
              + " | step 1 small/let-vss-start: because | small/pool-full | small/vss-disabled",
          "services[VSS].startType\"] | services[VSS].state\"] | 18"
              + " | step 1 small/let-vss-start: because | servers[FS01].services[VSS].state"
              + " | servers[FS01].services[VSS].startType"
        })
    void whereSomethingOfAStepIsOtherwise(
        String text, String by, int line, String what, String expected, String got) {
      assertDiffers(what, line, List.of("- " + expected, "+ " + got), changed(text, by));
    }

    @Test
    void whereAStatusIsOtherwiseAndTellsWhatSaysSo() {
      Difference difference = only(changed("status: confirmed", "status: check"));
      assertEquals(
          List.of("small/vss-disabled"), difference.causes().stream().map(Cause::rule).toList());
    }

    @Test
    void whereAlternativesHaveOtherNumbers() {
      assertDiffers(
          "step 2b small/empty-pool: number",
          7,
          List.of("- 3", "+ 2b"),
          rivals("number: 2b", "number: 3"));
    }

    @Test
    void whereAlternativesHaveOtherPlaces() {
      assertDiffers(
          "step 2a small/add-disk: path",
          6,
          List.of("- rivals 2 of 2", "+ rivals 1 of 2"),
          rivals("path: rivals 1 of 2", "path: rivals 2 of 2"));
    }

    @Test
    void whereNothingIsLeftOut() {
      Result result = changed("  questions:", "  excluded: [{remedy: small/check}]\n  questions:");
      assertDiffers("left out", 21, List.of("- small/check"), result);
      assertEquals(List.of("nothing is left out"), only(result).notes());
      assertEquals(
          List.of("small/check", "small/inconsistent"),
          only(result).causes().stream().map(Cause::what).toList());
    }

    @Test
    void whereOthersAreLeftOut() {
      Result result =
          changed(
              "excluded: [{remedy: small/let-vss-start, on: FS01, verdict: satisfied, because: [small/vss-may-start]}]",
              "excluded: [{remedy: small/check, on: MABS01}]");
      assertDiffers("after 1: left out", 28, List.of("- small/check on MABS01"), result);
      assertEquals(List.of("left out are small/let-vss-start on FS01"), only(result).notes());
    }

    @Test
    void whereARemedyIsLeftOutOnAnotherServer() {
      Result result =
          changed(
              "[{remedy: small/let-vss-start, on: FS01", "[{remedy: small/let-vss-start, on: FS02");
      assertDiffers("after 1: left out", 28, List.of("- small/let-vss-start on FS02"), result);
      assertEquals(List.of("left out are small/let-vss-start on FS01"), only(result).notes());
    }

    @Test
    void whereARemedyIsLeftOutForAnotherCause() {
      assertDiffers(
          "after 1: left out small/let-vss-start: verdict",
          28,
          List.of("- inapplicable", "+ satisfied"),
          changed("verdict: satisfied", "verdict: inapplicable"));
    }

    @Test
    void whereARemedyIsLeftOutByAnotherRule() {
      assertDiffers(
          "after 1: left out small/let-vss-start: because",
          28,
          List.of("- small/vss-disabled", "+ small/vss-may-start"),
          changed("because: [small/vss-may-start]", "because: [small/vss-disabled]"));
    }

    @Test
    void whereAQuestionIsNotAsked() {
      Result result =
          changed("servers[MABS01].services[obengine].state", "servers[FS01].clock.offsetSeconds");
      assertDiffers("questions", 16, List.of("- servers[FS01].clock.offsetSeconds"), result);
      assertEquals(
          List.of("asked for are servers[MABS01].services[obengine].state"), only(result).notes());
    }

    @Test
    void whereOtherBasicChecksAreMade() {
      assertDiffers(
          "basic checks",
          16,
          List.of("- small/check", "+ small/start-agent"),
          changed("looks: [small/start-agent]", "looks: [small/check]"));
    }

    @Test
    void whereMoreErrorsStayUnexplained() {
      Result result = changed("unexplained: 1", "unexplained: 0");
      assertDiffers("unexplained errors", 16, List.of("- 0", "+ 1"), result);
      assertEquals(List.of("errors[99999] is not recognised"), only(result).notes());
    }

    @Test
    void withEverythingThatDiffers() {
      assertEquals(
          List.of("basic checks", "step 1 small/let-vss-start: number", "unexplained errors"),
          run(
                  0,
                  GOOD.replace(
                          "looks: [small/start-agent]\n  unexplained: 1",
                          "looks: []\n  unexplained: 0")
                      .replace("number: 1", "number: 2"))
              .differences()
              .stream()
              .map(Difference::what)
              .sorted()
              .toList());
    }

    @Test
    void andStillTellsWhichRulesFired() {
      assertEquals(3, changed("number: 1", "number: 2").fired().size());
    }
  }

  @Nested
  class AmongOtherSteps {

    private static Result contains(String steps) {
      return run(
          0,
          RIVALS.substring(0, RIVALS.indexOf("expect:"))
              + "expect:\n  steps:\n    contains:\n"
              + steps.indent(6));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[]",
          "- {remedy: small/add-disk}",
          "- {remedy: small/empty-pool, number: 2b}",
          "- {remedy: small/add-disk}\n- {remedy: small/check, path: retry}"
        })
    void someInTheirOrderAreEnough(String steps) {
      assertEquals(List.of(), contains(steps).differences());
    }

    @Test
    void oneCanBeMissing() {
      assertDiffers(
          "steps",
          7,
          List.of("- small/make-folders", "  small/check"),
          contains("- {remedy: small/make-folders}\n- {remedy: small/check}"));
    }

    @Test
    void theOrderIsCompared() {
      Result result = contains("- {remedy: small/check}\n- {remedy: small/add-disk}");
      assertDiffers("steps", 7, List.of("- small/check", "  small/add-disk"), result);
      assertEquals("small/check stands at 3", only(result).notes().get(0));
    }

    @Test
    void whatIsSaidOfOneIsCompared() {
      assertDiffers(
          "step 2b small/empty-pool: status",
          7,
          List.of("- confirmed", "+ try"),
          contains("- {remedy: small/empty-pool, status: confirmed}"));
    }

    @Test
    void thoseThatAreNotExpectedHaveNoCauses() {
      assertEquals(List.of(), only(contains("- {remedy: small/make-folders}")).causes());
    }

    @Test
    void eitherOfTwoAlikeMayBeMeant() {
      String two =
          """
          scenario: two
          given:
            servers:
              - {name: MABS01, role: backupServer}
              - {name: FS01, role: protectedServer, services: [{name: VSS, startType: disabled}]}
              - {name: FS02, role: protectedServer, services: [{name: VSS, startType: disabled}]}
            errors: [{id: 3106, server: FS01}, {id: 3106, server: FS02}]
          expect:
            steps: {contains: [{remedy: small/let-vss-start, on: FS02}]}
          """;
      assertEquals(List.of(), run(0, two).differences());
    }
  }

  @Nested
  class WhatIsDoneThen {

    @Test
    void mustBeAStepOfThePlanBefore() {
      Result result =
          changed(
              "apply: [small/let-vss-start]", "apply: [small/let-vss-start, small/start-agent]");
      assertDiffers("after 1: apply", 25, List.of("- small/start-agent"), result);
      assertEquals(
          List.of("the plan before has small/check, small/let-vss-start, small/make-folders"),
          only(result).notes());
    }

    @Test
    void canComeWhereNothingIsLeftToDo() {
      Result result =
          changed(
              "  - expect: {problems: [], steps: [], unexplained: 1}\n",
              """
                - expect: {problems: [], steps: [], unexplained: 1}
                - {apply: [small/check], expect: {steps: [], unexplained: 1}}
              """);
      assertDiffers("after 3: apply", 31, List.of("- small/check"), result);
      assertEquals(List.of("the plan before has no step"), only(result).notes());
    }

    @Test
    void tellsWhereTheFactsAreGivenThatItDoesNotChange() {
      Result result = changed("steps: {contains: [{remedy: small/make-folders}]}", "steps: []");
      assertEquals(
          List.of("servers[FS01].folders[C:\\Temp].present = false at " + FILE + ":8"),
          matched(only(result).causes().get(0)));
    }

    @Test
    void tellsNoPlaceOfTheFactsThatItChanges() {
      Planner inCircles =
          Workshop.planner(
              List.of(
                  PACK.replace("small/topic.yaml", "startType\": manual", "startType\": automatic")
                      .rule(
                          "vss-automatic",
                          "Service( name == \"VSS\", startType == StartType.AUTOMATIC, $server :"
                              + " server )")
                      .read()));
      Scenario scenario =
          read("""
                  scenario: circles
                  base: ../servers.yaml
                  given:
                    servers: [{name: FS01, services: [{name: VSS, startType: disabled}]}]
                    errors: [{id: 3106, server: FS01}]
                  expect: {steps: [{remedy: small/let-vss-start}, {remedy: small/check}, {remedy: small/make-folders}]}
                  after: [{apply: [small/let-vss-start], expect: {steps: []}}]
                  """)
              .get(0);
      Result result = new ScenarioRunner(inCircles).run(scenario);
      assertEquals(
          List.of("servers[FS01].services[VSS].startType = automatic"),
          matched(only(result).causes().get(0)));
    }

    @Test
    void changesWhatIsPlannedByTheEffectsOfTheSteps() {
      Result result = changed("steps: {contains: [{remedy: small/make-folders}]}", "steps: []");
      assertDiffers("after 1: steps", 27, List.of("+ small/make-folders", "+ small/check"), result);
    }
  }

  @Nested
  class TheOrderOfFacts {

    /** What comes before what in the list of errors decides nothing anywhere. */
    @Test
    void isTriedAsOftenAsWanted() {
      Result result = new ScenarioRunner(PLANNER, 5).run(read(GOOD).get(0));
      assertEquals(List.of(), result.differences());
    }
  }

  @Nested
  class ARunBreaks {

    private static final String TRIED =
        """
        scenario: tried
        base: ../servers.yaml
        given:
          attempts:
            - {remedy: small/check, outcome: failed}
            - {remedy: small/chek, outcome: failed}
        expect: {steps: []}
        """;

    @Test
    void whereThereIsNoPlanForTheFacts() {
      Result result = run(0, TRIED);
      assertEquals(Outcome.BROKEN, result.outcome());
      assertEquals(
          List.of(
              FILE
                  + ":6:7, /given/attempts/1: expected a remedy that a rule pack knows, as"
                  + " topic/name; found \"small/chek\"; did you mean \"small/check\"?"),
          result.faults().stream().map(Fault::message).toList());
      assertEquals(List.of(), result.differences());
    }

    @Test
    @Tag("slow")
    void whereTheRulesFail() {
      Planner endless =
          Workshop.planner(
              List.of(
                  PACK.rule(
                          "endless",
                          IntStream.range(0, 5)
                              .mapToObj(
                                  i ->
                                      "Service( name != \""
                                          + i
                                          + "\", "
                                          + (i == 0 ? "$server : server )" : "server == $server )"))
                              .collect(Collectors.joining("\n")))
                      .read()));
      String services =
          IntStream.range(0, 11)
              .mapToObj(i -> "{name: S" + i + "}")
              .collect(Collectors.joining(", "));
      Result result =
          new ScenarioRunner(endless)
              .run(
                  read("scenario: endless\nbase: ../servers.yaml\ngiven: {servers: [{name: FS01,"
                          + " services: ["
                          + services
                          + "]}]}\nexpect: {steps: []}\n")
                      .get(0));
      assertEquals(Outcome.BROKEN, result.outcome());
      String fault = result.faults().get(0).message();
      assertTrue(
          fault.startsWith(
              FILE
                  + ":1:1: expected a plan; found RuleFailedException: pack/small/rules.drl:49:"
                  + " expected rules that come to rest; found 100000 firings"),
          fault);
    }

    @Test
    void andHidesNoOther() {
      List<Scenario> both = new ArrayList<>(read(TRIED));
      both.addAll(read(GOOD));
      assertEquals(
          List.of(Outcome.BROKEN, Outcome.PASSED, Outcome.PASSED),
          RUNNER.run(both).stream().map(Result::outcome).toList());
    }
  }

  @Test
  @Tag("slow")
  void manyComeOutInTheOrderGivenAndAsEachAlone() {
    List<Scenario> many = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      many.addAll(read(GOOD.replace("scenario: vss", "scenario: vss " + i)));
      many.addAll(read(RIVALS.replace("number: 3", "number: " + i)));
    }

    assertEquals(many.stream().map(RUNNER::run).toList(), RUNNER.run(many));
  }

  @Test
  void comparingLooksAtThePlanAlone() {
    Scenario scenario =
        read(with("covers: [small/vss-disabled]", "covers: [small/pool-full]")).get(0);
    assertTrue(Comparison.same(scenario.expect(), PLANNER.plan(scenario.given().facts())));
  }

  @Test
  void otherRulesPlanOtherwise() {
    Planner without =
        Workshop.of(PLANNER).with(Workshop.of(PLANNER).rules().without("small/vss-disabled"));
    assertEquals(Outcome.FAILED, new ScenarioRunner(without).run(read(GOOD).get(0)).outcome());
  }
}
