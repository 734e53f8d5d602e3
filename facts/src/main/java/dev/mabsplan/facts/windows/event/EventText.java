package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.Labels;
import dev.mabsplan.facts.format.Labels.Labelled;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.windows.event.WindowsEvent.Severity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events as text, one or several, as the Event Viewer copies and {@code wevtutil.exe} writes them;
 * English and Swedish.
 */
final class EventText implements NativeFormat {

  private enum Label {
    LOG,
    SOURCE,
    DATE,
    ID,
    LEVEL,
    COMPUTER,
    DESCRIPTION,
    OTHER
  }

  private static final Labels<Label> LABELS =
      new Labels<>(
          Map.of(
              Label.LOG, List.of("Log Name", "Loggnamn"),
              Label.SOURCE, List.of("Source", "Källa"),
              Label.DATE, List.of("Date", "Datum"),
              Label.ID, List.of("Event ID", "Händelse-ID"),
              Label.LEVEL, List.of("Level", "Nivå"),
              Label.COMPUTER, List.of("Computer", "Dator"),
              Label.DESCRIPTION, List.of("Description", "Beskrivning"),
              Label.OTHER,
                  List.of(
                      "Task Category",
                      "Keywords",
                      "User",
                      "Aktivitetskategori",
                      "Uppgiftskategori",
                      "Nyckelord",
                      "Användare")));

  /** What wevtutil.exe writes above each event. */
  private static final Pattern HEAD = Pattern.compile("\\s{0,9}\\p{L}{3,20}\\[\\d{1,9}\\]:?\\s*");

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?!\\S)");

  @Override
  public String name() {
    return "event as copied text";
  }

  @Override
  public boolean fits(TextFile file) {
    return LABELS.begin(file, Label.LOG, Set.of(Label.SOURCE, Label.ID));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    new Reading(file, notes).read();
  }

  /** The reading of one file. */
  private static final class Reading {
    private final TextFile file;
    private final WindowsEvents events;
    private final Notes notes;
    private final CountedRemarks remarks = new CountedRemarks();
    private final Map<Label, String> fields = new EnumMap<>(Label.class);
    private final StringBuilder description = new StringBuilder();
    private final StringBuilder xml = new StringBuilder();
    private int start;

    Reading(TextFile file, Notes notes) {
      this.file = file;
      this.notes = notes;
      this.events = new WindowsEvents(notes);
    }

    void read() {
      List<String> lines = file.lines();
      for (int i = 0; i < lines.size(); i++) {
        line(lines.get(i), i + 1);
      }
      end();
      remarks.into(notes);
      events.finish();
    }

    private void line(String line, int number) {
      Optional<Labelled<Label>> found = LABELS.in(line);
      boolean described = fields.containsKey(Label.DESCRIPTION);
      if (HEAD.matcher(line).matches()) {
        end();
      } else if (found.isPresent() && found.get().label() == Label.LOG) {
        end();
        start = number;
        fields.put(Label.LOG, found.get().value());
      } else if (start == 0) {
        if (!line.isBlank()) {
          remarks.unused(file.line(number), "text before the first event");
        }
      } else if (described && (!xml.isEmpty() || line.stripLeading().startsWith("<Event "))) {
        xml.append(line).append('\n');
      } else if (described) {
        description.append('\n').append(line);
      } else {
        found.ifPresent(labelled -> field(labelled, number));
      }
    }

    private void field(Labelled<Label> labelled, int number) {
      fields.put(labelled.label(), labelled.value());
      if (labelled.label() == Label.DESCRIPTION) {
        description.append(labelled.value());
      }
      if (labelled.label() == Label.DATE && PowerShellTime.parse(labelled.value()).isEmpty()) {
        remarks.unused(file.line(number), "a date without a time zone");
      }
    }

    private void end() {
      if (start > 0) {
        Source source = file.line(start);
        events.add(
            new WindowsEvent(
                field(Label.LOG),
                field(Label.SOURCE),
                field(Label.ID).flatMap(Reading::number),
                field(Label.LEVEL).map(Levels::severity).orElse(Severity.UNKNOWN),
                field(Label.COMPUTER),
                time(source),
                field(Label.DATE),
                message(),
                Optional.empty(),
                source));
      }
      start = 0;
      fields.clear();
      description.setLength(0);
      xml.setLength(0);
    }

    private Optional<String> field(Label label) {
      return Optional.ofNullable(fields.get(label)).filter(value -> !value.isBlank());
    }

    /** A time with a zone: of wevtutil.exe, or of the XML where that was copied too. */
    private Optional<Instant> time(Source source) {
      return xml.isEmpty()
          ? field(Label.DATE).flatMap(PowerShellTime::parse)
          : EventXml.event(xml.toString(), source).flatMap(WindowsEvent::time);
    }

    private Optional<String> message() {
      String said = description.toString().strip();
      if (!xml.isEmpty()) {
        // the heading of the XML, in whatever language
        int last = said.lastIndexOf('\n');
        String heading = said.substring(last + 1).strip();
        if (heading.endsWith(":") && heading.length() < 40) {
          said = said.substring(0, Math.max(last, 0)).strip();
        }
      }
      return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    private static Optional<Integer> number(String value) {
      Matcher matcher = NUMBER.matcher(value);
      return matcher.lookingAt()
          ? Optional.of(Integer.valueOf(matcher.group(1)))
          : Optional.empty();
    }
  }
}
