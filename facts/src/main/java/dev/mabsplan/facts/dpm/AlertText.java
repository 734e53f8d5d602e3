package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.Labels;
import dev.mabsplan.facts.format.Labels.Labelled;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.ArrayList;
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
              Label.AREA, List.of("Affected area", "Område som påverkas", "Berört område"),
              Label.SINCE, List.of("Occurred since", "Inträffade sedan", "Har inträffat sedan"),
              Label.SERVER,
                  List.of(
                      "Computer",
                      "Protected computer",
                      "Protected server",
                      "Dator",
                      "Skyddad dator",
                      "Skyddad server"),
              Label.GROUP, List.of("Protection group", "Skyddsgrupp"),
              Label.DESCRIPTION, List.of("Description", "Beskrivning"),
              Label.ADVICE,
                  List.of(
                      "Recommended action",
                      "Recommended actions",
                      "Resolution",
                      "Solution",
                      "Rekommenderad åtgärd",
                      "Rekommenderade åtgärder",
                      "Lösning")));

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
    new Reading(file, notes).read();
  }

  /** The reading of one file. */
  private static final class Reading {
    private final TextFile file;
    private final Notes notes;
    private final ProtectionGroups groups;
    private final CountedRemarks remarks = new CountedRemarks();
    private final List<String> area = new ArrayList<>();
    private final List<String> description = new ArrayList<>();
    private Optional<Label> within = Optional.empty();
    private Optional<Instant> since = Optional.empty();
    private Optional<String> server = Optional.empty();
    private Optional<String> group = Optional.empty();
    private int start;

    Reading(TextFile file, Notes notes) {
      this.file = file;
      this.notes = notes;
      this.groups = new ProtectionGroups(notes);
    }

    void read() {
      List<String> lines = withoutMarkdown(file.lines());
      for (int i = 0; i < lines.size(); i++) {
        line(lines.get(i), i + 1);
      }
      end();
      remarks.into(notes);
    }

    private static List<String> withoutMarkdown(List<String> lines) {
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

    private void line(String line, int number) {
      Source source = file.line(number);
      Optional<Labelled<Label>> found = LABELS.in(line);
      if (found.isPresent()) {
        begin(found.get(), number);
      } else if (LINK.matcher(line).matches() && start > 0) {
        within = Optional.of(Label.ADVICE);
      } else if (start == 0) {
        if (!line.isBlank()) {
          remarks.unused(source, "text before the first alert");
        }
      } else {
        take(line);
      }
    }

    private void begin(Labelled<Label> labelled, int number) {
      Source source = file.line(number);
      if (labelled.label() == Label.AREA) {
        end();
        start = number;
      } else if (start == 0) {
        remarks.unused(source, "text before the first alert");
        return;
      }
      within = Optional.of(labelled.label());
      switch (labelled.label()) {
        case SINCE -> {
          since = PowerShellTime.parse(labelled.value());
          since.ifPresentOrElse(
              notes::seenAt, () -> remarks.unused(source, "a time without a time zone"));
        }
        case SERVER -> server = known(labelled.value());
        case GROUP -> group = known(labelled.value());
        case ADVICE -> remarks.unused(source, "what the console recommends");
        default -> take(labelled.value());
      }
    }

    private static Optional<String> known(String value) {
      return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    private void take(String line) {
      if (within.equals(Optional.of(Label.AREA))) {
        area.add(line.strip());
      } else if (within.equals(Optional.of(Label.DESCRIPTION))) {
        description.add(line.strip());
      }
    }

    private void end() {
      if (start > 0) {
        Source source = file.line(start);
        String said = String.join("\n", description).strip();
        if (said.isEmpty()) {
          remarks.unread(source, "an alert without a description");
        } else {
          Affected affected = affected();
          notes.error(source, error(said, affected));
          groups.note(affected, group, source);
        }
      }
      start = 0;
      within = Optional.empty();
      since = Optional.empty();
      server = Optional.empty();
      group = Optional.empty();
      area.clear();
      description.clear();
    }

    /** What is no more than a name may be that of a tape or a server as well. */
    private Affected affected() {
      Affected affected = Affected.of(String.join(" ", area), server);
      return affected.server().isPresent() ? affected : Affected.UNKNOWN;
    }

    private ReportedError error(String said, Affected affected) {
      String about = String.join("\n", area).strip();
      String text = "Affected area: " + about + "\nDescription: " + said;
      return affected.error(null, null, Optional.empty(), Optional.empty(), text, since);
    }
  }
}
