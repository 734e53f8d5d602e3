package dev.mabsplan.facts.format;

import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One line of a file.
 *
 * @param file name of the file
 * @param number the line of the file, counted from 1
 * @param text what is in it
 */
public record TextLine(String file, int number, String text) {

  /** Makes the lines of a file. */
  static List<TextLine> all(TextFile file) {
    List<TextLine> lines = new ArrayList<>();
    for (String text : file.lines()) {
      int number = file.number(lines.size() + 1);
      lines.add(new TextLine(file.name(), number, text));
    }
    return Collections.unmodifiableList(lines);
  }

  public boolean blank() {
    return text.isBlank();
  }

  public Source source() {
    return Source.of(file, number);
  }
}
