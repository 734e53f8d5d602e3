package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.pack.BasicCheck;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.engine.symptom.Situation.RecognizedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The basic checks: which bear on what is wrong, and which of them nobody made. */
final class Checks {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Conclusions conclusions;
  private final RemedyAssessor remedies;
  private final Map<StepKey, Look> looks = new TreeMap<>();

  Checks(
      Knowledge knowledge, Situation situation, Conclusions conclusions, RemedyAssessor remedies) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.conclusions = conclusions;
    this.remedies = remedies;
  }

  List<Look> looks() {
    return List.copyOf(looks.values());
  }

  boolean isLookedAtFor(Case asker) {
    return looks.values().stream().anyMatch(look -> look.askers().contains(asker));
  }

  /** Returns those that bear on a case and are confirmed; the others are looked at. */
  List<Prescription> of(Case asker, Set<String> treated) {
    List<Prescription> confirmed = new ArrayList<>();
    for (BasicCheck check : knowledge.checks()) {
      if (!isAsked(check, asker)
          || treated.contains(check.remedy())
          || !isFor(check, asker.backupServer())) {
        continue;
      }
      Optional<Prescription> found =
          remedies.assess(remedies.remedy(check.remedy()), asker, "basic check");
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
        key, new Look(remedy, key, List.copyOf(askers), because, remedies.minutesOfLook(remedy)));
  }

  /** An error that nobody knows still stands in the way of something, on which checks bear. */
  void ofTheUnknown(List<Prescription> prescriptions) {
    Set<String> treated = new HashSet<>();
    prescriptions.forEach(one -> treated.add(one.remedy().id()));
    for (RecognizedError error : situation.open()) {
      Set<Operation> hindered = error.understood().operation().map(Set::of).orElseGet(Set::of);
      for (BasicCheck check : knowledge.checks()) {
        Remedy remedy = remedies.remedy(check.remedy());
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
    Findings findings = conclusions.findings(remedy, null, server.name());
    ruledOut(remedy, server, findings);
    if (findings.inapplicable().isEmpty()
        && findings.needed().isEmpty()
        && (findings.satisfied().isEmpty() || !findings.unknown().isEmpty())) {
      look(remedy, new StepKey(remedy.id(), server.name(), "", null), null, findings.open());
    }
  }

  /** Without a problem nothing is done, but what nobody looked at is worth finding out. */
  void ofTheHealthy() {
    for (BasicCheck check : knowledge.checks()) {
      Remedy remedy = remedies.remedy(check.remedy());
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
      remedies.drop(
          new Dropped(null, remedy, key, Dropped.Why.SATISFIED, findings.satisfied(), ""));
    }
  }
}
