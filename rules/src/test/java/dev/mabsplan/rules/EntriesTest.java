package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every error of the catalog is known by everything it can be known by, and leads where its entry
 * says.
 */
class EntriesTest {

  private static final String REPORTER = "MABS01";

  private static final Planner PLANNER = Catalog.PLANNER;

  @TestFactory
  Stream<DynamicTest> everyNumberIsRecognised() {
    return symptoms()
        .flatMap(
            symptom ->
                symptom.ids().entrySet().stream()
                    .flatMap(
                        product ->
                            product.getValue().stream()
                                .map(
                                    id ->
                                        dynamicTest(
                                            symptom.id() + " by " + product.getKey() + " " + id,
                                            () ->
                                                leadsTo(
                                                    symptom,
                                                    error(null, id, product.getKey(), null))))));
  }

  @TestFactory
  Stream<DynamicTest> everyGenericNumberIsRecognisedBesideItsMessageAndNotAlone() {
    return symptoms()
        .flatMap(
            symptom ->
                symptom.genericIds().entrySet().stream()
                    .flatMap(
                        product ->
                            product.getValue().stream()
                                .map(
                                    id ->
                                        dynamicTest(
                                            symptom.id() + " by " + id,
                                            () -> {
                                              assertEquals(
                                                  List.of(),
                                                  plan(error(null, id, product.getKey(), null))
                                                      .problems());
                                              leadsTo(
                                                  symptom,
                                                  error(said(symptom), id, product.getKey(), null));
                                            }))));
  }

  @TestFactory
  Stream<DynamicTest> everySymbolicNameIsRecognised() {
    return symptoms()
        .flatMap(
            symptom ->
                symptom.names().stream()
                    .map(
                        name ->
                            dynamicTest(
                                symptom.id() + " by " + name,
                                () -> leadsTo(symptom, error(null, null, null, name)))));
  }

  @TestFactory
  Stream<DynamicTest> everyMessageAloneGivesAPlanWhoseStepsCarryItsEntry() {
    return symptoms()
        .filter(symptom -> !symptom.genericMessages())
        .flatMap(
            symptom ->
                symptom.messages().stream()
                    .map(
                        message ->
                            dynamicTest(
                                symptom.id() + ": " + message,
                                () -> leadsTo(symptom, error(filled(message), null, null, null)))));
  }

  @TestFactory
  Stream<DynamicTest> whereAllOfItWasTriedInVainThePlanSaysSoAndEscalates() {
    Map<String, KnownSymptom> byProblem = new TreeMap<>();
    symptoms()
        // the others are recognised by words, of which the scenarios have examples
        .filter(
            symptom ->
                !symptom.ids().isEmpty()
                    || !symptom.messages().isEmpty()
                    || !symptom.operations().isEmpty())
        .forEach(
            symptom ->
                PLANNER.plan(servers(symptom).error(reported(symptom)).build()).problems().stream()
                    .map(PlannedProblem::id)
                    .forEach(problem -> byProblem.putIfAbsent(problem, symptom)));
    return byProblem.entrySet().stream()
        .map(
            known ->
                dynamicTest(known.getKey(), () -> escalates(known.getKey(), known.getValue())));
  }

  private static void escalates(String id, KnownSymptom symptom) {
    KnownProblem problem = Workshop.of(PLANNER).knowledge().problem(id).orElseThrow();
    Set<String> remedies =
        problem
            .treatment()
            .takes()
            .map(take -> take.remedy())
            .filter(remedy -> !remedy.equals(problem.retry()))
            .collect(Collectors.toCollection(TreeSet::new));
    Facts.Builder facts = servers(symptom).error(reported(symptom));
    remedies.forEach(remedy -> facts.attempt(Attempt.of(remedy, AttemptOutcome.FAILED)));

    Plan plan = PLANNER.plan(facts.build());

    List<String> left =
        plan.steps().stream()
            .filter(step -> step.kind() == Step.Kind.REMEDY)
            .map(Step::remedy)
            .filter(remedies::contains)
            .toList();
    assertEquals(List.of(), left, "offered again although it failed");
    Set<String> saidSo =
        plan.excluded().stream()
            .filter(one -> one.verdict() != Excluded.Verdict.SATISFIED)
            .map(Excluded::remedy)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(saidSo.containsAll(remedies), () -> "left out are " + saidSo + " of " + remedies);
    assertTrue(plan.escalation().isPresent(), "no escalation");
  }

  private static void leadsTo(KnownSymptom symptom, ReportedError error) {
    Plan plan = PLANNER.plan(servers(symptom).error(error).build());
    assertEquals(List.of(), plan.unexplained());
    assertFalse(plan.problems().isEmpty(), "no problem");
    for (PlannedProblem problem : plan.problems()) {
      assertTrue(
          carries(problem.entries(), symptom),
          () -> problem.id() + " comes from " + problem.entries());
    }
    List<String> foreign = new ArrayList<>();
    for (Step step : plan.steps()) {
      if (step.kind() != Step.Kind.LOOK_FIRST && !carries(step.entries(), symptom)) {
        foreign.add(step.id() + " carries " + step.entries());
      }
    }
    assertEquals(List.of(), foreign);
    assertTrue(plan.escalation().isPresent(), "no escalation");
  }

  /** Its own entry, or that of a basic check that the error itself decides. */
  private static boolean carries(List<String> entries, KnownSymptom symptom) {
    return !Collections.disjoint(entries, symptom.entries())
        || entries.stream().allMatch(entry -> entry.startsWith("BASIC-"));
  }

  /** An error that is this symptom, by the surest mark it has. */
  private static ReportedError reported(KnownSymptom symptom) {
    if (!symptom.ids().isEmpty()) {
      Map.Entry<String, Set<Integer>> ids = symptom.ids().entrySet().iterator().next();
      return error(null, ids.getValue().iterator().next(), ids.getKey(), null);
    }
    if (!symptom.genericIds().isEmpty()) {
      Map.Entry<String, Set<Integer>> ids = symptom.genericIds().entrySet().iterator().next();
      return error(said(symptom), ids.getValue().iterator().next(), ids.getKey(), null);
    }
    return error(said(symptom), null, null, null);
  }

  /** What stands beside a generic number: a message that says it, or else an operation. */
  private static String said(KnownSymptom symptom) {
    return symptom.messages().isEmpty() || symptom.genericMessages()
        ? symptom.operations().get(0)
        : filled(symptom.messages().get(0));
  }

  private static String filled(String message) {
    return message
        .replace("{server}", "FS01")
        .replace("{dataSource}", "D:\\")
        .replaceAll("\\{[A-Za-z]+}", "Something");
  }

  private static ReportedError error(String message, Integer id, String product, String name) {
    return new ReportedError(
        id, null, name, message, null, product, REPORTER, null, null, null, null);
  }

  private static Plan plan(ReportedError error) {
    return PLANNER.plan(servers().error(error).build());
  }

  /** What only the agent alone can have is reported by a server that has nothing else. */
  private static Facts.Builder servers(KnownSymptom symptom) {
    return symptom.roles().contains(ServerRole.BACKUP_SERVER)
        ? servers()
        : Facts.builder().server(REPORTER, ServerRole.AGENT_SERVER);
  }

  private static Facts.Builder servers() {
    return Facts.builder()
        .server(REPORTER, ServerRole.BACKUP_SERVER)
        .server("FS01", ServerRole.PROTECTED_SERVER);
  }

  private static Stream<KnownSymptom> symptoms() {
    return Workshop.of(PLANNER).knowledge().symptoms();
  }
}
