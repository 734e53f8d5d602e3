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
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out which unknown facts are worth finding out, and what finding them out decides. */
final class Questions {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Wording wording;
  private final Context context;
  private final Numbering numbers;

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

  /** Returns the labels of the facts that would decide a remedy and that nobody knows. */
  List<String> unknown(Remedy remedy, StepKey key, Case asker) {
    return ask(remedy, key, asker, List.of(), BigDecimal.ZERO, false).stream()
        .map(Question::label)
        .toList();
  }

  /**
   * Returns what to look at for a basic check: what is unknown or, where all is known and decides
   * nothing, all.
   */
  List<Question> of(Look look) {
    Case asker = look.askers().isEmpty() ? null : look.askers().get(0);
    List<Question> unknown =
        ask(look.remedy(), look.key(), asker, List.of(), BigDecimal.ZERO, false);
    return unknown.isEmpty()
        ? ask(look.remedy(), look.key(), asker, List.of(), BigDecimal.ZERO, true)
        : unknown;
  }

  /** Returns all questions of a plan, those that save most time first. */
  List<Question> of(StepOrder.Result order, Assessment assessment) {
    Map<Address, Question> questions = new LinkedHashMap<>();
    for (OrderedStep step : order.steps()) {
      for (Prescription asker : step.askers()) {
        if (asker.status() == Status.CHECK && !step.status().certain()) {
          BigDecimal gain = gain(order, asker);
          ask(asker.remedy(), asker.key(), asker.asker(), List.of(number(step.key())), gain, false)
              .forEach(question -> questions.merge(question.fact(), question, Questions::both));
        }
      }
    }
    List<Look> looks =
        order.steps().stream()
            .filter(step -> step.remedy().isEmpty())
            .findFirst()
            .map(OrderedStep::looks)
            .orElse(assessment.looks());
    String lookNumber =
        order.steps().stream()
            .filter(step -> step.remedy().isEmpty())
            .map(step -> number(step.key()))
            .findFirst()
            .orElse("");
    for (Look look : looks) {
      Case asker = look.askers().isEmpty() ? null : look.askers().get(0);
      List<String> decides = lookNumber.isEmpty() ? List.of() : List.of(lookNumber);
      ask(look.remedy(), look.key(), asker, decides, gain(looks, look), false)
          .forEach(question -> questions.merge(question.fact(), question, Questions::both));
    }
    whose(order).forEach(question -> questions.merge(question.fact(), question, Questions::both));
    List<Question> sorted =
        new ArrayList<>(
            questions.values().stream()
                .sorted(
                    Comparator.comparing(Question::gainPerMinute)
                        .reversed()
                        .thenComparing(Question::fact))
                .toList());
    if (order.cases().isEmpty() && !looks.isEmpty() && situation.facts().errors().isEmpty()) {
      sorted.add(0, opening());
    }
    return List.copyOf(sorted);
  }

  private String number(StepKey key) {
    return numbers.of(key);
  }

  private static Question both(Question a, Question b) {
    Set<String> decides = new LinkedHashSet<>(a.decides());
    decides.addAll(b.decides());
    return new Question(
        a.fact(),
        a.label(),
        a.server(),
        a.command(),
        a.shell(),
        a.minutes(),
        List.copyOf(decides),
        a.gainPerMinute().max(b.gainPerMinute()));
  }

  private List<Question> ask(
      Remedy remedy,
      StepKey key,
      @Nullable Case asker,
      List<String> decides,
      BigDecimal gain,
      boolean knownToo) {
    List<Question> questions = new ArrayList<>();
    if (remedy.decision() instanceof Decision.ByFacts byFacts) {
      for (DecidingFact deciding : byFacts.facts()) {
        StepKey at = new StepKey(key.remedy(), serverOf(deciding, remedy, key, asker), "", null);
        Map<String, @Nullable String> values = context.ofCommand(at, asker, null);
        FactPlace place = place(deciding, values);
        if (knownToo || !known(at.server(), place)) {
          Map<String, String> words = context.ofStep(at, asker, List.of());
          int minutes = deciding.effort().minutes();
          questions.add(
              new Question(
                  place.on(at.server()),
                  wording.of("facts", topicOf(remedy) + "/" + deciding.fact(), "", words),
                  at.server(),
                  Optional.ofNullable(deciding.obtain()).map(line -> Wording.command(line, values)),
                  Optional.ofNullable(deciding.shell()),
                  minutes,
                  decides,
                  gain.signum() == 0
                      ? gain
                      : gain.divide(
                          BigDecimal.valueOf(minutes), 2, java.math.RoundingMode.HALF_UP)));
        }
      }
    }
    return questions;
  }

  private static String topicOf(Remedy remedy) {
    return remedy.id().substring(0, remedy.id().indexOf('/'));
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
        || named.stream().anyMatch(fact -> known(fact, place.component().get()));
  }

  private static boolean known(Fact fact, String component) {
    RecordShape shape = RecordShape.of(FactKind.of(fact.getClass()));
    boolean absent =
        shape
            .component("present")
            .map(present -> Boolean.FALSE.equals(present.value((Record) fact)))
            .orElse(false);
    return absent
        || shape
            .component(component)
            .map(found -> found.value((Record) fact) != null)
            .orElse(false);
  }

  private static BigDecimal gain(StepOrder.Result order, Prescription asked) {
    List<Prescription> open = new ArrayList<>();
    int retry = 0;
    for (OrderedStep step : order.steps()) {
      for (Prescription prescription : step.askers()) {
        if (prescription.asker().equals(asked.asker())) {
          if (prescription.retry()) {
            retry = prescription.remedy().effort().minutes();
          } else if (!prescription.status().certain()) {
            open.add(prescription);
          }
        }
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
        fact, label, server, Optional.empty(), Optional.empty(), 1, List.of(), BigDecimal.ZERO);
  }

  private Question opening() {
    String server =
        situation.servers().stream()
            .filter(Server::sendsToAzure)
            .map(Server::name)
            .findFirst()
            .orElse(Server.UNNAMED_BACKUP_SERVER);
    Optional<String> command = wording.ofPack("opening/obtain", Map.of()).stream().findFirst();
    return new Question(
        Address.ofErrors(),
        wording.ofPack("opening/fact", Map.of()).stream().findFirst().orElse(""),
        server,
        command,
        command.map(line -> Shell.POWERSHELL),
        1,
        List.of(),
        BigDecimal.ZERO);
  }
}
