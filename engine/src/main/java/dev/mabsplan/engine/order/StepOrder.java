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

  private final Assessment assessment;
  private final Map<StepKey, List<Prescription>> steps = new TreeMap<>();
  private final Map<StepKey, Status> statuses = new HashMap<>();
  private final Map<StepKey, Set<StepKey>> before = new HashMap<>();
  private final Map<StepKey, Risk> tiers = new HashMap<>();
  private final Map<Case, List<Prescription>> own = new HashMap<>();
  private final List<Case> cases;
  private final boolean reported;
  private final Map<Case, Integer> ranks = new HashMap<>();
  private final Map<Case, Map<StepKey, Integer>> positions = new HashMap<>();
  private final Map<Case, List<Together>> parts = new HashMap<>();
  private final List<Look> looks;
  private final Set<Case> lookedAtFor = new HashSet<>();

  private StepOrder(Assessment assessment) {
    this.assessment = assessment;
    this.reported = assessment.cases().stream().anyMatch(Case::isReported);
    for (Prescription prescription : assessment.prescriptions()) {
      steps.computeIfAbsent(prescription.key(), k -> new ArrayList<>()).add(prescription);
      statuses.merge(prescription.key(), prescription.status(), StepOrder::surer);
      own.computeIfAbsent(prescription.asker(), k -> new ArrayList<>()).add(prescription);
    }
    own.values().forEach(several -> several.sort(Ratio.BEST_FIRST));
    steps.keySet().forEach(key -> before.put(key, before(key)));
    refuseCircles();
    steps.keySet().forEach(key -> tiers.put(key, riskiest(key)));
    assessment.cases().forEach(asker -> parts.put(asker, parts(asker)));
    steps.keySet().forEach(key -> before.put(key, before(key)));
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
    this.looks =
        assessment.looks().stream()
            .filter(look -> !steps.containsKey(look.key()))
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

  private Set<StepKey> before(StepKey key) {
    Set<StepKey> keys = new LinkedHashSet<>();
    for (Prescription prescription : steps.getOrDefault(key, List.of())) {
      if (!prescription.retry() || prescription.status().certain() || !status(key).certain()) {
        after(prescription).stream().filter(steps::containsKey).forEach(keys::add);
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

  /** The first retry does not wait for more than what is done before it tells. */
  private Set<StepKey> after(Prescription prescription) {
    if (!prescription.retry()
        || !parts.containsKey(prescription.asker())
        || followsWhatIsCertain(prescription)) {
      return prescription.after();
    }
    Set<StepKey> after = new LinkedHashSet<>();
    beforeTheFirst(prescription).forEach(part -> after.addAll(part.steps()));
    after.retainAll(prescription.after());
    return after;
  }

  private List<Together> beforeTheFirst(Prescription retry) {
    List<Together> first = new ArrayList<>();
    for (Together part : parts.getOrDefault(retry.asker(), List.of())) {
      if (part.steps().stream().anyMatch(retry.after()::contains)) {
        first.add(part);
      }
      if (part.tried()) {
        break;
      }
    }
    return first;
  }

  private boolean followsWhatIsCertain(Prescription retry) {
    return retry.after().stream().anyMatch(key -> steps.containsKey(key) && status(key).certain());
  }

  /** Whether two steps are about one server, or about one and its backup server. */
  private boolean meet(StepKey a, StepKey b) {
    return a.server().equals(b.server())
        || backupServers(a).contains(b.server())
        || backupServers(b).contains(a.server());
  }

  private Set<String> backupServers(StepKey key) {
    Set<String> servers = new HashSet<>();
    for (Prescription prescription : steps.getOrDefault(key, List.of())) {
      servers.add(prescription.asker().backupServer());
    }
    return servers;
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
    Risk riskiest = remedy(key).risk();
    for (StepKey other : allBefore(key, new HashSet<>())) {
      Risk risk = remedy(other).risk();
      riskiest = risk.compareTo(riskiest) > 0 ? risk : riskiest;
    }
    return riskiest;
  }

  private Risk tier(StepKey key) {
    return tiers.getOrDefault(key, Risk.DESTRUCTIVE);
  }

  /**
   * The order inside one case: what is certain, then what is open in the order of least expected
   * time, and the retry after the first part of it where nothing is certain.
   */
  private Map<StepKey, Integer> positions(Case asker) {
    List<Prescription> own = own(asker);
    Set<StepKey> wishes = new LinkedHashSet<>();
    own.stream()
        .filter(p -> p.status().certain() && (!p.retry() || followsWhatIsCertain(p)))
        .forEach(p -> wishes.add(p.key()));
    List<Together> inOrder = parts.getOrDefault(asker, List.of());
    for (Together part : inOrder) {
      wishes.addAll(part.steps());
      if (part.tried()) {
        own.stream().filter(Prescription::retry).forEach(p -> wishes.add(p.key()));
      }
    }
    own.forEach(p -> wishes.add(p.key()));
    List<StepKey> sorted =
        wishes.stream().sorted(Comparator.comparing(this::band).thenComparing(this::tier)).toList();
    Map<StepKey, Integer> positions = new HashMap<>();
    drawn(sorted).forEach(key -> positions.put(key, positions.size()));
    return positions;
  }

  private List<Prescription> own(Case asker) {
    return own.getOrDefault(asker, List.of());
  }

  private static Optional<Prescription> retry(List<Prescription> own) {
    return own.stream().filter(Prescription::retry).findFirst();
  }

  /**
   * What is open in a case, in the parts after which one sees whether it helped. What is certain
   * for another case is done in any event, and is in none.
   */
  private List<Together> parts(Case asker) {
    List<Prescription> own = own(asker);
    List<Prescription> open =
        own.stream().filter(p -> !status(p.key()).certain() && !p.retry()).toList();
    Optional<Prescription> retry = retry(own);
    long minutes = retry.map(p -> p.remedy().effort().minutes()).orElse(0);
    long alone =
        retry
            .filter(p -> p.status().certain() && !followsWhatIsCertain(p))
            .map(p -> p.remedy().likelihood().weight())
            .orElse(0);
    List<Together> all = new ArrayList<>();
    for (Batches.Batch batch : new Batches(repairs(open), minutes, alone).best()) {
      List<StepKey> keys = batch.repairs().stream().map(i -> open.get(i).key()).toList();
      all.add(new Together(keys, batch.retried()));
    }
    return List.copyOf(all);
  }

  /** Steps after which one sees whether they helped: by looks, or by the retry. */
  private record Together(List<StepKey> steps, boolean tried) {}

  private List<Repair> repairs(List<Prescription> open) {
    List<Repair> repairs = new ArrayList<>();
    for (Prescription one : open) {
      Set<StepKey> needed = allBefore(one.key(), new HashSet<>());
      BitSet earlier = new BitSet(open.size());
      for (int j = 0; j < open.size(); j++) {
        StepKey other = open.get(j).key();
        earlier.set(j, needed.contains(other) || tier(other).compareTo(tier(one.key())) < 0);
      }
      repairs.add(
          new Repair(
              one.weight(),
              one.minutes(),
              one.status() == Status.CHECK,
              tier(one.key()).compareTo(Risk.REVERSIBLE) <= 0,
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
    return statuses.getOrDefault(key, Status.TRY);
  }

  private static Status surer(Status one, Status other) {
    return one.compareTo(other) < 0 ? one : other;
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
    Set<StepKey> emitted = drawn(sorted);
    if (looks.isEmpty() || (assessment.cases().isEmpty() && !assessment.unexplained())) {
      return emitted.stream().map(this::step).toList();
    }
    return withLooks(List.copyOf(emitted));
  }

  private List<OrderedStep> withLooks(List<StepKey> all) {
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
            .mapToLong(key -> steps.getOrDefault(key, List.of()).get(0).weight())
            .sum();
    List<OrderedStep> steps = new ArrayList<>();
    int next = 0;
    for (LookPlaces.Place place : new LookPlaces(blocks, looks, later).best()) {
      int at = starts.get(place.before());
      all.subList(next, at).forEach(key -> steps.add(step(key)));
      next = at;
      steps.add(lookStep(place.looks(), steps.stream().noneMatch(one -> one.remedy().isEmpty())));
    }
    all.subList(next, all.size()).forEach(key -> steps.add(step(key)));
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
  private int firstForLooks(List<StepKey> all, int last) {
    int first = 0;
    for (int i = 0; i < last; i++) {
      StepKey key = all.get(i);
      if (isLookedAtFor(key) && (isRetry(key) ? followsWhatIsConfirmed(key) : isConfirmed(key))) {
        first = i + 1;
      }
    }
    return first;
  }

  private boolean isConfirmed(StepKey key) {
    return status(key).certain() && worth(key).isEmpty();
  }

  private boolean followsWhatIsConfirmed(StepKey retry) {
    return before.getOrDefault(retry, Set.of()).stream()
        .anyMatch(key -> !isRetry(key) && isConfirmed(key));
  }

  /** In any event looks come before what disrupts and before what bears on nothing reported. */
  private int lastForLooks(List<StepKey> all) {
    for (int i = 0; i < all.size(); i++) {
      StepKey key = all.get(i);
      boolean disrupts = tier(key).compareTo(Risk.REVERSIBLE) > 0 && !status(key).certain();
      if (disrupts || band(key).compareTo(Band.OPEN) > 0) {
        return i;
      }
    }
    return all.size();
  }

  /** Whether the checks bear on what a step is for; of an unknown error that is not known. */
  private boolean isLookedAtFor(StepKey key) {
    return lookedAtFor.isEmpty() || lookedAtFor.contains(firstAsker(key));
  }

  private Case firstAsker(StepKey key) {
    return steps.getOrDefault(key, List.of()).get(0).asker();
  }

  /** Whether a step is done together with the one in front before one sees whether it helped. */
  private boolean isOneWith(StepKey before, StepKey key) {
    Case asker = firstAsker(key);
    return firstAsker(before).equals(asker)
        && ((status(before).certain() && status(key).certain() && !isRetry(before))
            || parts.getOrDefault(asker, List.of()).stream()
                .anyMatch(part -> part.steps().containsAll(List.of(before, key))));
  }

  private boolean isRetry(StepKey key) {
    return steps.getOrDefault(key, List.of()).get(0).retry();
  }

  /**
   * What is done together with a step until one sees whether it helped. Nothing where facts confirm
   * any of it, for the retry of what was done before, and where the basic checks do not bear on it.
   */
  private Optional<LookPlaces.Block> worth(StepKey key) {
    if (!isLookedAtFor(key)) {
      return Optional.empty();
    }
    Case asker = firstAsker(key);
    List<Prescription> own = own(asker);
    Optional<Prescription> retry = retry(own);
    long again = retry.map(p -> p.remedy().effort().minutes()).orElse(0);
    if (retry.map(Prescription::key).equals(Optional.of(key))) {
      return worthAlone(retry.get());
    }
    if (status(key).certain()) {
      List<Prescription> certain =
          own.stream().filter(p -> status(p.key()).certain() && !p.retry()).toList();
      return certain.stream().anyMatch(p -> status(p.key()) == Status.CONFIRMED)
              || asker.standing() == Standing.MAY_BE_WHY
              || certain.isEmpty()
          ? Optional.empty()
          : Optional.of(worth(certain, again));
    }
    return parts.getOrDefault(asker, List.of()).stream()
        .filter(part -> part.steps().contains(key))
        .findFirst()
        .map(
            part ->
                worth(
                    own.stream().filter(p -> part.steps().contains(p.key())).toList(),
                    part.tried() ? again : 0));
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
  private Set<StepKey> drawn(List<StepKey> wished) {
    Map<StepKey, Integer> places = new HashMap<>();
    wished.forEach(key -> places.put(key, places.size()));
    Set<StepKey> drawn = new LinkedHashSet<>();
    wished.forEach(key -> draw(key, places, drawn));
    return drawn;
  }

  private void draw(StepKey key, Map<StepKey, Integer> places, Set<StepKey> drawn) {
    if (!drawn.contains(key)) {
      allBefore(key, new HashSet<>()).stream()
          .filter(places::containsKey)
          .sorted(Comparator.comparing(other -> places.getOrDefault(other, 0)))
          .forEach(other -> draw(other, places, drawn));
      drawn.add(key);
    }
  }

  private OrderedStep step(StepKey key) {
    return new OrderedStep(
        key,
        Optional.of(remedy(key)),
        band(key),
        status(key),
        List.copyOf(steps.getOrDefault(key, List.of())),
        before.getOrDefault(key, Set.of()).stream().collect(Collectors.toUnmodifiableSet()),
        List.of(),
        part(key));
  }

  private Optional<OrderedStep.Part> part(StepKey key) {
    Case asker = steps.getOrDefault(key, List.of()).get(0).asker();
    Optional<Prescription> retry = retry(own(asker)).filter(p -> !p.key().equals(key));
    return retry.flatMap(
        last ->
            parts.getOrDefault(asker, List.of()).stream()
                .filter(part -> part.steps().contains(key))
                .findFirst()
                .map(part -> part(part, last)));
  }

  private OrderedStep.Part part(Together part, Prescription retry) {
    List<Together> first = followsWhatIsCertain(retry) ? List.of() : beforeTheFirst(retry);
    return new OrderedStep.Part(
        part.steps().stream().filter(key -> isFirstAskedBy(retry.asker(), key)).toList(),
        part.tried(),
        retry.key(),
        retry.remedy().effort().minutes(),
        !first.isEmpty() && first.get(first.size() - 1).equals(part));
  }

  private boolean isFirstAskedBy(Case asker, StepKey key) {
    return steps.getOrDefault(key, List.of()).get(0).asker().equals(asker);
  }
}
