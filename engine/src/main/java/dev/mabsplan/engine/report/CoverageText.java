package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Coverage.Covered;
import dev.mabsplan.engine.scenario.Coverage.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes for people what scenarios cover: first what is missing, then all. */
public final class CoverageText {

  private static final List<Level> OF_RULES =
      Arrays.stream(Level.values()).filter(level -> !level.ofRemedies()).toList();
  private static final int COLUMN = 9;

  private CoverageText() {}

  /**
   * Returns the table of all rules and remedies, and how much of them is covered.
   *
   * @param width columns to keep to
   */
  public static String write(Coverage coverage, int width) {
    Page page = new Page(width, false);
    int names = width - COLUMN * OF_RULES.size();
    StringBuilder head = new StringBuilder(Page.pad("rule", names));
    OF_RULES.forEach(level -> head.append(right(Kebab.word(level))));
    page.line(0, head.toString());
    coverage.rules().forEach(rule -> row(page, rule, names, OF_RULES));
    page.blank().line(0, Page.pad("remedy", names) + right(Kebab.word(Level.CLOSED)));
    coverage.remedies().forEach(remedy -> row(page, remedy, names, List.of(Level.CLOSED)));
    page.blank();
    for (Level level : Level.values()) {
      page.line(0, share(coverage, level));
    }
    return page.text();
  }

  /**
   * Returns what lacks to thresholds; empty where nothing does.
   *
   * @param thresholds the least percentage of each level
   */
  public static String below(Coverage coverage, Map<Level, Integer> thresholds, int width) {
    Page page = new Page(width, false);
    thresholds.forEach(
        (level, least) -> {
          if (coverage.percent(level) < least) {
            page.line(0, share(coverage, level) + ", below the threshold of " + least + " %");
            coverage.missing(level).forEach(id -> page.line(2, id));
          }
        });
    return page.text();
  }

  private static void row(Page page, Covered covered, int names, List<Level> levels) {
    StringBuilder row = new StringBuilder(Page.pad(covered.id(), names));
    for (Level level : levels) {
      row.append(right(covered.count(level) == 0 ? "-" : String.valueOf(covered.count(level))));
    }
    page.line(0, row.toString());
  }

  private static String share(Coverage coverage, Level level) {
    int all = level.ofRemedies() ? coverage.remedies().size() : coverage.rules().size();
    return Kebab.word(level)
        + ": "
        + (all - coverage.missing(level).size())
        + " of "
        + all
        + (level.ofRemedies() ? " remedies, " : " rules, ")
        + coverage.percent(level)
        + " %";
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, COLUMN - text.length())) + text;
  }
}
