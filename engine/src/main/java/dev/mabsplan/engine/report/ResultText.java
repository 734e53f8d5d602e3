package dev.mabsplan.engine.report;

import dev.mabsplan.engine.scenario.Difference;
import dev.mabsplan.engine.scenario.Difference.Cause;
import dev.mabsplan.engine.scenario.Difference.Matched;
import dev.mabsplan.engine.scenario.Difference.Miss;
import dev.mabsplan.engine.scenario.Difference.Row;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.facts.fault.Source;
import java.util.List;

/** Writes how scenarios came out for people: what failed, why, and how to run it again. */
public final class ResultText {

  private static final int INDENT = 2;
  private static final int DETAIL = 4;

  private final Page page;
  private final String command;

  private ResultText(Page page, String command) {
    this.page = page;
    this.command = command;
  }

  /**
   * Returns everything that did not pass, and the count of all.
   *
   * @param width columns to keep to
   * @param bold whether names may be set bold by escape sequences
   * @param command the command that runs the same scenarios again, such as {@code mabsplan test}
   */
  public static String write(List<Result> results, int width, boolean bold, String command) {
    StringBuilder text = new StringBuilder();
    results.stream()
        .filter(result -> result.outcome() != Outcome.PASSED)
        .forEach(result -> text.append(write(result, width, bold, command)).append('\n'));
    return text.append(count(results)).append('\n').toString();
  }

  /** Returns how one scenario came out, in the same form. */
  public static String write(Result result, int width, boolean bold, String command) {
    ResultText text = new ResultText(new Page(width, bold), command);
    text.result(result);
    return text.page.text();
  }

  private static String count(List<Result> results) {
    long failed = results.stream().filter(r -> r.outcome() == Outcome.FAILED).count();
    long broken = results.stream().filter(r -> r.outcome() == Outcome.BROKEN).count();
    long passed = results.size() - failed - broken;
    String count = results.size() + (results.size() == 1 ? " scenario: " : " scenarios: ");
    return count
        + passed
        + " passed"
        + (failed == 0 ? "" : ", " + failed + " failed")
        + (broken == 0 ? "" : ", " + broken + " broken");
  }

  private void result(Result result) {
    String head =
        switch (result.outcome()) {
          case PASSED -> "passed  ";
          case FAILED -> "FAILED  ";
          case BROKEN -> "BROKEN  ";
        };
    page.heading(head + result.name());
    if (result.outcome() != Outcome.BROKEN) {
      page.line(INDENT, place(result.source()));
    }
    result.faults().forEach(fault -> page.paragraph(INDENT, fault.message()));
    result.differences().forEach(this::difference);
    if (result.outcome() == Outcome.FAILED) {
      page.blank().line(INDENT, "again: " + command + " --run " + quoted(result.name()));
    }
  }

  private void difference(Difference difference) {
    page.blank();
    page.line(INDENT, difference.what() + "   (" + place(difference.source()) + ")");
    rows(difference.rows());
    difference.causes().forEach(this::cause);
    difference.misses().forEach(this::miss);
    difference.notes().forEach(note -> page.paragraph(DETAIL, note));
  }

  /** Side by side where the width allows, one below the other where it does not. */
  private void rows(List<Row> rows) {
    int column = "expected".length();
    int right = "got".length();
    for (Row row : rows) {
      column = Math.max(column, row.expected().length());
      right = Math.max(right, row.got().length());
    }
    if (DETAIL + column + 3 + right > page.width()) {
      below(rows);
      return;
    }
    page.line(DETAIL, Page.pad("expected", column) + "   got");
    for (Row row : rows) {
      page.line(DETAIL, Page.pad(row.expected(), column) + " " + sign(row) + " " + row.got());
    }
  }

  private void below(List<Row> rows) {
    for (Row row : rows) {
      if (row.same()) {
        page.line(DETAIL, "as expected  " + row.got());
      } else {
        if (!row.expected().isEmpty()) {
          page.line(DETAIL, "expected     " + row.expected());
        }
        if (!row.got().isEmpty()) {
          page.line(DETAIL, "got          " + row.got());
        }
      }
    }
  }

  private static String sign(Row row) {
    if (row.same()) {
      return " ";
    }
    if (row.got().isEmpty()) {
      return "<";
    }
    return row.expected().isEmpty() ? ">" : "|";
  }

  private void cause(Cause cause) {
    boolean other = !cause.rule().isEmpty() && !cause.how().equals("fired");
    page.paragraph(
        DETAIL,
        cause.what()
            + " "
            + cause.how()
            + (other ? " by rule " + cause.rule() : "")
            + ": "
            + cause.text());
    cause.ruleSource().ifPresent(source -> page.line(DETAIL + INDENT, place(source)));
    cause.matched().forEach(matched -> matched("matched ", matched));
  }

  private void miss(Miss miss) {
    page.paragraph(
        DETAIL,
        (miss.rule().equals(miss.what()) ? "rule " : miss.what() + ": the nearest rule is ")
            + miss.rule()
            + ", "
            + miss.met()
            + " of "
            + miss.conditions()
            + " conditions met");
    page.line(DETAIL + INDENT, place(miss.ruleSource()));
    page.paragraph(DETAIL + INDENT, "not met: " + miss.unmet());
    if (miss.found().isEmpty()) {
      page.line(DETAIL + INDENT, "found    nothing of that kind");
    }
    miss.found().forEach(found -> matched("found   ", found));
  }

  private void matched(String word, Matched matched) {
    String source = matched.source().map(ResultText::place).map(at -> "   (" + at + ")").orElse("");
    page.line(
        DETAIL + INDENT,
        word + " " + matched.fact().address() + " = " + matched.fact().value() + source);
  }

  /** Without the column, which nobody looks up by hand. */
  private static String place(Source source) {
    return source.line() == 0 ? source.file() : source.file() + ":" + source.line();
  }

  /** As a shell takes it. */
  private static String quoted(String name) {
    if (name.matches("[\\w/.-]+")) {
      return name;
    }
    // cmd knows no single quotes; what the others read between double ones is rare in names
    return name.matches("[^\"$`!]*") ? '"' + name + '"' : "'" + name.replace("'", "'\\''") + "'";
  }
}
