package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Look;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.Undo;
import dev.mabsplan.engine.plan.Verification;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes the basic checks that come before anything is tried. */
final class LooksFirst {

  private final Wording wording;
  private final Context context;
  private final Numbering numbers;
  private final Questions questions;
  private final Reasons reasons;
  private final Set<Operation> operations;

  LooksFirst(
      Wording wording,
      Context context,
      Numbering numbers,
      Questions questions,
      Reasons reasons,
      Set<Operation> operations) {
    this.wording = wording;
    this.context = context;
    this.numbers = numbers;
    this.questions = questions;
    this.reasons = reasons;
    this.operations = operations;
  }

  private Optional<String> words(Look look, @Nullable Case asker, String part) {
    return context.firstOfRemedy(look.key(), part, context.ofStep(look.key(), asker, List.of()));
  }

  /** Of an error that nobody knows it is still known what it stands in the way of. */
  private String why(OrderedStep step) {
    boolean asked = step.looks().stream().anyMatch(look -> !look.askers().isEmpty());
    if (asked || operations.isEmpty()) {
      return wording.own("looks/why");
    }
    return wording.own(
        "looks/ofUnknown",
        Map.of(
            "operations",
            operations.stream()
                .map(operation -> wording.own("operations/" + Kebab.word(operation)))
                .collect(Collectors.joining(", "))));
  }

  /** Returns that step as a plan in short has it. */
  ShortPlan.Step brief(OrderedStep step) {
    Set<Integer> problems = new TreeSet<>();
    int minutes = 0;
    for (Look look : step.looks()) {
      minutes += questions.minutes(look);
      look.askers().forEach(asker -> problems.add(numbers.of(asker)));
    }
    String server = step.looks().get(0).key().server();
    return new ShortPlan.Step(
        numbers.of(step.key()),
        id(step, server),
        Step.Kind.LOOK_FIRST,
        "",
        title(step),
        server,
        Status.CHECK,
        List.copyOf(problems),
        minutes,
        Risk.READ_ONLY);
  }

  private static String id(OrderedStep step, String server) {
    return (step.key().of().isEmpty() ? "look-first@" : "look-later@") + server;
  }

  private String title(OrderedStep step) {
    return wording.own(step.key().of().isEmpty() ? "looks/title" : "looks/later");
  }

  /** Returns the step that makes the basic checks of a server. */
  Step of(OrderedStep step) {
    List<Step.LookFirst> looks = new ArrayList<>();
    Set<String> entries = new LinkedHashSet<>();
    Set<Integer> problems = new LinkedHashSet<>();
    Set<FactCited> facts = new LinkedHashSet<>();
    List<Reason> toBeJudged = new ArrayList<>();
    int minutes = 0;
    for (Look look : step.looks()) {
      List<Question> asked = questions.of(look);
      minutes += asked.stream().mapToInt(Question::minutes).max().orElse(1);
      entries.addAll(look.remedy().entries());
      Case asker = look.askers().isEmpty() ? null : look.askers().get(0);
      look.because().forEach(because -> toBeJudged.add(reasons.of(because, asker)));
      for (Case each : look.askers()) {
        problems.add(numbers.of(each));
        each.because().forEach(because -> facts.addAll(because.facts()));
      }
      looks.add(
          new Step.LookFirst(
              look.remedy().id(),
              words(look, asker, "title").orElse(""),
              words(look, asker, "wanted"),
              look.key().server(),
              asked,
              look.remedy().entries()));
    }
    String server = step.looks().get(0).key().server();
    return new Step(
        numbers.of(step.key()),
        id(step, server),
        Step.Kind.LOOK_FIRST,
        "",
        title(step),
        Place.SERVER,
        server,
        Optional.empty(),
        Status.CHECK,
        problems.stream().sorted().map(problem -> new Step.Asker(problem, "basic checks")).toList(),
        List.of(),
        Stream.concat(
                Stream.of(new Reason(why(step), "", facts.stream().sorted().toList())),
                toBeJudged.stream())
            .distinct()
            .toList(),
        List.of(),
        Optional.empty(),
        new Verification(wording.own("looks/verify"), Optional.empty(), Optional.empty()),
        new Undo(true, wording.own("looks/undo"), List.of()),
        Optional.empty(),
        minutes,
        Likelihood.POSSIBLE,
        Risk.READ_ONLY,
        List.copyOf(entries),
        Optional.empty(),
        Optional.empty(),
        looks,
        List.of(wording.own("ledger/look")));
  }
}
