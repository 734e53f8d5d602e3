package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Dropped;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.order.Tried;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says which remedies are left out, and why. */
final class Exclusions {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Assessment assessment;
  private final Wording wording;
  private final Context context;
  private final Numbering numbers;
  private final Reasons reasons;

  Exclusions(
      Knowledge knowledge,
      Situation situation,
      Assessment assessment,
      Wording wording,
      Context context,
      Numbering numbers,
      Reasons reasons) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.assessment = assessment;
    this.wording = wording;
    this.context = context;
    this.numbers = numbers;
    this.reasons = reasons;
  }

  /** A remedy that another case still asks for is not left out. */
  List<Excluded> all() {
    Map<String, Excluded> excluded = new TreeMap<>();
    for (Dropped dropped : assessment.dropped()) {
      if (!numbers.has(dropped.key())) {
        Excluded one = excluded(dropped);
        excluded.merge(
            Steps.id(dropped.key()) + " " + one.verdict(),
            one,
            (a, b) -> {
              Set<Reason> both = new LinkedHashSet<>(a.reasons());
              both.addAll(b.reasons());
              return new Excluded(
                  a.remedy(),
                  a.title(),
                  a.server(),
                  a.dataSource(),
                  a.verdict(),
                  List.copyOf(both),
                  a.entries());
            });
      }
    }
    for (Attempt attempt : situation.facts().attempts()) {
      if (attempt.outcome() == AttemptOutcome.HELPED) {
        helped(attempt).ifPresent(one -> excluded.put("~ " + one.remedy() + one.server(), one));
      }
    }
    return List.copyOf(excluded.values());
  }

  private Optional<Excluded> helped(Attempt attempt) {
    Optional<Remedy> remedy = knowledge.remedy(attempt.remedy());
    if (remedy.isEmpty() || assessment.helped().isEmpty()) {
      return Optional.empty();
    }
    Case ended = assessment.helped().get(0);
    String server = attempt.server();
    StepKey key =
        new StepKey(attempt.remedy(), server == null ? ended.problem().server() : server, "", null);
    String title =
        wording.of("remedies", attempt.remedy(), "title", context.ofStep(key, ended, List.of()));
    Reason reason =
        new Reason(
            wording.own("reasons/helped", Map.of("title", title)),
            "",
            List.of(new FactCited(Address.of(attempt).component("outcome"), "helped")));
    return Optional.of(
        new Excluded(
            attempt.remedy(),
            title,
            key.server(),
            Optional.ofNullable(attempt.dataSource()),
            Excluded.Verdict.HELPED,
            List.of(reason),
            remedy.get().entries()));
  }

  private Excluded excluded(Dropped dropped) {
    Values words = context.ofStep(dropped.key(), dropped.asker(), List.of());
    List<Reason> why = new ArrayList<>();
    dropped.because().forEach(because -> why.add(reasons.of(because, dropped.asker())));
    Case asker = dropped.asker();
    String outcome = Kebab.word(dropped.why());
    if (asker != null && dropped.inVain() && dropped.follows().isEmpty()) {
      List<FactCited> attempts =
          Tried.inVain(situation.facts(), dropped.key(), asker).stream()
              .filter(attempt -> attempt.outcome().name().equals(dropped.why().name()))
              .map(attempt -> new FactCited(Address.of(attempt).component("outcome"), outcome))
              .toList();
      why.add(new Reason(wording.own("reasons/" + outcome), "", attempts));
    }
    if (!dropped.follows().isEmpty()) {
      String title = wording.of("remedies", dropped.follows(), "title", words);
      why.add(
          new Reason(
              wording.own("reasons/after/" + outcome, Map.of("title", title)), "", List.of()));
    }
    return new Excluded(
        dropped.remedy().id(),
        wording.of("remedies", dropped.remedy().id(), "title", words),
        dropped.key().server(),
        Optional.ofNullable(dropped.key().dataSource()),
        Excluded.Verdict.valueOf(dropped.why().name()),
        why,
        dropped.remedy().entries());
  }
}
