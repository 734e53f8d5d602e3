package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.engine.scenario.Effects;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every plan, tried on the facts of every scenario. */
@Tag("slow")
class WhatAlwaysHoldsTest {

  private static final Planner PLANNER = Catalog.PLANNER;

  @TestFactory
  Stream<DynamicTest> everyStepHasAReasonThatNamesAFactAndAWayToSeeThatItWorked() {
    return everywhere(
        (facts, plan) -> {
          for (Step step : plan.steps()) {
            assertFalse(step.reasons().isEmpty(), step.id() + " has no reason");
            assertTrue(
                step.reasons().stream().anyMatch(reason -> !reason.facts().isEmpty())
                    || looksAtWhatIsUnknown(step),
                step.id() + " has no reason that names a fact");
            assertTrue(
                step.reasons().stream().noneMatch(reason -> reason.text().isBlank()),
                step.id() + " has a reason without words");
            assertFalse(step.verification().text().isBlank(), step.id() + " can't be verified");
            assertFalse(step.title().isBlank(), step.id() + " has no title");
            assertFalse(step.entries().isEmpty(), step.id() + " cites no entry");
            assertFalse(
                step.undo().text().isBlank() && step.undo().commands().isEmpty(),
                step.id() + " says nothing about undoing it");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aPlanEndsInOneEscalationWhereSomethingIsWrongOrUnexplained() {
    return everywhere(
        (facts, plan) -> {
          assertEquals(
              plan.problems().isEmpty() && plan.unexplained().isEmpty(),
              plan.escalation().isEmpty());
          plan.escalation()
              .ifPresent(
                  escalation -> assertEquals(plan.problems().size(), escalation.problems().size()));
        });
  }

  @TestFactory
  Stream<DynamicTest> noStepIsThereTwice() {
    return everywhere(
        (facts, plan) -> {
          Set<String> ids = new HashSet<>();
          Set<String> numbers = new HashSet<>();
          for (Step step : plan.steps()) {
            assertTrue(ids.add(step.id()), step.id() + " twice");
            assertTrue(numbers.add(step.number()), "number " + step.number() + " twice");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatDestroysComesLastIsMarkedAndIsNeverOfferedToPaste() {
    return everywhere(
        (facts, plan) -> {
          boolean destructive = false;
          for (Step step : plan.steps()) {
            if (step.risk() == Risk.DESTRUCTIVE) {
              destructive = true;
              assertTrue(step.loses().isPresent(), step.id() + " does not say what is lost");
              assertTrue(step.commands().isEmpty(), step.id() + " has commands");
            } else {
              assertFalse(destructive, step.id() + " comes after a destructive step");
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> doingWhatAPlanSaysLeavesNothingToDo() {
    return everywhere(
        (facts, plan) -> {
          Facts after = Effects.after(Workshop.of(PLANNER).knowledge(), plan, facts);
          Plan again = PLANNER.plan(after);
          assertEquals(
              List.of(),
              again.steps().stream()
                  .filter(step -> !restsOnWords(again, step))
                  .map(Step::id)
                  .toList(),
              () -> "what remains of\n" + FactsDocument.write(after));
        });
  }

  @TestFactory
  Stream<DynamicTest> bothLanguagesSayTheSameAboutTheSameThings() {
    return everywhere(
        (facts, plan) -> {
          Plan swedish = PLANNER.plan(facts, Language.SWEDISH);
          assertEquals(
              plan.steps().stream().map(Step::id).toList(),
              swedish.steps().stream().map(Step::id).toList());
          for (int i = 0; i < plan.steps().size(); i++) {
            assertEquals(plan.steps().get(i).commands(), swedish.steps().get(i).commands());
            assertFalse(
                plan.steps().get(i).title().equals(swedish.steps().get(i).title()),
                plan.steps().get(i).title() + " is not translated");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> noPlaceholderIsLeftInWhatPeopleRead() {
    return everywhere(
        (facts, plan) -> {
          for (Language language : Language.all()) {
            String text = PlanText.write(PLANNER.plan(facts, language), 80, false, Detail.LEDGER);
            assertFalse(text.matches("(?s).*\\{[a-zA-Z]+(:[a-z]+)?}.*"), text);
          }
        });
  }

  @Test
  void manyThreadsOverOnePlannerGiveThePlansOfOneThread() throws Exception {
    List<Facts> all = Catalog.scenarios().stream().map(s -> s.given().facts()).toList();
    List<String> expected = all.stream().map(facts -> PlanJson.write(PLANNER.plan(facts))).toList();
    ExecutorService threads = Executors.newFixedThreadPool(64);
    try {
      List<Callable<List<String>>> work = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        work.add(() -> all.stream().map(facts -> PlanJson.write(PLANNER.plan(facts))).toList());
      }
      for (Future<List<String>> done : threads.invokeAll(work)) {
        assertEquals(expected, done.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anEmptyDocumentGivesNoStepAndAsksForFacts() {
    Plan plan = PLANNER.plan(FactsDocument.parse("{}"));
    assertAll(
        () -> assertEquals(List.of(), plan.steps()),
        () -> assertEquals(List.of(), plan.problems()),
        () -> assertFalse(plan.questions().isEmpty()),
        () -> assertEquals("errors", plan.questions().get(0).facts().get(0).toString()));
  }

  private interface Check {
    void check(Facts facts, Plan plan);
  }

  /** An error that nobody knows has no cause yet that could be named. */
  private static boolean looksAtWhatIsUnknown(Step step) {
    return step.kind() == Step.Kind.LOOK_FIRST && step.problems().isEmpty();
  }

  /** What was said in words, and what nobody knows, stays said whatever was done since. */
  private static boolean restsOnWords(Plan plan, Step step) {
    return (step.kind() == Step.Kind.LOOK_FIRST
            && (!plan.unexplained().isEmpty() || !plan.candidates().isEmpty()))
        || step.problems().stream()
            .map(asker -> plan.problems().get(asker.problem() - 1))
            .flatMap(problem -> problem.recognizedBy().stream())
            .anyMatch(by -> Set.of("words", "person").contains(by.by()));
  }

  private static Stream<DynamicTest> everywhere(Check check) {
    return Catalog.scenarios().stream()
        .map(
            (Scenario scenario) ->
                dynamicTest(
                    scenario.name(),
                    () -> {
                      Facts facts = scenario.given().facts();
                      check.check(facts, PLANNER.plan(facts));
                    }));
  }
}
