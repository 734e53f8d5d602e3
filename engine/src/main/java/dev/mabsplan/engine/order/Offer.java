package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which of several ways is offered first, where one is enough. */
public final class Offer {

  /**
   * The mildest first, then what facts confirm, then the better ratio of the first step: never a
   * tie. None of the ways may be empty.
   */
  public static final Comparator<List<Prescription>> BEST_FIRST =
      Comparator.comparing((List<Prescription> way) -> riskiest(way))
          .thenComparing(way -> way.get(0).status() != Status.CONFIRMED)
          .thenComparing(way -> way.get(0), Ratio.BEST_FIRST);

  private Offer() {}

  /** Returns the risk of the riskiest of several steps. */
  public static Risk riskiest(Collection<Prescription> several) {
    return several.stream()
        .map(one -> one.remedy().risk())
        .max(Comparator.naturalOrder())
        .orElse(Risk.READ_ONLY);
  }

  /**
   * Returns a remedy as it would be asked for on a server that has a problem and nothing else.
   *
   * @param status how sure it would be that it is needed
   */
  public static Prescription supposed(KnownProblem problem, Remedy remedy, Status status) {
    Case asker =
        new Case(new Problem(problem.id(), "", null), problem, "", List.of(), Standing.REPORTED);
    return new Prescription(
        asker,
        remedy,
        StepKey.of(remedy, asker),
        status,
        List.of(),
        List.of(),
        "",
        Set.of(),
        false,
        remedy.effort().minutes());
  }
}
