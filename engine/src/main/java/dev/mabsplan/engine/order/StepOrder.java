package dev.mabsplan.engine.order;

import dev.mabsplan.engine.order.Asking.Together;
import dev.mabsplan.engine.pack.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the steps of all cases into one order.
 *
 * <p>Parts come first: confirmed blockers, what is certain, the basic checks, what is to be checked
 * or tried, what bears on nothing that was reported, what is destructive. Inside a part the milder
 * tier of risk comes before the riskier one, then the cases follow one another, then the order
 * inside each case. What must come before a step is always drawn in front of it, and so a step is
 * as risky as the riskiest of them. Ties end at the step's name.
 */
public final class StepOrder {

  private static final Comparator<StepNode> BY_BAND_AND_TIER =
      Comparator.comparing((StepNode node) -> node.band).thenComparing(node -> node.tier);

  private final Assessment assessment;
  private final StepGraph graph;
  private final List<Case> cases;
  private final LookSteps looks;

  private StepOrder(Assessment assessment) {
    this.assessment = assessment;
    this.graph = new StepGraph(assessment);
    this.looks = new LookSteps(graph, assessment.looks());
    assessment
        .cases()
        .forEach(asker -> graph.asking(asker).positions = positions(graph.asking(asker)));
    this.cases = assessment.cases().stream().sorted(byUrgency()).toList();
    for (int i = 0; i < cases.size(); i++) {
      graph.asking(cases.get(i)).rank = i;
    }
    for (StepNode node : graph.steps()) {
      node.askers.sort(Comparator.comparing(this::rank).thenComparing(Prescription::retry));
    }
  }

  /**
   * The order, and the cases in theirs.
   *
   * @param cases the cases, most urgent first
   * @param steps the steps, in order
   */
  public record Result(List<Case> cases, List<OrderedStep> steps) {}

  /** Returns the order. */
  public static Result of(Assessment assessment) {
    StepOrder order = new StepOrder(assessment);
    return new Result(order.cases, order.emit());
  }

  /**
   * The order inside one case: what is certain, then what is open in the order of least expected
   * time, and the retry after the first part of it where nothing is certain.
   */
  private Map<StepNode, Integer> positions(Asking asking) {
    Set<StepNode> wishes = new LinkedHashSet<>();
    for (Prescription one : asking.own) {
      if (one.status().certain() && (!one.retry() || graph.followsWhatIsCertain(one))) {
        wishes.add(graph.node(one));
      }
    }
    for (Together part : asking.parts()) {
      wishes.addAll(part.steps());
      if (part.tried()) {
        asking.own.stream().filter(Prescription::retry).forEach(one -> wishes.add(graph.node(one)));
      }
    }
    asking.own.forEach(one -> wishes.add(graph.node(one)));
    List<StepNode> inOrder = new ArrayList<>(wishes);
    inOrder.sort(BY_BAND_AND_TIER);
    Map<StepNode, Integer> positions = new HashMap<>();
    drawn(inOrder).forEach(node -> positions.put(node, positions.size()));
    return positions;
  }

  private Comparator<Case> byUrgency() {
    return Comparator.comparing(Case::standing)
        .thenComparing(asker -> asker.known().severity())
        .thenComparing(this::firstStep, StepOrder::compareFirst)
        .thenComparing(asker -> asker.problem().id())
        .thenComparing(asker -> asker.problem().server())
        .thenComparing(
            asker -> asker.problem().dataSource(),
            Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  private Optional<Remedy> firstStep(Case asker) {
    return graph.asking(asker).positions.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(first -> first.getKey().remedy());
  }

  private static int compareFirst(Optional<Remedy> a, Optional<Remedy> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return Ratio.compare(b.get(), a.get());
  }

  private int rank(Prescription prescription) {
    return graph.asking(prescription.asker()).rank;
  }

  private int position(StepNode node) {
    return graph.asking(node.first().asker()).positions.getOrDefault(node, Integer.MAX_VALUE);
  }

  private List<OrderedStep> emit() {
    List<StepNode> inOrder = new ArrayList<>(graph.steps());
    inOrder.sort(
        BY_BAND_AND_TIER
            .thenComparing(node -> rank(node.first()))
            .thenComparing(this::position)
            .thenComparing(node -> node.key));
    List<StepNode> all = List.copyOf(drawn(inOrder));
    if (looks.isEmpty() || (assessment.cases().isEmpty() && !assessment.unexplained())) {
      return all.stream().map(this::step).toList();
    }
    return looks.among(all, this::step);
  }

  /** Draws steps as they are wished for, and in front of each what must come before it. */
  private static Set<StepNode> drawn(List<StepNode> wished) {
    Map<StepNode, Integer> places = new HashMap<>();
    wished.forEach(node -> places.put(node, places.size()));
    Set<StepNode> drawn = new LinkedHashSet<>();
    wished.forEach(node -> draw(node, places, drawn));
    return drawn;
  }

  private static void draw(StepNode node, Map<StepNode, Integer> places, Set<StepNode> drawn) {
    if (drawn.contains(node)) {
      return;
    }
    List<StepNode> first = new ArrayList<>();
    for (StepNode other : node.allBefore) {
      if (places.containsKey(other) && !drawn.contains(other)) {
        first.add(other);
      }
    }
    first.sort(Comparator.comparing(other -> places.getOrDefault(other, 0)));
    first.forEach(other -> draw(other, places, drawn));
    drawn.add(node);
  }

  private OrderedStep step(StepNode node) {
    return new OrderedStep(
        node.key,
        Optional.of(node.remedy()),
        node.band,
        node.status,
        List.copyOf(node.askers),
        node.before.stream().map(other -> other.key).collect(Collectors.toUnmodifiableSet()),
        List.of(),
        part(node));
  }

  private Optional<OrderedStep.Part> part(StepNode node) {
    Asking asking = graph.asking(node.first().asker());
    return asking
        .retry()
        .filter(retry -> graph.node(retry) != node)
        .flatMap(retry -> asking.part(node).map(part -> part(part, retry)));
  }

  private OrderedStep.Part part(Together part, Prescription retry) {
    List<Together> first =
        graph.followsWhatIsCertain(retry) ? List.of() : graph.beforeTheFirst(retry);
    return new OrderedStep.Part(
        part.steps().stream()
            .filter(node -> node.first().asker().equals(retry.asker()))
            .map(node -> node.key)
            .toList(),
        part.tried(),
        retry.key(),
        retry.remedy().effort().minutes(),
        !first.isEmpty() && first.get(first.size() - 1).equals(part));
  }
}
