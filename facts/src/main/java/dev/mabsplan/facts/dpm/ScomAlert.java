package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.Labels;
import dev.mabsplan.facts.format.Labels.Labelled;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
              Label.NAME, List.of("Alert", "Alert name", "Name", "Avisering", "Aviseringsnamn"),
              Label.ABOUT, List.of("Source", "Källa"),
              Label.PATH, List.of("Path", "Full path name", "Sökväg", "Fullständig sökväg"),
              Label.GROUP, List.of("Protection group", "Skyddsgrupp"),
              Label.DESCRIPTION,
                  List.of(
                      "Alert description",
                      "Description",
                      "Aviseringsbeskrivning",
                      "Beskrivning av avisering",
                      "Beskrivning"),
              Label.TIME, List.of("Created", "Time raised", "Last modified time", "Skapad"),
              Label.OTHER,
                  List.of(
                      "Last modified by",
                      "Alert view link",
                      "Notification subscription ID generating this message",
                      "Alert monitor",
                      "Alert rule",
                      "Severity",
                      "Priority",
                      "Resolution state",
                      "Allvarlighetsgrad",
                      "Senast ändrad av",
                      "Senast ändrad")));

  /** {@code DPM: Replica is inconsistent (3106)}. */
  private static final Pattern ALERT =
      Pattern.compile(
          "[>\\s|*#-]{0,9}(?:\\p{L}[\\p{L} ]{1,30}:\\s{0,20})?"
              + "((?:DPM|MABS)(?: \\d{4})?(?: R2)?: (\\S.{1,200}?)\\s?\\((?:ID:?\\s?)?(\\d{2,6})\\))\\s*");

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
    new Reading(file, notes).read();
  }

  /** The reading of one file. */
  private static final class Reading {
    private final TextFile file;
    private final Notes notes;
    private final ProtectionGroups groups;
    private final CountedRemarks remarks = new CountedRemarks();
    private final Fields<Label> fields = new Fields<>(Label.class, Label.DESCRIPTION);
    private int id;
    private int start;

    Reading(TextFile file, Notes notes) {
      this.file = file;
      this.notes = notes;
      this.groups = new ProtectionGroups(notes);
    }

    void read() {
      List<String> lines = file.lines();
      for (int i = 0; i < lines.size(); i++) {
        line(lines.get(i), i + 1);
      }
      end();
      remarks.into(notes);
    }

    private void line(String line, int number) {
      Matcher alert = ALERT.matcher(line);
      Optional<Labelled<Label>> found = LABELS.in(line);
      if (line.length() < 1000 && alert.matches()) {
        begin(alert, number);
      } else if (found.isPresent()) {
        labelled(found.get(), number);
      } else if (!fields.goOn(line) && !line.isBlank()) {
        remarks.unused(file.line(number), "text beside the alerts");
      }
    }

    private void begin(Matcher alert, int number) {
      // some show what an alert is about above its name
      if (start > 0) {
        end();
      }
      start = number;
      id = Integer.parseInt(alert.group(3));
      fields.put(Label.NAME, alert.group(1));
    }

    private void labelled(Labelled<Label> found, int number) {
      fields.take(found);
      if (found.label() == Label.TIME && PowerShellTime.parse(found.value()).isEmpty()) {
        remarks.unused(file.line(number), "a time without a time zone");
      }
    }

    private void end() {
      if (start > 0) {
        note();
      }
      start = 0;
      fields.clear();
    }

    private void note() {
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
      String said = fields.described();
      notes.error(
          file.line(start),
          affected.error(
              id,
              said.isEmpty() ? fields.of(Label.NAME).orElseThrow() : said,
              Optional.empty(),
              backupServer,
              null,
              time));
      groups.note(affected, fields.of(Label.GROUP), file.line(start));
    }
  }
}
