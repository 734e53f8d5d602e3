package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.engine.symptom.Situation.RecognizedError;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Works out what the findings make of each remedy of each treatment. */
public final class Assessor {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Conclusions conclusions;
  private final RemedyAssessor remedies;
  private final Checks checks;
  private final Retries retries;
  private final List<Prescription> prescriptions = new ArrayList<>();

  /** What was reported, by the servers on which something else may be why. */
  private final Map<String, List<Case>> reported = new HashMap<>();

  /** What mends something that may be why others are there, by its server and in its place. */
  private final Map<String, Map<Integer, Prescription>> mayBeWhy = new HashMap<>();

  private final Set<Address> errors;
  private boolean anyReported;

  private Assessor(Knowledge knowledge, Situation situation, Collection<Derivation> derivations) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.conclusions = new Conclusions(derivations);
    this.remedies = new RemedyAssessor(knowledge, situation, conclusions);
    this.checks = new Checks(knowledge, situation, conclusions, remedies);
    this.retries = new Retries(remedies, checks);
    this.errors =
        situation.errors().stream()
            .map(RecognizedError::address)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns what the findings make of all treatments. */
  public static Assessment assess(
      Knowledge knowledge, Situation situation, Collection<Derivation> derivations) {
    return new Assessor(knowledge, situation, derivations).assessment();
  }

  private Assessment assessment() {
    List<Case> found = new ArrayList<>();
    List<Case> helped = new ArrayList<>();
    conclusions
        .problems()
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
      checks.ofTheUnknown(prescriptions);
    } else if (cases.isEmpty() && situation.open().isEmpty()) {
      checks.ofTheHealthy();
    }
    return new Assessment(
        cases, helped, prescriptions, remedies.dropped(), checks.looks(), unexplained);
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

  private void treat(Case asker) {
    List<Prescription> treatment = new TreatmentWalk(remedies, asker).prescriptions();
    Set<String> treated = new HashSet<>();
    asker.known().treatment().takes().forEach(take -> treated.add(take.remedy()));
    List<Prescription> checked =
        asker.isReported() || (!anyReported && !treatment.isEmpty())
            ? checks.of(asker, treated)
            : List.of();
    List<Prescription> all = new ArrayList<>(treatment);
    all.addAll(checked);
    all.addAll(causes(asker));
    prescriptions.addAll(treatment);
    prescriptions.addAll(checked);
    retries.of(asker, all).ifPresent(prescriptions::add);
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

  private boolean helped(Case asker) {
    if (situation.facts().attempts().isEmpty()) {
      return false;
    }
    Set<String> ids = new HashSet<>();
    asker.known().treatment().takes().forEach(take -> ids.add(take.remedy()));
    String retry = asker.known().retry();
    if (retry != null) {
      ids.add(retry);
    }
    knowledge.checks().stream()
        .filter(check -> check.bearsOn(asker.known().operations()))
        .forEach(check -> ids.add(check.remedy()));
    return ids.stream()
        .map(remedy -> StepKey.of(remedies.remedy(remedy), asker))
        .flatMap(key -> Tried.attempts(situation.facts(), key, asker).stream())
        .anyMatch(attempt -> attempt.outcome() == AttemptOutcome.HELPED);
  }
}
