package dev.mabsplan.facts.format;

import dev.mabsplan.facts.fault.Source;
import java.util.Arrays;

/** Tells in which line of a file a character stands. */
public final class LineIndex {

  private final TextFile file;
  private final int[] ends;

  public LineIndex(TextFile file) {
    this.file = file;
    this.ends = ends(file.text());
  }

  private static int[] ends(String text) {
    int[] ends = new int[Math.toIntExact(text.chars().filter(c -> c == '\n').count())];
    int end = -1;
    for (int i = 0; i < ends.length; i++) {
      end = text.indexOf('\n', end + 1);
      ends[i] = end;
    }
    return ends;
  }

  /** Returns the line of a character, counted from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(ends, offset);
    return (found < 0 ? -found - 1 : found) + 1;
  }

  /** Returns the line of a character as a source. */
  public Source source(int offset) {
    return file.line(line(offset));
  }
}
