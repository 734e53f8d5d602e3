package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.BasicCheck;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.engine.symptom.Situation.RecognizedError;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out what the findings make of each remedy of each treatment. */
public final class Assessor {

  private static final Comparator<Problem> PROBLEMS =
      Comparator.comparing(Problem::id)
          .thenComparing(Problem::server)
          .thenComparing(Problem::dataSource, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<Derivation> BY_RULE =
      Comparator.comparing(Derivation::rule)
          .thenComparing(Derivation::facts, Assessor::inTurn)
          .thenComparing(d -> d.finding().toString());

  private final Knowledge knowledge;
  private final Situation situation;
  private final List<Derivation> derivations;
  private static final Findings NOTHING_FOUND =
      new Findings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** What says something of a remedy, by the remedy. */
  private final Map<String, List<Derivation>> ofRemedies = new HashMap<>();

  private final List<Prescription> prescriptions = new ArrayList<>();
  private final List<Dropped> dropped = new ArrayList<>();
  private final Map<StepKey, Look> looks = new TreeMap<>();

  /** What was reported, by the servers on which something else may be why. */
  private final Map<String, List<Case>> reported = new HashMap<>();

  /** What mends something that may be why others are there, by its server and in its place. */
  private final Map<String, Map<Integer, Prescription>> mayBeWhy = new HashMap<>();

  private final Set<Address> errors;
  private boolean anyReported;

  /** What the treatment at hand offers only where the better choice can't be done. */
  private final Set<StepKey> alternatives = new HashSet<>();

  private Assessor(Knowledge knowledge, Situation situation, Collection<Derivation> derivations) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.derivations = derivations.stream().sorted(BY_RULE).distinct().toList();
    this.errors =
        situation.errors().stream()
            .map(RecognizedError::address)
            .collect(Collectors.toUnmodifiableSet());
    for (Derivation derivation : this.derivations) {
      String remedy =
          derivation.finding() instanceof Evidence evidence
              ? evidence.remedy()
              : derivation.finding() instanceof Need need ? need.remedy() : null;
      if (remedy != null) {
        ofRemedies.computeIfAbsent(remedy, id -> new ArrayList<>()).add(derivation);
      }
    }
  }

  private static int inTurn(List<FactCited> some, List<FactCited> others) {
    for (int i = 0; i < some.size() && i < others.size(); i++) {
      int byFact = some.get(i).compareTo(others.get(i));
      if (byFact != 0) {
        return byFact;
      }
    }
    return Integer.compare(some.size(), others.size());
  }

  /** Returns what the findings make of all treatments. */
  public static Assessment assess(
      Knowledge knowledge, Situation situation, Collection<Derivation> derivations) {
    return new Assessor(knowledge, situation, derivations).assessment();
  }

  private Assessment assessment() {
    List<Case> found = new ArrayList<>();
    List<Case> helped = new ArrayList<>();
    problems()
        .forEach(
            (problem, because) -> {
              Case one =
                  new Case(
                      problem,
                      known(problem),
                      situation.backupServerOf(problem.server()),
                      because,
                      isReported(because) ? Standing.REPORTED : Standing.APART);
              (helped(one) ? helped : found).add(one);
            });
    found.stream().filter(Case::isReported).forEach(this::addReported);
    List<Case> cases = found.stream().map(this::standing).toList();
    anyReported = !reported.isEmpty();
    cases.stream().filter(one -> !one.isReported()).forEach(this::treat);
    addMayBeWhy();
    cases.stream().filter(Case::isReported).forEach(this::treat);
    boolean unexplained = !situation.openOperations().isEmpty();
    if (unexplained) {
      checksOfTheUnknown();
    } else if (cases.isEmpty() && situation.open().isEmpty()) {
      healthyChecks();
    }
    return new Assessment(
        cases, helped, prescriptions, dropped, List.copyOf(looks.values()), unexplained);
  }

