package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.plan.Commands;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.Undo;
import dev.mabsplan.engine.plan.Verification;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.WindowsPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes the steps: what to do, why, and how one sees that it helped. */
final class Steps {

  private static final String UNDO = "undo ";

  private final Map<StepKey, Status> statuses = new HashMap<>();
  private final Wording wording;
  private final Context context;
  private final Numbering numbers;
  private final Ledger ledger;
  private final LooksFirst looks;
  private final Reasons reasons;

  Steps(
      StepOrder.Result order,
      Assessment assessment,
      Wording wording,
      Context context,
      Numbering numbers,
      Questions questions,
      Reasons reasons,
      Set<Operation> operations) {
    this.ledger = new Ledger(assessment, wording, numbers);
    this.looks = new LooksFirst(wording, context, numbers, questions, reasons, operations);
    order.steps().forEach(step -> statuses.put(step.key(), step.status()));
    this.wording = wording;
    this.context = context;
    this.numbers = numbers;
    this.reasons = reasons;
  }

  /** Returns a step, and what undoes it where it is made for a test. */
  Stream<Step> of(OrderedStep step) {
    if (step.remedy().isEmpty()) {
      return Stream.of(looks.of(step));
    }
    Remedy remedy = step.remedy().get();
    Step planned = step(step, remedy);
    return remedy.temporary() ? Stream.of(planned, undoing(step, planned)) : Stream.of(planned);
  }

  /** Returns a step as a plan in short has it, and what undoes it where it is made for a test. */
  Stream<ShortPlan.Step> brief(OrderedStep step) {
    if (step.remedy().isEmpty()) {
      return Stream.of(looks.brief(step));
    }
    Remedy remedy = step.remedy().get();
    StepKey key = step.key();
    Values words = context.ofStep(key, step.askers().get(0).asker(), items(step, remedy));
    ShortPlan.Step planned =
        new ShortPlan.Step(
            numbers.of(key),
            id(key),
            step.retry() ? Step.Kind.RETRY : Step.Kind.REMEDY,
            remedy.id(),
            words(step, "title", words),
            key.server(),
            step.status(),
            step.askers().stream()
                .map(asker -> numbers.of(asker.asker()))
                .distinct()
                .sorted()
                .toList(),
            remedy.effort().minutes(),
            remedy.risk());
    return remedy.temporary()
        ? Stream.of(planned, briefUndoing(numbers.ofUndoing(key), planned))
        : Stream.of(planned);
  }

  private ShortPlan.Step briefUndoing(String number, ShortPlan.Step planned) {
    return new ShortPlan.Step(
        number,
        UNDO + planned.id(),
        Step.Kind.UNDO,
        planned.remedy(),
        wording.own("undoing/title", Map.of("title", planned.title())),
        planned.server(),
        planned.status(),
        planned.problems(),
        planned.minutes(),
        planned.risk());
  }

