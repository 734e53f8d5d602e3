package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Errors in one text are what each of them is alone: none is swallowed, and no number, server or
 * quote goes over to another.
 */
class SideBySideTest {

  /** An error as the console writes it, known or not. */
  private enum Reported {
    INCONSISTENT_ON_FS01(
        "D:\\ on FS01",
        "The replica of Volume D:\\ on FS01 is inconsistent with the protected data source. (ID"
            + " 3106)"),
    INCONSISTENT_ON_FS04(
        "E:\\ on FS04",
        "The replica of Volume E:\\ on FS04 is inconsistent with the protected data source. (ID"
            + " 3106)"),
    COORDINATOR_OF_WEB01(
        "WEB01",
        "The agent operation failed because of a communication error with the DPM Agent Coordinator"
            + " service on WEB01. (ID 319)"),
    REFUSED_ON_FS02(
        "FS02",
        "DPM failed to communicate with the protection agent on FS02 because access is denied. (ID"
            + " 42 Details: Access is denied (0x80070005))"),
    NO_ANSWER_FROM_MAIL03(
        "MAIL03",
        "DPM failed to communicate with the protection agent on MAIL03 because the agent is not"
            + " responding. (ID 43 Details: Internal error code: 0x8099090E)"),
    NO_TAPE(
        "LIB07",
        "The operation failed because the tape library LIB07 is not available. (ID 24013)");

    private final String area;
    private final String text;

    Reported(String area, String text) {
      this.area = area;
      this.text = text;
    }
  }

  /** How people put several errors into one text. */
  private enum Layout {
    BLANK_LINES("%2$s\n\n"),
    ONE_LINE_AFTER_ANOTHER("%2$s\n"),
    ONE_SENTENCE_AFTER_ANOTHER("%2$s "),
    NUMBERED_LIST("%1$d. %2$s\n"),
    NUMBERS_IN_PARENTHESES("(%1$d) %2$s\n"),
    BULLETS("- %2$s\n"),
    QUOTED_MAIL("> %2$s\n>\n"),
    DESCRIPTIONS("Description:\t%2$s\n\n"),
    ALERTS(
        """
        Affected area:\t%3$s
        Occurred since:\t1/15/2026 2:04:02 AM
        Description:\t%2$s
        \tMore information
        Recommended action:\tLook into it.
        """);

    private final String format;

    Layout(String format) {
      this.format = format;
    }

    String of(List<Reported> errors) {
      return IntStream.range(0, errors.size())
          .mapToObj(i -> format.formatted(i + 1, errors.get(i).text, errors.get(i).area))
          .collect(Collectors.joining());
    }
  }

  @TestFactory
  Stream<DynamicTest> twoErrorsAreWhatEachIsAlone() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      for (Reported first : Reported.values()) {
        for (Reported second : Reported.values()) {
          if (first != second) {
            tests.add(eachIsAsAlone(layout, List.of(first, second)));
          }
        }
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> allOfThemAreWhatEachIsAlone() {
    return Arrays.stream(Layout.values())
        .map(layout -> eachIsAsAlone(layout, List.of(Reported.values())));
  }

  @Test
  void aServerIsAnotherAlsoWhereItIsNamedAfterItsProduct() {
    String text =
        Layout.ONE_LINE_AFTER_ANOTHER.of(
            List.of(Reported.REFUSED_ON_FS02, Reported.NO_ANSWER_FROM_MAIL03));

    assertEquals(
        Set.of("FS02", "SQL03"),
        made(text.replace("MAIL03", "SQL03")).stream()
            .map(line -> line.replaceAll("^.*? on (\\S+).*", "$1"))
            .collect(Collectors.toSet()));
  }

  @Test
  void aCodeOnAnotherServerIsListedWithItsSentence() {
    String text =
        "The replica of D:\\ on FS01 is inconsistent."
            + " Then we also get 0x80070643 when we push the agent to FS02.";

    Plan plan = Catalog.PLANNER.plan(Facts.builder().error(ReportedError.ofText(text)).build());

    assertEquals(
        List.of(List.of("0x80070643")),
        plan.unexplained().stream().map(error -> error.codes()).toList());
  }

  private static DynamicTest eachIsAsAlone(Layout layout, List<Reported> errors) {
    return dynamicTest(
        layout + ": " + errors,
        () -> {
          TreeSet<String> alone = new TreeSet<>();
          errors.forEach(error -> alone.addAll(made(layout.of(List.of(error)))));

          Set<String> together = made(layout.of(errors));

          assertEquals(String.join("\n", alone), String.join("\n", together));
        });
  }

  /** Returns what is made of a text: a line for each problem and each error that is none. */
  private static Set<String> made(String text) {
    Plan plan = Catalog.PLANNER.plan(Facts.builder().error(ReportedError.ofText(text)).build());
    TreeSet<String> made = new TreeSet<>();
    plan.problems().forEach(problem -> made.add(line(problem)));
    plan.candidates().forEach(one -> made.add("may be " + one.problem() + " on " + one.server()));
    plan.unexplained()
        .forEach(
            error ->
                made.add(
                    "unexplained " + error.ids() + error.codes() + " " + said(error.headline())));
    return made;
  }

  private static String line(PlannedProblem problem) {
    return problem.id()
        + " on "
        + problem.server()
        + problem.dataSource().map(source -> " " + source).orElse("")
        + problem.recognizedBy().stream()
            .map(by -> " by " + by.found() + by.ids() + " " + said(by.headline()))
            .collect(Collectors.joining());
  }

  /** The number of an item is not what it says. */
  private static String said(String headline) {
    return headline.replaceFirst("^(?:\\d\\.|\\(\\d\\)) ", "");
  }
}
