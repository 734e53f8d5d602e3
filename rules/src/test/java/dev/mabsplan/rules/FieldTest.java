package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.VssWriter;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and files as they come from the field, and what is like them. */
class FieldTest {

  private static final String UNKNOWN = "The index of the service could not be opened. (0x1FBD9)";

  private static byte[] field(String file) {
    try (InputStream in = FieldTest.class.getResourceAsStream("field/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) {
    return new String(field(file), StandardCharsets.UTF_8);
  }

  private static Imported handedOver(String file) {
    return handedOver(file, text(file));
  }

  private static Imported handedOver(String name, String content) {
    return Bundle.read(
        name, content.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
  }

  /**
   * Without the packs of what people meet most and of the catalogue of codes, for which hardly an
   * error is one that nobody knows.
   */
  private static final Planner PLANNER = Planner.without("dpm");

  private static Plan plan(Facts facts) {
    return PLANNER.plan(facts);
  }

  private static Plan planOfFile(String file) {
    return plan(handedOver(file).facts());
  }

  private static Plan planOfText(String pasted) {
    return plan(Facts.builder().error(ReportedError.ofText(pasted)).build());
  }

  private static List<String> problems(Plan plan) {
    return plan.problems().stream().map(FieldTest::whereItIs).toList();
  }

  private static String whereItIs(PlannedProblem problem) {
    return Stream.of(Optional.of(problem.id()), Optional.of(problem.server()), problem.dataSource())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static List<String> quotes(Plan plan) {
    return plan.problems().stream()
        .flatMap(problem -> problem.recognizedBy().stream())
        .map(by -> by.headline())
        .toList();
  }

  private static List<String> unexplained(Plan plan) {
    return plan.unexplained().stream().map(UnexplainedError::headline).toList();
  }

  private static UnexplainedError onlyUnexplained(Plan plan) {
    assertEquals(1, plan.unexplained().size(), () -> plan.unexplained().toString());
    return plan.unexplained().get(0);
  }

  private static List<String> writers(Imported imported) {
    return imported.facts().facts().stream()
        .filter(VssWriter.class::isInstance)
        .map(VssWriter.class::cast)
        .map(writer -> writer.name() + " " + writer.state())
        .toList();
  }

  @Nested
  class WhatIsKnownToBeWrongStaysBesideAnErrorThatNobodyKnows {

    private final Plan plan = planOfFile("old-agent.json");

    @Test
    void theOldAgentIsAProblem() {
      assertEquals(List.of("basics/agent-outdated MABS01"), problems(plan));
    }

    @Test
    void theErrorIsUnexplained() {
      assertEquals(List.of("0x1FBD9"), onlyUnexplained(plan).codes());
    }

    /** Whatever it is that facts say. */
    @TestFactory
    Stream<DynamicTest> allThatFactsSay() {
      return Catalog.scenarios().stream()
          .filter(scenario -> scenario.given().facts().errors().isEmpty())
          .filter(scenario -> !plan(scenario.given().facts()).problems().isEmpty())
          .map(
              scenario ->
                  dynamicTest(
                      scenario.name(),
                      () -> {
                        Facts facts = scenario.given().facts();
                        Plan beside =
                            plan(facts.toBuilder().error(ReportedError.ofText(UNKNOWN)).build());

                        assertEquals(problems(plan(facts)), problems(beside));
                        assertEquals(List.of(UNKNOWN), unexplained(beside));
                      }));
    }
  }

  @Nested
  class AnUnknownErrorBesideAKnownOne {

    private final Plan plan = planOfText(text("known-beside-unknown.txt"));

    @Test
    void theProblemIsOnItsOwnServer() {
      assertEquals(List.of("replica/inconsistent FS01 D:\\"), problems(plan));
    }

    @Test
    void theProblemQuotesItsOwnSentence() {
      assertEquals(
          List.of(
              "The replica of Volume D:\\ on FS01 is inconsistent with the protected data source."
                  + " (ID 3106)"),
          quotes(plan));
    }

    @Test
    void theOtherIsUnexplainedWithItsOwnNumber() {
      assertEquals(List.of(42), onlyUnexplained(plan).ids());
    }
  }

  @Nested
  class AWholeMessageInASentence {

    @Test
    void isTheMessageWithItsNames() {
      assertEquals(
          List.of("replica/inconsistent FS01 D:\\"),
          problems(planOfText(text("in-a-sentence-inconsistent.txt"))));
    }

    @Test
    void isTheMessageInTheMiddle() {
      assertEquals(
          List.of("protection/not-configurable"),
          planOfText(text("in-a-sentence-not-configurable.txt")).problems().stream()
              .map(PlannedProblem::id)
              .toList());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The replica is inconsistent for D:\\ on FS01",
          "Since Monday: Replica is inconsistent for D:\\ on FS01, and nobody knows why.",
          "The console says \"Replica is inconsistent\" for D:\\ on FS01.",
          "The console says “Replica is inconsistent” for D:\\ on FS01.",
          "We have a replica is inconsistent alert for D:\\ on FS01 again.",
          "Hi, Replica is inconsistent, D:\\ on FS01, please help",
          "Repliken är inkonsekvent för D:\\ på FS01 sedan i går."
        })
    void isTheMessageWhateverStandsAround(String pasted) {
      assertEquals(List.of("replica/inconsistent FS01 D:\\"), problems(planOfText(pasted)));
    }
  }

  @Nested
  class AnAlertAndItsCause {

    private final Plan plan = planOfText(text("alert-and-cause.txt"));

    @Test
    void areOneError() {
      assertEquals(List.of(3114, 30112), onlyUnexplained(plan).ids());
    }

    @Test
    void goToSupportWithTheCode() {
      assertEquals(List.of("0x800423f3"), onlyUnexplained(plan).codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"have been failing. (ID 3114)", "retryable VSS error.", "0x800423F3"})
    void standWholeInThePlan(String part) {
      String written = PlanText.write(plan, 1000, false, Detail.ALL);

      assertTrue(written.contains(part), written);
    }
  }

  @Nested
  class AnEventWhoseDescriptionWindowsDoesNotFind {

    @Test
    void isQuotedByItsOwnMessage() {
      assertEquals(
          "The DPM job failed because it could not contact the DPM engine.",
          onlyUnexplained(planOfFile("event-without-description.txt")).headline());
    }

    @Test
    void isQuotedByWhatWasIncludedWithIt() {
      String event =
          text("event-without-description.txt")
              .replace(
                  "The DPM job failed",
                  "If the event originated on another computer, the display information had to be"
                      + " saved with the event.\n\nThe following information was included with the"
                      + " event:\n\nThe DPM job failed");

      assertEquals(
          List.of("The DPM job failed because it could not contact the DPM engine."),
          unexplained(plan(handedOver("event.txt", event).facts())));
    }

    @Test
    void keepsItsNumber() {
      assertEquals(
          List.of(976), onlyUnexplained(planOfFile("event-without-description.txt")).ids());
    }
  }

  @Nested
  class AListOfAlerts {

    @Test
    void namesTheServerAndTheDataSourceApart() {
      assertEquals(
          List.of("replica/inconsistent FS01.example.com D:\\"),
          problems(planOfFile("alerts.csv")));
    }

    @Test
    void isOneWithACopyOfTheSameAlert() {
      Facts facts =
          handedOver("alerts.csv").facts().toBuilder()
              .error(
                  ReportedError.ofText(
                          "Affected area:\tD:\\ on FS01.example.com\nDescription:\tThe replica of"
                              + " Volume D:\\ on FS01.example.com is inconsistent with the"
                              + " protected data source. (ID 3106)")
                      .withReportedBy("MABS01.example.com"))
              .build();

      assertEquals(List.of("replica/inconsistent FS01.example.com D:\\"), problems(plan(facts)));
    }
  }

  @Nested
  class ACopiedErrorInAFile {

    @Test
    void isReadAsIfItWerePasted() {
      assertEquals(List.of(42), onlyUnexplained(planOfFile("copied-error.txt")).ids());
    }

    @Test
    void isKnownIfItIsKnown() {
      assertEquals(
          List.of("replica/inconsistent FS01 D:\\"),
          problems(planOfFile("operations-manager.txt")));
    }
  }

  @Nested
  class AnEventOfAServiceThatBacksUp {

    @Test
    void isKept() {
      assertEquals(List.of(208), onlyUnexplained(planOfFile("sql-agent-event.txt")).ids());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The DPM service terminated unexpectedly. It has done this 3 time(s).",
          "The DPMRA service terminated with the following error: Access is denied.",
          "The Microsoft Azure Recovery Services Agent service hung on starting."
        })
    void isKeptFromWhateverManagesServices(String message) {
      assertEquals(1, handedOver("event.txt", ofServiceControl(message)).facts().errors().size());
    }

    @Test
    void isKeptWhereItsProgramCrashed() {
      String event =
          """
          Log Name:      Application
          Source:        Application Error
          Event ID:      1000
          Level:         Error
          Computer:      MABS01.example.com
          Description:
          Faulting application name: msdpm.exe, version: 4.2.1553.0, time stamp: 0x4f4d49f7
          """;

      assertEquals(1, handedOver("event.txt", event).facts().errors().size());
    }

    @Test
    void isNotKeptWhereItIsAnother() {
      String event =
          ofServiceControl(
              "The Print Spooler service terminated unexpectedly. It has done this 3 time(s).");

      assertEquals(0, handedOver("event.txt", event).facts().errors().size());
    }

    private static String ofServiceControl(String message) {
      return """
          Log Name:      System
          Source:        Service Control Manager
          Event ID:      7031
          Level:         Error
          Computer:      MABS01.example.com
          Description:
          %s
          """
          .formatted(message);
    }
  }

  @Nested
  class OutputThatAMailOrAPageChanged {

    @Test
    void hasItsWritersBetweenBlankLines() {
      assertEquals(
          List.of("SqlServerWriter FAILED"), writers(handedOver("writers-with-blank-lines.txt")));
    }

    @Test
    void hasNoWriterThatIsGoodBecauseItCouldNotBeRead() {
      assertFalse(
          writers(handedOver("writers-in-markdown.txt")).stream()
              .anyMatch(writer -> writer.endsWith("STABLE")));
    }

    @Test
    void isOneEventHoweverOftenItStandsThere() {
      Facts facts = handedOver("wevtutil.txt").facts();

      assertEquals(1, facts.errors().size());
      assertEquals(2, facts.errors().get(0).count());
    }

    @Test
    void saysNothingOfTheNextEvent() {
      assertEquals(
          List.of(
              "The replica of Volume D:\\ on FS01 is inconsistent with the protected data source."
                  + " (ID: 3106)"),
          quotes(planOfFile("wevtutil.txt")));
    }

    @Test
    void hasItsNumbersOfFewerDigits() {
      assertEquals(
          1,
          handedOver("short-dword.reg").facts().facts().stream()
              .filter(fact -> fact.toString().contains("RefsEnableInlineTrim"))
              .filter(fact -> fact.toString().contains("data=1"))
              .count());
    }
  }

  @Nested
  class APushThatFailed {

    @Test
    void isKnownByItsNumber() {
      assertEquals(
          List.of("basics/push-install-failed FS01.example.com"),
          problems(planOfText(text("push-302.txt"))));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "The protection agent operation failed on FS01 because another agent operation was"
              + " running on this computer or it is running on a FAT file system. (ID 303)",
          "The protection agent operation failed because an error occurred while running the"
              + " installation program on FS01. (ID 313)",
          "The protection agent installation failed because another version of the protection"
              + " agent is already installed on FS01. (ID 306)",
          "The protection agent operation failed because DPM detected an unknown DPM protection"
              + " agent on FS01. (ID 307)",
          "Installing the protection agent on FS01 failed: ID 307"
        })
    void isKnownByItsOtherNumbers(String pasted) {
      assertEquals(List.of("basics/push-install-failed FS01"), problems(planOfText(pasted)));
    }

    @Test
    void isNotAskedForTheAgentThatTheMessageNames() {
      Plan plan =
          planOfText(
              "The protection agent operation failed because DPM detected an unknown DPM"
                  + " protection agent on FS01. (ID 307)");

      assertFalse(
          plan.questions().stream().anyMatch(one -> one.facts().toString().contains("dpmAgent")),
          () -> plan.questions().toString());
    }
  }

  @Nested
  class TheSameNumberOfAnotherProduct {

    @Test
    void isUnexplained() {
      assertEquals(List.of(), problems(planOfText(text("mysql-2013.txt"))));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Msg 319, Level 15, State 1, Line 4: Incorrect syntax near the keyword 'with'.",
          "SQL Server Error 319: Incorrect syntax near the keyword 'with'.",
          "SQL Server error 3106: The filegroup is ambiguous.",
          "ERROR 2013 (HY000): Lost connection to MySQL server during query",
          "ERROR 2013 (HY000) at line 44: Lost connection to server during query",
          "Veeam: Error 345: Failed to connect to the agent on FS01",
          "Veeam Agent: backup job failed, error 3106",
          "Acronis error 100034: cannot create a snapshot",
          "Oracle ORA-03106: fatal two-task communication protocol error",
          "Print job 3106 failed on the Ricoh copier",
          "rsync error: some files could not be transferred (code 319)",
          "Synology Active Backup: task failed, error code 2013",
          "wbadmin: event 517, error 319",
          "Terraform: Error 34513: invalid credentials"
        })
    void isNoProblem(String pasted) {
      Plan plan = planOfText(pasted);

      assertEquals(List.of(), problems(plan));
      assertEquals(1, plan.unexplained().size());
    }
  }

  @Nested
  class AnAlertOfOperationsManager {

    @Test
    void hasItsNumberBehindItsName() {
      assertEquals(
          List.of(3114), onlyUnexplained(planOfText(text("operations-manager-3114.txt"))).ids());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            DPM: Replica is inconsistent (3106)   | replica/inconsistent
            DPM: Agent Coordinator failed (319)   | agents/coordinator-unreachable
            DPM: Online backup failed (100034)    | online/snapshot-failed
            """)
    void isKnownByTheNumberBehindItsName(String pasted, String problem) {
      assertEquals(
          List.of(problem),
          planOfText(pasted).problems().stream().map(PlannedProblem::id).toList());
    }

    @Test
    void namesItsServerBelow() {
      assertEquals(
          List.of("replica/inconsistent FS01 D:\\"),
          problems(planOfText(text("operations-manager.txt"))));
    }
  }
}
