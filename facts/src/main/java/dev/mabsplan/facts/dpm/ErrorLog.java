package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.format.TextLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@code MSDPMCurr.errlog} and {@code CBEngineCurr.errlog}: a line an entry, in columns with tabs
 * between. The agent for Azure writes one column more than the backup server. Dates have no year,
 * and times are those of UTC: the year is taken from a date that has one and says the same minute.
 */
final class ErrorLog implements NativeFormat {

  /** Entries of a file that decide what it is: its head may be damaged. */
  private static final int HEAD = 50;

  private static final int LONGEST_TEXT = 4_000;
  private static final int TASK = 7;
  private static final Set<String> QUIET = Set.of("NORMAL");
  private static final Set<String> LOUD = Set.of("WARNING", "CRITICAL", "FATAL");

  /** What an entry begins with; {@code Line 28:} where it was copied out of an editor's search. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:Line \\d{1,9}:[ \\t]{0,4})?\\p{XDigit}{1,8}[ \\t]{1,8}\\p{XDigit}{1,8}[ \\t]{1,8}"
              + "(\\d\\d)/(\\d\\d)[ \\t]{1,8}(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})(?:[ \\t].*)?");

  /** What stands behind the time where mail or a web page left blanks for tabs. */
  private static final Pattern WITHOUT_TABS =
      Pattern.compile(".{0,300}? (NORMAL|WARNING|CRITICAL|FATAL) {1,16}(\\S.*)", Pattern.DOTALL);

  /** Source files of the agent for Azure, which alone writes of them. */
  private static final Pattern OF_MARS =
      Pattern.compile(
          "(?i)\\b(?:cbp\\w{0,40}|cbengine|mtf\\w{0,20}|ob\\w{0,20})\\.(?:cpp|cs)\\b|\\bCBP[A-Z]");

  /** A number of the catalogue, an HRESULT or a symbolic name. */
  private static final Pattern RECOGNISABLE =
      Pattern.compile(
          "\\((?:ID|id):?\\s?\\d{2,6}\\b"
              + "|<ID>\\d{2,6}</ID>"
              + "|\\b[Ee]rror(?: ID| [Cc]ode|Code)?\\s?[:=]?\\s?\\d{2,6}\\b"
              + "|(?<![A-Za-z] )\\bID\\s?[:=]\\s?\\d{2,6}\\b"
              + "|\\b0x8\\p{XDigit}{7}\\b"
              + "|[\\[(=]\\s?0x(?=0{0,5}[1-9A-Fa-f])\\p{XDigit}{3,6}[\\])]"
              + "|\\bCBP[A-Z][A-Za-z]{4,}");

  private static final Pattern DATE_WITH_YEAR =
      Pattern.compile("\\b(20\\d\\d)-(\\d\\d)-(\\d\\d)[T _](\\d\\d)[:-](\\d\\d)[:-](\\d\\d)");

  /** How far apart a date with a year and the entry that tells of it can be. */
  private static final Duration SAME_MOMENT = Duration.ofMinutes(2);

  /**
   * An entry.
   *
   * @param time month, day and time as ISO has them, without the year
   * @param product whose log it is
   */
  private record Entry(TextLine line, String time, String product, String level, String text) {

    /** Returns when it was written, with the year that brings it nearest to another moment. */
    Optional<Instant> moment(Optional<LocalDateTime> anchor) {
      return anchor.flatMap(this::nearest).map(moment -> moment.toInstant(ZoneOffset.UTC));
    }

    boolean isAt(LocalDateTime moment) {
      return nearest(moment)
          .filter(own -> Duration.between(own, moment).abs().compareTo(SAME_MOMENT) <= 0)
          .isPresent();
    }

    private Optional<LocalDateTime> nearest(LocalDateTime moment) {
      return IntStream.rangeClosed(moment.getYear() - 1, moment.getYear() + 1)
          .mapToObj(year -> parsed(year + "-" + time))
          .flatMap(Optional::stream)
          .min(Comparator.comparing(own -> Duration.between(own, moment).abs()));
    }
  }

  @Override
  public String name() {
    return "MSDPMCurr.errlog or CBEngineCurr.errlog";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.text()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(HEAD)
        .anyMatch(line -> BEGINNING.matcher(line).matches());
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<Entry> entries = new ArrayList<>();
    List<TextLine> damaged = new ArrayList<>();
    List<TextLine> others = new ArrayList<>();
    for (TextLine line : file.numberedLines()) {
      Optional<Entry> entry = entry(line);
      if (entry.isPresent()) {
        entries.add(entry.get());
      } else if (line.text().indexOf('\t') >= 0 || BEGINNING.matcher(line.text()).matches()) {
        damaged.add(line);
      } else if (!line.blank()) {
        others.add(line);
      }
    }
    noteErrors(entries, anchor(file, entries), notes);
    noteDamage(damaged, others, notes);
  }

