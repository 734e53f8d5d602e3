package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Dropped;
import dev.mabsplan.engine.order.Look;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Commands;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.PackUsed;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.Undo;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.plan.Verification;
import dev.mabsplan.engine.symptom.Recognition;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One plan in the writing: an order, and the words for all of it. */
final class Explanation {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Assessment assessment;
  private final StepOrder.Result order;
  private final Collection<Derivation> derivations;
  private final Wording wording;
  private final Context context;
  private final Numbering numbers;
  private final Questions questions;

  Explanation(
      Knowledge knowledge,
      Wording wording,
      Situation situation,
      Collection<Derivation> derivations,
      Assessment assessment) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.derivations = derivations;
    this.assessment = assessment;
    this.order = StepOrder.of(assessment);
    this.wording = wording;
    this.context = new Context(situation, wording);
    this.numbers = new Numbering(order);
    this.questions = new Questions(knowledge, situation, wording, context, numbers);
  }

  Plan plan(UnusedFacts unused) {
    List<PlannedProblem> problems = order.cases().stream().map(this::problem).toList();
    List<Step> steps = order.steps().stream().flatMap(this::steps).toList();
    List<Excluded> excluded = excluded();
    List<UnexplainedError> unexplained = unexplained();
    return new Plan(
        wording.language(),
        situation.facts().observedAt(),
        problems,
        steps,
        escalation(),
        excluded,
        questions.of(order, assessment),
        unexplained,
        unused,
        knowledge.packs().stream()
            .map(pack -> new PackUsed(pack.id(), pack.version(), pack.digest()))
            .toList(),
        sources(problems, steps, excluded, unexplained));
  }

  private Map<Address, Source> sources(
      List<PlannedProblem> problems,
      List<Step> steps,
      List<Excluded> excluded,
      List<UnexplainedError> unexplained) {
    Stream<Reason> reasons =
        Stream.of(
                problems.stream().map(PlannedProblem::reasons),
                steps.stream().map(Step::reasons),
                excluded.stream().map(Excluded::reasons))
            .flatMap(all -> all)
            .flatMap(List::stream);
    Stream<Address> errors =
        Stream.concat(
            problems.stream()
                .flatMap(problem -> problem.recognizedBy().stream())
                .map(Recognized::error),
            unexplained.stream().map(UnexplainedError::error));
    Map<Address, Source> sources = new TreeMap<>();
    Stream.concat(reasons.flatMap(r -> r.facts().stream()).map(FactCited::address), errors)
        .forEach(
            address ->
                situation
                    .facts()
                    .source(address)
                    .ifPresent(source -> sources.put(address, source)));
    return Collections.unmodifiableMap(sources);
  }

  private PlannedProblem problem(Case found) {
    String dataSource = found.problem().dataSource();
    return new PlannedProblem(
        found.problem().id(),
        title(found),
        found.problem().server(),
        found.backupServer(),
        Optional.ofNullable(dataSource),
        found.known().severity(),
        found.known().entries(),
        recognizedBy(found),
        found.because().stream().map(because -> reason(because, found)).distinct().toList(),
        Optional.ofNullable(dataSource)
            .flatMap(name -> situation.dataSource(found.problem().server(), name))
            .map(DataSource::lastRecoveryPointAt));
  }

  private String title(Case found) {
    return wording.of("problems", found.problem().id(), "", context.ofProblem(found));
  }

  private List<Recognized> recognizedBy(Case found) {
    Set<Address> cited = new HashSet<>();
    found.because().forEach(because -> because.facts().forEach(fact -> cited.add(fact.address())));
    List<Recognized> recognized = new ArrayList<>();
    for (Situation.RecognizedError error : situation.errors()) {
      if (!cited.contains(error.address())) {
        continue;
      }
      for (int i = 0; i < error.recognitions().size(); i++) {
        Recognition recognition = error.recognitions().get(i);
        if (citesSymptom(found, error.address(), recognition.symptom().id())) {
          recognized.add(
              new Recognized(
                  error.address(),
                  recognition.by().name().toLowerCase(Locale.ROOT),
                  recognition.found(),
                  error.text().headline(),
                  error.text().ids()));
          break;
        }
      }
    }
    return recognized;
  }

  private static boolean citesSymptom(Case found, Address error, String symptom) {
    return found.because().stream()
        .anyMatch(because -> because.facts().contains(new FactCited(error, symptom)));
  }

  private Stream<Step> steps(OrderedStep step) {
    if (step.remedy().isEmpty()) {
      return Stream.of(lookFirst(step));
    }
    Remedy remedy = step.remedy().get();
    Step planned = step(step, remedy);
    return remedy.temporary() ? Stream.of(planned, undoing(step, planned)) : Stream.of(planned);
  }

  /** What is done for a test is undone whatever came of it. */
  private Step undoing(OrderedStep step, Step planned) {
    return new Step(
        numbers.ofUndoing(step.key()),
        "undo " + planned.id(),
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
        List.of(),
        List.of(wording.own("undoing/ledger", Map.of("step", planned.number()))));
  }

  private Step step(OrderedStep step, Remedy remedy) {
    Prescription first = step.askers().get(0);
    List<String> items = items(step, remedy);
    Map<String, String> words = context.ofStep(step.key(), first.asker(), items);
    return new Step(
        numbers.of(step.key()),
        id(step.key()),
        step.retry() ? Step.Kind.RETRY : Step.Kind.REMEDY,
        remedy.id(),
        wording.of("remedies", remedy.id(), "title", words),
        remedy.place(),
        step.key().server(),
        Optional.ofNullable(step.key().dataSource()),
        step.status(),
        step.askers().stream()
            .map(asker -> new Step.Asker(order.cases().indexOf(asker.asker()) + 1, asker.path()))
            .toList(),
        items,
        reasons(step, remedy),
        instructions(remedy, words),
        commands(step, remedy, items),
        verification(step, remedy, words, items),
        undo(step, remedy, words, items),
        remedy.risk() == Risk.DESTRUCTIVE
            ? Optional.of(wording.of("remedies", remedy.id(), "loses", words))
            : Optional.empty(),
        remedy.effort().minutes(),
        remedy.likelihood(),
        remedy.risk(),
        entries(step, remedy),
        then(step),
        List.of(),
        ledger(step, remedy));
  }

  private static List<String> items(OrderedStep step, Remedy remedy) {
    Set<String> items = new LinkedHashSet<>();
    for (Prescription asker : step.askers()) {
      if (asker.status() == step.status()) {
        items.addAll(asker.items());
      }
    }
    if (remedy.floors() && items.size() > 1) {
      return List.of(
          items.stream()
              .max(Comparator.comparing(dev.mabsplan.facts.Version::parse))
              .orElseThrow());
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
  private static String id(StepKey key) {
    StringBuilder id = new StringBuilder(key.remedy()).append('@').append(key.server());
    if (!key.of().isEmpty()) {
      id.append('#').append(key.of());
    }
    if (key.dataSource() != null) {
      id.append(' ').append(key.dataSource());
    }
    return id.toString();
  }

  private List<Reason> reasons(OrderedStep step, Remedy remedy) {
    Set<Reason> reasons = new LinkedHashSet<>();
    for (Prescription asker : step.askers()) {
      asker.because().forEach(because -> reasons.add(reason(because, asker.asker())));
    }
    for (Prescription asker : step.askers()) {
      if (asker.because().isEmpty() && (reasons.isEmpty() || asker.retry())) {
        reasons.add(follows(asker, remedy));
      }
    }
    return List.copyOf(reasons);
  }

  /** Where no rule gives a reason, the problem does. */
  private Reason follows(Prescription asker, Remedy remedy) {
    Map<String, String> words = context.ofStep(asker.key(), asker.asker(), asker.items());
    String why = wording.of("remedies", remedy.id(), "why", words);
    List<String> unknown =
        asker.status() == Status.CHECK
            ? questions.unknown(remedy, asker.key(), asker.asker())
            : List.of();
    String text =
        unknown.isEmpty()
            ? why
            : wording.own("reasons/check", Map.of("why", why, "facts", String.join("; ", unknown)));
    Set<FactCited> facts = new LinkedHashSet<>();
    asker.asker().because().forEach(because -> facts.addAll(because.facts()));
    return new Reason(text, "", List.copyOf(facts));
  }

  /** A rule that looks at nothing but the problem rests on what the problem rests on. */
  private Reason reason(Derivation because, Case asker) {
    Set<FactCited> facts = new LinkedHashSet<>(because.facts());
    if (facts.isEmpty()) {
      asker.because().forEach(found -> facts.addAll(found.facts()));
    }
    Map<String, Object> values = new HashMap<>(because.bindings());
    values.computeIfPresent("server", (name, value) -> wording.server(String.valueOf(value)));
    values.computeIfPresent("backup", (name, value) -> wording.server(String.valueOf(value)));
    values.computeIfPresent("backupServer", (name, value) -> wording.server(String.valueOf(value)));
    values.putIfAbsent("dataSource", wording.dataSource(null));
    return new Reason(
        wording.of("rules", because.rule(), "", values), because.rule(), List.copyOf(facts));
  }

  private List<String> instructions(Remedy remedy, Map<String, String> words) {
    List<String> all = new ArrayList<>(wording.listOf("remedies", remedy.id(), "do", words));
    all.addAll(wording.listOf("remedies", remedy.id(), "note", words));
    return all;
  }

  private Optional<Commands> commands(OrderedStep step, Remedy remedy, List<String> items) {
    return remedy.shell() == null || remedy.commands().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Commands(
                remedy.shell(), remedy.elevated(), filled(step, remedy.commands(), items)));
  }

  /** A command that names an item is there once for each. */
  private List<String> filled(OrderedStep step, List<String> commands, List<String> items) {
    List<String> lines = new ArrayList<>();
    for (String command : commands) {
      List<@Nullable String> each = new ArrayList<>();
      if (command.contains("{item}") && !items.isEmpty()) {
        each.addAll(items);
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

  private Verification verification(
      OrderedStep step, Remedy remedy, Map<String, String> words, List<String> items) {
    return new Verification(
        wording.of("remedies", remedy.id(), "verify", words),
        Optional.ofNullable(remedy.verifyCommand())
            .map(command -> filled(step, List.of(command), items).get(0)),
        Optional.ofNullable(remedy.verifySays()));
  }

  private Undo undo(
      OrderedStep step, Remedy remedy, Map<String, String> words, List<String> items) {
    return new Undo(
        remedy.undoable(),
        wording.of("remedies", remedy.id(), "undo", words),
        filled(step, remedy.undoCommands(), items));
  }

  /** After an attempt that may not help comes the retry of the case that asked for it first. */
  private Optional<String> then(OrderedStep step) {
    if (step.retry() || step.band().compareTo(Band.LOOK) < 0) {
      return Optional.empty();
    }
    Case asker = step.askers().get(0).asker();
    return assessment.prescriptions().stream()
        .filter(p -> p.retry() && p.asker().equals(asker))
        .map(p -> numbers.of(p.key()))
        .findFirst();
  }

  private List<String> ledger(OrderedStep step, Remedy remedy) {
    List<String> ledger = new ArrayList<>();
    ledger.add(
        wording.own(
            "ledger/"
                + switch (step.band()) {
                  case BLOCKER -> "blocker";
                  case CERTAIN -> step.status() == Status.CONFIRMED ? "confirmed" : "required";
                  case LOOK -> "look";
                  case OPEN -> step.status() == Status.CHECK ? "check" : "try";
                  case DESTRUCTIVE ->
                      remedy.risk() == Risk.DESTRUCTIVE ? "destructive" : Kebab.word(step.status());
                }));
    Case asker = step.askers().get(0).asker();
    int retry =
        step.retry()
            ? 0
            : assessment.prescriptions().stream()
                .filter(p -> p.retry() && p.asker().equals(asker))
                .mapToInt(p -> p.remedy().effort().minutes())
                .findFirst()
                .orElse(0);
    ledger.add(
        wording.own(
            "ledger/fact",
            Map.of(
                "likelihood", wording.own("likelihoods/" + Kebab.word(remedy.likelihood())),
                "minutes", remedy.effort().minutes(),
                "retry", remedy.effort().minutes() + retry,
                "risk", wording.own("risks/" + Kebab.word(remedy.risk())))));
    List<String> after =
        order.steps().stream()
            .map(OrderedStep::key)
            .filter(step.after()::contains)
            .map(key -> numbers.of(key))
            .toList();
    if (!after.isEmpty()) {
      ledger.add(wording.own("ledger/after", Map.of("steps", String.join(", ", after))));
    }
    if (step.askers().size() > 1) {
      List<String> askers =
          step.askers().stream()
              .map(p -> String.valueOf(order.cases().indexOf(p.asker()) + 1))
              .distinct()
              .toList();
      ledger.add(wording.own("ledger/asked", Map.of("problems", String.join(", ", askers))));
    }
    return ledger;
  }

  private Step lookFirst(OrderedStep step) {
    List<Step.LookFirst> looks = new ArrayList<>();
    Set<String> entries = new LinkedHashSet<>();
    Set<Integer> problems = new LinkedHashSet<>();
    Set<FactCited> facts = new LinkedHashSet<>();
    int minutes = 0;
    for (Look look : step.looks()) {
      List<Question> asked = questions.of(look);
      minutes += asked.stream().mapToInt(Question::minutes).max().orElse(1);
      entries.addAll(look.remedy().entries());
      Case asker = look.askers().isEmpty() ? null : look.askers().get(0);
      for (Case each : look.askers()) {
        problems.add(order.cases().indexOf(each) + 1);
        each.because().forEach(because -> facts.addAll(because.facts()));
      }
      looks.add(
          new Step.LookFirst(
              look.remedy().id(),
              wording.of(
                  "remedies",
                  look.remedy().id(),
                  "title",
                  context.ofStep(look.key(), asker, List.of())),
              look.key().server(),
              asked,
              look.remedy().entries()));
    }
    String server = step.looks().get(0).key().server();
    return new Step(
        numbers.of(step.key()),
        "look-first@" + server,
        Step.Kind.LOOK_FIRST,
        "",
        wording.own("looks/title"),
        Place.SERVER,
        server,
        Optional.empty(),
        Status.CHECK,
        problems.stream().sorted().map(problem -> new Step.Asker(problem, "basic checks")).toList(),
        List.of(),
        List.of(new Reason(wording.own("looks/why"), "", facts.stream().sorted().toList())),
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
        looks,
        List.of(wording.own("ledger/look")));
  }

  private Optional<Escalation> escalation() {
    if (order.cases().isEmpty()) {
      return Optional.empty();
    }
    List<Escalation.Section> sections = new ArrayList<>();
    for (int i = 0; i < order.cases().size(); i++) {
      Case found = order.cases().get(i);
      sections.add(
          new Escalation.Section(
              i + 1,
              recognizedBy(found).stream().map(Recognized::headline).distinct().toList(),
              assessment.dropped().stream()
                  .filter(dropped -> dropped.asker().equals(found))
                  .filter(dropped -> dropped.why() == Dropped.Why.FAILED)
                  .map(dropped -> dropped.remedy().id())
                  .distinct()
                  .sorted()
                  .toList()));
    }
    Map<String, String> values =
        Map.of("backupServer", wording.server(order.cases().get(0).backupServer()));
    return Optional.of(
        new Escalation(
            numbers.afterLast(),
            wording.ofPack("escalation/title", values).stream().findFirst().orElse(""),
            wording.ofPack("escalation/send", values),
            sections));
  }

  /** A remedy that another case still asks for is not left out. */
  private List<Excluded> excluded() {
    Map<String, Excluded> excluded = new TreeMap<>();
    for (Dropped dropped : assessment.dropped()) {
      if (!numbers.has(dropped.key())) {
        Excluded one = excluded(dropped);
        excluded.merge(
            id(dropped.key()) + " " + one.verdict(),
            one,
            (a, b) -> {
              Set<Reason> reasons = new LinkedHashSet<>(a.reasons());
              reasons.addAll(b.reasons());
              return new Excluded(
                  a.remedy(),
                  a.title(),
                  a.server(),
                  a.dataSource(),
                  a.verdict(),
                  List.copyOf(reasons),
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
    Map<String, String> words = context.ofStep(dropped.key(), dropped.asker(), List.of());
    List<Reason> reasons = new ArrayList<>();
    dropped.because().forEach(because -> reasons.add(reason(because, dropped.asker())));
    if (dropped.why() == Dropped.Why.FAILED || dropped.why() == Dropped.Why.IMPOSSIBLE) {
      String outcome = dropped.why() == Dropped.Why.FAILED ? "failed" : "impossible";
      List<FactCited> attempts =
          situation.facts().attempts().stream()
              .filter(attempt -> attempt.remedy().equals(dropped.remedy().id()))
              .filter(attempt -> attempt.outcome().name().equals(dropped.why().name()))
              .filter(
                  attempt ->
                      attempt.problem() == null
                          || attempt.problem().equals(dropped.asker().problem().id()))
              .map(attempt -> new FactCited(Address.of(attempt).component("outcome"), outcome))
              .toList();
      reasons.add(new Reason(wording.own("reasons/" + outcome), "", attempts));
    }
    if (!dropped.follows().isEmpty()) {
      String title = wording.of("remedies", dropped.follows(), "title", words);
      reasons.add(
          new Reason(
              wording.own("reasons/afterInapplicable", Map.of("title", title)), "", List.of()));
    }
    return new Excluded(
        dropped.remedy().id(),
        wording.of("remedies", dropped.remedy().id(), "title", words),
        dropped.key().server(),
        Optional.ofNullable(dropped.key().dataSource()),
        Excluded.Verdict.valueOf(dropped.why().name()),
        reasons,
        dropped.remedy().entries());
  }

  private List<UnexplainedError> unexplained() {
    Map<Address, Boolean> explained = new LinkedHashMap<>();
    derivations.forEach(
        derivation -> derivation.facts().forEach(fact -> explained.put(fact.address(), true)));
    return situation.errors().stream()
        .filter(error -> !explained.containsKey(error.address()))
        .map(
            error ->
                new UnexplainedError(
                    error.address(),
                    error.text().headline(),
                    error.text().ids(),
                    error.text().codes()))
        .toList();
  }
}
