package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Look;
import dev.mabsplan.engine.order.OrderedStep;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.QuestionValue;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.pack.DecidingFact;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out which unknown facts are worth finding out, and what finding them out decides. */
final class Questions {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Wording wording;
  private final Context context;
  private final Numbering numbers;
  private final IdentityHashMap<Look, List<Asked>> unknown = new IdentityHashMap<>();

  Questions(
      Knowledge knowledge,
      Situation situation,
      Wording wording,
      Context context,
      Numbering numbers) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.wording = wording;
    this.context = context;
    this.numbers = numbers;
  }

  /**
   * Returns what to look at for a basic check: what is unknown or, where all is known and decides
   * nothing, all.
   */
  List<Question> of(Look look) {
    Case asker = look.askers().isEmpty() ? null : look.askers().get(0);
    List<Asked> unknown = unknown(look);
    List<Asked> asked = unknown.isEmpty() ? ask(look.remedy(), look.key(), asker, true) : unknown;
    Map<String, Asked> once = new LinkedHashMap<>();
    asked.forEach(one -> once.merge(one.key(), one, Asked::and));
    return once.values().stream().map(this::question).toList();
  }

  /** Returns how long it takes to look at what a basic check asks for. */
  int minutes(Look look) {
    Case asker = look.askers().isEmpty() ? null : look.askers().get(0);
    List<Asked> unknown = ask(look.remedy(), look.key(), asker, false, false);
    int minutes = 1;
    boolean any = false;
    for (Asked asked :
        unknown.isEmpty() ? ask(look.remedy(), look.key(), asker, true, false) : unknown) {
      minutes = any ? Math.max(minutes, asked.minutes()) : asked.minutes();
      any = true;
    }
    return minutes;
  }

  /** Returns all questions of a plan, those that save most time first. */
  List<Question> of(StepOrder.Result order, Assessment assessment) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    Map<Case, List<Prescription>> ofCases = new HashMap<>();
    for (OrderedStep step : order.steps()) {
      for (Prescription asker : step.askers()) {
        ofCases.computeIfAbsent(asker.asker(), found -> new ArrayList<>()).add(asker);
      }
    }
    for (OrderedStep step : order.steps()) {
      for (Prescription asker : step.askers()) {
        if (asker.status() == Status.CHECK && !step.status().certain()) {
          BigDecimal gain = gain(ofCases.getOrDefault(asker.asker(), List.of()), asker);
          ask(asker.remedy(), asker.key(), asker.asker(), false).stream()
              .map(one -> one.deciding(List.of(number(step.key())), gain))
              .forEach(one -> asked.merge(one.key(), one, Asked::and));
        }
      }
    }
    List<OrderedStep> lists =
        order.steps().stream().filter(step -> step.remedy().isEmpty()).toList();
    List<Look> looks =
        lists.isEmpty()
            ? assessment.looks()
            : lists.stream().flatMap(step -> step.looks().stream()).toList();
    for (Look look : looks) {
      List<String> decides =
          lists.stream()
              .filter(step -> step.looks().contains(look))
              .map(step -> number(step.key()))
              .toList();
      BigDecimal gain = gain(looks, look);
      unknown(look).stream()
          .map(one -> one.deciding(decides, gain))
          .forEach(one -> asked.merge(one.key(), one, Asked::and));
    }
    Map<List<Address>, Question> questions = new LinkedHashMap<>();
    asked.values().stream()
        .map(this::question)
        .forEach(question -> questions.put(question.facts(), question));
    whose(order).forEach(question -> questions.putIfAbsent(question.facts(), question));
    List<Question> sorted =
        new ArrayList<>(
            questions.values().stream()
                .sorted(
                    Comparator.comparing(Question::gainPerMinute)
                        .reversed()
                        .thenComparing(question -> question.facts().get(0)))
                .toList());
    if (order.cases().isEmpty() && !looks.isEmpty() && situation.facts().errors().isEmpty()) {
      opening().ifPresent(opening -> sorted.add(0, opening));
    }
    return List.copyOf(sorted);
  }

  private String number(StepKey key) {
    return numbers.of(key);
  }

  /**
   * What is asked in one go: the facts that one command shows, or one that a person sees.
   *
   * @param server where it is asked
   * @param probe what asks; nothing where a person must look
   * @param command the command, filled in
   * @param labelled what the facts are called, by their addresses
   * @param together what all that the probe tells is called; empty where that has no name
   * @param minutes how long it takes
   * @param decides numbers of the steps that are decided
   * @param gain expected minutes saved for each minute of finding out
   */
  private record Asked(
      String server,
      Optional<Probe> probe,
      Optional<String> command,
      Map<Address, String> labelled,
      String together,
      int minutes,
      List<String> decides,
      BigDecimal gain) {

    /** The same command on the same server is typed once. */
    String key() {
      return server + " " + command.orElseGet(() -> labelled.keySet().toString());
    }

    List<String> labels() {
      return !together.isEmpty() && labelled.size() > 1
          ? List.of(together)
          : labelled.values().stream().distinct().toList();
    }

    Asked deciding(List<String> steps, BigDecimal minutesSaved) {
      BigDecimal each =
          minutesSaved.signum() == 0
              ? minutesSaved
              : minutesSaved.divide(BigDecimal.valueOf(minutes), 2, RoundingMode.HALF_UP);
      return new Asked(server, probe, command, labelled, together, minutes, steps, each);
    }

    Asked and(Asked other) {
      Map<Address, String> all = new TreeMap<>(other.labelled);
      all.putAll(labelled);
      Set<String> steps = new LinkedHashSet<>(decides);
      steps.addAll(other.decides);
      return new Asked(
          server, probe, command, all, together, minutes, List.copyOf(steps), gain.max(other.gain));
    }
  }

  /** Returns what a command tells of whether a remedy is needed, where one does. */
  Optional<Question> settling(Prescription prescription) {
    return ask(prescription.remedy(), prescription.key(), prescription.asker(), false).stream()
        .filter(asked -> asked.command().isPresent())
        .map(this::question)
        .findFirst();
  }

  private Question question(Asked asked) {
    return new Question(
        List.copyOf(asked.labelled().keySet()),
        String.join("; ", asked.labels()),
        asked.server(),
        asked.probe().map(Probe::id),
        asked.command(),
        asked.probe().map(Probe::shell),
        asked.probe().map(Probe::elevated).orElse(false),
        asked.minutes(),
        asked.decides(),
        asked.gain());
  }

  /** Returns what is unknown of what a basic check asks for; asked by its step and of the plan. */
  private List<Asked> unknown(Look look) {
    return unknown.computeIfAbsent(
        look,
        one ->
            ask(
                one.remedy(),
                one.key(),
                one.askers().isEmpty() ? null : one.askers().get(0),
                false));
  }

  /** Returns what would decide a remedy, each command once. */
  private List<Asked> ask(Remedy remedy, StepKey key, @Nullable Case asker, boolean knownToo) {
    return ask(remedy, key, asker, knownToo, true);
  }

  private List<Asked> ask(
      Remedy remedy, StepKey key, @Nullable Case asker, boolean knownToo, boolean labelled) {
    Map<String, Asked> all = new LinkedHashMap<>();
    Map<String, Values> words = new HashMap<>();
    for (DecidingFact deciding : knowledge.deciding(remedy)) {
      StepKey at = new StepKey(key.remedy(), serverOf(deciding, remedy, key, asker), "", null);
      Map<String, @Nullable String> values = context.ofCommand(at, asker, null);
      FactPlace place = place(deciding, values);
      if (knownToo || !known(at.server(), place)) {
        Asked asked = asked(deciding, place, at, values);
        if (labelled) {
          asked =
              labelled(
                  asked,
                  deciding,
                  words.computeIfAbsent(
                      at.server(), server -> context.ofStep(at, asker, List.of())));
        }
        all.merge(asked.key(), asked, Asked::and);
      }
    }
    return List.copyOf(all.values());
  }

  private Asked labelled(Asked asked, DecidingFact deciding, Values words) {
    String label = wording.of("facts", deciding.topic() + "/" + deciding.fact(), "", words);
    return new Asked(
        asked.server(),
        asked.probe(),
        asked.command(),
        Map.of(asked.labelled().keySet().iterator().next(), label),
        asked.probe().map(probe -> wording.of("probes", probe.id(), "", words)).orElse(""),
        asked.minutes(),
        asked.decides(),
        asked.gain());
  }

  private static Asked asked(
      DecidingFact deciding, FactPlace place, StepKey at, Map<String, @Nullable String> values) {
    return new Asked(
        at.server(),
        deciding.probe(),
        deciding.probe().map(probe -> Wording.command(probe.command(), values)),
        Map.of(place.on(at.server()), ""),
        "",
        deciding.effort().minutes(),
        List.of(),
        BigDecimal.ZERO);
  }

  private static String serverOf(
      DecidingFact deciding, Remedy remedy, StepKey key, @Nullable Case asker) {
    if (asker == null || deciding.on() == remedy.on()) {
      return key.server();
    }
    return deciding.on().sendsToAzure() ? asker.backupServer() : asker.problem().server();
  }

  /** A name that is not known itself is written as a question mark. */
  private FactPlace place(DecidingFact deciding, Map<String, @Nullable String> values) {
    FactPlace raw = knowledge.place(deciding);
    if (deciding.fact().indexOf('{') < 0) {
      return raw;
    }
    List<String> keys =
        raw.keys().stream()
            .map(
                key ->
                    new Sentence(key)
                        .fill(
                            placeholder -> {
                              String value = values.get(placeholder.name());
                              return value == null ? "?" : value;
                            }))
            .toList();
    return raw.named(keys);
  }

  private boolean known(String server, FactPlace place) {
    List<Fact> named = situation.facts(server, place.kind()).stream().filter(place::names).toList();
    if (named.isEmpty()) {
      return !place.isPurpose() && situation.collected(server, place.kind());
    }
    return place.component().isEmpty()
        || named.stream().anyMatch(fact -> tells(fact, place.component().get()));
  }

  private static boolean tells(Fact fact, String component) {
    return RecordShape.of(FactKind.of(fact.getClass())).tells(component, (Record) fact);
  }

  private static BigDecimal gain(List<Prescription> ofItsCase, Prescription asked) {
    List<Prescription> open = new ArrayList<>();
    int retry = 0;
    for (Prescription prescription : ofItsCase) {
      if (prescription.retry()) {
        retry = prescription.remedy().effort().minutes();
      } else if (!prescription.status().certain()) {
        open.add(prescription);
      }
    }
    long retryMinutes = retry;
    List<long[]> repairs =
        open.stream()
            .map(
                p ->
                    new long[] {
                      p.remedy().likelihood().weight(), p.remedy().effort().minutes() + retryMinutes
                    })
            .toList();
    return QuestionValue.gain(repairs, place(open, asked));
  }

  private static BigDecimal gain(List<Look> looks, Look asked) {
    return QuestionValue.gain(
        looks.stream()
            .map(
                look ->
                    new long[] {
                      look.remedy().likelihood().weight(), look.remedy().effort().minutes()
                    })
            .toList(),
        place(looks, asked));
  }

  /** The very one that is asked for: comparing what hangs on each would take a long time. */
  private static <T> int place(List<T> all, T asked) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == asked) {
        return i;
      }
    }
    throw new IllegalArgumentException("what is asked for is not among them");
  }

  /** Whose trouble it is, where the error leaves that open. */
  private List<Question> whose(StepOrder.Result order) {
    List<Question> questions = new ArrayList<>();
    for (Case found : order.cases()) {
      String server = found.problem().server();
      if (server.equals(Server.UNNAMED_PROTECTED_SERVER)) {
        situation.errors().stream()
            .filter(error -> error.symptoms().stream().anyMatch(s -> s.server().equals(server)))
            .forEach(
                error ->
                    questions.add(
                        question(
                            error.address().component("server"),
                            wording.own("questions/server"),
                            found.backupServer())));
      } else if (situation.server(server).map(Server::backupServer).isEmpty()
          && situation.servers().stream().filter(s -> s.role() == ServerRole.BACKUP_SERVER).count()
              > 1) {
        questions.add(
            question(
                Address.ofServer(server).component("backupServer"),
                wording.own("questions/backupServer", Map.of("server", wording.server(server))),
                server));
      }
    }
    return questions;
  }

  private static Question question(Address fact, String label, String server) {
    return new Question(
        List.of(fact),
        label,
        server,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        1,
        List.of(),
        BigDecimal.ZERO);
  }

  /** Where nothing at all is known, the error comes first. */
  private Optional<Question> opening() {
    String server =
        situation.servers().stream()
            .filter(Server::sendsToAzure)
            .map(Server::name)
            .findFirst()
            .orElse(Server.UNNAMED_BACKUP_SERVER);
    return knowledge
        .opening()
        .map(
            probe ->
                new Question(
                    List.of(Address.ofErrors()),
                    wording.of("facts", probe.topic() + "/" + Probe.ERRORS, "", Values.NONE),
                    server,
                    Optional.of(probe.id()),
                    Optional.of(probe.command()),
                    Optional.of(probe.shell()),
                    probe.elevated(),
                    probe.effort().minutes(),
                    List.of(),
                    BigDecimal.ZERO));
  }
}
