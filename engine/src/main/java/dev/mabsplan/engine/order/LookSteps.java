package dev.mabsplan.engine.order;

import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.pack.Risk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Sets the basic checks among the steps, as one step or as two. */
final class LookSteps {

  private static final StepKey LOOK_FIRST = new StepKey("", "", "", null);
  private static final StepKey LOOK_LATER = new StepKey("", "", "later", null);

  private final StepGraph graph;
  private final List<Look> looks;
  private final Set<Case> lookedAtFor = new HashSet<>();

  LookSteps(StepGraph graph, List<Look> all) {
    this.graph = graph;
    this.looks =
        all.stream().filter(look -> !graph.has(look.key())).sorted(Look.BEST_FIRST).toList();
    looks.forEach(look -> lookedAtFor.addAll(look.askers()));
  }

  boolean isEmpty() {
    return looks.isEmpty();
  }

  /** Returns the steps, which are in order, with the checks among them. */
  List<OrderedStep> among(List<StepNode> all, Function<StepNode, OrderedStep> step) {
    int last = lastForLooks(all);
    List<Integer> starts = new ArrayList<>();
    List<LookPlaces.Block> blocks = new ArrayList<>();
    for (int i = firstForLooks(all, last); i < last; i++) {
      Optional<LookPlaces.Block> block = worth(all.get(i));
      boolean goesOn = i > 0 && isOneWith(all.get(i - 1), all.get(i));
      if (block.isPresent() && !goesOn) {
        starts.add(i);
        blocks.add(block.get());
      }
    }
    starts.add(last);
    long later =
        all.subList(last, all.size()).stream()
            .filter(this::isLookedAtFor)
            .mapToLong(node -> node.first().weight())
            .sum();
    List<OrderedStep> steps = new ArrayList<>();
    int next = 0;
    for (LookPlaces.Place place : new LookPlaces(blocks, looks, later).best()) {
      int at = starts.get(place.before());
      all.subList(next, at).forEach(node -> steps.add(step.apply(node)));
      next = at;
      steps.add(lookStep(place.looks(), steps.stream().noneMatch(one -> one.remedy().isEmpty())));
    }
    all.subList(next, all.size()).forEach(node -> steps.add(step.apply(node)));
    return List.copyOf(steps);
  }

  private static OrderedStep lookStep(List<Look> looks, boolean first) {
    return new OrderedStep(
        first ? LOOK_FIRST : LOOK_LATER,
        Optional.empty(),
        Band.LOOK,
        Status.CHECK,
        List.of(),
        Set.of(),
        looks,
        Optional.empty());
  }

  /** No look comes before what facts confirm, nor between that and its retry. */
  private int firstForLooks(List<StepNode> all, int last) {
    int first = 0;
    for (int i = 0; i < last; i++) {
      StepNode node = all.get(i);
      if (isLookedAtFor(node)
          && (node.retry() ? followsWhatIsConfirmed(node) : isConfirmed(node))) {
        first = i + 1;
      }
    }
    return first;
  }

  private boolean isConfirmed(StepNode node) {
    return node.certain() && worth(node).isEmpty();
  }

  private boolean followsWhatIsConfirmed(StepNode retry) {
    return retry.before.stream().anyMatch(node -> !node.retry() && isConfirmed(node));
  }

  /** In any event looks come before what disrupts and before what bears on nothing reported. */
  private static int lastForLooks(List<StepNode> all) {
    for (int i = 0; i < all.size(); i++) {
      StepNode node = all.get(i);
      boolean disrupts = node.tier.compareTo(Risk.REVERSIBLE) > 0 && !node.certain();
      if (disrupts || node.band.compareTo(Band.OPEN) > 0) {
        return i;
      }
    }
    return all.size();
  }

  /** Whether the checks bear on what a step is for; of an unknown error that is not known. */
  private boolean isLookedAtFor(StepNode node) {
    return lookedAtFor.isEmpty() || lookedAtFor.contains(node.first().asker());
  }

  /** Whether a step is done together with the one in front before one sees whether it helped. */
  private boolean isOneWith(StepNode before, StepNode node) {
    Case asker = node.first().asker();
    return before.first().asker().equals(asker)
        && ((before.certain() && node.certain() && !before.retry())
            || graph.asking(asker).parts().stream()
                .anyMatch(part -> part.steps().contains(before) && part.steps().contains(node)));
  }

  /**
   * What is done together with a step until one sees whether it helped. Nothing where facts confirm
   * any of it, for the retry of what was done before, and where the basic checks do not bear on it.
   */
  private Optional<LookPlaces.Block> worth(StepNode node) {
    if (!isLookedAtFor(node)) {
      return Optional.empty();
    }
    Case asker = node.first().asker();
    List<Prescription> own = graph.asking(asker).own;
    Optional<Prescription> retry = graph.asking(asker).retry();
    long again = retry.map(p -> p.remedy().effort().minutes()).orElse(0);
    if (retry.isPresent() && graph.node(retry.get()) == node) {
      return worthAlone(retry.get());
    }
    if (node.certain()) {
      List<Prescription> certain =
          own.stream().filter(p -> graph.node(p).certain() && !p.retry()).toList();
      return certain.stream().anyMatch(p -> graph.node(p).status == Status.CONFIRMED)
              || asker.standing() == Standing.MAY_BE_WHY
              || certain.isEmpty()
          ? Optional.empty()
          : Optional.of(worth(certain, again));
    }
    return graph
        .asking(asker)
        .part(node)
        .map(
            part ->
                worth(
                    own.stream().filter(p -> part.steps().contains(graph.node(p))).toList(),
                    part.tried() ? again : 0));
  }

  /** After looks alone a retry is worth what it mends alone, which may be nothing. */
  private Optional<LookPlaces.Block> worthAlone(Prescription retry) {
    boolean tried =
        graph.followsWhatIsCertain(retry)
            || graph.beforeTheFirst(retry).stream()
                .anyMatch(part -> part.tried() && !part.steps().isEmpty());
    long weight = retry.status().certain() ? retry.remedy().likelihood().weight() : 0;
    return tried
        ? Optional.empty()
        : Optional.of(new LookPlaces.Block(weight, retry.remedy().effort().minutes()));
  }

  private static LookPlaces.Block worth(List<Prescription> together, long retryMinutes) {
    return new LookPlaces.Block(
        together.stream().mapToLong(Prescription::weight).sum(),
        together.stream().mapToLong(Prescription::minutes).sum() + retryMinutes);
  }
}