  private Map<Problem, List<Derivation>> problems() {
    Map<Problem, List<Derivation>> problems = new TreeMap<>(PROBLEMS);
    for (Derivation derivation : derivations) {
      if (derivation.finding() instanceof Problem problem) {
        problems.computeIfAbsent(problem, p -> new ArrayList<>()).add(derivation);
      }
    }
    return problems;
  }

  private boolean isReported(List<Derivation> because) {
    return because.stream()
        .anyMatch(one -> one.facts().stream().anyMatch(fact -> errors.contains(fact.address())));
  }

  /** The servers on which something else may be why a case is there. */
  private static Set<String> serversOf(Case one) {
    return new LinkedHashSet<>(List.of(one.problem().server(), one.backupServer()));
  }

  private void addReported(Case one) {
    for (String server : serversOf(one)) {
      reported.computeIfAbsent(server, s -> new ArrayList<>()).add(one);
    }
  }

  private Standing standingAmong(Case one) {
    boolean ofUnknown =
        one.known().operations().stream().anyMatch(situation.openOperations()::contains);
    return ofUnknown
            || reported.getOrDefault(one.problem().server(), List.of()).stream()
                .anyMatch(one::mayBeWhy)
        ? Standing.MAY_BE_WHY
        : Standing.APART;
  }

  private Case standing(Case one) {
    return one.isReported() ? one : one.withStanding(standingAmong(one));
  }

  private KnownProblem known(Problem problem) {
    return knowledge
        .problem(problem.id())
        .orElseThrow(() -> new IllegalStateException("no pack knows the problem " + problem.id()));
  }

  private Remedy remedy(String id) {
    return knowledge
        .remedy(id)
        .orElseThrow(() -> new IllegalStateException("no pack knows the remedy " + id));
  }

  private void treat(Case asker) {
    KnownProblem known = asker.known();
    alternatives.clear();
    List<Prescription> treatment = walk(known.treatment(), asker, "");
    treatment = fallbacks(treatment, known.treatment());
    Set<String> treated = new HashSet<>();
    known.treatment().takes().forEach(take -> treated.add(take.remedy()));
    List<Prescription> checked =
        asker.isReported() || (!anyReported && !treatment.isEmpty())
            ? checks(asker, treated)
            : List.of();
    List<Prescription> all = new ArrayList<>(treatment);
    all.addAll(checked);
    all.addAll(causes(asker));
    prescriptions.addAll(treatment);
    prescriptions.addAll(checked);
    retry(asker, all).ifPresent(prescriptions::add);
  }

  /** What mends a fact that may be why a case is there comes before the case's retry. */
  private List<Prescription> causes(Case asker) {
    if (!asker.isReported()) {
      return List.of();
    }
    SortedMap<Integer, Prescription> causes = new TreeMap<>();
    for (String server : serversOf(asker)) {
      mayBeWhy
          .getOrDefault(server, Map.of())
          .forEach(
              (place, cause) -> {
                if (cause.asker().mayBeWhy(asker)) {
                  causes.put(place, cause);
                }
              });
    }
    return List.copyOf(causes.values());
  }

  private void addMayBeWhy() {
    for (int i = 0; i < prescriptions.size(); i++) {
      Prescription one = prescriptions.get(i);
      if (one.asker().standing() == Standing.MAY_BE_WHY && one.status().certain()) {
        mayBeWhy
            .computeIfAbsent(one.asker().problem().server(), server -> new TreeMap<>())
            .put(i, one);
      }
    }
  }

