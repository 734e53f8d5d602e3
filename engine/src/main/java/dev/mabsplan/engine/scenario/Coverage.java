package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.engine.scenario.Result.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What scenarios that pass say about rules and remedies; lines have no part in it, since they
 * depend on how a rule is laid out.
 *
 * @param rules the rules, sorted
 * @param remedies the remedies, sorted
 */
public record Coverage(List<Covered> rules, List<Covered> remedies) {

  /** What can be said about a rule or a remedy. */
  public enum Level {
    /** A scenario says that the rule fires. */
    FIRED,
    /** A scenario says that the rule stays silent. */
    SILENT,
    /** The rule stays silent because of something unknown, which the plan asks for. */
    UNKNOWN,
    /** The rule fires, and once the steps of the plan are done, nothing is left to do. */
    LOOP,
    /** The remedy is a step, and once the steps of the plan are done, nothing is left to do. */
    CLOSED;

    /** Returns whether it is said of remedies, and not of rules. */
    public boolean ofRemedies() {
      return this == CLOSED;
    }
  }

  /**
   * How many scenarios say what about a rule or a remedy.
   *
   * @param id the rule or remedy
   * @param counts the number for each level that is said of such
   */
  public record Covered(String id, Map<Level, Integer> counts) {

    public Covered {
      counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** Returns how many scenarios say it. */
    public int count(Level level) {
      return counts.getOrDefault(level, 0);
    }
  }

  /**
   * Counts what results say; those that did not pass say nothing.
   *
   * @param wanted the rules and remedies to count for, as topic and name
   */
  public static Coverage of(Planner planner, Collection<Result> results, Predicate<String> wanted) {
    List<Result> passed =
        results.stream().filter(result -> result.outcome() == Outcome.PASSED).toList();
    List<Covered> rules = new ArrayList<>();
    for (String id :
        Workshop.of(planner).rules().known().stream().map(KnownRule::id).filter(wanted).toList()) {
      Map<Level, Integer> counts = new EnumMap<>(Level.class);
      counts.put(Level.FIRED, count(passed, result -> result.covers().contains(id)));
      counts.put(Level.SILENT, count(passed, result -> result.silent().contains(id)));
      counts.put(Level.UNKNOWN, count(passed, result -> silentForUnknown(planner, result, id)));
      counts.put(
          Level.LOOP,
          count(passed, result -> result.fired().contains(id) && !result.closed().isEmpty()));
      rules.add(new Covered(id, counts));
    }
    List<Covered> remedies = new ArrayList<>();
    for (String remedy :
        Workshop.of(planner).knowledge().remedies().stream().filter(wanted).toList()) {
      remedies.add(
          new Covered(
              remedy,
              Map.of(Level.CLOSED, count(passed, result -> result.closed().contains(remedy)))));
    }
    return new Coverage(List.copyOf(rules), List.copyOf(remedies));
  }

  private static int count(List<Result> results, Predicate<Result> saying) {
    return (int) results.stream().filter(saying).count();
  }

  private static boolean silentForUnknown(Planner planner, Result result, String rule) {
    return !result.fired().contains(rule)
        && result.asked().stream()
            .anyMatch(fact -> Workshop.of(planner).rules().looksAt(rule, fact));
  }

  private List<Covered> of(Level level) {
    return level.ofRemedies() ? remedies : rules;
  }

  /** Returns what no scenario says it of, sorted. */
  public List<String> missing(Level level) {
    return of(level).stream()
        .filter(covered -> covered.count(level) == 0)
        .map(Covered::id)
        .toList();
  }

  /** Returns how much of all it is said of, in whole percent, never rounded up. */
  public int percent(Level level) {
    int all = of(level).size();
    return all == 0 ? 100 : (all - missing(level).size()) * 100 / all;
  }
}
