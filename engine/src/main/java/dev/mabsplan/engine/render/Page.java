package dev.mabsplan.engine.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text in the making: paragraphs, titles and labelled lines that keep to a width. */
final class Page {

  /** Where what belongs to a step begins. */
  static final int INDENT = 5;

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final int width;
  private final boolean bold;
  private final int labelWidth;
  private final StringBuilder out = new StringBuilder();

  /**
   * Makes an empty page.
   *
   * @param longestLabel characters of the longest label that stands before a text
   */
  Page(int width, boolean bold, int longestLabel) {
    this.width = width;
    this.bold = bold;
    this.labelWidth = 2 + longestLabel;
  }

  /** Returns how many rows of a screen it fills; what is longer than a row goes on in the next. */
  int rows() {
    return out.toString()
        .lines()
        .mapToInt(line -> Math.max(1, (line.length() + width - 1) / width))
        .sum();
  }

  /** Returns whether a line of its own takes one row. */
  boolean isOneRow(int indent, String line) {
    return indent + line.length() <= width;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  void blank() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  void heading(String text) {
    wrapped(0, text, true);
  }

  void paragraph(int indent, String text) {
    wrapped(indent, text, false);
  }

  private void wrapped(int indent, String text, boolean heading) {
    List<String> lines = Printable.lines(text, width - indent - 2);
    String margin = " ".repeat(indent);
    out.append(margin)
        .append(heading && bold ? BOLD : "")
        .append(String.join("\n" + margin + "  ", lines))
        .append(heading && bold ? PLAIN : "")
        .append('\n');
  }

  /** A command, id or address stays in one piece, however long, so that it can be copied. */
  void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(Printable.of(text)).append('\n');
  }

  /** A title, and at the right of it what is to be seen at a glance. */
  void title(String number, String title, List<String> glance) {
    String left = String.format(Locale.ROOT, "%3s  ", number);
    List<String> lines = Printable.lines(title, width - left.length());
    List<String> right = rows(glance);
    String last = lines.get(lines.size() - 1);
    boolean beside =
        lines.size() == 1
            && right.size() == 1
            && left.length() + last.length() + 2 + right.get(0).length() <= width;
    out.append(left)
        .append(bold ? BOLD : "")
        .append(String.join("\n" + " ".repeat(INDENT), lines))
        .append(bold ? PLAIN : "");
    if (!beside) {
      out.append('\n');
    }
    for (String row : right) {
      int used = beside ? left.length() + last.length() : 0;
      out.append(" ".repeat(Math.max(INDENT - used, width - used - row.length())))
          .append(row)
          .append('\n');
    }
  }

  /** As many to a row as go there. */
  private List<String> rows(List<String> pieces) {
    List<String> rows = new ArrayList<>();
    for (String piece : pieces) {
      String clean = Printable.of(piece);
      int last = rows.size() - 1;
      if (last >= 0 && rows.get(last).length() + 2 + clean.length() <= width - INDENT) {
        rows.set(last, rows.get(last) + "  " + clean);
      } else {
        rows.add(clean);
      }
    }
    return rows;
  }

  /** Sentences under one label, each beginning a line. */
  void labelled(String label, List<String> texts) {
    String before = label;
    for (String text : texts) {
      List<String> lines = Printable.lines(text, width - INDENT - labelWidth);
      String indent = "\n" + " ".repeat(INDENT + labelWidth);
      labelledLine(before, String.join(indent, lines));
      before = "";
    }
  }

  /** Lines under one label that stay in one piece. */
  void labelledLines(String label, List<String> lines) {
    String before = label;
    for (String line : lines) {
      labelledLine(before, Printable.of(line));
      before = "";
    }
  }

  private void labelledLine(String label, String clean) {
    out.append(" ".repeat(INDENT))
        .append(label)
        .append(" ".repeat(labelWidth - label.length()))
        .append(clean)
        .append('\n');
  }

  void bullet(String text) {
    indented("- ", text);
  }

  /** What belongs to the bullet above. */
  void belowBullet(String text) {
    indented("  ", text);
  }

  private void indented(String before, String text) {
    List<String> lines = Printable.lines(text, width - INDENT - before.length());
    out.append(" ".repeat(INDENT))
        .append(before)
        .append(String.join("\n" + " ".repeat(INDENT + before.length()), lines))
        .append('\n');
  }
}
