package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.reading.NativeFormat;
import dev.mabsplan.facts.reading.Notes;
import dev.mabsplan.facts.reading.TextFile;
import dev.mabsplan.facts.reading.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code vssadmin list writers} prints. No record takes the state of a writer: one that failed
 * once says so until its service is restarted, also after a backup that succeeded, and is no proof
 * of anything. It is told by shape, since the labels are translated.
 */
public final class VssWriters implements NativeFormat {

  private static final Pattern NAME = Pattern.compile("\\S[^:']{0,60}: '([^']{1,120})'\\s*");
  private static final Pattern ID = Pattern.compile("\\s*\\S[^:{]{0,60}: \\{[0-9A-Fa-f-]{36}}\\s*");
  private static final Pattern STATE = Pattern.compile("\\s*\\S[^:\\[]{0,60}: \\[(\\d{1,2})] .*");
  private static final int FIRST_FAILED_STATE = 6;

  /**
   * A writer.
   *
   * @param state its number, from 1 for stable on; 0 where it is cut off
   */
  private record Writer(TextLine line, String name, int state) {

    boolean failed() {
      return state >= FIRST_FAILED_STATE;
    }
  }

  @Override
  public String name() {
    return "vssadmin list writers";
  }

  @Override
  public boolean fits(TextFile file) {
    return !file.beginsAsJson() && !writers(file.numberedLines()).isEmpty();
  }

  @Override
  public void read(TextFile file, Notes notes) {
    read(file.numberedLines(), notes);
  }

  /** Reads the writers among some lines, which may hold anything else too. */
  public void read(List<TextLine> lines, Notes notes) {
    List<Writer> writers = writers(lines);
    if (!writers.isEmpty()) {
      notes.unused(writers.get(0).line().source(), summary(writers));
    }
    for (Writer writer : writers) {
      if (writer.state() == 0) {
        notes.unread(
            writer.line().source(),
            "the writer \"" + writer.name() + "\" is cut off: expected its state, such as [1]");
      }
    }
  }

  private static String summary(List<Writer> writers) {
    List<String> failed = writers.stream().filter(Writer::failed).map(Writer::name).toList();
    String count = writers.size() == 1 ? "1 writer" : writers.size() + " writers";
    return failed.isEmpty()
        ? count + ", none failed"
        : count + ", " + failed.size() + " failed: " + String.join(", ", failed);
  }

  private static List<Writer> writers(List<TextLine> lines) {
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      Matcher name = NAME.matcher(lines.get(i).text());
      if (name.matches() && ID.matcher(lines.get(i + 1).text()).matches()) {
        writers.add(new Writer(lines.get(i), name.group(1), stateBelow(lines, i)));
      }
    }
    return writers;
  }

  private static int stateBelow(List<TextLine> lines, int index) {
    for (int i = index + 1; i < lines.size() && !lines.get(i).blank(); i++) {
      if (NAME.matcher(lines.get(i).text()).matches()) {
        break;
      }
      Matcher state = STATE.matcher(lines.get(i).text());
      if (state.matches()) {
        return Integer.parseInt(state.group(1));
      }
    }
    return 0;
  }
}
