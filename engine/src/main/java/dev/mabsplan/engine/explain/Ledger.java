package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says why a step stands where it stands. */
final class Ledger {

  private final Wording wording;
  private final Numbering numbers;
  private final Map<Case, Integer> retries = new HashMap<>();

  Ledger(Assessment assessment, Wording wording, Numbering numbers) {
    for (Prescription prescription : assessment.prescriptions()) {
      if (prescription.retry()) {
        retries.putIfAbsent(prescription.asker(), prescription.remedy().effort().minutes());
      }
    }
    this.wording = wording;
    this.numbers = numbers;
  }

  /** Returns what decided on the place of a step. */
  List<String> of(OrderedStep step, Remedy remedy) {
    List<String> ledger = new ArrayList<>();
    ledger.add(
        wording.own(
            "ledger/"
                + switch (step.band()) {
                  case BLOCKER -> "blocker";
                  case CERTAIN -> step.status() == Status.CONFIRMED ? "confirmed" : "required";
                  case LOOK -> "look";
                  case OPEN -> step.status() == Status.CHECK ? "check" : "try";
                  case ALSO -> "also";
                  case DESTRUCTIVE ->
                      remedy.risk() == Risk.DESTRUCTIVE ? "destructive" : Kebab.word(step.status());
                }));
    int retry = step.retry() ? 0 : retries.getOrDefault(step.askers().get(0).asker(), 0);
    ledger.add(
        wording.own(
            "ledger/fact",
            Map.of(
                "likelihood", wording.own("likelihoods/" + Kebab.word(remedy.likelihood())),
                "minutes", remedy.effort().minutes(),
                "retry", remedy.effort().minutes() + retry,
                "risk", wording.own("risks/" + Kebab.word(remedy.risk())))));
    List<String> after = numbers.inTurn(step.after()).stream().map(numbers::of).toList();
    if (!after.isEmpty()) {
      ledger.add(wording.own("ledger/after", Map.of("steps", String.join(", ", after))));
    }
    step.part()
        .filter(part -> part.steps().size() > 1 && !step.retry())
        .ifPresent(part -> ledger.add(together(step, part)));
    if (step.askers().size() > 1) {
      List<String> askers =
          step.askers().stream()
              .map(p -> String.valueOf(numbers.of(p.asker())))
              .distinct()
              .toList();
      ledger.add(wording.own("ledger/asked", Map.of("problems", String.join(", ", askers))));
    }
    return ledger;
  }

  /** Why the retry is not made after each step, and what that costs. */
  String together(OrderedStep step, OrderedStep.Part part) {
    List<String> others =
        part.steps().stream().filter(key -> !key.equals(step.key())).map(numbers::of).toList();
    return wording.own(
        "ledger/together",
        Map.of(
            "steps",
            String.join(", ", others),
            "retry",
            numbers.of(part.retry()),
            "minutes",
            part.retryMinutes()));
  }
}
