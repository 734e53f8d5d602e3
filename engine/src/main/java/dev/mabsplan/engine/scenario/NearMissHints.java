package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.engine.scenario.Difference.Cause;
import dev.mabsplan.engine.scenario.Difference.Matched;
import dev.mabsplan.engine.scenario.Difference.Miss;
import dev.mabsplan.engine.session.NearMiss;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells by rules and facts why something is in a plan or not. */
final class NearMissHints implements Clues {

  private static final Set<String> ASKING = Set.of("confirm", "missing", "needed", "judge");
  private static final Set<String> DROPPING = Set.of("satisfy", "exclude", "met");
  private static final String PROBLEM = "problem";
  private static final int MOST_TOLD = 2;
  private static final String IS_THERE = "is there";

  private final Planner planner;
  private final Facts facts;
  private final Plan plan;
  private final Function<Address, Optional<Source>> sources;

  /**
   * Makes clues about a plan.
   *
   * @param facts the facts it was made of
   * @param sources where the scenario gives a fact
   */
  NearMissHints(
      Planner planner, Facts facts, Plan plan, Function<Address, Optional<Source>> sources) {
    this.planner = planner;
    this.facts = facts;
    this.plan = plan;
    this.sources = sources;
  }

  @Override
  public List<Cause> why(Step step) {
    List<Cause> causes =
        new ArrayList<>(
            step.reasons().stream().map(r -> cause(step.remedy(), IS_THERE, r)).toList());
    if (step.reasons().stream().allMatch(reason -> reason.rule().isEmpty())) {
      step.problems().stream()
          .map(asker -> plan.problems().get(asker.problem() - 1))
          .forEach(problem -> causes.addAll(why(problem)));
    }
    return causes;
  }

  @Override
  public List<Cause> why(PlannedProblem problem) {
    return problem.reasons().stream().map(reason -> cause(problem.id(), IS_THERE, reason)).toList();
  }

  @Override
  public List<Cause> why(Excluded excluded) {
    String how = "is left out as " + Kebab.word(excluded.verdict());
    return excluded.reasons().stream()
        .map(reason -> cause(excluded.remedy(), how, reason))
        .toList();
  }

  private Cause cause(String what, String how, Reason reason) {
    return new Cause(
        what,
        how,
        reason.rule(),
        Workshop.of(planner).rules().rule(reason.rule()).map(NearMissHints::source),
        reason.text(),
        matched(reason.facts()));
  }

  /** Tells why a rule fired. */
  List<Cause> whyFired(String rule, Collection<Derivation> derivations) {
    return derivations.stream()
        .filter(derivation -> derivation.rule().equals(rule))
        .map(
            derivation ->
                new Cause(
                    rule,
                    "fired",
                    rule,
                    Workshop.of(planner).rules().rule(rule).map(NearMissHints::source),
                    Workshop.of(planner).rules().rule(rule).map(KnownRule::why).orElse(""),
                    matched(derivation.facts())))
        .sorted(Comparator.comparing(cause -> cause.matched().toString()))
        .limit(1)
        .toList();
  }

  @Override
  public List<Miss> whyNotConfirmed(String remedy) {
    return nearest(remedy, rules(ASKING, remedy));
  }

  @Override
  public List<Miss> whyNoStep(String remedy) {
    List<Miss> misses = whyNotConfirmed(remedy);
    if (!misses.isEmpty()) {
      return misses;
    }
    return Workshop.of(planner).knowledge().problems().stream()
        .filter(id -> Workshop.of(planner).knowledge().problem(id).orElseThrow().asksFor(remedy))
        .filter(id -> plan.problems().stream().noneMatch(problem -> problem.id().equals(id)))
        .flatMap(id -> nearest(remedy, rules(Set.of(PROBLEM), id)).stream())
        .limit(MOST_TOLD)
        .toList();
  }

  @Override
  public List<Miss> whyNoProblem(String problem) {
    return nearest(problem, rules(Set.of(PROBLEM), problem));
  }

  @Override
  public List<Miss> whyNotExcluded(String remedy) {
    return nearest(remedy, rules(DROPPING, remedy));
  }

  @Override
  public List<Miss> whyNotFired(String rule) {
    return nearest(rule, List.of(rule));
  }

  private List<String> rules(Set<String> functions, String target) {
    return Workshop.of(planner).rules().known().stream()
        .filter(
            rule ->
                rule.calls().stream()
                    .anyMatch(
                        call ->
                            functions.contains(call.function()) && call.target().equals(target)))
        .map(KnownRule::id)
        .toList();
  }

  /**
   * The nearest rule; where what it lacks is a problem, also the nearest that would derive that.
   */
  private List<Miss> nearest(String what, List<String> rules) {
    List<NearMiss> misses =
        Workshop.of(planner).rules().nearMisses(rules, Workshop.of(planner).observed(facts));
    if (misses.isEmpty()) {
      return List.of();
    }
    NearMiss nearest = misses.get(0);
    List<Miss> told = new ArrayList<>(List.of(miss(what, nearest)));
    if (nearest.unmet().startsWith("Problem: id ==")) {
      Workshop.of(planner).knowledge().problems().stream()
          .filter(problem -> nearest.unmet().contains('"' + problem + '"'))
          .filter(problem -> !problem.equals(what))
          .forEach(problem -> told.addAll(whyNoProblem(problem)));
    }
    return told;
  }

  private Miss miss(String what, NearMiss near) {
    return new Miss(
        what,
        near.rule().id(),
        source(near.rule()),
        near.met(),
        near.conditions(),
        near.unmet(),
        matched(near.found()));
  }

  private static Source source(KnownRule rule) {
    return Source.of(rule.file(), rule.line());
  }

  private List<Matched> matched(List<FactCited> cited) {
    return cited.stream().map(fact -> new Matched(fact, sources.apply(fact.address()))).toList();
  }
}
