package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.Diagnosis;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.lint.UnknownLint;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.session.Mutant;
import dev.mabsplan.engine.session.MutantFailedException;
import dev.mabsplan.engine.session.Mutants;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Changes rules one at a time and sees whether a scenario notices: a rule that can be changed in
 * silence is not tested. Only the plan and the rules that must stay silent count; that a rule is
 * said to fire would notice nearly every change and say little.
 */
public final class Mutation {

  private final Planner planner;
  private final List<Scenario> scenarios;
  private final Map<String, String> equivalent;

  /**
   * Makes a mutation of the planner's rules.
   *
   * @param scenarios scenarios that pass
   * @param equivalent mutants that no scenario can notice
   */
  public Mutation(Planner planner, Collection<Scenario> scenarios, EquivalentMutants equivalent) {
    this.planner = planner;
    this.scenarios = List.copyOf(scenarios);
    this.equivalent = equivalent.reasons();
  }

  /**
   * Mutates rules and returns what became of each mutant, in the order of topics and rules.
   *
   * @param wanted the rules to mutate, as topic and name
   * @param progress is told each topic once it is done
   */
  public List<Fate> run(Predicate<String> wanted, Consumer<String> progress) {
    List<Fate> fates = new ArrayList<>();
    for (RulePack pack : Workshop.of(planner).knowledge().packs()) {
      for (Topic topic : pack.topics()) {
        if (Workshop.of(planner).rules().known().stream()
            .anyMatch(rule -> rule.topic().equals(topic.name()) && wanted.test(rule.id()))) {
          fates.addAll(topic(topic.name(), wanted));
          progress.accept(topic.name());
        }
      }
    }
    return fates;
  }

  /** Returns those on the list of equivalent ones that are no mutants any more. */
  public List<String> gone(Collection<Fate> fates) {
    List<String> gone = new ArrayList<>(equivalent.keySet());
    fates.forEach(fate -> gone.remove(fate.mutant().id()));
    return gone;
  }

  private List<Fate> topic(String topic, Predicate<String> wanted) {
    Mutants mutants = Mutants.of(Workshop.of(planner).rules(), topic, UnknownLint::refuses);
    Map<Mutant, List<Scenario>> touched = touched(topic, mutants);
    List<Fate> fates =
        new ArrayList<>(
            mutants.all().parallelStream()
                .filter(mutant -> wanted.test(mutant.rule()))
                .map(mutant -> fate(mutant, mutants, touched.getOrDefault(mutant, List.of())))
                .toList());
    mutants.notCompiling().stream()
        .filter(mutant -> wanted.test(mutant.rule()))
        .forEach(mutant -> fates.add(new Fate(mutant, Fate.End.NOT_COMPILING, "")));
    return fates;
  }

  /** The scenarios in which each mutant derives something else than its rule; its own first. */
  private Map<Mutant, List<Scenario>> touched(String topic, Mutants mutants) {
    List<Map.Entry<Scenario, Collection<Mutant>>> differing =
        scenarios.parallelStream()
            .map(
                scenario ->
                    Map.<Scenario, Collection<Mutant>>entry(
                        scenario,
                        mutants.differing(Workshop.of(planner).observed(scenario.given().facts()))))
            .toList();
    Map<Mutant, List<Scenario>> touched = new HashMap<>();
    differing.stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<Scenario, Collection<Mutant>> entry) ->
                    !entry.getKey().topic().equals(topic)))
        .forEach(
            entry ->
                entry
                    .getValue()
                    .forEach(
                        mutant ->
                            touched
                                .computeIfAbsent(mutant, m -> new ArrayList<>())
                                .add(entry.getKey())));
    return touched;
  }

  private Fate fate(Mutant mutant, Mutants mutants, List<Scenario> touched) {
    Planner changed = Workshop.of(planner).with(mutants.with(mutant));
    Optional<String> noticing =
        touched.stream()
            .filter(scenario -> notices(scenario, changed, mutant))
            .map(Scenario::name)
            .findFirst();
    String reason = equivalent.get(mutant.id());
    if (noticing.isPresent()) {
      return new Fate(
          mutant, reason == null ? Fate.End.NOTICED : Fate.End.NOT_EQUIVALENT, noticing.get());
    }
    return reason == null
        ? new Fate(mutant, Fate.End.SURVIVED, "")
        : new Fate(mutant, Fate.End.EQUIVALENT, reason);
  }

  private static boolean notices(Scenario scenario, Planner changed, Mutant mutant) {
    Facts facts = scenario.given().facts();
    try {
      Diagnosis diagnosis = Workshop.of(changed).diagnose(facts);
      return (scenario.silent().contains(mutant.rule())
              && diagnosis.fired().contains(mutant.rule()))
          || !Comparison.same(scenario.expect(), diagnosis.plan(Language.ENGLISH));
    } catch (MutantFailedException e) {
      return true;
    }
  }
}
