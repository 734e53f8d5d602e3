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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private final Assessment assessment;
  private final Map<StepKey, List<Prescription>> steps = new TreeMap<>();
  private final Map<StepKey, Set<StepKey>> before = new HashMap<>();
  private final Map<StepKey, Risk> tiers = new HashMap<>();
  private final List<Case> cases;
  private final boolean reported;
  private final Map<Case, Integer> ranks = new HashMap<>();
  private final Map<Case, Map<StepKey, Integer>> positions = new HashMap<>();

  private StepOrder(Assessment assessment) {
    this.assessment = assessment;
    this.reported = assessment.cases().stream().anyMatch(Case::isReported);
    for (Prescription prescription : assessment.prescriptions()) {
      steps.computeIfAbsent(prescription.key(), k -> new ArrayList<>()).add(prescription);
    }
    steps.keySet().forEach(key -> before.put(key, before(key)));
    refuseCircles();
    steps.keySet().forEach(key -> tiers.put(key, riskiest(key)));
    assessment.cases().forEach(asker -> positions.put(asker, positions(asker)));
    this.cases = assessment.cases().stream().sorted(byUrgency()).toList();
    for (Case asker : cases) {
      ranks.put(asker, ranks.size());
    }
    steps
        .values()
        .forEach(
            askers ->
                askers.sort(Comparator.comparing(this::rank).thenComparing(Prescription::retry)));
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

  private Set<StepKey> before(StepKey key) {
    Set<StepKey> keys = new LinkedHashSet<>();
    for (Prescription prescription : steps.getOrDefault(key, List.of())) {
      if (!prescription.retry() || prescription.status().certain() || !status(key).certain()) {
        prescription.after().stream().filter(steps::containsKey).forEach(keys::add);
      }
      for (String required : prescription.remedy().requires()) {
        steps.keySet().stream()
            .filter(other -> other.remedy().equals(required) && meet(other, key))
            .forEach(keys::add);
      }
    }
    keys.remove(key);
    return keys;
  }

  /** Whether two steps are about one server, or about one and its backup server. */
  private boolean meet(StepKey a, StepKey b) {
    return a.server().equals(b.server())
        || backupServers(a).contains(b.server())
        || backupServers(b).contains(a.server());
  }

  private Set<String> backupServers(StepKey key) {
    return steps.getOrDefault(key, List.of()).stream()
        .map(prescription -> prescription.asker().backupServer())
        .collect(Collectors.toSet());
  }

  /** Everything that comes before a step, and what comes before that. */
  private Set<StepKey> allBefore(StepKey key, Set<StepKey> seen) {
    for (StepKey other : before.getOrDefault(key, Set.of())) {
      if (seen.add(other)) {
        allBefore(other, seen);
      }
    }
    return seen;
  }

  /** The lint holds packs to it, but steps of two problems can still meet head-on. */
  private void refuseCircles() {
    List<StepKey> circle =
        steps.keySet().stream()
            .filter(key -> allBefore(key, new HashSet<>()).contains(key))
            .toList();
    if (!circle.isEmpty()) {
      throw new IllegalStateException("steps come before one another in a circle: " + circle);
    }
  }

  private Risk riskiest(StepKey key) {
    return Stream.concat(Stream.of(key), allBefore(key, new HashSet<>()).stream())
        .map(one -> remedy(one).risk())
        .max(Comparator.naturalOrder())
        .orElse(Risk.DESTRUCTIVE);
  }

  private Risk tier(StepKey key) {
    return tiers.getOrDefault(key, Risk.DESTRUCTIVE);
  }

  /**
   * The order inside one case: what is certain, then what is open in the order of least expected
   * time.
   */
  private Map<StepKey, Integer> positions(Case asker) {
    List<Prescription> own =
        assessment.prescriptions().stream()
            .filter(p -> p.asker().equals(asker))
            .sorted(Ratio.BEST_FIRST)
            .toList();
    List<Prescription> open =
        own.stream().filter(p -> !p.status().certain() && !p.retry()).toList();
    Set<StepKey> wishes = new LinkedHashSet<>();
    own.stream().filter(p -> p.status().certain()).forEach(p -> wishes.add(p.key()));
    for (int i : sequencer(open, retryMinutes(asker)).order()) {
      wishes.add(open.get(i).key());
    }
    own.forEach(p -> wishes.add(p.key()));
    List<StepKey> sorted =
        wishes.stream().sorted(Comparator.comparing(this::band).thenComparing(this::tier)).toList();
    Set<StepKey> drawn = new LinkedHashSet<>();
    sorted.forEach(key -> draw(key, sorted, drawn));
    Map<StepKey, Integer> positions = new HashMap<>();
    drawn.forEach(key -> positions.put(key, positions.size()));
    return positions;
  }

  /** Minutes of the retry that closes every attempt of a case. */
  private int retryMinutes(Case asker) {
    return assessment.prescriptions().stream()
        .filter(p -> p.asker().equals(asker) && p.retry())
        .mapToInt(p -> p.remedy().effort().minutes())
        .findFirst()
        .orElse(0);
  }

  private Sequencer sequencer(List<Prescription> open, int retryMinutes) {
    int n = open.size();
    long[] weights = new long[n];
    long[] costs = new long[n];
    List<BitSet> first = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Prescription one = open.get(i);
      weights[i] = one.remedy().likelihood().weight();
      costs[i] = (long) one.remedy().effort().minutes() + retryMinutes;
      Set<StepKey> needed = allBefore(one.key(), new HashSet<>());
      BitSet earlier = new BitSet(n);
      for (int j = 0; j < n; j++) {
        StepKey other = open.get(j).key();
        earlier.set(j, needed.contains(other) || tier(other).compareTo(tier(one.key())) < 0);
      }
      first.add(earlier);
    }
    return new Sequencer(weights, costs, first);
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
    return positions.getOrDefault(asker, Map.of()).entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(first -> steps.getOrDefault(first.getKey(), List.of()).get(0).remedy());
  }

  private static int compareFirst(Optional<Remedy> a, Optional<Remedy> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return Ratio.compare(b.get(), a.get());
  }

  private int rank(Prescription prescription) {
    return ranks.getOrDefault(prescription.asker(), Integer.MAX_VALUE);
  }

  private int position(StepKey key) {
    Prescription first = steps.getOrDefault(key, List.of()).get(0);
    return positions.getOrDefault(first.asker(), Map.of()).getOrDefault(key, Integer.MAX_VALUE);
  }

  private Status status(StepKey key) {
    return steps.getOrDefault(key, List.of()).stream()
        .map(Prescription::status)
        .min(Comparator.naturalOrder())
        .orElse(Status.TRY);
  }

  private Remedy remedy(StepKey key) {
    return steps.getOrDefault(key, List.of()).get(0).remedy();
  }

  private Band band(StepKey key) {
    if (tier(key) == Risk.DESTRUCTIVE) {
      return Band.DESTRUCTIVE;
    }
    if (reported && isApart(key)) {
      return Band.ALSO;
    }
    if (!status(key).certain()) {
      return Band.OPEN;
    }
    return remedy(key).blocker() && status(key) == Status.CONFIRMED ? Band.BLOCKER : Band.CERTAIN;
  }

  private boolean isApart(StepKey key) {
    return steps.getOrDefault(key, List.of()).stream()
        .allMatch(prescription -> prescription.asker().standing() == Standing.APART);
  }

  private List<OrderedStep> emit() {
    List<StepKey> sorted =
        steps.keySet().stream()
            .sorted(
                Comparator.comparing(this::band)
                    .thenComparing(this::tier)
                    .thenComparing(key -> rank(steps.getOrDefault(key, List.of()).get(0)))
                    .thenComparing(this::position)
                    .thenComparing(Function.identity()))
            .toList();
    Set<StepKey> emitted = new LinkedHashSet<>();
    boolean looked =
        (assessment.cases().isEmpty() && !assessment.unexplained()) || looks().isEmpty();
    for (StepKey key : sorted) {
      if (!looked && band(key).compareTo(Band.LOOK) > 0) {
        emitted.add(LOOK_FIRST);
        looked = true;
      }
      draw(key, sorted, emitted);
    }
    if (!looked) {
      emitted.add(LOOK_FIRST);
    }
    return emitted.stream().map(this::step).toList();
  }

  /** Draws a step, and in front of it those of the others that must come before it. */
  private void draw(StepKey key, List<StepKey> all, Set<StepKey> drawn) {
    if (!drawn.contains(key)) {
      Set<StepKey> first = allBefore(key, new HashSet<>());
      all.stream().filter(first::contains).forEach(other -> draw(other, all, drawn));
      drawn.add(key);
    }
  }

  private List<Look> looks() {
    return assessment.looks().stream().filter(look -> !steps.containsKey(look.key())).toList();
  }

  private OrderedStep step(StepKey key) {
    if (key.equals(LOOK_FIRST)) {
      return new OrderedStep(
          key, Optional.empty(), Band.LOOK, Status.CHECK, List.of(), Set.of(), looks());
    }
    return new OrderedStep(
        key,
        Optional.of(remedy(key)),
        band(key),
        status(key),
        List.copyOf(steps.getOrDefault(key, List.of())),
        before.getOrDefault(key, Set.of()).stream().collect(Collectors.toUnmodifiableSet()),
        List.of());
  }
}
