package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.scenario.Difference.Row;
import java.util.ArrayList;
import java.util.List;

/** Two lists side by side, with as many equal rows as there can be (longest common subsequence). */
final class Alignment {

  private Alignment() {}

  static List<Row> of(List<String> expected, List<String> got) {
    int[][] common = common(expected, got);
    List<Row> rows = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < got.size()) {
      boolean bothLeft = i < expected.size() && j < got.size();
      if (bothLeft && expected.get(i).equals(got.get(j))) {
        rows.add(new Row(expected.get(i++), got.get(j++)));
      } else if (j == got.size() || (bothLeft && common[i + 1][j] >= common[i][j + 1])) {
        rows.add(new Row(expected.get(i++), ""));
      } else {
        rows.add(new Row("", got.get(j++)));
      }
    }
    return rows;
  }

  /** Returns the first line in which two texts differ; one that is over has an empty one there. */
  static Row firstDifference(String expected, String got) {
    List<String> left = expected.lines().toList();
    List<String> right = got.lines().toList();
    int line = 0;
    while (line < Math.min(left.size(), right.size()) && left.get(line).equals(right.get(line))) {
      line++;
    }
    return new Row(at(left, line), at(right, line));
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line).strip() : "";
  }

  /** How many rows are equal at most from each pair of places on. */
  private static int[][] common(List<String> expected, List<String> got) {
    int[][] common = new int[expected.size() + 1][got.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = got.size() - 1; j >= 0; j--) {
        common[i][j] =
            expected.get(i).equals(got.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
