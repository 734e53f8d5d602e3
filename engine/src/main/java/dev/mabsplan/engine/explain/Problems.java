package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.symptom.Recognition;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Describes the problems that a plan is for. */
final class Problems {

  private final Situation situation;
  private final Wording wording;
  private final Context context;
  private final Reasons reasons;

  Problems(Situation situation, Wording wording, Context context, Reasons reasons) {
    this.situation = situation;
    this.wording = wording;
    this.context = context;
    this.reasons = reasons;
  }

  /** Returns a problem as a plan shows it. */
  PlannedProblem of(Case found) {
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
        found.because().stream().map(because -> reasons.of(because, found)).distinct().toList(),
        Optional.ofNullable(dataSource)
            .flatMap(name -> situation.dataSource(found.problem().server(), name))
            .map(DataSource::lastRecoveryPointAt),
        found.standing());
  }

  /** Returns a problem as a plan in short shows it. */
  ShortPlan.Problem brief(Case found) {
    return new ShortPlan.Problem(
        found.problem().id(),
        title(found),
        found.problem().server(),
        Optional.ofNullable(found.problem().dataSource()),
        found.known().severity());
  }

  private String title(Case found) {
    return wording.of("problems", found.problem().id(), "", context.ofProblem(found));
  }

  /** Returns the errors that a problem was recognised by. */
  List<Recognized> recognizedBy(Case found) {
    Set<Address> cited = new HashSet<>();
    found.because().forEach(because -> because.facts().forEach(fact -> cited.add(fact.address())));
    List<Recognized> recognized = new ArrayList<>();
    for (Situation.RecognizedError error : situation.errors()) {
      if (!cited.contains(error.address())) {
        continue;
      }
      for (int i = 0; i < error.recognitions().size(); i++) {
        Recognition recognition = error.recognitions().get(i);
        if (citesSymptom(found, error.address(), recognition.symptom().id())
            && isOf(found.problem(), error.address(), error.symptoms().get(i))) {
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

  /** Of two errors in one report that are the same symptom, each is that of its own server. */
  private boolean isOf(Problem problem, Address report, Symptom symptom) {
    return isAbout(problem, symptom)
        || situation.errors().stream()
            .filter(other -> other.address().equals(report))
            .flatMap(other -> other.symptoms().stream())
            .noneMatch(other -> other.id().equals(symptom.id()) && isAbout(problem, other));
  }

  private static boolean isAbout(Problem problem, Symptom symptom) {
    return symptom.server().equals(problem.server())
        && Objects.equals(symptom.dataSource(), problem.dataSource());
  }

  private static boolean citesSymptom(Case found, Address error, String symptom) {
    return found.because().stream()
        .anyMatch(because -> because.facts().contains(new FactCited(error, symptom)));
  }
}
