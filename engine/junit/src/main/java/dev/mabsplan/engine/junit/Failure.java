package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.scenario.Difference;
import dev.mabsplan.engine.scenario.Difference.Row;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.facts.Fault;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** Tells the JUnit Platform how a scenario failed. */
final class Failure {

  private Failure() {}

  static AssertionFailedError of(Result result) {
    // Both lists in full let an IDE show them side by side.
    return at(
        result.differences().stream()
            .filter(difference -> difference.what().endsWith("steps"))
            .findFirst()
            .map(
                steps ->
                    new AssertionFailedError(
                        text(result), column(steps, Row::expected), column(steps, Row::got)))
            .orElseGet(() -> new AssertionFailedError(text(result))));
  }

  static AssertionFailedError of(List<Fault> faults) {
    return at(
        new AssertionFailedError(
            faults.stream().map(Fault::message).collect(Collectors.joining("\n"))));
  }

  private static String text(Result result) {
    return Stream.concat(
            result.faults().stream().map(Fault::message),
            result.differences().stream().map(Failure::text))
        .collect(Collectors.joining("\n", result.name() + "\n", ""));
  }

  private static String text(Difference difference) {
    return difference.source()
        + ": "
        + difference.what()
        + difference.rows().stream()
            .filter(row -> !row.same())
            .map(row -> "\n  expected " + or(row.expected()) + "; got " + or(row.got()))
            .collect(Collectors.joining());
  }

  private static String or(String text) {
    return text.isEmpty() ? "nothing" : text;
  }

  private static String column(Difference difference, Function<Row, String> of) {
    return difference.rows().stream()
        .map(of)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Where in our code it was noticed says nothing about a scenario. */
  private static AssertionFailedError at(AssertionFailedError error) {
    error.setStackTrace(new StackTraceElement[0]);
    return error;
  }
}