  /**
   * The retry follows what is certain. Where nothing is, it may follow what is to be checked or
   * tried, of which the order says how much comes before it, and is itself only tried unless it can
   * mend the problem alone. It does not wait for what loses data, as long as there is anything
   * else. Tried in vain it mends nothing alone either, and with nothing else to do or to look at it
   * is not offered again.
   */
  private Optional<Prescription> retry(Case asker, List<Prescription> all) {
    String id = asker.known().retry();
    if (id == null) {
      return Optional.empty();
    }
    Remedy retry = remedy(id);
    StepKey key = StepKey.of(retry, asker);
    List<Prescription> others = all.stream().filter(p -> !p.key().equals(key)).toList();
    IdentityHashMap<Prescription, Risk> tiers = tiers(others);
    List<Prescription> sparing =
        others.stream().filter(p -> tier(p, tiers) != Risk.DESTRUCTIVE).toList();
    List<Prescription> closed = sparing.isEmpty() ? others : sparing;
    List<Attempt> inVain = Tried.inVain(situation.facts(), key, asker);
    if (!inVain.isEmpty() && closed.isEmpty() && !isLookedAtFor(asker)) {
      dropped.add(new Dropped(asker, retry, key, why(inVain), List.of(), ""));
      return Optional.empty();
    }
    boolean alone = asker.known().retryAlone() && inVain.isEmpty();
    boolean certain = closed.stream().anyMatch(p -> p.status().certain());
    Set<StepKey> after = new LinkedHashSet<>();
    (certain ? closed.stream().filter(p -> p.status().certain()) : mildest(closed, tiers))
        .forEach(p -> after.add(p.key()));
    return Optional.of(
        new Prescription(
            asker,
            retry,
            key,
            certain || alone ? Status.REQUIRED : Status.TRY,
            List.of(),
            List.of(),
            "retry",
            after,
            true,
            knowledge.minutesOfLook(retry)));
  }

  /** What is read-only or reversible or, where nothing is, what is mildest. */
  private static Stream<Prescription> mildest(
      List<Prescription> several, IdentityHashMap<Prescription, Risk> tiers) {
    Risk least =
        several.stream()
            .map(p -> tier(p, tiers))
            .min(Comparator.naturalOrder())
            .orElse(Risk.READ_ONLY);
    Risk most = least == Risk.READ_ONLY ? Risk.REVERSIBLE : least;
    return several.stream().filter(p -> tier(p, tiers).compareTo(most) <= 0);
  }

  private boolean isLookedAtFor(Case asker) {
    return looks.values().stream().anyMatch(look -> look.askers().contains(asker));
  }

  private static Dropped.Why why(List<Attempt> inVain) {
    Set<AttemptOutcome> came =
        inVain.stream().map(Attempt::outcome).collect(Collectors.toUnmodifiableSet());
    if (came.contains(AttemptOutcome.FAILED)) {
      return Dropped.Why.FAILED;
    }
    return came.contains(AttemptOutcome.DONE) ? Dropped.Why.DONE : Dropped.Why.IMPOSSIBLE;
  }

  /** Returns the riskiest of each step and everything that comes before it. */
  private static IdentityHashMap<Prescription, Risk> tiers(List<Prescription> all) {
    IdentityHashMap<Prescription, Risk> tiers = new IdentityHashMap<>();
    for (Prescription one : all) {
      tiers.put(
          one,
          one.after().isEmpty()
              ? one.remedy().risk()
              : Offer.riskiest(withAllBefore(one, all, new LinkedHashSet<>())));
    }
    return tiers;
  }

  private static Risk tier(Prescription one, IdentityHashMap<Prescription, Risk> tiers) {
    return tiers.getOrDefault(one, Risk.DESTRUCTIVE);
  }

  private static Set<Prescription> withAllBefore(
      Prescription one, List<Prescription> all, Set<Prescription> seen) {
    if (seen.add(one)) {
      all.stream()
          .filter(other -> one.after().contains(other.key()))
          .forEach(other -> withAllBefore(other, all, seen));
    }
    return seen;
  }

  private List<Prescription> walk(Treatment treatment, Case asker, String path) {
    if (treatment instanceof Treatment.Take take) {
      return assess(remedy(take.remedy()), asker, path).stream().toList();
    }
    if (treatment instanceof Treatment.Sequence sequence) {
      return sequence(sequence, asker, path);
    }
    List<List<Prescription>> parts = new ArrayList<>();
    for (int i = 0; i < treatment.parts().size(); i++) {
      parts.add(walk(treatment.parts().get(i), asker, below(path, treatment, i)));
    }
    if (treatment instanceof Treatment.Rivals && treatment.parts().size() > 1) {
      return parts.stream().flatMap(List::stream).map(Assessor::oneOfSeveral).toList();
    }
    if (treatment instanceof Treatment.Choice) {
      return choice(parts);
    }
    return parts.stream().flatMap(List::stream).toList();
  }

