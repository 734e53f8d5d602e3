package dev.mabsplan.engine.order;

import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A step among the others, with what comes before it. */
final class StepNode {

  final StepKey key;

  /** Who asks for it; once the cases are in order, the most urgent first. */
  final List<Prescription> askers = new ArrayList<>();

  Status status = Status.TRY;
  Risk tier = Risk.DESTRUCTIVE;
  Band band = Band.DESTRUCTIVE;
  Set<StepNode> before = Set.of();

  /** What comes before it, and what comes before that. */
  Set<StepNode> allBefore = Set.of();

  StepNode(StepKey key) {
    this.key = key;
  }

  void add(Prescription prescription) {
    boolean surer = askers.isEmpty() || prescription.status().compareTo(status) < 0;
    status = surer ? prescription.status() : status;
    askers.add(prescription);
  }

  Prescription first() {
    return askers.get(0);
  }

  Remedy remedy() {
    return first().remedy();
  }

  boolean certain() {
    return status.certain();
  }

  boolean retry() {
    return first().retry();
  }

  boolean isApart() {
    for (Prescription asker : askers) {
      if (asker.asker().standing() != Standing.APART) {
        return false;
      }
    }
    return true;
  }

  boolean isBackedUpBy(String server) {
    for (Prescription asker : askers) {
      if (asker.asker().backupServer().equals(server)) {
        return true;
      }
    }
    return false;
  }
}
