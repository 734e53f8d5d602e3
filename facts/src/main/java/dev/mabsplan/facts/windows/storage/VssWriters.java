package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.VssWriter;
import dev.mabsplan.facts.VssWriterState;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code vssadmin list writers} prints. A writer that failed once says so until its service is
 * restarted, also after a backup that succeeded. It is told by shape, since the labels are
 * translated.
 */
public final class VssWriters implements NativeFormat {

  private static final Pattern NAME = Pattern.compile("\\S[^:']{0,60}: '([^']{1,120})'\\s*");
  private static final Pattern ID = Pattern.compile("\\s*\\S[^:{]{0,60}: \\{[0-9A-Fa-f-]{36}}\\s*");
  private static final Pattern STATE = Pattern.compile("\\s*\\S[^:\\[]{0,60}: \\[(\\d{1,2})] .*");
  private static final int STABLE = 1;
  private static final int FIRST_FAILED_STATE = 6;

  /** A writer has five lines, with an empty one behind each where mail left one. */
  private static final int MOST_LINES = 12;

  /**
   * A writer.
   *
   * @param state its number, from 1 for stable on; 0 where it could not be read
   */
  private record Writer(TextLine line, String name, int state) {

    boolean failed() {
      return state >= FIRST_FAILED_STATE;
    }

    boolean unknown() {
      return state == 0;
    }

    Fact fact(String server) {
      return VssWriter.of(server, name)
          .withState(
              failed()
                  ? VssWriterState.FAILED
                  : state == STABLE ? VssWriterState.STABLE : VssWriterState.WAITING);
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
    for (Writer writer : writers) {
      if (!writer.unknown()) {
        notes.fact(writer.line().source(), writer::fact);
      } else {
        notes.unread(
            writer.line().source(),
            "the writer \"" + writer.name() + "\" is cut off: expected its state, such as [1]");
      }
    }
  }

  private static List<Writer> writers(List<TextLine> lines) {
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      Matcher name = NAME.matcher(lines.get(i).text());
      if (name.matches() && isWriter(lines, i + 1)) {
        writers.add(new Writer(lines.get(i), name.group(1), stateBelow(lines, i)));
      }
    }
    return writers;
  }

  /** The id comes next; who copies by hand may leave it out. */
  private static boolean isWriter(List<TextLine> lines, int below) {
    return lines.subList(below, Math.min(lines.size(), below + 3)).stream()
        .filter(line -> !line.blank())
        .findFirst()
        .map(TextLine::text)
        .filter(text -> ID.matcher(text).matches() || STATE.matcher(text).matches())
        .isPresent();
  }

  private static int stateBelow(List<TextLine> lines, int index) {
    for (int i = index + 1; i < Math.min(lines.size(), index + MOST_LINES); i++) {
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
