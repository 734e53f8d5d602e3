package dev.mabsplan.engine.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Runs scenarios against a planner. */
public final class ScenarioRunner {

  private static final int SHUFFLES = 3;

  private final Planner planner;

  /** Makes a runner for scenarios of the planner's rule packs. */
  public ScenarioRunner(Planner planner) {
    this.planner = planner;
  }

  /**
   * Runs a scenario; also with its facts in other orders, which must give the same bytes in every
   * language.
   *
   * @return what differs from what is expected, in sentences; nothing where the scenario passes
   */
  public List<String> run(Scenario scenario) {
    List<String> failures = new ArrayList<>();
    unknownNames(scenario, failures);
    Facts facts = FactsDocument.parse(scenario.given());
    rules(scenario, facts, failures);
    Plan plan = planner.plan(facts);
    plan(scenario, plan, failures);
    shuffled(scenario, plan, failures);
    return failures;
  }

  /**
   * Plans for the facts of a scenario and compares the plan, and nothing else.
   *
   * @return what differs from what is expected, in sentences
   */
  public List<String> compare(Scenario scenario) {
    List<String> failures = new ArrayList<>();
    plan(scenario, planner.plan(FactsDocument.parse(scenario.given())), failures);
    return failures;
  }

  private static void plan(Scenario scenario, Plan plan, List<String> failures) {
    scenario
        .problems()
        .ifPresent(
            expected ->
                same(
                    "problems",
                    expected,
                    plan.problems().stream().map(PlannedProblem::id).toList(),
                    failures));
    steps(scenario, plan, failures);
    scenario.excluded().forEach(expected -> excluded(expected, plan, failures));
    looks(scenario, plan, failures);
    Set<String> asked = new TreeSet<>();
    plan.questions().forEach(question -> asked.add(question.fact().toString()));
    for (String question : scenario.questions()) {
      if (!asked.contains(question)) {
        failures.add("expected a question for " + question + "; got " + asked);
      }
    }
    if (plan.unexplained().size() != scenario.unexplained()) {
      failures.add(
          "expected " + scenario.unexplained() + " unexplained errors; got " + plan.unexplained());
    }
  }

  private void unknownNames(Scenario scenario, List<String> failures) {
    List<String> rules = new ArrayList<>(scenario.covers());
    rules.addAll(scenario.silent());
    scenario.steps().forEach(step -> rules.addAll(step.because()));
    scenario.excluded().forEach(exclusion -> rules.addAll(exclusion.because()));
    rules.stream()
        .filter(rule -> !planner.rules().contains(rule))
        .forEach(rule -> failures.add("there is no rule " + rule));
    List<String> remedies = new ArrayList<>();
    scenario.steps().forEach(step -> remedies.add(step.remedy()));
    scenario.excluded().forEach(exclusion -> remedies.add(exclusion.remedy()));
    scenario.looks().ifPresent(remedies::addAll);
    remedies.stream()
        .filter(remedy -> planner.knowledge().remedy(remedy).isEmpty())
        .forEach(remedy -> failures.add("there is no remedy " + remedy));
  }

  private void rules(Scenario scenario, Facts facts, List<String> failures) {
    Set<String> fired = planner.fired(facts);
    scenario.covers().stream()
        .filter(rule -> !fired.contains(rule))
        .forEach(rule -> failures.add("rule " + rule + " should fire and does not"));
    scenario.silent().stream()
        .filter(fired::contains)
        .forEach(rule -> failures.add("rule " + rule + " should stay silent and fires"));
  }

  private static void steps(Scenario scenario, Plan plan, List<String> failures) {
    List<Step> steps =
        plan.steps().stream()
            .filter(step -> step.kind() == Step.Kind.REMEDY || step.kind() == Step.Kind.RETRY)
            .toList();
    List<String> expected = scenario.steps().stream().map(Scenario.ExpectedStep::remedy).toList();
    List<String> got = steps.stream().map(Step::remedy).toList();
    if (!expected.equals(got)) {
      failures.add("steps differ\n    expected " + expected + "\n    got      " + described(steps));
      return;
    }
    for (int i = 0; i < steps.size(); i++) {
      step(scenario.steps().get(i), steps.get(i), failures);
    }
  }

