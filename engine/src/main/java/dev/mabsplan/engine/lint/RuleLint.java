package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.rule.Matchable;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.shape.Spelling;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules to the form that makes a plan a function of its facts: conditions only, monotone,
 * careful of what is unknown. Drools would accept more; what it accepts beyond this has been seen
 * to go wrong in silence.
 */
final class RuleLint {

  private final List<Fault> faults;

  private RuleLint(List<Fault> faults) {
    this.faults = faults;
  }

  /** Checks the rules of packs; what is wrong goes to the list, all of it. */
  static void check(Collection<RuleOutline> rules, Collection<RulePack> packs, List<Fault> faults) {
    RuleLint lint = new RuleLint(faults);
    lint.names(rules);
    lint.spellings(rules);
    rules.forEach(lint::form);
    ReasonLint.check(rules, packs, faults);
    ReferenceLint.check(rules, packs, faults);
  }

  private void names(Collection<RuleOutline> rules) {
    Map<String, RuleOutline> seen = new HashMap<>();
    Map<String, RuleOutline> ids = new HashMap<>();
    for (RuleOutline rule : rules) {
      RuleOutline same = ids.putIfAbsent(rule.id(), rule);
      RuleOutline other = rule.isDeclared() ? same : seen.putIfAbsent(rule.name(), rule);
      if (other != null) {
        // Drools accepts this across packages and then mixes the two up in what it reports.
        new RuleFaults(rule, faults)
            .add(
                rule.line(),
                "a name that no other rule has",
                "\"" + rule.name() + "\", as in " + other.file() + ":" + other.line(),
                "say in the name what sets it apart");
      }
      if (!rule.isDeclared() && !rule.name().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        new RuleFaults(rule, faults)
            .add(
                rule.line(),
                "a rule name of small letters, digits and hyphens",
                "\"" + rule.name() + "\"",
                Kebab.advice(rule.name()));
      }
    }
  }

  /** A name that rules spell in two ways could be seen as one of them spells it only. */
  private void spellings(Collection<RuleOutline> rules) {
    Map<String, String> seen = new HashMap<>();
    for (RuleOutline rule : rules) {
      for (PatternOutline pattern : rule.patterns()) {
        WatchedKeys.kind(pattern.type())
            .ifPresent(
                kind ->
                    WatchedKeys.names(kind, pattern)
                        .forEach(
                            (component, names) ->
                                names.forEach(
                                    name -> {
                                      String other =
                                          seen.putIfAbsent(
                                              component.sort().orElseThrow()
                                                  + " "
                                                  + Spelling.fold(name),
                                              name);
                                      if (other != null && !other.equals(name)) {
                                        new RuleFaults(rule, faults)
                                            .add(
                                                pattern.line(),
                                                "one spelling for a name in all rules: \""
                                                    + other
                                                    + "\"",
                                                "\"" + name + "\"",
                                                "write \"" + other + "\" here, or there as here");
                                      }
                                    })));
      }
    }
  }

  private void form(RuleOutline rule) {
    int before = faults.size();
    RuleFaults ofRule = new RuleFaults(rule, faults);
    for (String inside : rule.faults()) {
      ofRule.add(rule.line(), "conditions and one consequence call", inside, null);
    }
    if (!rule.comment().endsWith(".")) {
      ofRule.add(
          rule.line(),
          "a sentence above the rule that says why",
          rule.comment().isEmpty() ? "none" : "\"" + rule.comment() + "\"",
          "write // and one sentence with a period, in the trade's own words");
    }
    UnknownLint unknown = new UnknownLint(rule.asks(), ofRule::add);
    for (PatternOutline pattern : rule.patterns()) {
      Optional<FactKind> kind = WatchedKeys.kind(pattern.type());
      @Nullable Class<? extends Record> type = Matchable.type(pattern.type()).orElse(null);
      if (type == null) {
        ofRule.add(
            pattern.line(),
            "a kind of fact, Symptom, Problem, Server or Collected",
            pattern.type(),
            Meant.hint(pattern.type(), Matchable.names()));
        continue;
      }
      if (pattern.role() == PatternOutline.Role.NEGATED) {
        new NegationLint(ofRule).check(pattern, kind.orElse(null));
      }
      new ConditionLint(ofRule).check(pattern, type);
      unknown.pattern(pattern, type);
    }
    unknown.consequence(rule);
    if (rule.faults().isEmpty()) {
      VariableLint variables = new VariableLint(ofRule);
      variables.checkBound();
      variables.checkArguments();
    }
    if (faults.size() == before) {
      joined(rule);
    }
  }

  /**
   * Patterns that nothing joins match everything with all, of 400 services 64 million triples; but
   * for those that name what they match.
   */
  private void joined(RuleOutline rule) {
    List<PatternOutline> patterns = rule.patterns();
    Set<String> reached = new HashSet<>();
    Set<PatternOutline> joined = new HashSet<>();
    boolean more = !patterns.isEmpty();
    while (more) {
      more = false;
      for (PatternOutline pattern : patterns) {
        if (!joined.contains(pattern) && (joined.isEmpty() || pattern.sharesVariable(reached))) {
          joined.add(pattern);
          reached.addAll(pattern.variables());
          more = true;
        }
      }
    }
    patterns.stream()
        .filter(pattern -> !joined.contains(pattern))
        .filter(pattern -> pattern.role() == PatternOutline.Role.MATCHED)
        .filter(pattern -> !pattern.namesOne())
        .findFirst()
        .ifPresent(
            pattern ->
                new RuleFaults(rule, faults)
                    .add(
                        pattern.line(),
                        "a variable that joins " + pattern.type() + " to what stands beside it",
                        "none",
                        "name the server in both: server == $server; what nothing joins matches"
                            + " everything with all"));
  }
}
