package dev.mabsplan.facts.privacy;

import java.util.regex.Pattern;

/**
 * Tables for the eye, with a rule of dashes below the head: Markdown, and what PowerShell and the
 * tools of SQL Server write. A column whose head names a secret is taken out to the first line that
 * is blank, no row, or the next rule.
 */
final class SecretTables {

  private static final Pattern RULE = Pattern.compile("[ \\t|:+-]*-[ \\t|:+-]*\\r?");

  /** Characters of the widest table; of a wider one each name of the head would be looked at. */
  private static final int LONGEST_HEAD = 2_000;

  private final SecretSearch in;

  SecretTables(SecretSearch in) {
    this.in = in;
  }

  /**
   * Takes what stands below a name, where it is one of a head.
   *
   * @return whether it is
   */
  boolean below(int name) {
    int end = in.endOfLine(name);
    if (end >= in.length()) {
      return false;
    }
    int rule = end + 1;
    int endOfRule = in.endOfLine(rule);
    int column = name - in.startOfLine(name);
    if (column > LONGEST_HEAD || !isRule(rule, endOfRule)) {
      return false;
    }
    boolean bars = in.text().substring(rule, endOfRule).indexOf('|') >= 0;
    if (!bars && (column >= endOfRule - rule || in.at(rule + column) != '-')) {
      return false;
    }
    int cell = bars ? bars(in.startOfLine(name), name) : column;
    int to = bars ? 0 : nextColumn(rule, rule + column, endOfRule);
    for (int row = endOfRule + 1; row < in.length(); row = in.endOfLine(row) + 1) {
      int endOfRow = in.endOfLine(row);
      if (in.text().substring(row, endOfRow).isBlank()
          || (bars && bars(row, endOfRow) == 0)
          || isRule(row, endOfRow)) {
        break;
      }
      if (bars) {
        cell(row, endOfRow, cell);
      } else {
        take(Math.min(row + cell, endOfRow), Math.min(to < 0 ? endOfRow : row + to, endOfRow));
      }
    }
    return true;
  }

  /** Ends the table above it too: no row is read for the heads of two. */
  private boolean isRule(int from, int to) {
    return to - from <= LONGEST_HEAD
        && " |-+:".indexOf(in.at(from)) >= 0
        && RULE.matcher(in.text().substring(from, to)).matches();
  }

  private int bars(int from, int to) {
    return (int) in.text().substring(from, to).chars().filter(c -> c == '|').count();
  }

  /** Returns the column where the next one begins, or -1 behind the last. */
  private int nextColumn(int rule, int at, int end) {
    int blank = in.first(at, end, c -> c != '-');
    int next = in.first(blank, end, c -> c == '-');
    return next >= end ? -1 : next - rule;
  }

  private void cell(int row, int end, int bars) {
    int start = row;
    for (int seen = 0; seen < bars && start < end; start++) {
      seen += in.at(start) == '|' ? 1 : 0;
    }
    take(start, in.first(start, end, c -> c == '|'));
  }

  private void take(int from, int to) {
    int start = in.first(from, to, c -> !Character.isWhitespace(c));
    int end = to;
    while (end > start && Character.isWhitespace(in.at(end - 1))) {
      end--;
    }
    // behind a mark, which is as wide as it is, a row keeps to no column any more
    if (!in.holdsMark(start, end)) {
      in.secret(start, end, NamedSecrets.WHAT);
    }
  }
}
