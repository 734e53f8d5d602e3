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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Alerts as they are copied from the console, one or several. What an alert is about and what
 * happened are kept as they were written: only the words of its description tell whether what is
 * affected is a data source. What the console recommends names troubles that nobody has, and stays
 * out.
 */
final class AlertText implements NativeFormat {

  private enum Label {
    AREA,
    SINCE,
    DESCRIPTION,
    SERVER,
    GROUP,
    ADVICE
  }

  private static final Labels<Label> LABELS =
      new Labels<>(
          Map.of(
              Label.AREA, "Affected area|Område som påverkas|Berört område",
              Label.SINCE, "Occurred since|Inträffade sedan|Har inträffat sedan",
              Label.SERVER,
                  "Computer|Protected computer|Protected server|Dator|Skyddad dator"
                      + "|Skyddad server",
              Label.GROUP, "Protection group|Skyddsgrupp",
              Label.DESCRIPTION, "Description|Beskrivning",
              Label.ADVICE,
                  "Recommended action|Recommended actions|Resolution|Solution"
                      + "|Rekommenderad åtgärd|Rekommenderade åtgärder|Lösning"));

  /** A link of the console, which has no colon. */
  private static final Pattern LINK =
      Pattern.compile("[>\\s|*#-]{0,9}More information[*\\s\\\\]{0,9}", Pattern.CASE_INSENSITIVE);

  /** A line that ends in no backslash of its own. */
  private static final Pattern MARKDOWN_BREAK =
      Pattern.compile(
          "[>\\s|*#-]{0,9}(?:More information|Occurred since\\s{0,9}:.{0,60}\\d.{0,9})\\\\\\s{0,9}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DRIVE = Pattern.compile("(?:^|[^\\p{L}\\d])[A-Za-z]:\\\\$");

  @Override
  public String name() {
    return "alert of the DPM console";
  }

  @Override
  public boolean fits(TextFile file) {
    return LABELS.begin(file, Label.AREA, Set.of(Label.SINCE, Label.DESCRIPTION));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    new Reading(file, notes).into(notes);
  }

  /** The reading of one file. */
  private static final class Reading extends EntryReading {
    private final Notes notes;
    private final ProtectionGroups groups;
    private final Fields<Label> fields =
        new Fields<>(Label.class, Set.of(Label.AREA, Label.DESCRIPTION));

    Reading(TextFile file, Notes notes) {
      super(file);
      this.notes = notes;
      this.groups = new ProtectionGroups(notes);
    }

    @Override
    protected List<String> lines(TextFile file) {
      List<String> lines = file.lines();
      if (lines.stream().noneMatch(line -> MARKDOWN_BREAK.matcher(line).matches())) {
        return lines;
      }
      return lines.stream()
          .map(String::stripTrailing)
          .map(
              line ->
                  line.endsWith("\\") && !DRIVE.matcher(line).find()
                      ? line.substring(0, line.length() - 1)
                      : line)
          .toList();
    }

    @Override
    protected void line(String line, Source source) {
      Optional<Labelled<Label>> found = LABELS.in(line);
      if (found.filter(label -> label.label() == Label.AREA).isPresent()) {
        begin(source);
      }
      if (!begun()) {
        if (!line.isBlank()) {
          remarks().unused(source, "text before the first alert");
        }
      } else if (found.isPresent()) {
        labelled(found.get(), source);
      } else if (LINK.matcher(line).matches()) {
        fields.end();
      } else {
        fields.goOn(line.strip());
      }
    }

    private void labelled(Labelled<Label> found, Source source) {
      fields.takeLast(found);
      if (found.label() == Label.ADVICE) {
        remarks().unused(source, "what the console recommends");
      } else if (found.label() == Label.SINCE) {
        since()
            .ifPresentOrElse(
                notes::seenAt, () -> remarks().unused(source, "a time without a time zone"));
      }
    }

    private Optional<Instant> since() {
      return fields.of(Label.SINCE).flatMap(PowerShellTime::parse);
    }

    @Override
    protected void note(Source source) {
      String said = fields.text(Label.DESCRIPTION);
      if (said.isEmpty()) {
        remarks().unread(source, "an alert without a description");
        return;
      }
      Affected affected = affected();
      String text = "Affected area: " + fields.text(Label.AREA) + "\nDescription: " + said;
      notes.error(
          source, affected.error(null, null, Optional.empty(), Optional.empty(), text, since()));
      groups.note(affected, fields.of(Label.GROUP), source);
    }

    /** What is no more than a name may be that of a tape or a server as well. */
    private Affected affected() {
      Affected affected =
          Affected.of(String.join(" ", fields.lines(Label.AREA)), fields.of(Label.SERVER));
      return affected.server().isPresent() ? affected : Affected.UNKNOWN;
    }

    @Override
    protected void clear() {
      fields.clear();
    }
  }
}
