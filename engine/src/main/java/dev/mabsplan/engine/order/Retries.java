package dev.mabsplan.engine.order;

import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.facts.Attempt;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The retry follows what is certain. Where nothing is, it may follow what is to be checked or
 * tried, of which the order says how much comes before it, and is itself only tried unless it can
 * mend the problem alone. It does not wait for what loses data, as long as there is anything else.
 * Tried in vain it mends nothing alone either, and with nothing else to do or to look at it is not
 * offered again.
 */
final class Retries {

  private final RemedyAssessor remedies;
  private final Checks checks;

  Retries(RemedyAssessor remedies, Checks checks) {
    this.remedies = remedies;
    this.checks = checks;
  }

  /** Returns the retry of a case, of which all else is given that is done for it. */
  Optional<Prescription> of(Case asker, List<Prescription> all) {
    String id = asker.known().retry();
    if (id == null) {
      return Optional.empty();
    }
    Remedy retry = remedies.remedy(id);
    StepKey key = StepKey.of(retry, asker);
    List<Prescription> others = all.stream().filter(p -> !p.key().equals(key)).toList();
    IdentityHashMap<Prescription, Risk> tiers = tiers(others);
    List<Prescription> sparing =
        others.stream().filter(p -> tier(p, tiers) != Risk.DESTRUCTIVE).toList();
    List<Prescription> closed = sparing.isEmpty() ? others : sparing;
    List<Attempt> inVain = remedies.inVain(key, asker);
    if (!inVain.isEmpty() && closed.isEmpty() && !checks.isLookedAtFor(asker)) {
      remedies.drop(asker, retry, Tried.why(inVain), List.of());
      return Optional.empty();
    }
    boolean alone = asker.known().retryAlone() && inVain.isEmpty();
    boolean certain = closed.stream().anyMatch(p -> p.status().certain());
    Set<StepKey> after = new LinkedHashSet<>();
    (certain ? closed.stream().filter(p -> p.status().certain()) : mildest(closed, tiers))
        .forEach(p -> after.add(p.key()));
    return Optional.of(
        new Prescription(
            asker,
            retry,
            key,
            certain || alone ? Status.REQUIRED : Status.TRY,
            List.of(),
            List.of(),
            "retry",
            after,
            true,
            remedies.minutesOfLook(retry)));
  }

  /** What is read-only or reversible or, where nothing is, what is mildest. */
  private static Stream<Prescription> mildest(
      List<Prescription> several, IdentityHashMap<Prescription, Risk> tiers) {
    Risk least =
        several.stream()
            .map(p -> tier(p, tiers))
            .min(Comparator.naturalOrder())
            .orElse(Risk.READ_ONLY);
    Risk most = least == Risk.READ_ONLY ? Risk.REVERSIBLE : least;
    return several.stream().filter(p -> tier(p, tiers).compareTo(most) <= 0);
  }

  /** Returns the riskiest of each step and everything that comes before it. */
  private static IdentityHashMap<Prescription, Risk> tiers(List<Prescription> all) {
    IdentityHashMap<Prescription, Risk> tiers = new IdentityHashMap<>();
    for (Prescription one : all) {
      tiers.put(
          one,
          one.after().isEmpty()
              ? one.remedy().risk()
              : Offer.riskiest(withAllBefore(one, all, new LinkedHashSet<>())));
    }
    return tiers;
  }

  private static Risk tier(Prescription one, IdentityHashMap<Prescription, Risk> tiers) {
    return tiers.getOrDefault(one, Risk.DESTRUCTIVE);
  }

  private static Set<Prescription> withAllBefore(
      Prescription one, List<Prescription> all, Set<Prescription> seen) {
    if (seen.add(one)) {
      all.stream()
          .filter(other -> one.after().contains(other.key()))
          .forEach(other -> withAllBefore(other, all, seen));
    }
    return seen;
  }
}
