package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.report.ResultText;
import dev.mabsplan.engine.scenario.Difference;
import dev.mabsplan.engine.scenario.Difference.Row;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.facts.fault.Fault;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** Tells the JUnit Platform how a scenario failed. */
final class Failure {

  private static final int WIDTH = 100;

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
    String file = result.source().file();
    return ResultText.write(result, WIDTH, false, "mabsplan test " + file);
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