  private static List<String> described(List<Step> steps) {
    return steps.stream()
        .map(
            step ->
                step.remedy()
                    + " ("
                    + Kebab.word(step.status())
                    + ", "
                    + rules(step.reasons())
                    + ")")
        .toList();
  }

  private static void step(Scenario.ExpectedStep expected, Step got, List<String> failures) {
    String of = "step " + got.number() + " " + got.remedy() + ": ";
    same(of + "number", expected.number(), got.number(), failures);
    same(of + "server", expected.on(), got.server(), failures);
    same(of + "data source", expected.dataSource(), got.dataSource().orElse(""), failures);
    same(of + "status", expected.status(), Kebab.word(got.status()), failures);
    expected.items().ifPresent(items -> same(of + "items", items, got.items(), failures));
    missingReasons(of, expected.because(), got.reasons(), failures);
  }

  private static void excluded(
      Scenario.ExpectedExclusion expected, Plan plan, List<String> failures) {
    List<Excluded> found =
        plan.excluded().stream().filter(e -> e.remedy().equals(expected.remedy())).toList();
    if (found.isEmpty()) {
      failures.add(
          "expected "
              + expected.remedy()
              + " to be left out; left out are "
              + plan.excluded().stream().map(Excluded::remedy).toList());
      return;
    }
    List<String> differences = new ArrayList<>();
    for (Excluded one : found) {
      List<String> own = new ArrayList<>();
      String of = "left out " + one.remedy() + ": ";
      same(of + "verdict", expected.verdict(), Kebab.word(one.verdict()), own);
      missingReasons(of, expected.because(), one.reasons(), own);
      if (own.isEmpty()) {
        return;
      }
      differences.addAll(own);
    }
    failures.addAll(differences);
  }

  private static void looks(Scenario scenario, Plan plan, List<String> failures) {
    if (scenario.looks().isPresent()) {
      List<String> looks =
          plan.steps().stream()
              .flatMap(step -> step.looks().stream())
              .map(Step.LookFirst::remedy)
              .toList();
      same("basic checks", scenario.looks().get(), looks, failures);
    }
  }

  private void shuffled(Scenario scenario, Plan plan, List<String> failures) {
    JsonNode given = FactsTree.read(scenario.given());
    Random random = new Random(scenario.name().hashCode());
    for (int i = 0; i < SHUFFLES; i++) {
      Facts facts = FactsDocument.parse(FactsTree.shuffle(given, random).toString());
      for (Language language : Language.values()) {
        Plan straight =
            language == plan.language()
                ? plan
                : planner.plan(FactsDocument.parse(scenario.given()), language);
        if (!PlanJson.write(straight).equals(PlanJson.write(planner.plan(facts, language)))) {
          failures.add("the same facts in another order give another plan");
          return;
        }
      }
    }
  }

  private static void missingReasons(
      String of, List<String> expected, List<Reason> reasons, List<String> failures) {
    List<String> got = rules(reasons);
    expected.stream()
        .filter(rule -> !got.contains(rule))
        .forEach(rule -> failures.add(of + "expected the reason " + rule + "; got " + got));
  }

  private static List<String> rules(List<Reason> reasons) {
    return reasons.stream().map(Reason::rule).filter(rule -> !rule.isEmpty()).toList();
  }

  private static void same(
      String what, Optional<String> expected, String got, List<String> failures) {
    if (expected.isPresent() && !expected.get().equals(got)) {
      failures.add(what + ": expected " + expected.get() + "; got " + got);
    }
  }

  private static void same(
      String what, List<String> expected, List<String> got, List<String> failures) {
    if (!expected.equals(got)) {
      failures.add(what + ": expected " + expected + "; got " + got);
    }
  }
}
