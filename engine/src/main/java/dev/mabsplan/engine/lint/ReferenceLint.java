package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.fault.Fault;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what rules derive, look at, need and guard to what the data of topics define. */
final class ReferenceLint {

  /** What a rule calls that says a remedy is needed. */
  private static final Set<String> NEEDING = Set.of("confirm", "missing");

  /** What a rule calls that says a remedy is not to be carried out. */
  private static final Set<String> GUARDING = Set.of("exclude", "satisfy", "met");

  private final List<Fault> faults;

  private ReferenceLint(List<Fault> faults) {
    this.faults = faults;
  }

  /** Checks rules and data against each other. */
  static void check(Collection<RuleOutline> rules, Collection<RulePack> packs, List<Fault> faults) {
    ReferenceLint lint = new ReferenceLint(faults);
    lint.references(rules, packs);
    lint.guards(rules, packs);
  }

  private void references(Collection<RuleOutline> rules, Collection<RulePack> packs) {
    Set<String> problems = new TreeSet<>();
    Set<String> remedies = new TreeSet<>();
    Set<String> symptoms = new TreeSet<>();
    List<Topic> topics = packs.stream().flatMap(pack -> pack.topics().stream()).toList();
    for (Topic topic : topics) {
      topic.problems().forEach(problem -> problems.add(problem.id()));
      topic.remedies().forEach(remedy -> remedies.add(remedy.id()));
      topic.symptoms().forEach(symptom -> symptoms.add(symptom.id()));
    }
    Set<String> derived = new HashSet<>();
    Set<String> lookedAt = new HashSet<>();
    for (RuleOutline rule : rules) {
      RuleFaults ofRule = new RuleFaults(rule, faults);
      for (Call call : rule.calls()) {
        derives(ofRule, call, call.isProblem() ? problems : remedies);
        if (call.isProblem()) {
          derived.add(call.target());
        }
      }
      for (PatternOutline pattern : rule.patterns()) {
        switch (pattern.type()) {
          case "Symptom" -> lookedAt.addAll(looksAt(ofRule, pattern, symptoms));
          case "Problem" -> lookedAt.addAll(looksAt(ofRule, pattern, problems));
          default -> {}
        }
      }
    }
    topics.forEach(topic -> unused(topic, derived, lookedAt));
  }

  private static void derives(RuleFaults faults, Call call, Set<String> known) {
    String target = call.target();
    if (!known.contains(target)) {
      String topic = faults.rule().topic();
      faults.add(
          "a " + (call.isProblem() ? "problem" : "remedy") + " of a topic.yaml, as topic/name",
          "\"" + target + "\"",
          Meant.hint(target.contains("/") ? target : topic + "/" + target, known));
    }
  }

  /** Returns the ids that a pattern asks for, of a symptom or a problem. */
  private static List<String> looksAt(
      RuleFaults faults, PatternOutline pattern, Set<String> known) {
    List<String> ids =
        pattern.conditions().stream()
            .filter(condition -> condition.component().equals("id"))
            .flatMap(condition -> condition.texts().stream())
            .toList();
    ids.stream()
        .filter(id -> !known.contains(id))
        .forEach(
            id ->
                faults.add(
                    pattern.line(),
                    "the id of a " + pattern.type().toLowerCase(Locale.ROOT) + ", as topic/name",
                    "\"" + id + "\"",
                    Meant.hint(id, known)));
    return ids;
  }

  /** What is defined and no rule speaks of would never be in a plan. */
  private void unused(Topic topic, Set<String> derived, Set<String> lookedAt) {
    for (KnownProblem problem : topic.problems()) {
      if (!derived.contains(problem.id())) {
        faults.add(
            new Fault(
                "a rule that derives the problem " + problem.id(),
                "none",
                topic.line("problems", problem.id()),
                "name the symptoms that are it under symptoms:, or derive it in "
                    + topic.drlFile()
                    + ": problem( \""
                    + problem.id()
                    + "\", … );"));
      }
    }
    for (KnownSymptom symptom : topic.symptoms()) {
      if (!lookedAt.contains(symptom.id())) {
        faults.add(
            new Fault(
                "a rule that looks at the symptom " + symptom.id(),
                "none",
                topic.line("symptoms", symptom.id()),
                "name it under symptoms: of the problem that it is, or ask for it in "
                    + topic.drlFile()
                    + ": Symptom( id == \""
                    + symptom.id()
                    + "\", … )"));
      }
    }
  }

  /**
   * What disrupts or destroys and is confirmed by facts needs a rule that says when it is not to be
   * done: that it does not apply, or is so already. A symptom says that somebody has the problem; a
   * fact alone can be there for another reason.
   */
  private void guards(Collection<RuleOutline> rules, Collection<RulePack> packs) {
    Set<String> guarded = targets(rules, GUARDING);
    packs.stream()
        .flatMap(pack -> pack.topics().stream())
        .flatMap(topic -> topic.remedies().stream())
        .filter(remedy -> remedy.risk().compareTo(Risk.DISRUPTIVE) >= 0)
        .map(Remedy::id)
        .filter(id -> !guarded.contains(id))
        .forEach(
            id ->
                rules.stream()
                    .filter(ReferenceLint::looksAtFacts)
                    .filter(rule -> targets(List.of(rule), NEEDING).contains(id))
                    .forEach(
                        rule ->
                            new RuleFaults(rule, faults)
                                .add(
                                    rule.line(),
                                    "a rule that excludes or satisfies "
                                        + id
                                        + ", since facts confirm it and it can break something",
                                    "none",
                                    "say when it is not to be done: exclude( drools, \""
                                        + id
                                        + "\", … ); or satisfy or met")));
  }

  private static Set<String> targets(Collection<RuleOutline> rules, Set<String> functions) {
    return rules.stream()
        .flatMap(rule -> rule.calls().stream())
        .filter(call -> functions.contains(call.function()))
        .map(Call::target)
        .collect(Collectors.toSet());
  }

  private static boolean looksAtFacts(RuleOutline rule) {
    return rule.patterns().stream()
        .anyMatch(pattern -> WatchedKeys.kind(pattern.type()).isPresent());
  }
}
