package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.facts.Fact;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;

/** One run of rules over what is known, in a session of its own. */
final class Run {

  /** A plan needs some tens of firings; patterns that nothing joins match everything with all. */
  static final int MOST_FIRINGS = 100_000;

  private Run() {}

  /** Lets rules fire, of which each may go on from the problems that others derive. */
  static boolean toRest(
      KieBase rules, Iterable<?> known, AgendaFilter fires, Consumer<Firing> findings) {
    return ends(rules, known, fires, true, findings);
  }

  /** Lets rules fire on what is known and on nothing that they derive themselves. */
  static boolean once(KieBase rules, Iterable<?> known, Consumer<Firing> findings) {
    return ends(rules, known, match -> true, false, findings);
  }

  /**
   * Shows what matches and lets nothing fire.
   *
   * @param matches a filter that takes what it is asked for and refuses it
   */
  static void dry(KieBase rules, Iterable<?> known, AgendaFilter matches) {
    ends(rules, known, matches, false, firing -> {});
  }

  /** Returns whether the rules came to rest before they had fired too often. */
  private static boolean ends(
      KieBase rules,
      Iterable<?> known,
      AgendaFilter fires,
      boolean feeds,
      Consumer<Firing> findings) {
    KieSession session = rules.newKieSession();
    // facts are one at each address, but two rules may derive an equal problem, and two errors may
    // be an equal symptom; so even a rule that feeds itself ends
    Set<Object> once = new HashSet<>();
    try {
      session.registerChannel(
          Derive.CHANNEL,
          object -> {
            Firing firing = (Firing) object;
            findings.accept(firing);
            if (feeds && firing.finding() instanceof Problem problem && once.add(problem)) {
              session.insert(problem);
            }
          });
      for (Object thing : known) {
        if (thing instanceof Fact || once.add(thing)) {
          session.insert(thing);
        }
      }
      return session.fireAllRules(fires, MOST_FIRINGS) < MOST_FIRINGS;
    } finally {
      session.dispose();
    }
  }
}
