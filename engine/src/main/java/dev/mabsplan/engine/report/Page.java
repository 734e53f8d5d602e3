package dev.mabsplan.engine.report;

import dev.mabsplan.engine.render.Printable;
import java.util.List;

/** Lines of text that keep to a width where words let them. */
final class Page {

  private final int width;
  private final boolean bold;
  private final StringBuilder out = new StringBuilder();

  Page(int width, boolean bold) {
    this.width = width;
    this.bold = bold;
  }

  int width() {
    return width;
  }

  Page blank() {
    out.append('\n');
    return this;
  }

  /** A line that stands alone and may be bold; it is not broken. */
  Page heading(String text) {
    out.append(bold ? "\u001b[1m" : "")
        .append(Printable.of(text))
        .append(bold ? "\u001b[0m" : "")
        .append('\n');
    return this;
  }

  /** A paragraph; what does not fit is continued two places further in. */
  Page paragraph(int indent, String text) {
    List<String> lines = Printable.lines(text, width - indent - 2);
    String margin = " ".repeat(indent);
    out.append(margin).append(String.join("\n" + margin + "  ", lines)).append('\n');
    return this;
  }

  /** A line that is kept as it is, so that it can be copied. */
  Page line(int indent, String text) {
    out.append((" ".repeat(indent) + Printable.of(text)).stripTrailing()).append('\n');
    return this;
  }

  /** Returns a text with blanks after it up to a width. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  String text() {
    return out.toString();
  }
}
