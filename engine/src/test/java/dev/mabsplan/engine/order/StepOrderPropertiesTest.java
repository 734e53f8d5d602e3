package dev.mabsplan.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence.Verdict;
import dev.mabsplan.engine.order.OrderedStep.Band;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every order, over random packs with three problems of two servers and random
 * findings. Remedies stand in sequences in one order only, so that no two problems contradict each
 * other.
 */
@Tag("slow")
class StepOrderPropertiesTest {

  private static final int REMEDIES = 10;
  private static final int PROBLEMS = 3;

  private static final List<Assessment> ASSESSMENTS =
      IntStream.range(0, 200).mapToObj(StepOrderPropertiesTest::random).toList();

  static IntStream seeds() {
    return IntStream.range(0, ASSESSMENTS.size());
  }

  private static Assessment random(int seed) {
    Random random = new Random(seed);
    SmallPack pack = new SmallPack();
    for (int i = 0; i < REMEDIES; i++) {
      pack.remedy(
          "r" + i,
          "likelihood: " + oneOf(random, "very-likely", "likely", "possible", "rare"),
          "effort: " + oneOf(random, "instant", "short", "medium", "long", "very-long"),
          "risk: " + oneOf(random, "read-only", "reversible", "disruptive", "destructive"),
          "on: " + oneOf(random, "backupServer", "protectedServer"),
          "per: " + oneOf(random, "server", "data-source"),
          "decidedBy: " + oneOf(random, "always", "trial", "facts"),
          "blocker: " + (random.nextInt(5) == 0),
          "requires: " + (i > 0 && random.nextInt(4) == 0 ? "[r" + random.nextInt(i) + "]" : "[]"));
    }
    pack.remedy("again", "effort: long", "per: data-source");
    pack.remedy("check", "decidedBy: facts")
        .check("check", "operations: [disk-backup]", "routine: true");
    // Every remedy is in one treatment at least: the lint wants it reachable.
    pack.problem(
        "all",
        "{checklist: [" + names(IntStream.range(0, REMEDIES).boxed().toList()) + "]}",
        "retry: again");
    for (int i = 0; i < PROBLEMS; i++) {
      String retry = oneOf(random, "again", "none");
      pack.problem(
          "p" + i,
          treatment(random),
          "severity: " + oneOf(random, "high", "medium", "low"),
          "retry: " + retry,
          "retryAlone: " + (random.nextBoolean() && retry.equals("again")));
    }
    return pack.assess(findings(random).toArray(Derivation[]::new));
  }

