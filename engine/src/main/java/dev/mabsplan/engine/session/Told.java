package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kie.api.runtime.rule.Match;

/** Tells what a rule derives in the words of whoever observed what it matched. */
final class Told {

  private final RuleOutline rule;
  private final String id;
  private final List<PatternOutline> patterns = new ArrayList<>();
  private final List<Citation> citations = new ArrayList<>();

  /** The variables that can be read, with their {@code $}, by name. */
  private final Map<String, String> variables = new TreeMap<>();

  private Told(RuleOutline rule) {
    this.rule = rule;
    this.id = rule.id();
    for (PatternOutline pattern : rule.patterns()) {
      if (pattern.role() == PatternOutline.Role.MATCHED) {
        patterns.add(pattern);
        citations.add(Citation.by(pattern));
      }
    }
    rule.bindings().forEach(name -> variables.put(name, "$" + name));
  }

  /** Makes ready to tell what one rule derives, as often as it does. */
  static Told by(RuleOutline rule) {
    return new Told(rule);
  }

  /** Returns what the rule derived, with what it matched. */
  Derivation derivation(Firing firing, Seen seen) {
    Match match = firing.match();
    List<Object> matched = match.getObjects();
    List<Object> originals = new ArrayList<>(patterns.size());
    for (int i = 0; i < Math.min(patterns.size(), matched.size()); i++) {
      originals.add(seen.original(matched.get(i)));
    }
    Map<String, Object> bindings = new TreeMap<>();
    variables.forEach(
        (name, variable) -> {
          Object value = match.getDeclarationValue(variable);
          if (value != null) {
            bindings.put(name, value);
          }
        });
    Finding finding = firing.finding();
    if (!seen.asObserved()) {
      finding = seen.original(finding, finding instanceof Need need ? item(need, match, seen) : "");
      for (int i = 0; i < originals.size(); i++) {
        if (originals.get(i) != matched.get(i)) {
          bindings.putAll(bound(patterns.get(i), (Record) originals.get(i)));
        }
      }
    }
    return new Derivation(finding, id, cited(originals, seen), bindings);
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
  private String item(Need need, Match match, Seen seen) {
    String item = need.item();
    Set<String> named = new LinkedHashSet<>();
    rule.calls().stream()
        .filter(call -> call.target().equals(need.remedy()))
        .forEach(call -> named.addAll(call.arguments()));
    for (PatternOutline pattern : patterns) {
      for (Condition condition : pattern.conditions()) {
        String variable = "$" + condition.binding();
        if (named.contains(variable)
            && match.getDeclarationValue(variable) instanceof String bound
            && item.startsWith(bound)) {
          return told(seen, pattern, condition, bound) + item.substring(bound.length());
        }
      }
    }
    return item;
  }

  private static String told(Seen seen, PatternOutline pattern, Condition condition, String bound) {
    return WatchedKeys.kind(pattern.type())
        .flatMap(kind -> RecordShape.of(kind).component(condition.component()))
        .flatMap(RecordShape.Component::sort)
        .map(sort -> seen.told(sort, bound))
        .orElse(bound);
  }

  private List<FactCited> cited(List<Object> originals, Seen seen) {
    Set<FactCited> cited = new TreeSet<>();
    for (int i = 0; i < originals.size(); i++) {
      Citation citation = citations.get(i);
      seen.listing(originals.get(i)).ifPresent(whole -> cited.addAll(citation.of(whole)));
      cited.addAll(citation.of(originals.get(i)));
    }
    return List.copyOf(cited);
  }
}
