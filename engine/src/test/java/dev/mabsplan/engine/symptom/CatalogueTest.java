package dev.mabsplan.engine.symptom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pack's catalogue of error numbers adds to the numbers that its rules know. */
class CatalogueTest {

  private static final Planner PLANNER =
      Planner.ofFiles(
          List.of(
              SmallPack.good()
                  .append(
                      "pack.yaml",
                      """
                      codes:
                        product: dpm
                        page: https://example.org/codes
                        topic: small
                        areas: {disk: disk-backup}
                      """)
                  .with(
                      "codes.tsv",
                      """
                      id\tkind\tarea\tfamily\talso\tclue
                      3106\tinfo\tdisk\tnone\t\ta rule knows better
                      4711\terror\tdisk\tinconsistent\t\tjournal wrapped
                      4712\tquestion\tdisk\tnone\t\tdo you want to
                      """)
                  .files()));

  @Test
  void aNumberThatNoRuleKnowsIsOfferedAsItsFamilyAndEstablishesNothing() {
    Plan plan = plan(ReportedError.ofId(4711));

    Candidate candidate = plan.candidates().get(0);
    assertEquals("small/inconsistent", candidate.problem());
    assertEquals(List.of("ID 4711: journal wrapped"), candidate.because());
    assertEquals(4711, candidate.code().map(ErrorCode::id).orElseThrow());
    assertEquals(List.of(), plan.problems());
    assertEquals(List.of(), plan.unexplained());
    assertEquals(List.of(), plan.catalogued());
  }

  @Test
  void aNumberThatARuleKnowsIsNotLookedUp() {
    Plan plan = plan(ReportedError.ofId(3106));

    assertEquals(
        List.of("small/inconsistent"), plan.problems().stream().map(PlannedProblem::id).toList());
    assertEquals(List.of(), plan.candidates());
    assertEquals(List.of(), plan.catalogued());
  }

  @Test
  void whatOnlyAsksIsToldAndPlansNothing() {
    Plan plan = plan(ReportedError.ofId(4712));

    assertEquals("do you want to", plan.catalogued().get(0).code().clue());
    assertEquals(List.of(), plan.candidates());
    assertEquals(List.of(), plan.unexplained());
    assertTrue(plan.steps().isEmpty());
  }

  @Test
  void theNumberOfAnotherProductIsNotOfTheCatalogue() {
    Plan plan = plan(ReportedError.ofText("MySQL error 4711: the table is full"));

    assertEquals(List.of(), plan.candidates());
    assertEquals(1, plan.unexplained().size());
  }

  @Test
  void aNumberInATextIsFoundAsOneOfARuleIs() {
    Plan plan = plan(ReportedError.ofText("The job failed. (ID 4711 Details: Internal error)"));

    assertEquals("small/inconsistent", plan.candidates().get(0).problem());
  }

  @Test
  void aPersonSettlesIt() {
    Plan plan = plan(ReportedError.ofId(4711).withIs("small/inconsistent"));

    assertEquals(
        List.of("small/inconsistent"), plan.problems().stream().map(PlannedProblem::id).toList());
    assertEquals(List.of(), plan.candidates());
  }

  private static Plan plan(ReportedError error) {
    return PLANNER.plan(Facts.builder().error(error).build());
  }
}
