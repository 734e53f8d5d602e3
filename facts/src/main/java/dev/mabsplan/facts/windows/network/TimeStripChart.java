package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.Clock;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the clock is from that of another computer: what {@code w32tm.exe /stripchart} prints,
 * with or without its graphics. It prints the offset of the other clock from this one, as NTP
 * defines it, so that a clock that is behind has a positive one. Only the lines of samples count,
 * which no language changes.
 */
final class TimeStripChart implements NativeFormat {

  private static final int LONGEST_LINE = 500;
  private static final Pattern SAMPLE =
      Pattern.compile(
          "\\d{1,2}:\\d\\d:\\d\\d(?:, | d:[+-]\\d{2,9}[.,]\\d{7}s o:)"
              + "([+-]\\d{2,9})[.,](\\d{7})s(?:\\s.*)?");
  private static final Pattern FAILED =
      Pattern.compile("\\d{1,2}:\\d\\d:\\d\\d,? \\p{L}{2,20}: 0x[0-9A-F]{8}\\b.*");

  /**
   * A sample.
   *
   * @param offset seconds the other clock is ahead of this one
   */
  private record Sample(TextLine line, double offset) {}

  @Override
  public String name() {
    return "w32tm.exe /stripchart";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.numberedLines().stream()
        .map(TimeStripChart::stripped)
        .anyMatch(line -> SAMPLE.matcher(line).matches() || FAILED.matcher(line).matches());
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<Sample> samples = new ArrayList<>();
    CountedRemarks remarks = new CountedRemarks();
    for (TextLine line : file.numberedLines()) {
      Matcher sample = SAMPLE.matcher(stripped(line));
      if (sample.matches()) {
        double offset = Double.parseDouble(sample.group(1) + "." + sample.group(2));
        samples.add(new Sample(line, offset));
      } else if (FAILED.matcher(stripped(line)).matches()) {
        remarks.unread(line.source(), "the other computer did not say its time");
      }
    }
    if (!samples.isEmpty()) {
      note(samples, notes);
    }
    remarks.into(notes);
  }

  /** One sample may be far off where an answer was late, so the one in the middle is taken. */
  private static void note(List<Sample> samples, Notes notes) {
    List<Sample> sorted =
        samples.stream().sorted(Comparator.comparingDouble(Sample::offset)).toList();
    Sample middle = sorted.get(sorted.size() / 2);
    long ahead = Math.round(-middle.offset());
    notes.fact(middle.line().source(), server -> Clock.of(server).withOffsetSeconds(ahead));
  }

  private static String stripped(TextLine line) {
    return line.text().length() <= LONGEST_LINE ? line.text().strip() : "";
  }
}
