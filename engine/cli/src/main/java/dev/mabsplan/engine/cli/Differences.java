package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.report.DifferenceJson;
import dev.mabsplan.engine.report.DifferenceText;

/**
 * Writes what differs between two plans, and ends with whether anything does.
 *
 * @param around where to
 * @param json whether for programs
 */
record Differences(Surroundings around, boolean json) {

  /** Writes it and returns the exit code. */
  int write(PlanDifference difference) {
    around
        .out()
        .print(
            json
                ? DifferenceJson.write(difference)
                : DifferenceText.write(difference, around.columns(), around.bold()));
    return difference.isEmpty() ? ExitCode.OK : ExitCode.DIFFERS;
  }
}
