package dev.mabsplan.engine.fleet;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * That one step helps one server: what a ranking is summed up from. Flat, so that it travels well.
 *
 * @param step id of the step, in small letters: the same step on the same server is one, whoever
 *     asks for it
 * @param sure whether this server is known to need it, and it is not only to be checked or tried
 * @param remedy id of the remedy
 * @param title what to do, in a phrase
 * @param server the server it is done on
 * @param minutes what it takes
 * @param risk what it can break, as plans write it
 * @param helped the server that it helps
 * @param weight how bad it is to leave that server alone: 4 for high, 2 for medium, 1 for low
 */
public record Share(
    String step,
    boolean sure,
    String remedy,
    String title,
    String server,
    int minutes,
    String risk,
    String helped,
    int weight) {

  /**
   * Returns the shares of a plan. Only remedies count: a retry and a look mend nothing by
   * themselves, and what loses data is nobody's first choice, however many it would help.
   */
  public static List<Share> of(Known known) {
    Map<String, Share> shares = new LinkedHashMap<>();
    for (ShortPlan.Step step : known.plan().steps()) {
      if (step.kind() != Step.Kind.REMEDY || step.risk() == Risk.DESTRUCTIVE) {
        continue;
      }
      for (int number : step.problems()) {
        Share share = of(known, step, known.plan().problems().get(number - 1));
        shares.merge(
            share.step() + "\n" + share.helped().toLowerCase(Locale.ROOT), share, Share::worse);
      }
    }
    return List.copyOf(shares.values());
  }

  private static Share of(Known known, ShortPlan.Step step, ShortPlan.Problem problem) {
    String id = Given.isNamed(step.server()) ? step.id() : step.id() + " of " + known.key();
    return new Share(
        id.toLowerCase(Locale.ROOT),
        step.status().certain(),
        step.remedy(),
        step.title(),
        step.server(),
        step.minutes(),
        Kebab.word(step.risk()),
        Given.isNamed(problem.server()) ? problem.server() : known.key(),
        weight(problem.severity()));
  }

  private static Share worse(Share one, Share other) {
    return one.weight >= other.weight ? one : other;
  }

  private static int weight(Severity severity) {
    return switch (severity) {
      case HIGH -> 4;
      case MEDIUM -> 2;
      case LOW -> 1;
    };
  }
}
