package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.EntryReading;
import dev.mabsplan.facts.format.Fields;
import dev.mabsplan.facts.format.Labels;
import dev.mabsplan.facts.format.Labels.Labelled;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.windows.event.WindowsEvent.Severity;
import java.time.Instant;
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
              Label.LOG, "Log Name|Loggnamn",
              Label.SOURCE, "Source|Källa",
              Label.DATE, "Date|Datum",
              Label.ID, "Event ID|Händelse-ID",
              Label.LEVEL, "Level|Nivå",
              Label.COMPUTER, "Computer|Dator",
              Label.DESCRIPTION, "Description|Beskrivning",
              Label.OTHER,
                  "Task Category|Keywords|User|Aktivitetskategori|Uppgiftskategori|Nyckelord"
                      + "|Användare"));

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
    WindowsEvents events = new WindowsEvents(notes);
    new Reading(file, events).into(notes);
    events.finish();
  }

  /** The reading of one file. */
  private static final class Reading extends EntryReading {
    private final WindowsEvents events;
    private final Fields<Label> fields = new Fields<>(Label.class, Set.of(Label.DESCRIPTION));
    private final StringBuilder xml = new StringBuilder();
    private boolean described;

    Reading(TextFile file, WindowsEvents events) {
      super(file);
      this.events = events;
    }

    @Override
    protected void line(String line, Source source) {
      Optional<Labelled<Label>> found = LABELS.in(line);
      if (HEAD.matcher(line).matches()) {
        end();
      } else if (found.isPresent() && found.get().label() == Label.LOG) {
        begin(source);
        fields.takeLast(found.get());
      } else if (!begun()) {
        if (!line.isBlank()) {
          remarks().unused(source, "text before the first event");
        }
      } else if (described && (!xml.isEmpty() || line.stripLeading().startsWith("<Event "))) {
        xml.append(line).append('\n');
      } else if (described) {
        fields.goOn(line);
      } else {
        found.ifPresent(labelled -> field(labelled, source));
      }
    }

    private void field(Labelled<Label> labelled, Source source) {
      fields.takeLast(labelled);
      described = labelled.label() == Label.DESCRIPTION;
      if (labelled.label() == Label.DATE && PowerShellTime.parse(labelled.value()).isEmpty()) {
        remarks().unused(source, "a date without a time zone");
      }
    }

    @Override
    protected void note(Source source) {
      events.add(
          new WindowsEvent(
              fields.of(Label.LOG),
              fields.of(Label.SOURCE),
              fields.of(Label.ID).flatMap(Reading::number),
              fields.of(Label.LEVEL).map(Levels::severity).orElse(Severity.UNKNOWN),
              fields.of(Label.COMPUTER),
              time(source),
              fields.of(Label.DATE),
              message(),
              Optional.empty(),
              source));
    }

    @Override
    protected void clear() {
      fields.clear();
      xml.setLength(0);
      described = false;
    }

    /** A time with a zone: of wevtutil.exe, or of the XML where that was copied too. */
    private Optional<Instant> time(Source source) {
      return xml.isEmpty()
          ? fields.of(Label.DATE).flatMap(PowerShellTime::parse)
          : EventXml.event(xml.toString(), source).flatMap(WindowsEvent::time);
    }

    private Optional<String> message() {
      String said = fields.text(Label.DESCRIPTION);
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
