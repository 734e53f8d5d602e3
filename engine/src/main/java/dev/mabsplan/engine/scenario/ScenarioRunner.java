package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.Diagnosis;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.scenario.Difference.Row;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.engine.scenario.Scenario.Stage;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs scenarios against a planner. Every run also plans for the same facts in another order, which
 * must give the same bytes in every language. Safe to use from many threads.
 */
public final class ScenarioRunner {

  private final Planner planner;
  private final int orders;

  /** Makes a runner that tries one other order of the facts. */
  public ScenarioRunner(Planner planner) {
    this(planner, 1);
  }

  /**
   * Makes a runner.
   *
   * @param orders how many other orders of the facts of each scenario are tried
   */
  public ScenarioRunner(Planner planner, int orders) {
    this.planner = planner;
    this.orders = orders;
  }

  /** Runs scenarios, several at a time, and returns how they came out, in the order given. */
  public List<Result> run(Collection<Scenario> scenarios) {
    return scenarios.parallelStream().map(this::run).toList();
  }

  /** Runs a scenario. */
  public Result run(Scenario scenario) {
    try {
      return new Run(scenario).result();
    } catch (InvalidFactsException e) {
      return broken(scenario, e.faults());
    } catch (RuntimeException e) {
      // One rule that fails must not hide what the other scenarios say.
      return broken(
          scenario,
          List.of(
              new Fault(
                  "a plan",
                  e.getClass().getSimpleName() + ": " + e.getMessage(),
                  scenario.source(),
                  null)));
    }
  }

  private static Result broken(Scenario scenario, List<Fault> faults) {
    return Result.broken(scenario.name(), scenario.topic(), scenario.source(), faults);
  }

  /** The run of one scenario. */
  private final class Run {

    private final Scenario scenario;
    private final Facts facts;
    private final Diagnosis diagnosis;
    private final Plan plan;
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> closed = new TreeSet<>();

    Run(Scenario scenario) {
      this.scenario = scenario;
      this.facts = scenario.given().facts();
      this.diagnosis = Workshop.of(planner).diagnose(facts);
      this.plan = diagnosis.plan(Language.ENGLISH);
    }

    Result result() {
      NearMissHints clues = new NearMissHints(planner, facts, plan, scenario.given()::source);
      rules(clues);
      differences.addAll(Comparison.differences(scenario.expect(), plan, clues, ""));
      after();
      shuffled();
      return new Result(
          scenario.name(),
          scenario.topic(),
          scenario.source(),
          differences.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
          differences,
          List.of(),
          Set.copyOf(scenario.covers()),
          Set.copyOf(scenario.silent()),
          diagnosis.fired(),
          plan.questions().stream().flatMap(question -> question.facts().stream()).toList(),
          closed);
    }

    private void rules(NearMissHints clues) {
      Set<String> fired = diagnosis.fired();
      for (String rule : scenario.covers()) {
        if (!fired.contains(rule)) {
          differences.add(
              rule(rule, new Row("fires", "stays silent"), List.of(), clues.whyNotFired(rule)));
        }
      }
      for (String rule : scenario.silent()) {
        if (fired.contains(rule)) {
          differences.add(
              rule(
                  rule,
                  new Row("stays silent", "fires"),
                  clues.whyFired(rule, diagnosis.derivations()),
                  List.of()));
        }
      }
    }

    private Difference rule(
        String rule, Row row, List<Difference.Cause> causes, List<Difference.Miss> misses) {
      return new Difference(
          "rule " + rule, scenario.source(), List.of(row), causes, misses, List.of());
    }

    private void after() {
      Facts now = facts;
      Plan then = plan;
      Set<String> done = new TreeSet<>();
      int number = 1;
      for (Stage stage : scenario.after()) {
        Set<String> planned = remedies(then.steps());
        String where = "after " + number++ + ": ";
        for (String remedy : stage.apply()) {
          if (!planned.contains(remedy)) {
            differences.add(
                new Difference(
                    where + "apply",
                    stage.source(),
                    List.of(new Row(remedy, "")),
                    List.of(),
                    List.of(),
                    List.of(
                        planned.isEmpty()
                            ? "the plan before has no step"
                            : "the plan before has " + String.join(", ", planned))));
          }
        }
        List<Step> applied =
            then.steps().stream()
                .filter(step -> stage.apply().isEmpty() || stage.apply().contains(step.remedy()))
                .toList();
        done.addAll(remedies(applied));
        Facts known = Effects.after(Workshop.of(planner).knowledge(), then, now, applied);
        now = known;
        then = planner.plan(known);
        differences.addAll(
            Comparison.differences(
                stage.expect(),
                then,
                new NearMissHints(planner, known, then, address -> source(address, known)),
                where));
        if (then.steps().isEmpty()) {
          closed.addAll(done);
        }
      }
    }

    /** Where a fact is given that the steps did not change. */
    private Optional<Source> source(Address address, Facts known) {
      return known.fact(address).equals(facts.fact(address))
          ? scenario.given().source(address)
          : Optional.empty();
    }

    /** The step that is the basic checks has no remedy. */
    private static Set<String> remedies(List<Step> steps) {
      return steps.stream()
          .map(Step::remedy)
          .filter(remedy -> !remedy.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private void shuffled() {
      Random random = new Random(scenario.name().hashCode());
      for (int order = 1; order <= orders; order++) {
        Diagnosis other = Workshop.of(planner).diagnose(scenario.given().shuffled(random));
        for (Language language : Language.all()) {
          Plan straight = language.equals(plan.language()) ? plan : diagnosis.plan(language);
          Plan shuffled = other.plan(language);
          if (straight.equals(shuffled)) {
            continue; // what is written is a function of the plan, and costs more than to compare
          }
          String expected = PlanJson.write(straight.withoutSources(), Detail.LEDGER);
          String got = PlanJson.write(shuffled.withoutSources(), Detail.LEDGER);
          if (!expected.equals(got)) {
            differences.add(
                new Difference(
                    "order of the facts",
                    scenario.source(),
                    List.of(Alignment.firstDifference(expected, got)),
                    List.of(),
                    List.of(),
                    List.of("the same facts in another order give another plan")));
            return;
          }
        }
      }
    }
  }
}
