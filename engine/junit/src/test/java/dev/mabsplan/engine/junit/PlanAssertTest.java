package dev.mabsplan.engine.junit;

import static dev.mabsplan.engine.junit.PlanAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Excluded.Verdict;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.gathered.Facts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class PlanAssertTest {

  private static final Planner PLANNER = Planner.shipped();

  private static final Plan DISABLED =
      plan(servers().add(Service.of("FS01", "VSS").withStartType(StartType.DISABLED)));
  private static final Plan MANUAL =
      plan(servers().add(Service.of("FS01", "VSS").withStartType(StartType.MANUAL)));
  private static final Plan UNKNOWN = plan(servers());
  private static final Plan HEALTHY = PLANNER.plan(servers().build());
  private static final Plan STRANGE =
      PLANNER.plan(servers().error(ReportedError.ofId(4711).withServer("FS01")).build());

  private static Facts.Builder servers() {
    return Facts.builder()
        .server("MABS01", ServerRole.BACKUP_SERVER)
        .server("FS01", ServerRole.PROTECTED_SERVER)
        .server("FS02", ServerRole.PROTECTED_SERVER);
  }

  private static Plan plan(Facts.Builder facts) {
    return PLANNER.plan(
        facts
            .error(ReportedError.ofId(3106).withServer("FS01").withDataSource("D:\\"))
            .error(ReportedError.ofId(3106).withServer("FS02").withDataSource("E:\\"))
            .build());
  }

  private static String failure(Runnable assertion) {
    return String.valueOf(assertThrows(AssertionFailedError.class, assertion::run).getMessage());
  }

  @Test
  void whatHoldsIsSaidInOneSentence() {
    assertThat(DISABLED)
        .hasProblems("replica/inconsistent", "replica/inconsistent")
        .hasStepsInOrder("replica/let-vss-start", "replica/check")
        .step("replica/let-vss-start")
        .isOn("FS01")
        .hasNumber("1")
        .hasStatus(Status.CONFIRMED)
        .hasRisk(Risk.REVERSIBLE)
        .hasItems()
        .because("replica/vss-disabled")
        .restsOn("servers[FS01].services[VSS].startType")
        .and()
        .step("replica/check")
        .isFor("E:\\")
        .hasStatus(Status.TRY)
        .and()
        .asksFor("servers[FS02].services[VSS].startType")
        .doesNotAskFor("servers[FS01].services[VSS].startType")
        .looksFirstAt()
        .leavesNothingUnexplained();
    assertThat(MANUAL)
        .leavesOut("replica/let-vss-start")
        .on("FS01")
        .as(Verdict.SATISFIED)
        .forReason("replica/vss-may-start")
        .leavesOut("replica/let-vss-start")
        .and()
        .hasStepsInOrder("replica/check");
    assertThat(HEALTHY).isEmpty();
    assertThat(STRANGE).hasNoProblems().hasNoSteps().leavesUnexplained(1);
  }

  @Nested
  class Fails {

    private static final String VSS_ON_FS01 =
        """

          1 replica/let-vss-start on FS01 confirmed
              because replica/vss-disabled (servers[FS01].services[VSS].startType = disabled)\
        """;

    private static final String VSS_ON_FS02 =
        """

          3 replica/let-vss-start on FS02 check
              because A disabled service lets no snapshot begin. (errors[3106 on FS02, E:\\] = replica/inconsistent)\
        """;

    private static final String CHECK_OF_D =
        """

          2 replica/check on MABS01 for D:\\ required
              because The replica stays inconsistent until a check has run. (errors[3106 on FS01, \
        D:\\] = replica/inconsistent)\
        """;

    private static final String CHECK_OF_E =
        """

          4 replica/check on MABS01 for E:\\ try
              because The replica stays inconsistent until a check has run. (errors[3106 on FS02, \
        E:\\] = replica/inconsistent)
              because Only where a look before it found something: it mends nothing alone.\
        """;

    private static final String VSS_LEFT_OUT =
        """

          replica/let-vss-start left out on FS01 as satisfied
              because replica/vss-may-start (servers[FS01].services[VSS].startType = manual)\
        """;

    @Test
    void whereAStepIsMissing() {
      assertEquals(
          "expected the steps, and no others: replica/check; got:"
              + VSS_ON_FS01
              + CHECK_OF_D
              + VSS_ON_FS02
              + CHECK_OF_E,
          failure(() -> assertThat(DISABLED).hasSteps("replica/check")));
    }

    @Test
    void whereTheOrderIsAnother() {
      assertEquals(
          "expected the steps, in this order: replica/check, replica/check, replica/let-vss-start;"
              + " got:"
              + VSS_ON_FS01
              + CHECK_OF_D
              + VSS_ON_FS02
              + CHECK_OF_E,
          failure(
              () ->
                  assertThat(DISABLED)
                      .hasStepsInOrder("replica/check", "replica/check", "replica/let-vss-start")));
    }

    @Test
    void withBothListsInFull() {
      AssertionFailedError failure =
          assertThrows(
              AssertionFailedError.class, () -> assertThat(HEALTHY).hasSteps("replica/check"));
      assertEquals("replica/check", failure.getExpected().getStringRepresentation());
      assertEquals("", failure.getActual().getStringRepresentation());
      assertEquals(
          "expected the steps, and no others: replica/check; got none", failure.getMessage());
    }

    @Test
    void whereAStepWasLeftOutAndSaysWhy() {
      assertEquals(
          "expected a step replica/let-vss-start, on FS01; got:"
              + VSS_ON_FS02.replace("3 replica", "1 replica")
              + VSS_LEFT_OUT,
          failure(() -> assertThat(MANUAL).step("replica/let-vss-start").isOn("FS01")));
    }

    @Test
    void whereNoStepIsAsIsSaid() {
      assertEquals(
          "expected a step replica/let-vss-start, confirmed, on FS02; got:"
              + VSS_ON_FS01
              + VSS_ON_FS02,
          failure(
              () ->
                  assertThat(DISABLED)
                      .step("replica/let-vss-start")
                      .hasStatus(Status.CONFIRMED)
                      .isOn("FS02")));
    }

    @Test
    void whereAReasonIsMissing() {
      assertEquals(
          "expected a step replica/let-vss-start, because of replica/vss-may-start; got:"
              + VSS_ON_FS01
              + VSS_ON_FS02,
          failure(
              () ->
                  assertThat(DISABLED)
                      .step("replica/let-vss-start")
                      .because("replica/vss-may-start")));
    }

    @Test
    void whereThereIsNoSuchStep() {
      assertEquals(
          "expected a step replica/check; got none",
          failure(() -> assertThat(HEALTHY).step("replica/check")));
    }

    @Test
    void whereAStepShouldNotBe() {
      assertEquals(
          "expected no step replica/check; got:" + CHECK_OF_D + CHECK_OF_E,
          failure(() -> assertThat(DISABLED).hasNoStep("replica/check")));
      assertEquals(
          "expected no step; got:" + VSS_ON_FS01 + CHECK_OF_D + VSS_ON_FS02 + CHECK_OF_E,
          failure(() -> assertThat(DISABLED).hasNoSteps()));
    }

    @Test
    void whereTheProblemsAreOthers() {
      String got =
          """
          ; got:
            replica/inconsistent on FS01
                because replica/inconsistent (errors[3106 on FS01, D:\\] = replica/inconsistent)
            replica/inconsistent on FS02
                because replica/inconsistent (errors[3106 on FS02, E:\\] = replica/inconsistent)\
          """;
      assertEquals("expected no problem" + got, failure(() -> assertThat(UNKNOWN).hasNoProblems()));
      assertEquals(
          "expected the problems replica/inconsistent" + got,
          failure(() -> assertThat(UNKNOWN).hasProblems("replica/inconsistent")));
    }

    @Test
    void whereARemedyIsNotLeftOutAndSaysWhyItIsPlanned() {
      assertEquals(
          "expected replica/let-vss-start left out; got:" + VSS_ON_FS01 + VSS_ON_FS02,
          failure(() -> assertThat(DISABLED).leavesOut("replica/let-vss-start")));
    }

    @Test
    void whereItIsLeftOutForAnotherReason() {
      assertEquals(
          "expected replica/let-vss-start left out, because of replica/vss-disabled; got:"
              + VSS_ON_FS02.replace("3 replica", "1 replica")
              + VSS_LEFT_OUT,
          failure(
              () ->
                  assertThat(MANUAL)
                      .leavesOut("replica/let-vss-start")
                      .forReason("replica/vss-disabled")));
    }

    @Test
    void whereTheQuestionsAreOthers() {
      assertEquals(
          "expected a question for servers[FS01].services[VSS].startType; got:\n"
              + "  servers[FS02].services[VSS].startType decides 1",
          failure(() -> assertThat(MANUAL).asksFor("servers[FS01].services[VSS].startType")));
      assertEquals(
          "expected no question; got:\n  servers[FS02].services[VSS].startType decides 1",
          failure(() -> assertThat(MANUAL).asksForNothing()));
      assertEquals(
          "expected no question for servers[FS02].services[VSS].startType; got:\n"
              + "  servers[FS02].services[VSS].startType decides 1",
          failure(() -> assertThat(MANUAL).doesNotAskFor("servers[FS02].services[VSS].startType")));
    }

    @Test
    void whereABasicCheckIsNotMade() {
      assertEquals(
          "expected the basic checks replica/check; got none",
          failure(() -> assertThat(HEALTHY).looksFirstAt("replica/check")));
    }

    @Test
    void whereAnErrorIsUnexplained() {
      assertEquals(
          "expected no unexplained error; got:\n  errors[4711 on FS01] ID 4711",
          failure(() -> assertThat(STRANGE).leavesNothingUnexplained()));
      assertEquals(
          "expected 2 unexplained errors; got none",
          failure(() -> assertThat(HEALTHY).leavesUnexplained(2)));
    }

    @Test
    void whereWhatIsNamedIsNoAddress() {
      assertThrows(
          IllegalArgumentException.class, () -> assertThat(HEALTHY).asksFor("servers[FS01"));
    }
  }
}
