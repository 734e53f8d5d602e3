package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCodes;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every number of Microsoft's catalogue is answered, and none of them only by that is believed. */
class FamiliesTest {

  private static final int NUMBERS = 2705;

  private static final Planner PLANNER = Catalog.PLANNER;

  private static final Knowledge KNOWLEDGE = Workshop.of(PLANNER).knowledge();

  private static final ErrorCodes CODES =
      KNOWLEDGE.packs().stream().flatMap(pack -> pack.codes().stream()).findFirst().orElseThrow();

  /** What a rule of some pack says of a number by itself, or only beside something else. */
  private static final Set<Integer> OF_RULES =
      KNOWLEDGE
          .symptoms()
          .flatMap(
              symptom ->
                  Stream.concat(
                      symptom.ids().values().stream(), symptom.genericIds().values().stream()))
          .flatMap(Set::stream)
          .collect(Collectors.toSet());

  @Test
  @Tag("slow")
  void everyNumberIsAnsweredAndNoneIsEstablished() {
    assertEquals(NUMBERS, CODES.size());
    List<String> wrong = new ArrayList<>();
    for (int id : new TreeSet<>(CODES.ids())) {
      if (!OF_RULES.contains(id)) {
        String found = answer(CODES.find(id).orElseThrow(), plan(ReportedError.ofId(id)));
        if (!found.isEmpty()) {
          wrong.add(id + ": " + found);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Returns what is wrong with the plan for a number that only the catalogue knows. */
  private static String answer(ErrorCode code, Plan plan) {
    if (!plan.problems().isEmpty()) {
      return "a problem";
    }
    if (!plan.unexplained().isEmpty()) {
      return "unexplained";
    }
    if (code.families().isEmpty()) {
      return plan.catalogued().size() == 1 && plan.candidates().isEmpty() ? "" : "not told";
    }
    List<String> offered = plan.candidates().stream().map(Candidate::problem).toList();
    boolean marked = plan.candidates().stream().allMatch(one -> one.code().isPresent());
    return offered.equals(code.families()) && marked ? "" : "offered " + offered;
  }

  @Test
  void aNumberThatARuleKnowsIsLeftToTheRule() {
    Plan plan = plan(ReportedError.ofId(3106));

    assertEquals(
        List.of("replica/inconsistent"), plan.problems().stream().map(PlannedProblem::id).toList());
    assertEquals(List.of(), plan.candidates());
  }

  @Test
  void everyFamilyHasTwoToSixRemediesAndDestroysNothing() {
    for (KnownProblem family : families()) {
      List<Remedy> remedies =
          family
              .treatment()
              .takes()
              .map(take -> KNOWLEDGE.remedy(take.remedy()).orElseThrow())
              .toList();
      assertTrue(
          remedies.size() >= 2 && remedies.size() <= 6,
          () -> family.id() + " has " + remedies.size());
      remedies.forEach(
          remedy ->
              assertTrue(
                  remedy.risk().compareTo(Risk.DESTRUCTIVE) < 0,
                  () -> family.id() + ": " + remedy.id()));
    }
  }

  @Test
  void everyFamilyStandsForANumber() {
    Set<String> named =
        CODES.ids().stream()
            .flatMap(id -> CODES.find(id).orElseThrow().families().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        named,
        families().stream().map(KnownProblem::id).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void aCodeOfWindowsRefinesTheFamily() {
    assertEquals("families/restart-vss", offered("30101", "0x800423F3"));
    assertEquals("families/agent-reach", offered("998", "0x800706BA"));
    assertEquals("families/make-room-scratch", offered("32505", "0x80070070"));
    assertEquals("families/make-room-pool", offered("30134", "0x80070070"));
    assertEquals("families/agent-access", offered("998", "0x80070005"));
    assertEquals("families/file-access", offered("32505", "0x80070005"));
    assertEquals("families/agent-reach", offered("33", "0x809909B0"));
  }

  @Test
  void aCodeIsFoundBesideTheNumberInAText() {
    Plan plan =
        plan(
            ReportedError.ofText(
                "DPM can't browse FS01 because the agent isn't responding. (ID 33 Details: Internal"
                    + " error code: 0x809909B0)"));

    assertEquals("families/agent-reach", plan.candidates().get(0).problem());
  }

  @Test
  void aPersonSettlesAFamily() {
    Plan plan = plan(ReportedError.ofId(65).withServer("FS01").withIs("families/agent-reach"));

    assertEquals(
        List.of("families/agent-reach"), plan.problems().stream().map(PlannedProblem::id).toList());
    assertEquals(List.of(), plan.candidates());
  }

  @Test
  void nothingOfAzureIsAskedForAnAgent() {
    Plan plan = plan(ReportedError.ofId(65).withServer("FS01"));

    plan.questions()
        .forEach(
            question ->
                assertFalse(question.command().orElse("").contains("Azure"), question::toString));
    plan.steps()
        .forEach(
            step ->
                step.looks()
                    .forEach(
                        look -> assertTrue(look.remedy().startsWith("agents/"), look.remedy())));
  }

  @Test
  @Tag("slow")
  void withoutThePackTheNumberIsUnexplained() {
    Plan plan =
        Planner.without("families").plan(Facts.builder().error(ReportedError.ofId(65)).build());

    assertEquals(List.of(), plan.candidates());
    assertEquals(1, plan.unexplained().size());
    assertEquals(
        List.of("dpm", "mabs", "mars"), plan.packs().stream().map(pack -> pack.id()).toList());
  }

  private static String offered(String id, String code) {
    Plan plan = plan(ReportedError.ofText("The job failed. (ID " + id + " Details: " + code + ")"));
    return plan.candidates().isEmpty() ? "" : plan.candidates().get(0).problem();
  }

  private static List<KnownProblem> families() {
    RulePack pack =
        KNOWLEDGE.packs().stream()
            .filter(one -> one.id().equals("families"))
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(pack.topics().get(0)).problems();
  }

  private static Plan plan(ReportedError error) {
    return PLANNER.plan(Facts.builder().error(error).build());
  }
}
