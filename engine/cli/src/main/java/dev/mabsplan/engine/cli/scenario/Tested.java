package dev.mabsplan.engine.cli.scenario;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.report.CoverageText;
import dev.mabsplan.engine.report.MutationText;
import dev.mabsplan.engine.report.ResultJson;
import dev.mabsplan.engine.report.ResultJunit;
import dev.mabsplan.engine.report.ResultText;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Coverage.Level;
import dev.mabsplan.engine.scenario.Fate;
import dev.mabsplan.engine.scenario.Fate.End;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of scenarios said.
 *
 * @param command the command that runs the same scenarios again
 * @param results how the scenarios came out
 * @param coverage what they cover, where that was asked for
 * @param thresholds the least percentage of each level
 * @param fates what became of mutants, where that was asked for and all passed
 * @param gone mutants listed as equivalent that are none any more
 */
record Tested(
    String command,
    List<Result> results,
    Optional<Coverage> coverage,
    Map<Level, Integer> thresholds,
    Optional<List<Fate>> fates,
    List<String> gone) {

  /** Returns the same with what became of mutants. */
  Tested mutated(List<Fate> ends, List<String> noMore) {
    return new Tested(command, results, coverage, thresholds, Optional.of(ends), noMore);
  }

  boolean passed() {
    return results.stream().allMatch(result -> result.outcome() == Outcome.PASSED);
  }

  /** Returns the exit code. */
  int code() {
    if (results.stream().anyMatch(result -> result.outcome() == Outcome.BROKEN)) {
      return ExitCode.INPUT;
    }
    if (!passed()) {
      return ExitCode.FAILED;
    }
    return below() || unnoticed() ? ExitCode.NOT_COVERED : ExitCode.OK;
  }

  private boolean below() {
    return coverage
        .map(
            covered ->
                thresholds.entrySet().stream()
                    .anyMatch(least -> covered.percent(least.getKey()) < least.getValue()))
        .orElse(false);
  }

  private boolean unnoticed() {
    return !gone.isEmpty()
        || fates.stream()
            .flatMap(List::stream)
            .anyMatch(fate -> fate.end() == End.SURVIVED || fate.end() == End.NOT_EQUIVALENT);
  }

  /**
   * Returns everything for people: what lacks last, where it is seen.
   *
   * @param table whether the table of coverage is wanted
   */
  String text(boolean table, int width, boolean bold) {
    StringBuilder text = new StringBuilder();
    coverage
        .filter(covered -> table)
        .ifPresent(covered -> text.append(CoverageText.write(covered, width)).append('\n'));
    fates.ifPresent(all -> text.append(MutationText.write(all, gone, width, command)).append('\n'));
    coverage
        .map(covered -> CoverageText.below(covered, thresholds, width))
        .filter(lacking -> !lacking.isEmpty())
        .ifPresent(lacking -> text.append(lacking).append('\n'));
    return text.append(ResultText.write(results, width, bold, command)).toString();
  }

  /** Returns a report for programs. */
  String report(Report.Format format) {
    return switch (format) {
      case JUNIT -> ResultJunit.write(results, command);
      case JSON -> ResultJson.write(results, coverage, fates);
    };
  }
}