  private static String below(String path, Treatment treatment, int index) {
    String word = treatment.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    String here = word + " " + (index + 1) + " of " + treatment.parts().size();
    return path.isEmpty() ? here : path + " / " + here;
  }

  /** Among rivals nothing follows from the problem alone: it does not tell which of them it is. */
  private static Prescription oneOfSeveral(Prescription rival) {
    return rival.status() == Status.REQUIRED ? rival.withStatus(Status.TRY) : rival;
  }

  /** What does not apply takes with it what follows; what is so already does not. */
  private List<Prescription> sequence(Treatment.Sequence sequence, Case asker, String path) {
    List<Prescription> all = new ArrayList<>();
    Set<StepKey> before = new LinkedHashSet<>();
    Status weakest = Status.CONFIRMED;
    String gone = "";
    List<Dropped> inVain = List.of();
    for (int i = 0; i < sequence.parts().size(); i++) {
      Treatment part = sequence.parts().get(i);
      if (!gone.isEmpty()) {
        String follows = gone;
        part.takes().forEach(take -> drop(take, asker, Dropped.Why.INAPPLICABLE, follows));
        continue;
      }
      int droppedBefore = dropped.size();
      List<Prescription> next = walk(part, asker, below(path, sequence, i));
      if (!inVain.isEmpty()) {
        next = withoutWhatBelongsTo(inVain, next, asker);
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
  private List<Prescription> withoutWhatBelongsTo(
      List<Dropped> inVain, List<Prescription> next, Case asker) {
    Dropped first = inVain.get(0);
    List<Prescription> wanted = new ArrayList<>();
    for (Prescription one : next) {
      if (one.status() == Status.CONFIRMED) {
        wanted.add(one);
      } else {
        dropped.add(
            new Dropped(
                asker, one.remedy(), one.key(), first.why(), List.of(), first.remedy().id()));
      }
    }
    return wanted;
  }

  private void drop(Treatment.Take take, Case asker, Dropped.Why why, String follows) {
    Remedy remedy = remedy(take.remedy());
    dropped.add(new Dropped(asker, remedy, StepKey.of(remedy, asker), why, List.of(), follows));
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

  private Optional<Prescription> assess(Remedy remedy, Case asker, String path) {
    StepKey key = StepKey.of(remedy, asker);
    Findings findings = findings(remedy, asker, key.server());
    if (!findings.inapplicable().isEmpty()) {
      dropped.add(
          new Dropped(asker, remedy, key, Dropped.Why.INAPPLICABLE, findings.inapplicable(), ""));
      return Optional.empty();
    }
    List<Attempt> inVain = Tried.inVain(situation.facts(), key, asker);
    if (!inVain.isEmpty()) {
      dropped.add(new Dropped(asker, remedy, key, why(inVain), List.of(), ""));
      return Optional.empty();
    }
    if (!findings.needed().isEmpty()) {
      return Optional.of(
          new Prescription(
              asker,
              remedy,
              key,
              Status.CONFIRMED,
              findings.needed(),
              findings.missing(),
              path,
              Set.of(),
              false,
              knowledge.minutesOfLook(remedy)));
    }
    if (!findings.satisfied().isEmpty() && findings.unknown().isEmpty()) {
      dropped.add(new Dropped(asker, remedy, key, Dropped.Why.SATISFIED, findings.satisfied(), ""));
      return Optional.empty();
    }
    Status status;
    if (remedy.decision() instanceof Decision.Always) {
      status = Status.REQUIRED;
    } else if (remedy.decision() instanceof Decision.Trial) {
      status = Status.TRY;
    } else {
      status = Status.CHECK;
    }
    // what somebody might go and wipe is not named on a guess
    List<String> items = remedy.risk() == Risk.DESTRUCTIVE ? List.of() : findings.unknown();
    return Optional.of(
        new Prescription(
            asker,
            remedy,
            key,
            status,
            findings.open(),
            items,
            path,
            Set.of(),
            false,
            knowledge.minutesOfLook(remedy)));
  }

  private boolean helped(Case asker) {
    if (situation.facts().attempts().isEmpty()) {
      return false;
    }
    Set<String> remedies = new HashSet<>();
    asker.known().treatment().takes().forEach(take -> remedies.add(take.remedy()));
    String retry = asker.known().retry();
    if (retry != null) {
      remedies.add(retry);
    }
    knowledge.checks().stream()
        .filter(check -> check.bearsOn(asker.known().operations()))
        .forEach(check -> remedies.add(check.remedy()));
    return remedies.stream()
        .map(remedy -> StepKey.of(remedy(remedy), asker))
        .flatMap(key -> Tried.attempts(situation.facts(), key, asker).stream())
        .anyMatch(attempt -> attempt.outcome() == AttemptOutcome.HELPED);
  }

  private List<Prescription> checks(Case asker, Set<String> treated) {
    List<Prescription> confirmed = new ArrayList<>();
    for (BasicCheck check : knowledge.checks()) {
      if (!isAsked(check, asker)
          || treated.contains(check.remedy())
          || !isFor(check, asker.backupServer())) {
        continue;
      }
      Optional<Prescription> found = assess(remedy(check.remedy()), asker, "basic check");
      if (found.isPresent() && found.get().status() == Status.CONFIRMED) {
        confirmed.add(found.get());
      } else {
        found.ifPresent(look -> look(look.remedy(), look.key(), asker, look.because()));
      }
    }
    return confirmed;
  }

  /** Where nothing has failed yet, only what is routine is worth a look beside what is wrong. */
  private static boolean isAsked(BasicCheck check, Case asker) {
    return !check.unexplained()
        && check.bearsOn(asker.known().operations())
        && (asker.isReported() || check.routine());
  }

  /** What is of the backup server is not looked for on one that has nothing but the agent. */
  private boolean isFor(BasicCheck check, String server) {
    return check
        .roles()
        .contains(situation.server(server).map(Server::role).orElse(ServerRole.BACKUP_SERVER));
  }

  private void look(Remedy remedy, StepKey key, @Nullable Case asker, List<Derivation> because) {
    Look known = looks.get(key);
    List<Case> askers = new ArrayList<>(known == null ? List.of() : known.askers());
    if (asker != null) {
      askers.add(asker);
    }
    looks.put(
        key, new Look(remedy, key, List.copyOf(askers), because, knowledge.minutesOfLook(remedy)));
  }

  /** An error that nobody knows still stands in the way of something, on which checks bear. */
  private void checksOfTheUnknown() {
    Set<String> treated = new HashSet<>();
    prescriptions.forEach(one -> treated.add(one.remedy().id()));
    for (RecognizedError error : situation.open()) {
      Set<Operation> hindered = error.understood().operation().map(Set::of).orElseGet(Set::of);
      for (BasicCheck check : knowledge.checks()) {
        Remedy remedy = remedy(check.remedy());
        // what disrupts is for those who know what is wrong
        boolean mild = remedy.risk().compareTo(Risk.REVERSIBLE) <= 0;
        if (mild && check.bearsOn(hindered) && !treated.contains(check.remedy())) {
          situation
              .concerned(error, remedy.on())
              .filter(server -> isFor(check, situation.backupServerOf(server.name())))
              .ifPresent(server -> checkWithoutAProblem(remedy, server));
        }
      }
    }
  }

  private void checkWithoutAProblem(Remedy remedy, Server server) {
    Findings findings = findings(remedy, null, server.name());
    ruledOut(remedy, server, findings);
    if (findings.inapplicable().isEmpty()
        && findings.needed().isEmpty()
        && (findings.satisfied().isEmpty() || !findings.unknown().isEmpty())) {
      look(remedy, new StepKey(remedy.id(), server.name(), "", null), null, findings.open());
    }
  }

  /** Without a problem nothing is done, but what nobody looked at is worth finding out. */
  private void healthyChecks() {
    for (BasicCheck check : knowledge.checks()) {
      Remedy remedy = remedy(check.remedy());
      if (check.routine() && remedy.on().sendsToAzure()) {
        for (Server server : situation.servers()) {
          if (server.sendsToAzure() && isFor(check, server.name())) {
            checkWithoutAProblem(remedy, server);
          }
        }
      }
    }
  }

  /** Of an error that nobody recognises it is worth knowing what it can't be. */
  private void ruledOut(Remedy remedy, Server server, Findings findings) {
    if (!situation.errors().isEmpty()
        && findings.needed().isEmpty()
        && findings.unknown().isEmpty()
        && !findings.satisfied().isEmpty()) {
      StepKey key = new StepKey(remedy.id(), server.name(), "", null);
      dropped.add(new Dropped(null, remedy, key, Dropped.Why.SATISFIED, findings.satisfied(), ""));
    }
  }

  /** What was derived about one remedy for one asker. */
  private record Findings(
      List<Derivation> inapplicable,
      List<Derivation> needed,
      List<Derivation> satisfied,
      List<String> missing,
      List<String> unknown,
      List<Derivation> open) {}

  private Findings findings(Remedy remedy, @Nullable Case asker, String server) {
    List<Derivation> told = ofRemedies.getOrDefault(remedy.id(), List.of());
    if (told.isEmpty()) {
      return NOTHING_FOUND;
    }
    List<Derivation> inapplicable = new ArrayList<>();
    List<Derivation> needed = new ArrayList<>();
    List<Derivation> satisfied = new ArrayList<>();
    Map<String, List<Derivation>> missing = new TreeMap<>();
    Map<String, List<Derivation>> met = new TreeMap<>();
    Map<String, List<Derivation>> unknown = new TreeMap<>();
    List<Derivation> open = new ArrayList<>();
    for (Derivation derivation : told) {
      if (derivation.finding() instanceof Evidence evidence
          && holds(evidence.problem(), evidence.server(), asker, server)) {
        switch (evidence.verdict()) {
          case CONFIRMED -> needed.add(derivation);
          case SATISFIED -> satisfied.add(derivation);
          case INAPPLICABLE -> inapplicable.add(derivation);
          case OPEN -> open.add(derivation);
        }
      } else if (derivation.finding() instanceof Need need
          && holds(need.problem(), need.server(), asker, server)) {
        switch (need.state()) {
          case MET -> met.computeIfAbsent(need.item(), i -> new ArrayList<>()).add(derivation);
          case MISSING ->
              missing.computeIfAbsent(need.item(), i -> new ArrayList<>()).add(derivation);
          case UNKNOWN ->
              unknown.computeIfAbsent(need.item(), i -> new ArrayList<>()).add(derivation);
        }
      }
    }
    unknown.keySet().removeAll(met.keySet());
    unknown.keySet().removeAll(missing.keySet());
    List<String> items = new ArrayList<>(missing.keySet());
    if (remedy.floors() && !items.isEmpty()) {
      items = List.of(items.stream().max(Comparator.comparing(Version::parse)).orElseThrow());
    }
    items.forEach(item -> needed.addAll(missing.getOrDefault(item, List.of())));
    if (missing.isEmpty()) {
      met.values().forEach(satisfied::addAll);
    }
    return new Findings(
        inapplicable,
        needed,
        satisfied,
        items,
        List.copyOf(unknown.keySet()),
        Stream.concat(open.stream(), unknown.values().stream().flatMap(List::stream)).toList());
  }

  private static boolean holds(
      @Nullable Problem problem, @Nullable String of, @Nullable Case asker, String server) {
    return problem == null ? server.equals(of) : asker != null && problem.equals(asker.problem());
  }
}