  /** Four or five remedies, the lower number first, in two levels of any two shapes. */
  private static String treatment(Random random) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, REMEDIES).boxed().toList());
    Collections.shuffle(all, random);
    List<Integer> inner = all.subList(0, 3).stream().sorted().toList();
    List<Integer> outer =
        all.subList(3, 5).stream().filter(r -> r > inner.get(2)).sorted().toList();
    String nested = "{" + shape(random) + ": [" + names(inner) + "]}";
    return "{"
        + oneOf(random, "rivals", "sequence", "checklist")
        + ": ["
        + nested
        + (outer.isEmpty() ? "" : ", " + names(outer))
        + "]}";
  }

  private static String shape(Random random) {
    return oneOf(random, "rivals", "sequence", "checklist");
  }

  private static String names(List<Integer> remedies) {
    return String.join(", ", remedies.stream().map(r -> "r" + r).toList());
  }

  private static List<Derivation> findings(Random random) {
    List<Derivation> findings = new ArrayList<>();
    for (int i = 0; i < PROBLEMS; i++) {
      String name = "p" + i;
      findings.add(
          random.nextBoolean()
              ? SmallPack.found(name)
              : SmallPack.found(name, SmallPack.FS, oneOf(random, "D:\\", "E:\\")));
    }
    for (int i = 0; i < REMEDIES; i++) {
      if (random.nextInt(3) == 0) {
        Verdict verdict = Verdict.valueOf(oneOf(random, "CONFIRMED", "SATISFIED", "INAPPLICABLE"));
        findings.add(
            SmallPack.evidence(verdict, "r" + i, oneOf(random, SmallPack.MABS, SmallPack.FS)));
      }
    }
    return findings;
  }

  private static String oneOf(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }

  private static List<OrderedStep> steps(Assessment assessment) {
    return StepOrder.of(assessment).steps();
  }

  /** Returns, for each step, everything that comes before it because it must. */
  private static Map<StepKey, Set<StepKey>> needed(List<OrderedStep> steps) {
    Map<StepKey, Set<StepKey>> needed = new HashMap<>();
    for (OrderedStep step : steps) {
      Set<StepKey> all = new HashSet<>(step.after());
      step.after().forEach(key -> all.addAll(needed.getOrDefault(key, Set.of())));
      needed.put(step.key(), all);
    }
    return needed;
  }

  private static Risk tier(OrderedStep step, List<OrderedStep> steps) {
    Set<StepKey> needed = needed(steps).getOrDefault(step.key(), Set.of());
    return steps.stream()
        .filter(other -> other.equals(step) || needed.contains(other.key()))
        .flatMap(other -> other.remedy().stream())
        .map(Remedy::risk)
        .max(Risk::compareTo)
        .orElse(Risk.READ_ONLY);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdsEachWishedStepOnce(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    List<StepKey> keys =
        steps(assessment).stream()
            .filter(step -> step.remedy().isPresent())
            .map(OrderedStep::key)
            .toList();

    assertEquals(
        assessment.prescriptions().stream().map(Prescription::key).sorted().distinct().toList(),
        keys.stream().sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsWhatMustComeBeforeBefore(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    Set<StepKey> seen = new HashSet<>();
    for (OrderedStep step : steps(assessment)) {
      assertTrue(seen.containsAll(step.after()), () -> step.key() + " after " + step.after());
      seen.add(step.key());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsEachWishOfASequenceAfterTheOneInFront(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    List<StepKey> keys = steps(assessment).stream().map(OrderedStep::key).toList();
    for (Prescription wish : assessment.prescriptions()) {
      for (StepKey first : wish.after()) {
        assertTrue(
            wish.retry() || keys.indexOf(first) < keys.indexOf(wish.key()),
            () -> wish.key() + " before " + first);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsWhatIsRequiredFirstOnAServer(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    List<OrderedStep> steps = steps(assessment);
    for (int i = 0; i < steps.size(); i++) {
      OrderedStep step = steps.get(i);
      List<String> required = step.remedy().map(Remedy::requires).orElse(List.of());
      assertTrue(
          steps.subList(i, steps.size()).stream()
              .noneMatch(
                  later ->
                      required.contains(later.key().remedy())
                          && later.key().server().equals(step.key().server())),
          () -> "something that " + step.key() + " requires comes after it");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsNoRiskierTierBeforeAMilderOneOfItsPart(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    List<OrderedStep> steps = steps(assessment);
    Map<StepKey, Set<StepKey>> needed = needed(steps);
    for (int i = 0; i < steps.size(); i++) {
      for (int j = i + 1; j < steps.size(); j++) {
        OrderedStep first = steps.get(i);
        OrderedStep later = steps.get(j);
        boolean drawn =
            steps.subList(i, j + 1).stream()
                .anyMatch(step -> needed.getOrDefault(step.key(), Set.of()).contains(first.key()));
        assertTrue(
            first.band() != later.band()
                || drawn
                || tier(first, steps).compareTo(tier(later, steps)) <= 0,
            () -> first.key() + " before " + later.key());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsEveryLossAfterAllThatLosesNothing(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    boolean lost = false;
    for (OrderedStep step : steps(assessment)) {
      lost |= step.remedy().map(Remedy::risk).equals(java.util.Optional.of(Risk.DESTRUCTIVE));
      assertEquals(lost, step.band() == Band.DESTRUCTIVE, () -> String.valueOf(step.key()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsPartsInTheirOrderExceptWhatIsDrawnForwardAndTheBasicChecks(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    List<OrderedStep> steps =
        steps(assessment).stream().filter(step -> step.band() != Band.LOOK).toList();
    Map<StepKey, Set<StepKey>> needed = needed(steps);
    for (int i = 1; i < steps.size(); i++) {
      OrderedStep first = steps.get(i - 1);
      OrderedStep later = steps.get(i);
      assertTrue(
          first.band().compareTo(later.band()) <= 0
              || steps.subList(i, steps.size()).stream()
                  .anyMatch(
                      step -> needed.getOrDefault(step.key(), Set.of()).contains(first.key())),
          () -> first.key() + " before " + later.key());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void putsNoBasicCheckBehindWhatDisruptsAndIsOpen(int seed) {
    List<OrderedStep> steps = steps(ASSESSMENTS.get(seed));
    boolean disrupted = false;
    for (OrderedStep step : steps) {
      assertTrue(step.band() != Band.LOOK || !disrupted, () -> "a check too late in " + steps);
      disrupted |= step.band() == Band.OPEN && tier(step, steps).compareTo(Risk.REVERSIBLE) > 0;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void retriesNothingRiskyTogetherWithAnythingElse(int seed) {
    List<OrderedStep> steps = steps(ASSESSMENTS.get(seed));
    for (OrderedStep step : steps) {
      boolean risky = tier(step, steps).compareTo(Risk.REVERSIBLE) > 0;
      step.part()
          .ifPresent(
              part ->
                  assertTrue(part.steps().size() == 1 || (!risky && part.tried()), step::toString));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnTheOrderOfItsInput(int seed) {
    Assessment assessment = ASSESSMENTS.get(seed);
    List<Case> cases = new ArrayList<>(assessment.cases());
    List<Prescription> prescriptions = new ArrayList<>(assessment.prescriptions());
    Collections.shuffle(cases, new Random(1));
    Collections.shuffle(prescriptions, new Random(2));

    assertEquals(
        StepOrder.of(assessment),
        StepOrder.of(
            new Assessment(
                cases, List.of(), prescriptions, assessment.dropped(), assessment.looks(), false)));
  }
}
