package dev.mabsplan.engine.explain;

import static dev.mabsplan.engine.order.SmallPack.FS;
import static dev.mabsplan.engine.order.SmallPack.confirmed;
import static dev.mabsplan.engine.order.SmallPack.found;
import static dev.mabsplan.engine.order.SmallPack.inapplicable;
import static dev.mabsplan.engine.order.SmallPack.satisfied;
import static dev.mabsplan.engine.order.SmallPack.servers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Assessor;
import dev.mabsplan.engine.order.SmallPack;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {

  private static Plan plan(SmallPack pack, Facts facts, Derivation... derivations) {
    return plan(pack, facts, Language.ENGLISH, derivations);
  }

  private static Plan plan(
      SmallPack pack, Facts facts, Language language, Derivation... derivations) {
    Knowledge knowledge = pack.knowledge();
    Situation situation = SmallPack.situation(facts);
    List<Derivation> derived = Arrays.asList(derivations);
    Assessment assessment = Assessor.assess(knowledge, situation, derived);
    return new Explainer(knowledge)
        .plan(
            situation,
            derived,
            assessment,
            StepOrder.of(assessment),
            List.of(),
            new UnusedFacts(List.of(), new TreeMap<>(), List.of()),
            language);
  }

  private static Plan plan(SmallPack pack, Derivation... derivations) {
    return plan(pack, SmallPack.FACTS, derivations);
  }

  private static Step step(Plan plan, String remedy) {
    return plan.steps().stream()
        .filter(step -> step.remedy().equals("t/" + remedy))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(Plan plan, String remedy) {
    return step(plan, remedy).commands().orElseThrow().lines();
  }

  private static SmallPack running(String command) {
    return new SmallPack()
        .problem("p", "a")
        .remedy("a", "per: data-source", "shell: powershell", "commands: [\"" + command + "\"]");
  }

  private static List<String> numbers(Plan plan) {
    return plan.steps().stream()
        .map(step -> step.number() + " " + step.remedy().replace("t/", ""))
        .toList();
  }

  @Test
  void aCommandIsFilledIn() {
    assertEquals(
        List.of("Get-Thing 'MABS01' 'D:\\Sales Archive'"),
        lines(
            plan(
                running("Get-Thing '{server}' '{dataSource}'"),
                found("p", FS, "D:\\Sales Archive")),
            "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"; Remove-Item C:\\ -Recurse", "two\nlines", "\u001b[31mred", "a\u202eb"})
  void aCommandLeavesTheNameOfADataSourceToAPersonWhereItIsNotPlain(String dataSource) {
    assertEquals(
        List.of("Get-Thing '<dataSource>'"),
        lines(plan(running("Get-Thing '{dataSource}'"), found("p", FS, dataSource)), "a"));
  }

  @Test
  void aCommandWritesAnApostropheTwiceBetweenApostrophes() {
    assertEquals(
        List.of("Get-Thing 'O''Brien'"),
        lines(plan(running("Get-Thing '{dataSource}'"), found("p", FS, "O'Brien")), "a"));
  }

  @Test
  void aCommandLeavesAnApostropheToAPersonElsewhere() {
    assertEquals(
        List.of("Get-Thing \"<dataSource>\""),
        lines(plan(running("Get-Thing \\\"{dataSource}\\\""), found("p", FS, "O'Brien")), "a"));
  }

  @Test
  void aCommandLeavesTheNameOfAServerToAPersonWhereItHasNone() {
    Facts unnamed = Facts.builder().build();

    assertEquals(
        List.of("Get-Thing '<server>'"),
        lines(plan(running("Get-Thing '{server}'"), unnamed, found("p", "", "D:\\")), "a"));
  }

  @Test
  void aCommandStandsOnceForEachItemThatIsMissing() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "a")
            .remedy("a", "decidedBy: facts", "shell: powershell", "commands: [\"Add '{item}'\"]");
    Derivation one =
        SmallPack.by("one", new Need(Need.State.MISSING, "C:\\a", "t/a", null, SmallPack.MABS));
    Derivation two =
        SmallPack.by("two", new Need(Need.State.MISSING, "C:\\b", "t/a", null, SmallPack.MABS));

    Plan plan = plan(pack, found("p"), two, one);

    assertEquals(List.of("Add 'C:\\a'", "Add 'C:\\b'"), lines(plan, "a"));
    assertEquals(List.of("C:\\a", "C:\\b"), step(plan, "a").items());
  }

  @Test
  void aReasonIsTheSentenceOfItsRule() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "a")
            .remedy("a", "decidedBy: facts")
            .words("rules/CONFIRMED-a", "It is needed: 100 % of C:\\temp");

    Reason reason = step(plan(pack, found("p"), confirmed("a")), "a").reasons().get(0);

    assertEquals("It is needed: 100 % of C:\\temp", reason.text());
    assertEquals("t/CONFIRMED-a", reason.rule());
    assertEquals(
        "servers[MABS01].services[CONFIRMED-a].state", reason.facts().get(0).address().toString());
  }

  @ParameterizedTest
  @MethodSource("dev.mabsplan.engine.pack.Language#all")
  void everyStepHasAReasonThatNamesAFact(Language language) {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{rivals: [a, b, c, {remedy: d, fallbackOf: a}]}", "retry: again")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: always")
            .remedy("c", "decidedBy: facts")
            .remedy("d")
            .remedy("again")
            .remedy("x", "decidedBy: facts")
            .check("x", "operations: [disk-backup]", "routine: true")
            .words("rules/CONFIRMED-a", "a is needed");

    Plan plan = plan(pack, SmallPack.FACTS, language, found("p"), confirmed("a"));

    assertEquals(6, plan.steps().size());
    for (Step step : plan.steps()) {
      assertFalse(step.reasons().isEmpty(), step.id());
      assertFalse(step.reasons().get(0).text().isBlank(), step.id());
      assertFalse(step.reasons().get(0).facts().isEmpty(), step.id());
    }
  }

  @Test
  void whatIsOpenForOneProblemSharesANumber() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{checklist: [a, b, c]}")
            .problem("q", "d", "severity: low")
            .remedy("a", "decidedBy: always")
            .remedy("b")
            .remedy("c")
            .remedy("d");

    Plan plan = plan(pack, found("p"), found("q"));

    assertEquals(List.of("1 a", "2a b", "2b c", "3 d"), numbers(plan));
    assertEquals("4", plan.escalation().orElseThrow().number());
  }

  @Test
  void anAttemptThatMayNotHelpSaysWhichStepToRepeat() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{checklist: [a, b]}", "retry: again")
            .remedy("a", "decidedBy: always")
            .remedy("b", "risk: disruptive")
            .remedy("again");

    Plan plan = plan(pack, found("p"));

    assertEquals(List.of("1 a", "2 again", "3 b"), numbers(plan));
    assertEquals("2", step(plan, "b").then().orElse(""));
    assertTrue(step(plan, "a").then().isEmpty());
  }

  @Test
  void whatIsLeftOutSaysWhy() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{checklist: [{sequence: [a, b]}, c, d, e]}")
            .remedy("a")
            .remedy("b")
            .remedy("c")
            .remedy("d")
            .remedy("e")
            .words("rules/INAPPLICABLE-a", "There is no a")
            .words("rules/SATISFIED-c", "It is c");
    Facts tried =
        servers()
            .attempt(Attempt.of("t/d", AttemptOutcome.FAILED))
            .attempt(Attempt.of("t/e", AttemptOutcome.IMPOSSIBLE))
            .build();

    Plan plan = plan(pack, tried, found("p"), inapplicable("a"), satisfied("c"));

    assertEquals(
        Map.of(
            "t/a", "INAPPLICABLE There is no a",
            "t/b",
                "INAPPLICABLE It only makes sense after \"title of a\", which does not apply here.",
            "t/c", "SATISFIED It is c",
            "t/d", "FAILED It was tried and did not help.",
            "t/e", "IMPOSSIBLE It was tried and can't be done here."),
        plan.excluded().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Excluded::remedy, e -> e.verdict() + " " + e.reasons().get(0).text())));
  }

  @Test
  void whatWasTriedCitesTheAttemptsThatSpeakOfTheProblem() {
    SmallPack pack = new SmallPack().problem("p", "a").problem("q", "b").remedy("a").remedy("b");
    Facts tried =
        servers()
            .attempt(new Attempt("t/a", AttemptOutcome.FAILED, null, null, "t/p"))
            .attempt(new Attempt("t/a", AttemptOutcome.IMPOSSIBLE, null, null, "t/q"))
            .build();

    assertEquals(
        List.of("attempts[t/a for t/p].outcome = failed"),
        plan(pack, tried, found("p")).excluded().get(0).reasons().get(0).facts().stream()
            .map(fact -> fact.address() + " = " + fact.value())
            .toList());
  }

  @Test
  void whatFollowsALossSaysWhyItIsNeededItself() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{sequence: [a, b]}")
            .remedy("a", "risk: destructive", "decidedBy: always")
            .remedy("b", "decidedBy: always");

    assertEquals("Follows from the problem.", step(plan(pack, found("p")), "b").ledger().get(0));
  }

  @Test
  void whatWasTriedInVainIsSentToSupport() {
    SmallPack pack = new SmallPack().problem("p", "a").remedy("a");
    Facts tried = servers().attempt(Attempt.of("t/a", AttemptOutcome.FAILED)).build();

    assertEquals(
        List.of("t/a"),
        plan(pack, tried, found("p")).escalation().orElseThrow().problems().get(0).tried());
  }

  @Test
  void anAttemptThatHelpedLeavesNothingToDo() {
    SmallPack pack = new SmallPack().problem("p", "a").remedy("a");
    Facts helped = servers().attempt(Attempt.of("t/a", AttemptOutcome.HELPED)).build();

    Plan plan = plan(pack, helped, found("p"));

    assertTrue(plan.isEmpty());
    assertEquals(
        List.of(Excluded.Verdict.HELPED), plan.excluded().stream().map(Excluded::verdict).toList());
  }

  @Test
  void anUnknownFactIsAskedForByWhatItSaves() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{rivals: [a, b]}", "retry: again")
            .remedy("a", "decidedBy: facts", "effort: short")
            .remedy("b", "decidedBy: facts", "effort: very-long")
            .remedy("again");

    Plan plan = plan(pack, found("p"));

    assertEquals(
        List.of("servers[MABS01].services[b].state", "servers[MABS01].services[a].state"),
        plan.questions().stream().map(question -> question.facts().get(0).toString()).toList());
    assertEquals(List.of("1b"), plan.questions().get(0).decides());
    assertEquals("Get-Service b", plan.questions().get(0).command().orElse(""));
  }

  @Test
  void whereAnErrorWasReadStandsInThePlanAndChangesNothingElse() {
    SmallPack pack = new SmallPack().problem("p", "a").remedy("a");
    ReportedError error = ReportedError.ofText("Something broke (ID: 9999)");
    Facts read = servers().error(error, Source.of("alerts.csv", 3)).build();
    Facts told = servers().error(error).build();

    Plan plan = plan(pack, read);

    assertEquals(
        "alerts.csv:3",
        plan.source(plan.unexplained().get(0).error()).map(Source::toString).orElse(""));
    assertEquals(plan(pack, told), plan.withoutSources());
  }

  @Test
  void aKnownFactIsNotAskedFor() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{rivals: [a, b]}")
            .remedy("a", "decidedBy: facts")
            .remedy("b", "decidedBy: facts");
    Facts known =
        servers().add(Service.of(SmallPack.MABS, "a").withState(ServiceState.RUNNING)).build();

    assertEquals(
        List.of("servers[MABS01].services[b].state"),
        plan(pack, known, found("p")).questions().stream()
            .map(question -> question.facts().get(0).toString())
            .toList());
  }

  @Test
  void aListOfAllVolumesDoesNotTellWhichOneIsTheScratchVolume() {
    SmallPack pack =
        new SmallPack()
            .problem("p", "{rivals: [a, b]}")
            .remedy(
                "a",
                "decidedBy: [{fact: 'volumes[scratch].freeBytes', seen: server, effort: instant}]")
            .remedy(
                "b", "decidedBy: [{fact: 'volumes[D:].freeBytes', seen: server, effort: instant}]")
            .words("facts/volumes[scratch].freeBytes", "room for the scratch location")
            .words("facts/volumes[D:].freeBytes", "room on D:");
    Facts all = servers().collected(SmallPack.MABS, FactKind.VOLUMES).build();

    assertEquals(
        List.of("servers[MABS01].volumes[scratch].freeBytes"),
        plan(pack, all, found("p")).questions().stream()
            .map(question -> question.facts().get(0).toString())
            .toList());
  }

  @Test
  void anErrorThatNoRuleExplainsStaysUnexplained() {
    SmallPack pack = new SmallPack().problem("p", "a").remedy("a");
    Facts facts = servers().error(ReportedError.ofText("Something broke (ID: 9999)")).build();

    assertEquals(
        List.of(List.of(9999)),
        plan(pack, facts).unexplained().stream().map(error -> error.ids()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31mD:\\",
        "D:\r\\",
        "D\u202e:\\",
        "D:\\\u0007",
        "\u009bD:\\",
        "D:\\\u200b"
      })
  void nothingThatATerminalObeysGoesFromFactsToWhatIsWritten(String dataSource) {
    SmallPack pack =
        new SmallPack()
            .problem("p", "a", "retry: again")
            .words("problems/p", "{dataSource} of {server} is wrong")
            .remedy("a", "per: data-source", "shell: cmd", "commands: ['echo {dataSource}']")
            .remedy("again", "per: data-source")
            .words("remedies/a/title", "Mend {dataSource}")
            .words("remedies/a/why", "{dataSource} is broken");
    Facts facts = servers().error(ReportedError.ofText("Broken " + dataSource)).build();

    Plan plan = plan(pack, facts, found("p", FS, dataSource));

    String written =
        PlanText.write(plan, 80, false, Detail.LEDGER) + PlanJson.write(plan, Detail.LEDGER);
    assertEquals(
        List.of(),
        written
            .codePoints()
            .filter(
                c ->
                    c != '\n'
                        && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))
            .boxed()
            .toList());
    assertFalse(written.contains("\\u"), written);
  }
}
