package dev.mabsplan.engine.order;

import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Treatment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through the treatment of one case, and takes from it what the case asks for. */
final class TreatmentWalk {

  private final RemedyAssessor remedies;
  private final Case asker;

  /** What the treatment offers only where the better choice can't be done. */
  private final Set<StepKey> alternatives = new HashSet<>();

  TreatmentWalk(RemedyAssessor remedies, Case asker) {
    this.remedies = remedies;
    this.asker = asker;
  }

  List<Prescription> prescriptions() {
    Treatment treatment = asker.known().treatment();
    return fallbacks(walk(treatment, ""), treatment);
  }

  private List<Prescription> walk(Treatment treatment, String path) {
    if (treatment instanceof Treatment.Take take) {
      return remedies.assess(remedies.remedy(take.remedy()), asker, path).stream().toList();
    }
    if (treatment instanceof Treatment.Sequence sequence) {
      return sequence(sequence, path);
    }
    List<List<Prescription>> parts = new ArrayList<>();
    for (int i = 0; i < treatment.parts().size(); i++) {
      parts.add(walk(treatment.parts().get(i), below(path, treatment, i)));
    }
    if (treatment instanceof Treatment.Rivals && treatment.parts().size() > 1) {
      return parts.stream().flatMap(List::stream).map(TreatmentWalk::oneOfSeveral).toList();
    }
    if (treatment instanceof Treatment.Choice) {
      return choice(parts);
    }
    return parts.stream().flatMap(List::stream).toList();
  }

  private static String below(String path, Treatment treatment, int index) {
    String word = treatment.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String here = word + " " + (index + 1) + " of " + treatment.parts().size();
    return path.isEmpty() ? here : path + " / " + here;
  }

  /** Among rivals nothing follows from the problem alone: it does not tell which of them it is. */
  private static Prescription oneOfSeveral(Prescription rival) {
    return rival.status() == Status.REQUIRED ? rival.withStatus(Status.TRY) : rival;
  }

  /** What does not apply takes with it what follows; what is so already does not. */
  private List<Prescription> sequence(Treatment.Sequence sequence, String path) {
    List<Prescription> all = new ArrayList<>();
    Set<StepKey> before = new LinkedHashSet<>();
    Status weakest = Status.CONFIRMED;
    String gone = "";
    List<Dropped> inVain = List.of();
    for (int i = 0; i < sequence.parts().size(); i++) {
      Treatment part = sequence.parts().get(i);
      if (!gone.isEmpty()) {
        String follows = gone;
        part.takes().forEach(take -> drop(take, Dropped.Why.INAPPLICABLE, follows));
        continue;
      }
      int droppedBefore = remedies.dropped().size();
      List<Prescription> next = walk(part, below(path, sequence, i));
      if (!inVain.isEmpty()) {
        next = withoutWhatBelongsTo(inVain, next);
      }
      Status uncertain = weakest;
      Set<StepKey> here = new LinkedHashSet<>();
      for (Prescription prescription : next) {
        Set<StepKey> after = new LinkedHashSet<>(prescription.after());
        after.addAll(before);
        Status status = prescription.status();
        if (status == Status.REQUIRED && !uncertain.certain()) {
          status = uncertain;
        }
        all.add(prescription.withAfter(after).withStatus(status));
        if (!alternatives.contains(prescription.key())) {
          here.add(prescription.key());
          weakest = status.compareTo(weakest) > 0 ? status : weakest;
        }
      }
      if (!here.isEmpty()) {
        before = here;
      }
      List<Dropped> dropped = remedies.dropped();
      List<Dropped> without = dropped.subList(droppedBefore, dropped.size());
      if (next.isEmpty() && without.stream().allMatch(d -> d.why() == Dropped.Why.INAPPLICABLE)) {
        gone = without.stream().map(d -> d.remedy().id()).findFirst().orElse("");
      }
      if (next.isEmpty() && inVain.isEmpty() && !path.isEmpty()) {
        inVain = without.stream().filter(Dropped::inVain).toList();
      }
    }
    return all;
  }

  /**
   * A sequence that is one of several ways is one way: what its first part did in vain the rest
   * does not do alone, unless facts want it. One that is the whole treatment is a road of several.
   */
  private List<Prescription> withoutWhatBelongsTo(List<Dropped> inVain, List<Prescription> next) {
    Dropped first = inVain.get(0);
    List<Prescription> wanted = new ArrayList<>();
    for (Prescription one : next) {
      if (one.status() == Status.CONFIRMED) {
        wanted.add(one);
      } else {
        remedies.drop(
            new Dropped(
                asker, one.remedy(), one.key(), first.why(), List.of(), first.remedy().id()));
      }
    }
    return wanted;
  }

  private void drop(Treatment.Take take, Dropped.Why why, String follows) {
    Remedy remedy = remedies.remedy(take.remedy());
    remedies.drop(new Dropped(asker, remedy, StepKey.of(remedy, asker), why, List.of(), follows));
  }

  /** The best is offered; the others are there for where it can't be done. */
  private List<Prescription> choice(List<List<Prescription>> parts) {
    List<List<Prescription>> options =
        parts.stream().filter(part -> !part.isEmpty()).sorted(Offer.BEST_FIRST).toList();
    List<Prescription> all = new ArrayList<>();
    Set<StepKey> best = new LinkedHashSet<>();
    for (List<Prescription> option : options) {
      for (Prescription prescription : option) {
        if (best.isEmpty() || option == options.get(0)) {
          all.add(prescription);
        } else {
          Set<StepKey> after = new LinkedHashSet<>(prescription.after());
          after.addAll(best);
          all.add(prescription.withAfter(after).withStatus(Status.TRY));
          alternatives.add(prescription.key());
        }
      }
      if (best.isEmpty()) {
        option.forEach(prescription -> best.add(prescription.key()));
      }
    }
    return all;
  }

  private static List<Prescription> fallbacks(List<Prescription> all, Treatment treatment) {
    Map<String, String> fallbackOf = new LinkedHashMap<>();
    treatment
        .takes()
        .forEach(
            take -> {
              String before = take.fallbackOf();
              if (before != null) {
                fallbackOf.put(take.remedy(), before);
              }
            });
    List<Prescription> result = new ArrayList<>();
    for (Prescription prescription : all) {
      String first = fallbackOf.get(prescription.remedy().id());
      Optional<Prescription> standing =
          all.stream().filter(p -> p.remedy().id().equals(first)).findFirst();
      if (standing.isEmpty()) {
        result.add(prescription);
        continue;
      }
      Set<StepKey> after = new LinkedHashSet<>(prescription.after());
      after.add(standing.get().key());
      Status status = prescription.status().certain() ? Status.TRY : prescription.status();
      result.add(prescription.withAfter(after).withStatus(status));
    }
    return result;
  }
}
