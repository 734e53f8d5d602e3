package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells which rules may fire. A rule may not where a pattern that must match finds nothing of its
 * type, or nothing of the names that it looks for; what a pattern says beyond that is left to the
 * rules themselves.
 */
final class Reach {

  /**
   * What a pattern must find.
   *
   * @param type simple name of the type
   * @param names of a fact, what it may be called, by place of the name; of a symptom or a problem,
   *     its ids; empty where any will do; folded
   */
  private record Wanted(String type, Map<Integer, Set<String>> names) {}

  private record Reached(String rule, List<Wanted> wanted, Set<String> problems) {}

  private final List<Reached> rules;

  private Reach(List<Reached> rules) {
    this.rules = rules;
  }

  static Reach of(Collection<RuleOutline> outlines) {
    return new Reach(outlines.stream().map(Reach::reached).toList());
  }

  private static Reached reached(RuleOutline rule) {
    List<Wanted> wanted = new ArrayList<>();
    for (PatternOutline pattern : rule.patterns()) {
      if (pattern.role() != PatternOutline.Role.NEGATED) {
        wanted.add(wanted(pattern));
      }
    }
    Set<String> problems = new HashSet<>();
    for (Call call : rule.calls()) {
      if (call.isProblem()) {
        problems.add(call.target());
      }
    }
    return new Reached(rule.id(), wanted, problems);
  }

  private static Wanted wanted(PatternOutline pattern) {
    Map<Integer, Set<String>> names = new HashMap<>();
    Optional<FactKind> kind = WatchedKeys.kind(pattern.type());
    if (kind.isPresent()) {
      List<RecordShape.Component> keys = RecordShape.of(kind.get()).keys();
      Map<String, Set<String>> watched = WatchedKeys.watched(kind.get(), pattern);
      for (int i = 0; i < keys.size(); i++) {
        Set<String> constants = watched.get(keys.get(i).name());
        if (constants != null) {
          names.put(i, folded(constants));
        }
      }
    } else {
      Set<String> ids = new TreeSet<>();
      for (Condition condition : pattern.conditions()) {
        if (WatchedKeys.looksAt(condition, "id")
            && condition.texts().size() == condition.values().size()) {
          ids.addAll(condition.texts());
        }
      }
      if (!ids.isEmpty()) {
        names.put(0, folded(ids));
      }
    }
    return new Wanted(pattern.type(), names);
  }

  /** Returns all rules, as topic and name. */
  Set<String> all() {
    return rules.stream().map(Reached::rule).collect(Collectors.toSet());
  }

  /** Returns the rules that may fire, where each may go on from what others derive. */
  Set<String> rules(Collection<?> known) {
    // servers are much alike: what has the same name on a hundred of them is looked at once
    Map<String, Set<List<String>>> there = new HashMap<>();
    for (Object thing : known) {
      there
          .computeIfAbsent(thing.getClass().getSimpleName(), type -> new HashSet<>())
          .add(names(thing));
    }
    Set<String> reached = new TreeSet<>();
    List<Reached> silent = new ArrayList<>(rules);
    int before;
    do {
      before = silent.size();
      silent.removeIf(rule -> mayFire(rule, there, reached));
    } while (silent.size() < before);
    return reached;
  }

  private static boolean mayFire(
      Reached rule, Map<String, Set<List<String>>> there, Set<String> reached) {
    for (Wanted wanted : rule.wanted()) {
      if (!isThere(wanted, there.getOrDefault(wanted.type(), Set.of()))) {
        return false;
      }
    }
    reached.add(rule.rule());
    for (String problem : rule.problems()) {
      there
          .computeIfAbsent("Problem", type -> new HashSet<>())
          .add(List.of(WatchedKeys.folded(problem)));
    }
    return true;
  }

  private static boolean isThere(Wanted wanted, Set<List<String>> things) {
    for (List<String> names : things) {
      if (fits(wanted, names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(Wanted wanted, List<String> names) {
    for (Map.Entry<Integer, Set<String>> name : wanted.names().entrySet()) {
      if (!WatchedKeys.matchesOne(name.getValue(), names.get(name.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> names(Object thing) {
    if (thing instanceof Fact fact) {
      List<String> names = new ArrayList<>();
      Address.keysOf(fact).forEach(name -> names.add(WatchedKeys.folded(name)));
      return names;
    }
    if (thing instanceof Symptom symptom) {
      return List.of(WatchedKeys.folded(symptom.id()));
    }
    return thing instanceof Problem problem ? List.of(WatchedKeys.folded(problem.id())) : List.of();
  }

  private static Set<String> folded(Set<String> names) {
    Set<String> folded = new HashSet<>();
    names.forEach(name -> folded.add(WatchedKeys.folded(name)));
    return folded;
  }
}