  private static Optional<Entry> entry(TextLine line) {
    Matcher beginning = BEGINNING.matcher(line.text());
    if (!beginning.matches()) {
      return Optional.empty();
    }
    String time = beginning.group(1) + "-" + beginning.group(2) + "T" + beginning.group(3);
    if (line.text().indexOf('\t') < 0) {
      return withoutTabs(line, time, beginning.end(3));
    }
    List<String> columns = List.of(line.text().split("\t", -1));
    for (int level = TASK + 1; level <= TASK + 2 && level < columns.size(); level++) {
      String word = columns.get(level);
      if (QUIET.contains(word) || LOUD.contains(word)) {
        return Optional.of(
            new Entry(
                line,
                time,
                level == TASK + 1 ? "dpm" : "mars",
                word,
                String.join("\t", columns.subList(level + 1, columns.size())).strip()));
      }
    }
    return Optional.empty();
  }

  /** Without its tabs a line does not tell how many columns it had, and so whose it is. */
  private static Optional<Entry> withoutTabs(TextLine line, String time, int behindTime) {
    Matcher columns = WITHOUT_TABS.matcher(line.text().substring(behindTime));
    if (!columns.matches()) {
      return Optional.empty();
    }
    boolean mars =
        line.file().toLowerCase(Locale.ROOT).contains("cbengine")
            || OF_MARS.matcher(line.text()).find();
    return Optional.of(
        new Entry(line, time, mars ? "mars" : "dpm", columns.group(1), columns.group(2).strip()));
  }

  private static void noteErrors(List<Entry> entries, Optional<LocalDateTime> anchor, Notes notes) {
    Map<String, List<Entry>> byText = new LinkedHashMap<>();
    int others = 0;
    for (Entry entry : entries) {
      if (LOUD.contains(entry.level()) && RECOGNISABLE.matcher(entry.text()).find()) {
        byText.computeIfAbsent(entry.text(), text -> new ArrayList<>()).add(entry);
      } else {
        others++;
      }
    }
    byText.values().forEach(same -> noteError(same, anchor, notes));
    if (others > 0) {
      notes.unused(
          entries.get(0).line().source(),
          counted(others, "entry", "entries")
              + " without warning, or without an ID, code or name of an error");
    }
    entries.stream()
        .flatMap(entry -> entry.moment(anchor).stream())
        .max(Comparator.naturalOrder())
        .ifPresent(notes::seenAt);
  }

  private static void noteError(List<Entry> same, Optional<LocalDateTime> anchor, Notes notes) {
    Entry last = same.get(same.size() - 1);
    String text = last.text();
    ReportedError error =
        new ReportedError(
            null,
            null,
            null,
            null,
            null,
            last.product(),
            null,
            null,
            null,
            text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
            null);
    notes.error(last.line().source(), occurred(error, same, anchor));
  }

  private static ReportedError occurred(
      ReportedError error, List<Entry> same, Optional<LocalDateTime> anchor) {
    List<Instant> moments =
        same.stream().flatMap(entry -> entry.moment(anchor).stream()).sorted().toList();
    Instant last = moments.isEmpty() ? null : moments.get(moments.size() - 1);
    return same.size() == 1
        ? error.withOccurrences(null, null, last)
        : error.withOccurrences(same.size(), moments.isEmpty() ? null : moments.get(0), last);
  }

  private static void noteDamage(List<TextLine> damaged, List<TextLine> others, Notes notes) {
    if (!damaged.isEmpty()) {
      notes.unread(
          damaged.get(0).source(),
          "expected the columns of a log with tabs between, the ninth or tenth a level such as"
              + " WARNING; found a line that has not, "
              + counted(damaged.size(), "such line", "such lines")
              + " in all");
    }
    if (!others.isEmpty()) {
      notes.unread(
          others.get(0).source(),
          counted(others.size(), "line", "lines")
              + " without columns, such as the stack of an exception");
    }
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** Returns the latest moment that is written with its year and is the time of an entry. */
  private static Optional<LocalDateTime> anchor(TextFile file, List<Entry> entries) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      // a copy made at a crash has the moment in its name, which is that of the last entry
      String texts = i == entries.size() - 1 ? entry.text() + "\n" + file.name() : entry.text();
      Matcher date = DATE_WITH_YEAR.matcher(texts);
      while (date.find()) {
        Optional<LocalDateTime> moment = parsed(date);
        if (moment.isPresent() && entry.isAt(moment.get())) {
          return moment;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDateTime> parsed(Matcher date) {
    return parsed(
        date.group(1)
            + "-"
            + date.group(2)
            + "-"
            + date.group(3)
            + "T"
            + date.group(4)
            + ":"
            + date.group(5)
            + ":"
            + date.group(6));
  }

  private static Optional<LocalDateTime> parsed(String moment) {
    try {
      return Optional.of(LocalDateTime.parse(moment));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // no such day or hour, in this year at least
    }
  }
}
