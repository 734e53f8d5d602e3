package dev.mabsplan.engine.order;

import dev.mabsplan.engine.pack.Remedy;
import java.util.Comparator;

/** Likelihood over effort, compared in integers so that no platform rounds it its own way. */
final class Ratio {

  /** Milder before riskier, then the better ratio, then less effort, then by name: never a tie. */
  static final Comparator<Prescription> BEST_FIRST =
      Comparator.comparing((Prescription p) -> p.remedy().risk())
          .thenComparing((a, b) -> compare(b.remedy(), a.remedy()))
          .thenComparing(p -> p.remedy().effort())
          .thenComparing(Prescription::key);

  private Ratio() {}

  /** Returns more than 0 where the first remedy has the better ratio. */
  static int compare(Remedy a, Remedy b) {
    return Long.compare(
        (long) a.likelihood().weight() * b.effort().minutes(),
        (long) b.likelihood().weight() * a.effort().minutes());
  }
}
