package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Attempt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out what the findings make of one remedy, and keeps which are dropped and why. */
final class RemedyAssessor {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Conclusions conclusions;
  private final List<Dropped> dropped = new ArrayList<>();

  RemedyAssessor(Knowledge knowledge, Situation situation, Conclusions conclusions) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.conclusions = conclusions;
  }

  Remedy remedy(String id) {
    return knowledge
        .remedy(id)
        .orElseThrow(() -> new IllegalStateException("no pack knows the remedy " + id));
  }

  /** Returns the remedy as the case asks for it; nothing where it is dropped. */
  Optional<Prescription> assess(Remedy remedy, Case asker, String path) {
    StepKey key = StepKey.of(remedy, asker);
    Findings findings = conclusions.findings(remedy, asker, key.server());
    if (!findings.inapplicable().isEmpty()) {
      drop(asker, remedy, Dropped.Why.INAPPLICABLE, findings.inapplicable());
      return Optional.empty();
    }
    List<Attempt> inVain = inVain(key, asker);
    if (!inVain.isEmpty()) {
      drop(asker, remedy, Tried.why(inVain), List.of());
      return Optional.empty();
    }
    boolean needed = !findings.needed().isEmpty();
    if (!needed && !findings.satisfied().isEmpty() && findings.unknown().isEmpty()) {
      drop(asker, remedy, Dropped.Why.SATISFIED, findings.satisfied());
      return Optional.empty();
    }
    // what somebody might go and wipe is not named on a guess
    List<String> open = remedy.risk() == Risk.DESTRUCTIVE ? List.of() : findings.unknown();
    return Optional.of(
        new Prescription(
            asker,
            remedy,
            key,
            needed ? Status.CONFIRMED : withoutEvidence(remedy.decision()),
            needed ? findings.needed() : findings.open(),
            needed ? findings.missing() : open,
            path,
            Set.of(),
            false,
            minutesOfLook(remedy)));
  }

  private static Status withoutEvidence(Decision decision) {
    if (decision instanceof Decision.Always) {
      return Status.REQUIRED;
    }
    return decision instanceof Decision.Trial ? Status.TRY : Status.CHECK;
  }

  List<Attempt> inVain(StepKey key, Case asker) {
    return Tried.inVain(situation.facts(), key, asker);
  }

  int minutesOfLook(Remedy remedy) {
    return knowledge.minutesOfLook(remedy);
  }

  void drop(Case asker, Remedy remedy, Dropped.Why why, List<Derivation> because) {
    drop(new Dropped(asker, remedy, StepKey.of(remedy, asker), why, because, ""));
  }

  void drop(Dropped one) {
    dropped.add(one);
  }

  /** Returns all that was dropped so far. */
  List<Dropped> dropped() {
    return Collections.unmodifiableList(dropped);
  }
}
