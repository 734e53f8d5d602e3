package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.scenario.Difference.Cause;
import dev.mabsplan.engine.scenario.Difference.Miss;
import java.util.List;

/** Tells why something is in a plan or not. */
interface Clues {

  /** Tells nothing: for whoever only asks whether a plan is the one expected. */
  Clues NONE = new Clues() {};

  /** Tells why a step is there. */
  default List<Cause> why(Step step) {
    return List.of();
  }

  /** Tells why a problem is there. */
  default List<Cause> why(PlannedProblem problem) {
    return List.of();
  }

  /** Tells why a remedy is left out. */
  default List<Cause> why(Excluded excluded) {
    return List.of();
  }

  /** Tells what came nearest to asking for a remedy. */
  default List<Miss> whyNoStep(String remedy) {
    return List.of();
  }

  /** Tells what came nearest to confirming a remedy. */
  default List<Miss> whyNotConfirmed(String remedy) {
    return List.of();
  }

  /** Tells what came nearest to a problem. */
  default List<Miss> whyNoProblem(String problem) {
    return List.of();
  }

  /** Tells what came nearest to leaving a remedy out. */
  default List<Miss> whyNotExcluded(String remedy) {
    return List.of();
  }

  /** Tells how near a rule came to firing. */
  default List<Miss> whyNotFired(String rule) {
    return List.of();
  }
}
