package dev.mabsplan.engine.order;

import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  private static final StepKey LOOK_FIRST = new StepKey("", "", "", null);
  private static final StepKey LOOK_LATER = new StepKey("", "", "later", null);

  private static final Comparator<Node> BY_BAND_AND_TIER =
      Comparator.comparing((Node node) -> node.band).thenComparing(node -> node.tier);

  /** A step among the others, with what comes before it. */
  private static final class Node {

    final StepKey key;

    /** Who asks for it; once the cases are in order, the most urgent first. */
    final List<Prescription> askers = new ArrayList<>();

    Status status = Status.TRY;
    Risk tier = Risk.DESTRUCTIVE;
    Band band = Band.DESTRUCTIVE;
    Set<Node> before = Set.of();

    /** What comes before it, and what comes before that. */
    Set<Node> allBefore = Set.of();

    Node(StepKey key) {
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

  /** What one case asks for. */
  private static final class Asking {

    /** Best first. */
    final List<Prescription> own = new ArrayList<>();

    /** What is open, in the parts after which one sees whether it helped; null until known. */
    @Nullable List<Together> parts;

    /** Where its steps stand inside the case. */
    Map<Node, Integer> positions = Map.of();

    int rank = Integer.MAX_VALUE;

    List<Together> parts() {
      List<Together> known = parts;
      return known == null ? List.of() : known;
    }

    Optional<Prescription> retry() {
      return own.stream().filter(Prescription::retry).findFirst();
    }
  }

  private final Assessment assessment;
  private final Map<StepKey, Node> nodes = new HashMap<>();

  /** All steps, by their names. */
  private final List<Node> sorted;

  private final Map<Case, Asking> askings = new HashMap<>();
  private final List<Case> cases;
  private final boolean reported;
  private final List<Look> looks;
  private final Set<Case> lookedAtFor = new HashSet<>();

  private StepOrder(Assessment assessment) {
    this.assessment = assessment;
    this.reported = assessment.cases().stream().anyMatch(Case::isReported);
    for (Prescription prescription : assessment.prescriptions()) {
      nodes.computeIfAbsent(prescription.key(), Node::new).add(prescription);
      asking(prescription.asker()).own.add(prescription);
    }
    this.sorted = new ArrayList<>(nodes.values());
    sorted.sort(Comparator.comparing(node -> node.key));
    askings.values().forEach(asking -> asking.own.sort(Ratio.BEST_FIRST));
    link();
    refuseCircles();
    assessment.cases().forEach(asker -> asking(asker).parts = parts(asking(asker)));
    link();
    assessment.cases().forEach(asker -> asking(asker).positions = positions(asking(asker)));
    this.cases = assessment.cases().stream().sorted(byUrgency()).toList();
    for (int i = 0; i < cases.size(); i++) {
      asking(cases.get(i)).rank = i;
    }
    for (Node node : sorted) {
      node.askers.sort(Comparator.comparing(this::rank).thenComparing(Prescription::retry));
    }
    this.looks =
        assessment.looks().stream()
            .filter(look -> !nodes.containsKey(look.key()))
            .sorted(Look.BEST_FIRST)
            .toList();
    looks.forEach(look -> lookedAtFor.addAll(look.askers()));
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

  private Asking asking(Case asker) {
    return askings.computeIfAbsent(asker, one -> new Asking());
  }

  private Node node(Prescription prescription) {
    return nodes.computeIfAbsent(prescription.key(), Node::new);
  }

  /** Finds what comes before what, and what follows from that. */
  private void link() {
    sorted.forEach(node -> node.before = before(node));
    sorted.forEach(node -> node.allBefore = addAllBefore(node, new LinkedHashSet<>()));
    sorted.forEach(node -> node.tier = riskiest(node));
    sorted.forEach(node -> node.band = band(node));
  }

  private Set<Node> before(Node node) {
    Set<Node> before = new LinkedHashSet<>();
    for (Prescription prescription : node.askers) {
      if (!prescription.retry() || prescription.status().certain() || !node.certain()) {
        for (StepKey key : after(prescription)) {
          Node other = nodes.get(key);
          if (other != null) {
            before.add(other);
          }
        }
      }
      for (String required : prescription.remedy().requires()) {
        for (Node other : sorted) {
          if (other.key.remedy().equals(required) && meet(other, node)) {
            before.add(other);
          }
        }
      }
    }
    before.remove(node);
    return before;
  }

  /** The first retry does not wait for more than what is done before it tells. */
  private Set<StepKey> after(Prescription prescription) {
    if (!prescription.retry()
        || asking(prescription.asker()).parts == null
        || followsWhatIsCertain(prescription)) {
      return prescription.after();
    }
    Set<StepKey> after = new LinkedHashSet<>();
    beforeTheFirst(prescription).forEach(part -> part.steps().forEach(node -> after.add(node.key)));
    after.retainAll(prescription.after());
    return after;
  }

  private List<Together> beforeTheFirst(Prescription retry) {
    List<Together> first = new ArrayList<>();
    for (Together part : asking(retry.asker()).parts()) {
      if (part.steps().stream().anyMatch(node -> retry.after().contains(node.key))) {
        first.add(part);
      }
      if (part.tried()) {
        break;
      }
    }
    return first;
  }

  private boolean followsWhatIsCertain(Prescription retry) {
    for (StepKey key : retry.after()) {
      Node node = nodes.get(key);
      if (node != null && node.certain()) {
        return true;
      }
    }
    return false;
  }

  /** Whether two steps are about one server, or about one and its backup server. */
  private static boolean meet(Node a, Node b) {
    return a.key.server().equals(b.key.server())
        || a.isBackedUpBy(b.key.server())
        || b.isBackedUpBy(a.key.server());
  }

  /** Adds everything that comes before a step, and what comes before that. */
  private static Set<Node> addAllBefore(Node node, Set<Node> seen) {
    for (Node other : node.before) {
      if (seen.add(other)) {
        addAllBefore(other, seen);
      }
    }
    return seen;
  }

  /** The lint holds packs to it, but steps of two problems can still meet head-on. */
  private void refuseCircles() {
    List<StepKey> circle =
        sorted.stream()
            .filter(node -> node.allBefore.contains(node))
            .map(node -> node.key)
            .toList();
    if (!circle.isEmpty()) {
      throw new IllegalStateException("steps come before one another in a circle: " + circle);
    }
  }

  private static Risk riskiest(Node node) {
    Risk riskiest = node.remedy().risk();
    for (Node other : node.allBefore) {
      Risk risk = other.remedy().risk();
      riskiest = risk.compareTo(riskiest) > 0 ? risk : riskiest;
    }
    return riskiest;
  }

  /**
   * The order inside one case: what is certain, then what is open in the order of least expected
   * time, and the retry after the first part of it where nothing is certain.
   */
  private Map<Node, Integer> positions(Asking asking) {
    Set<Node> wishes = new LinkedHashSet<>();
    for (Prescription one : asking.own) {
      if (one.status().certain() && (!one.retry() || followsWhatIsCertain(one))) {
        wishes.add(node(one));
      }
    }
    for (Together part : asking.parts()) {
      wishes.addAll(part.steps());
      if (part.tried()) {
        asking.own.stream().filter(Prescription::retry).forEach(one -> wishes.add(node(one)));
      }
    }
    asking.own.forEach(one -> wishes.add(node(one)));
    List<Node> inOrder = new ArrayList<>(wishes);
    inOrder.sort(BY_BAND_AND_TIER);
    Map<Node, Integer> positions = new HashMap<>();
    drawn(inOrder).forEach(node -> positions.put(node, positions.size()));
    return positions;
  }

  /**
   * What is open in a case, in the parts after which one sees whether it helped. What is certain
   * for another case is done in any event, and is in none.
   */
  private List<Together> parts(Asking asking) {
    List<Prescription> open = new ArrayList<>();
    List<Node> steps = new ArrayList<>();
    for (Prescription one : asking.own) {
      Node node = node(one);
      if (!node.certain() && !one.retry()) {
        open.add(one);
        steps.add(node);
      }
    }
    Optional<Prescription> retry = asking.retry();
    long minutes = retry.map(p -> p.remedy().effort().minutes()).orElse(0);
    long alone =
        retry
            .filter(p -> p.status().certain() && !followsWhatIsCertain(p))
            .map(p -> p.remedy().likelihood().weight())
            .orElse(0);
    List<Together> all = new ArrayList<>();
    for (Batches.Batch batch : new Batches(repairs(open, steps), minutes, alone).best()) {
      all.add(new Together(batch.repairs().stream().map(steps::get).toList(), batch.retried()));
    }
    return List.copyOf(all);
  }

  /** Steps after which one sees whether they helped: by looks, or by the retry. */
  private record Together(List<Node> steps, boolean tried) {}

  private static List<Repair> repairs(List<Prescription> open, List<Node> steps) {
    List<Repair> repairs = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Prescription one = open.get(i);
      Node node = steps.get(i);
      BitSet earlier = new BitSet(open.size());
      for (int j = 0; j < open.size(); j++) {
        Node other = steps.get(j);
        earlier.set(j, node.allBefore.contains(other) || other.tier.compareTo(node.tier) < 0);
      }
      repairs.add(
          new Repair(
              one.weight(),
              one.minutes(),
              one.status() == Status.CHECK,
              node.tier.compareTo(Risk.REVERSIBLE) <= 0,
              one.remedy().temporary(),
              earlier));
    }
    return repairs;
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
    return asking(asker).positions.entrySet().stream()
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
    return asking(prescription.asker()).rank;
  }

  private int position(Node node) {
    return asking(node.first().asker()).positions.getOrDefault(node, Integer.MAX_VALUE);
  }

  private Band band(Node node) {
    if (node.tier == Risk.DESTRUCTIVE) {
      return Band.DESTRUCTIVE;
    }
    if (reported && node.isApart()) {
      return Band.ALSO;
    }
    if (!node.certain()) {
      return Band.OPEN;
    }
    return node.remedy().blocker() && node.status == Status.CONFIRMED ? Band.BLOCKER : Band.CERTAIN;
  }

  private List<OrderedStep> emit() {
    List<Node> inOrder = new ArrayList<>(sorted);
    inOrder.sort(
        BY_BAND_AND_TIER
            .thenComparing(node -> rank(node.first()))
            .thenComparing(this::position)
            .thenComparing(node -> node.key));
    List<Node> all = List.copyOf(drawn(inOrder));
    if (looks.isEmpty() || (assessment.cases().isEmpty() && !assessment.unexplained())) {
      return all.stream().map(this::step).toList();
    }
    return withLooks(all);
  }

  private List<OrderedStep> withLooks(List<Node> all) {
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
      all.subList(next, at).forEach(node -> steps.add(step(node)));
      next = at;
      steps.add(lookStep(place.looks(), steps.stream().noneMatch(one -> one.remedy().isEmpty())));
    }
    all.subList(next, all.size()).forEach(node -> steps.add(step(node)));
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
  private int firstForLooks(List<Node> all, int last) {
    int first = 0;
    for (int i = 0; i < last; i++) {
      Node node = all.get(i);
      if (isLookedAtFor(node)
          && (node.retry() ? followsWhatIsConfirmed(node) : isConfirmed(node))) {
        first = i + 1;
      }
    }
    return first;
  }

  private boolean isConfirmed(Node node) {
    return node.certain() && worth(node).isEmpty();
  }

  private boolean followsWhatIsConfirmed(Node retry) {
    return retry.before.stream().anyMatch(node -> !node.retry() && isConfirmed(node));
  }

  /** In any event looks come before what disrupts and before what bears on nothing reported. */
  private static int lastForLooks(List<Node> all) {
    for (int i = 0; i < all.size(); i++) {
      Node node = all.get(i);
      boolean disrupts = node.tier.compareTo(Risk.REVERSIBLE) > 0 && !node.certain();
      if (disrupts || node.band.compareTo(Band.OPEN) > 0) {
        return i;
      }
    }
    return all.size();
  }

  /** Whether the checks bear on what a step is for; of an unknown error that is not known. */
  private boolean isLookedAtFor(Node node) {
    return lookedAtFor.isEmpty() || lookedAtFor.contains(node.first().asker());
  }

  /** Whether a step is done together with the one in front before one sees whether it helped. */
  private boolean isOneWith(Node before, Node node) {
    Case asker = node.first().asker();
    return before.first().asker().equals(asker)
        && ((before.certain() && node.certain() && !before.retry())
            || asking(asker).parts().stream()
                .anyMatch(part -> part.steps().contains(before) && part.steps().contains(node)));
  }

  /**
   * What is done together with a step until one sees whether it helped. Nothing where facts confirm
   * any of it, for the retry of what was done before, and where the basic checks do not bear on it.
   */
  private Optional<LookPlaces.Block> worth(Node node) {
    if (!isLookedAtFor(node)) {
      return Optional.empty();
    }
    Case asker = node.first().asker();
    List<Prescription> own = asking(asker).own;
    Optional<Prescription> retry = asking(asker).retry();
    long again = retry.map(p -> p.remedy().effort().minutes()).orElse(0);
    if (retry.isPresent() && node(retry.get()) == node) {
      return worthAlone(retry.get());
    }
    if (node.certain()) {
      List<Prescription> certain =
          own.stream().filter(p -> node(p).certain() && !p.retry()).toList();
      return certain.stream().anyMatch(p -> node(p).status == Status.CONFIRMED)
              || asker.standing() == Standing.MAY_BE_WHY
              || certain.isEmpty()
          ? Optional.empty()
          : Optional.of(worth(certain, again));
    }
    return part(asking(asker), node)
        .map(
            part ->
                worth(
                    own.stream().filter(p -> part.steps().contains(node(p))).toList(),
                    part.tried() ? again : 0));
  }

  private static Optional<Together> part(Asking asking, Node node) {
    return asking.parts().stream().filter(part -> part.steps().contains(node)).findFirst();
  }

  /** After looks alone a retry is worth what it mends alone, which may be nothing. */
  private Optional<LookPlaces.Block> worthAlone(Prescription retry) {
    boolean tried =
        followsWhatIsCertain(retry)
            || beforeTheFirst(retry).stream()
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

  /** Draws steps as they are wished for, and in front of each what must come before it. */
  private static Set<Node> drawn(List<Node> wished) {
    Map<Node, Integer> places = new HashMap<>();
    wished.forEach(node -> places.put(node, places.size()));
    Set<Node> drawn = new LinkedHashSet<>();
    wished.forEach(node -> draw(node, places, drawn));
    return drawn;
  }

  private static void draw(Node node, Map<Node, Integer> places, Set<Node> drawn) {
    if (drawn.contains(node)) {
      return;
    }
    List<Node> first = new ArrayList<>();
    for (Node other : node.allBefore) {
      if (places.containsKey(other) && !drawn.contains(other)) {
        first.add(other);
      }
    }
    first.sort(Comparator.comparing(other -> places.getOrDefault(other, 0)));
    first.forEach(other -> draw(other, places, drawn));
    drawn.add(node);
  }

  private OrderedStep step(Node node) {
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

  private Optional<OrderedStep.Part> part(Node node) {
    Asking asking = asking(node.first().asker());
    return asking
        .retry()
        .filter(retry -> node(retry) != node)
        .flatMap(retry -> part(asking, node).map(part -> part(part, retry)));
  }

  private OrderedStep.Part part(Together part, Prescription retry) {
    List<Together> first = followsWhatIsCertain(retry) ? List.of() : beforeTheFirst(retry);
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
