package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.AntivirusDetection;
import dev.mabsplan.facts.InfectedFileAction;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that Microsoft Defender found infected; of one file the newest detection. */
final class GetMpThreatDetection implements NativeFormat {

  private static final String RESOURCES = "Resources";
  private static final String TIME = "InitialDetectionTime";
  private static final String ACTION = "CleaningActionID";

  /** {@code file:_C:\a.exe}, and of an archive {@code containerfile:_C:\a.zip}. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?:container)?file:_?((?:[a-z]:\\\\|\\\\\\\\).+)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /**
   * A file that was found infected.
   *
   * @param action what was done with it; nothing where that is open
   * @param time when; nothing where unknown
   */
  private record Detection(
      Row row, String path, Optional<InfectedFileAction> action, Optional<Instant> time) {

    Detection newer(Detection other) {
      Instant own = time.orElse(Instant.MIN);
      Instant others = other.time.orElse(Instant.MIN);
      if (own.equals(others) && !action.equals(other.action)) {
        return new Detection(row, path, Optional.empty(), time);
      }
      return others.isAfter(own) ? other : this;
    }

    AntivirusDetection fact(String server) {
      return new AntivirusDetection(server, path, true, action.orElse(null), time.orElse(null));
    }
  }

  @Override
  public String name() {
    return "Get-MpThreatDetection | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, RESOURCES, TIME);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    Map<String, Detection> byFile = new LinkedHashMap<>();
    for (Row row : rows.rows()) {
      Optional<Instant> time = PowerShellTime.of(row, TIME);
      if (time.isEmpty() && row.value(TIME).isPresent()) {
        rows.unread(row, TIME, TIME + " is no time with its zone");
      }
      for (String path : files(row, rows)) {
        byFile.merge(
            rows.server(row).orElse("") + "\n" + path.toLowerCase(Locale.ROOT),
            new Detection(row, path, action(row), time),
            Detection::newer);
      }
    }
    byFile.values().forEach(found -> rows.fact(found.row(), RESOURCES, found::fact));
    rows.finish();
  }

  /** An archive and what is in it are one file. */
  private static Set<String> files(Row row, RowNotes rows) {
    Set<String> files = new LinkedHashSet<>();
    if (row.texts(RESOURCES).isEmpty()) {
      rows.unread(row, RESOURCES, "a detection that does not say where");
    }
    for (String resource : row.texts(RESOURCES)) {
      Matcher file = FILE.matcher(resource.strip());
      if (!file.matches()) {
        rows.unused(row, RESOURCES, "a detection in something that is no file with a path");
        continue;
      }
      String path = file.group(1).split("->", 2)[0].strip();
      if (RowNotes.isName(path)) {
        files.add(path);
      } else {
        rows.unread(row, RESOURCES, "a path with a control character");
      }
    }
    return files;
  }

  /** What was done without success leaves the file as it is, or not: that is open. */
  private static Optional<InfectedFileAction> action(Row row) {
    boolean failed = row.truth("ActionSuccess").filter(success -> !success).isPresent();
    return failed ? Optional.empty() : row.text(ACTION).flatMap(ThreatAction::of);
  }
}
