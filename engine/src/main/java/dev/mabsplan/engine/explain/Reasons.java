package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.order.Tried;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.gathered.Address;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why. */
final class Reasons {

  private final Situation situation;
  private final Wording wording;
  private final Context context;

  Reasons(Situation situation, Wording wording, Context context) {
    this.situation = situation;
    this.wording = wording;
    this.context = context;
  }

  /** Returns why a step is in the plan. */
  List<Reason> of(OrderedStep step) {
    Set<Reason> reasons = new LinkedHashSet<>();
    for (Prescription asker : step.askers()) {
      asker.because().forEach(because -> reasons.add(of(because, asker.asker())));
    }
    for (Prescription asker : step.askers()) {
      boolean follows = asker.because().isEmpty() && (reasons.isEmpty() || asker.retry());
      boolean toBeJudged = !asker.because().isEmpty() && asker.status() == Status.CHECK;
      if (follows || toBeJudged) {
        reasons.add(follows(asker));
      }
      if (asker.retry()) {
        triedInVain(asker).ifPresent(reasons::add);
      }
    }
    return List.copyOf(reasons);
  }

  /** A retry that failed is not left out; it says that causes come first this time. */
  private Optional<Reason> triedInVain(Prescription retry) {
    List<FactCited> attempts =
        Tried.inVain(situation.facts(), retry.key(), retry.asker()).stream()
            .map(
                attempt ->
                    new FactCited(
                        Address.of(attempt).component("outcome"), Camel.word(attempt.outcome())))
            .toList();
    return attempts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reason(wording.own("reasons/again"), "", attempts));
  }

  /** Where no rule gives a reason, the problem does. */
  private Reason follows(Prescription asker) {
    Values words = context.ofStep(asker.key(), asker.asker(), asker.items());
    String text = context.firstOfRemedy(asker.key(), "why", words).orElse("");
    Set<FactCited> facts = new LinkedHashSet<>();
    asker.asker().because().forEach(because -> facts.addAll(because.facts()));
    return new Reason(text, "", List.copyOf(facts));
  }

  /** A rule that looks at nothing but the problem rests on what the problem rests on. */
  Reason of(Derivation because, @Nullable Case asker) {
    Set<FactCited> facts = new LinkedHashSet<>(because.facts());
    if (facts.isEmpty() && asker != null) {
      asker.because().forEach(found -> facts.addAll(found.facts()));
    }
    Map<String, Object> values = new HashMap<>(because.bindings());
    values.computeIfPresent("server", (name, value) -> wording.server(String.valueOf(value)));
    values.computeIfPresent("backup", (name, value) -> wording.server(String.valueOf(value)));
    values.computeIfPresent("backupServer", (name, value) -> wording.server(String.valueOf(value)));
    values.putIfAbsent("dataSource", wording.dataSource(null));
    String text = wording.of("rules", because.rule(), "", Values.of(values));
    return new Reason(
        text.isEmpty() ? wording.own("reasons/symptom", Map.of("server", server(values))) : text,
        because.rule(),
        List.copyOf(facts));
  }

  private static String server(Map<String, Object> values) {
    return String.valueOf(values.getOrDefault("server", ""));
  }
}
