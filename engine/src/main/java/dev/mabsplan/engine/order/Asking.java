package dev.mabsplan.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one case asks for. */
final class Asking {

  /** Best first. */
  final List<Prescription> own = new ArrayList<>();

  /** What is open, in the parts after which one sees whether it helped; null until known. */
  @Nullable List<Together> parts;

  /** Where its steps stand inside the case. */
  Map<StepNode, Integer> positions = Map.of();

  int rank = Integer.MAX_VALUE;

  List<Together> parts() {
    List<Together> known = parts;
    return known == null ? List.of() : known;
  }

  Optional<Prescription> retry() {
    return own.stream().filter(Prescription::retry).findFirst();
  }

  /** Returns the part that a step is open in. */
  Optional<Together> part(StepNode node) {
    return parts().stream().filter(part -> part.steps().contains(node)).findFirst();
  }

  /** Steps after which one sees whether they helped: by looks, or by the retry. */
  record Together(List<StepNode> steps, boolean tried) {}
}
