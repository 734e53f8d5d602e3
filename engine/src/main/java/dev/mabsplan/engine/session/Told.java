package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.RecordShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells what a rule derived in the words of whoever observed what it matched. */
final class Told {

  private final RuleOutline rule;
  private final Firing firing;
  private final Seen seen;
  private final List<PatternOutline> patterns;

  private Told(RuleOutline rule, Firing firing, Seen seen) {
    this.rule = rule;
    this.firing = firing;
    this.seen = seen;
    this.patterns =
        rule.patterns().stream()
            .filter(pattern -> pattern.role() == PatternOutline.Role.MATCHED)
            .toList();
  }

  /** Returns what a rule derived, with what it matched. */
  static Derivation of(RuleOutline rule, Firing firing, Seen seen) {
    return new Told(rule, firing, seen).derivation();
  }

  private Derivation derivation() {
    List<Object> matched = firing.match().getObjects();
    List<Object> originals = new ArrayList<>();
    for (int i = 0; i < Math.min(patterns.size(), matched.size()); i++) {
      originals.add(seen.original(matched.get(i)));
    }
    Map<String, Object> bindings = new TreeMap<>();
    for (String name : rule.bindings()) {
      Object value = firing.match().getDeclarationValue("$" + name);
      if (value != null) {
        bindings.put(name, value);
      }
    }
    Finding finding = firing.finding();
    if (!seen.asObserved()) {
      finding = seen.original(finding, finding instanceof Need need ? item(need) : "");
      for (int i = 0; i < originals.size(); i++) {
        if (originals.get(i) != matched.get(i)) {
          bindings.putAll(bound(patterns.get(i), (Record) originals.get(i)));
        }
      }
    }
    return new Derivation(finding, rule.id(), cited(originals), bindings);
  }

  /** Returns what a pattern binds of what was observed. */
  private static Map<String, Object> bound(PatternOutline pattern, Record original) {
    Map<String, Object> bound = new TreeMap<>();
    RecordShape shape = RecordShape.of(original.getClass());
    for (Condition condition : pattern.conditions()) {
      if (!condition.binding().isEmpty()) {
        shape
            .component(condition.component())
            .filter(component -> component.sort().isPresent())
            .map(component -> component.value(original))
            .ifPresent(value -> bound.put(condition.binding(), value));
      }
    }
    return bound;
  }

  /** Returns the item of a need, which is, or begins with, a name that the rule bound. */
  private String item(Need need) {
    String item = need.item();
    Set<String> named = new LinkedHashSet<>();
    rule.calls().stream()
        .filter(call -> call.target().equals(need.remedy()))
        .forEach(call -> named.addAll(call.arguments()));
    for (PatternOutline pattern : patterns) {
      for (Condition condition : pattern.conditions()) {
        String variable = "$" + condition.binding();
        if (named.contains(variable)
            && firing.match().getDeclarationValue(variable) instanceof String bound
            && item.startsWith(bound)) {
          return told(pattern, condition, bound) + item.substring(bound.length());
        }
      }
    }
    return item;
  }

  private String told(PatternOutline pattern, Condition condition, String bound) {
    return WatchedKeys.kind(pattern.type())
        .flatMap(kind -> RecordShape.of(kind).component(condition.component()))
        .flatMap(RecordShape.Component::sort)
        .map(sort -> seen.told(sort, bound))
        .orElse(bound);
  }

  private List<FactCited> cited(List<Object> originals) {
    Set<FactCited> cited = new LinkedHashSet<>();
    for (int i = 0; i < originals.size(); i++) {
      Object original = originals.get(i);
      PatternOutline pattern = patterns.get(i);
      seen.listing(original).ifPresent(whole -> cited.addAll(Citation.of(whole, pattern)));
      cited.addAll(Citation.of(original, pattern));
    }
    return cited.stream().sorted().toList();
  }
}