  /** What is done for a test is undone whatever came of it. */
  private Step undoing(OrderedStep step, Step planned) {
    return new Step(
        numbers.ofUndoing(step.key()),
        UNDO + planned.id(),
        Step.Kind.UNDO,
        planned.remedy(),
        wording.own("undoing/title", Map.of("title", planned.title())),
        planned.place(),
        planned.server(),
        planned.dataSource(),
        planned.status(),
        planned.problems(),
        List.of(),
        List.of(
            new Reason(
                wording.own("undoing/why", Map.of("step", planned.number())),
                "",
                planned.reasons().get(0).facts())),
        planned.undo().text().isEmpty() ? List.of() : List.of(planned.undo().text()),
        planned
            .commands()
            .filter(commands -> !planned.undo().commands().isEmpty())
            .map(
                commands ->
                    new Commands(commands.shell(), commands.elevated(), planned.undo().commands())),
        new Verification(
            wording.own("undoing/verify", Map.of("step", planned.number())),
            Optional.empty(),
            Optional.empty()),
        new Undo(true, wording.own("undoing/undo"), List.of()),
        Optional.empty(),
        planned.effortMinutes(),
        planned.likelihood(),
        planned.risk(),
        planned.entries(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(wording.own("undoing/ledger", Map.of("step", planned.number()))));
  }

  private Step step(OrderedStep step, Remedy remedy) {
    Prescription first = step.askers().get(0);
    List<String> items = items(step, remedy);
    Values words = context.ofStep(step.key(), first.asker(), items);
    return new Step(
        numbers.of(step.key()),
        id(step.key()),
        step.retry() ? Step.Kind.RETRY : Step.Kind.REMEDY,
        remedy.id(),
        words(step, "title", words),
        remedy.place(),
        step.key().server(),
        Optional.ofNullable(step.key().dataSource()),
        step.status(),
        step.askers().stream()
            .map(asker -> new Step.Asker(numbers.of(asker.asker()), asker.path()))
            .toList(),
        items,
        why(step),
        instructions(step, words),
        commands(step, remedy, items),
        verification(step, remedy, words, items),
        undo(step, remedy, words, items),
        wording.listOf("remedies", remedy.id(), "loses", words).stream().findFirst(),
        remedy.effort().minutes(),
        remedy.likelihood(),
        remedy.risk(),
        entries(step, remedy),
        then(step),
        together(step),
        List.of(),
        ledger.of(step, remedy));
  }

  /** A retry that mends nothing alone is worth its time only where a look found something. */
  private List<Reason> why(OrderedStep step) {
    List<Reason> why = new ArrayList<>(reasons.of(step));
    if (step.retry()
        && step.status() == Status.TRY
        && before(step).equals(EnumSet.of(Status.CHECK))) {
      why.add(new Reason(wording.own("reasons/onlyIfNeeded"), "", List.of()));
    }
    return List.copyOf(why);
  }

  private Set<Status> before(OrderedStep step) {
    Set<Status> before = EnumSet.noneOf(Status.class);
    for (StepKey key : step.after()) {
      Status status = statuses.get(key);
      if (status != null) {
        before.add(status);
      }
    }
    return before;
  }

  private static List<String> items(OrderedStep step, Remedy remedy) {
    Set<String> items = new LinkedHashSet<>();
    for (Prescription asker : step.askers()) {
      if (asker.status() == step.status()) {
        items.addAll(asker.items());
      }
    }
    if (remedy.floors() && items.size() > 1) {
      return List.of(items.stream().max(Comparator.comparing(Version::parse)).orElseThrow());
    }
    return items.stream().sorted().toList();
  }

  /**
   * A remedy that several entries name is there because of those that its problems come from; one
   * that none of them names is there because of its own entries and theirs.
   */
  private static List<String> entries(OrderedStep step, Remedy remedy) {
    Set<String> entries = new LinkedHashSet<>();
    for (Prescription asker : step.askers()) {
      List<String> asking = asker.asker().known().entries();
      List<String> common = remedy.entries().stream().filter(asking::contains).toList();
      if (common.isEmpty()) {
        entries.addAll(remedy.entries());
        entries.addAll(asking);
      } else {
        entries.addAll(common);
      }
    }
    return List.copyOf(entries);
  }

  /** Returns what tells a step from the others of a plan. */
  static String id(StepKey key) {
    StringBuilder id = new StringBuilder(key.remedy()).append('@').append(key.server());
    if (!key.of().isEmpty()) {
      id.append('#').append(key.of());
    }
    if (key.dataSource() != null) {
      id.append(' ').append(key.dataSource());
    }
    return id.toString();
  }

  private String words(OrderedStep step, String part, Values values) {
    return context.firstOfRemedy(step.key(), part, values).orElse("");
  }

  private List<String> instructions(OrderedStep step, Values words) {
    List<String> all = new ArrayList<>(context.ofRemedy(step.key(), "do", words));
    all.addAll(context.ofRemedy(step.key(), "note", words));
    return all;
  }

  private Optional<Commands> commands(OrderedStep step, Remedy remedy, List<String> items) {
    return remedy.shell() == null || remedy.commands().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Commands(
                remedy.shell(), remedy.elevated(), filled(step, remedy.commands(), items)));
  }

  /** A command that names an item is there once for each that it is for. */
  private List<String> filled(OrderedStep step, List<String> commands, List<String> items) {
    List<String> lines = new ArrayList<>();
    for (String command : commands) {
      List<@Nullable String> each = new ArrayList<>();
      if (new Sentence(command).asksFor("item") && !items.isEmpty()) {
        items.stream().filter(item -> isFor(command, item)).forEach(each::add);
      } else {
        each.add(null);
      }
      for (String item : each) {
        lines.add(
            Wording.command(
                command, context.ofCommand(step.key(), step.askers().get(0).asker(), item)));
      }
    }
    return lines;
  }

  private static boolean isFor(String command, String item) {
    Set<String> kinds = new Sentence(command).formats();
    String kind = WindowsPath.isProgram(item) ? Sentence.PROGRAM : Sentence.FOLDER;
    return kinds.isEmpty() || kinds.contains(kind);
  }

  private Verification verification(
      OrderedStep step, Remedy remedy, Values words, List<String> items) {
    return new Verification(
        words(step, "verify", words),
        Optional.ofNullable(remedy.verifyCommand())
            .map(command -> filled(step, List.of(command), items).get(0)),
        Optional.ofNullable(remedy.verifySays()));
  }

  private Undo undo(OrderedStep step, Remedy remedy, Values words, List<String> items) {
    return new Undo(
        remedy.undoable(), words(step, "undo", words), filled(step, remedy.undoCommands(), items));
  }

  /**
   * After what may not help comes the retry of the case that asked for it first: once for all that
   * is done together, and not where it is the next step in any event.
   */
  private Optional<String> then(OrderedStep step) {
    return step.retry()
        ? Optional.empty()
        : step.part()
            .filter(part -> !part.tried() || (part.endsWith(step.key()) && !part.retryNext()))
            .map(part -> numbers.of(part.retry()));
  }

  /** What is done before the retry tells is said where it is more than one step. */
  private Optional<Step.Together> together(OrderedStep step) {
    return step.retry()
        ? Optional.empty()
        : step.part()
            .filter(part -> part.steps().size() > 1)
            .map(
                part ->
                    new Step.Together(
                        part.steps().stream().map(numbers::of).toList(),
                        numbers.of(part.retry()),
                        ledger.together(step, part)));
  }
}
