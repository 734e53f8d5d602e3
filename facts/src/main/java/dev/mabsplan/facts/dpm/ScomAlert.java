package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.EntryReading;
import dev.mabsplan.facts.format.Fields;
import dev.mabsplan.facts.format.Labels;
import dev.mabsplan.facts.format.Labels.Labelled;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alerts of the backup server as System Center Operations Manager shows and mails them: the name
 * with the number of the alert, what it is about, and the backup server in the path.
 */
final class ScomAlert implements NativeFormat {

  private enum Label {
    NAME,
    ABOUT,
    PATH,
    GROUP,
    DESCRIPTION,
    TIME,
    OTHER
  }

  private static final Labels<Label> LABELS =
      new Labels<>(
          Map.of(
              Label.NAME, "Alert|Alert name|Name|Avisering|Aviseringsnamn",
              Label.ABOUT, "Source|Källa",
              Label.PATH, "Path|Full path name|Sökväg|Fullständig sökväg",
              Label.GROUP, "Protection group|Skyddsgrupp",
              Label.DESCRIPTION,
                  "Alert description|Description|Aviseringsbeskrivning"
                      + "|Beskrivning av avisering|Beskrivning",
              Label.TIME, "Created|Time raised|Last modified time|Skapad",
              Label.OTHER,
                  "Last modified by|Alert view link"
                      + "|Notification subscription ID generating this message|Alert monitor"
                      + "|Alert rule|Severity|Priority|Resolution state|Allvarlighetsgrad"
                      + "|Senast ändrad av|Senast ändrad"));

  /** {@code DPM: Replica is inconsistent (3106)}. */
  private static final Pattern ALERT =
      Pattern.compile(
          "[>\\s|*#-]{0,9}(?:\\p{L}[\\p{L} ]{1,30}:\\s{0,20})?((?:DPM|MABS)(?: \\d{4})?(?: R2)?:"
              + " (\\S.{1,200}?)\\s?\\((?:ID:?\\s?)?(\\d{2,6})\\))\\s*");

  @Override
  public String name() {
    return "alert of Operations Manager";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.text()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(20)
        .anyMatch(line -> line.length() < 1000 && ALERT.matcher(line).matches());
  }

  @Override
  public void read(TextFile file, Notes notes) {
    new Reading(file, notes).into(notes);
  }

  /** The reading of one file. */
  private static final class Reading extends EntryReading {
    private final Notes notes;
    private final ProtectionGroups groups;
    private final Fields<Label> fields = new Fields<>(Label.class, Set.of(Label.DESCRIPTION));
    private int id;

    Reading(TextFile file, Notes notes) {
      super(file);
      this.notes = notes;
      this.groups = new ProtectionGroups(notes);
    }

    @Override
    protected void line(String line, Source source) {
      Matcher alert = ALERT.matcher(line);
      Optional<Labelled<Label>> found = LABELS.in(line);
      if (line.length() < 1000 && alert.matches()) {
        // some show what an alert is about above its name
        begin(source);
        id = Integer.parseInt(alert.group(3));
        fields.put(Label.NAME, alert.group(1));
      } else if (found.isPresent()) {
        labelled(found.get(), source);
      } else if (!fields.goOn(line.strip()) && !line.isBlank()) {
        remarks().unused(source, "text beside the alerts");
      }
    }

    private void labelled(Labelled<Label> found, Source source) {
      fields.take(found);
      if (found.label() == Label.TIME && PowerShellTime.parse(found.value()).isEmpty()) {
        remarks().unused(source, "a time without a time zone");
      }
    }

    @Override
    protected void note(Source source) {
      Optional<Instant> time = fields.of(Label.TIME).flatMap(PowerShellTime::parse);
      time.ifPresent(notes::seenAt);
      // the path goes on behind the backup server
      Optional<String> backupServer =
          fields.of(Label.PATH).map(path -> path.split("[\\\\;/]", 2)[0].strip());
      Affected affected =
          fields
              .of(Label.ABOUT)
              .filter(about -> backupServer.filter(about::equalsIgnoreCase).isEmpty())
              .map(about -> Affected.ofEither(about, Optional.empty()))
              .orElse(Affected.UNKNOWN);
      String said = fields.text(Label.DESCRIPTION);
      notes.error(
          source,
          affected.error(
              id,
              said.isEmpty() ? fields.of(Label.NAME).orElseThrow() : said,
              Optional.empty(),
              backupServer,
              null,
              time));
      groups.note(affected, fields.of(Label.GROUP), source);
    }

    @Override
    protected void clear() {
      fields.clear();
    }
  }
}
