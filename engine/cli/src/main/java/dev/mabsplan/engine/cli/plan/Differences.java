package dev.mabsplan.engine.cli.plan;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.engine.report.DifferenceJson;
import dev.mabsplan.engine.report.DifferenceText;
import java.util.Map;

/**
 * Writes what differs between two plans, and ends with whether anything does.
 *
 * @param around where to
 * @param json whether for programs
 */
record Differences(Surroundings around, boolean json) {

  /**
   * Writes what would change in the plans of several cases.
   *
   * @param changed what differs, by the name of the case
   * @param cases how many cases there are
   */
  void writeAll(Map<String, PlanDifference> changed, int cases) {
    if (json) {
      around.out().print(DifferenceJson.writeAll(changed, cases));
      return;
    }
    changed.forEach(
        (name, difference) -> {
          around.out().print("== " + Printable.of(name) + "\n");
          around
              .out()
              .print(DifferenceText.write(difference, around.columns(), around.bold()) + "\n");
        });
    around.out().print(changed.size() + " of " + cases + " plans would change.\n");
  }

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
