package dev.mabsplan.engine.session;

import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules of which several patterns may each match many facts of one server: what they match together
 * is a product, and is made before a rule fires. Nothing is done for facts as few as servers have.
 */
final class Crossing {

  /** A rule, and the kinds of fact of which it takes any of a server, one for each pattern. */
  private record Crossed(RuleOutline rule, List<FactKind> kinds) {}

  private static final long MOST_MATCHES = 2_000_000;
  private static final int FEW = 1_000;

  private final List<Crossed> rules;

  private Crossing(List<Crossed> rules) {
    this.rules = rules;
  }

  /** Finds such rules. */
  static Crossing of(Collection<RuleOutline> outlines) {
    List<Crossed> rules = new ArrayList<>();
    for (RuleOutline rule : outlines) {
      List<FactKind> kinds =
          rule.patterns().stream()
              .filter(pattern -> pattern.role() == PatternOutline.Role.MATCHED)
              .filter(pattern -> !pattern.namesOne())
              .flatMap(pattern -> WatchedKeys.kind(pattern.type()).stream())
              .toList();
      if (kinds.size() > 1) {
        rules.add(new Crossed(rule, kinds));
      }
    }
    return new Crossing(List.copyOf(rules));
  }

  /**
   * Looks whether rules can be let run.
   *
   * @throws RuleFailedException where one would match more than there is room for
   */
  void check(Collection<?> known) {
    if (known.size() <= FEW || rules.isEmpty()) {
      return;
    }
    Map<FactKind, Map<String, Integer>> counts = new HashMap<>();
    for (Object one : known) {
      if (one instanceof Fact fact) {
        counts
            .computeIfAbsent(FactKind.of(fact.getClass()), kind -> new HashMap<>())
            .merge(fact.server(), 1, Integer::sum);
      }
    }
    for (Crossed crossed : rules) {
      for (String server : counts.getOrDefault(crossed.kinds().get(0), Map.of()).keySet()) {
        long matches = 1;
        for (FactKind kind : crossed.kinds()) {
          matches *= counts.getOrDefault(kind, Map.of()).getOrDefault(server, 0);
          matches = Math.min(matches, Integer.MAX_VALUE);
        }
        if (matches > MOST_MATCHES) {
          throw RuleFailedException.tooMany(
              crossed.rule(), matches + " matches of the facts of " + server);
        }
      }
    }
  }
}
