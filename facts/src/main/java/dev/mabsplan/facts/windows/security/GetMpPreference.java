package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.AntivirusExclusion;
import dev.mabsplan.facts.ExclusionType;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.InfectedFileAction;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Microsoft Defender leaves alone, and what it does with what it finds. */
final class GetMpPreference implements NativeFormat {

  private static final String PATHS = "ExclusionPath";
  private static final String PROCESSES = "ExclusionProcess";
  private static final String SWITCHED_OFF = "DisableRealtimeMonitoring";

  /** The actions by level of threat, the severest first. */
  private static final List<String> LEVELS =
      List.of(
          "SevereThreatDefaultAction",
          "HighThreatDefaultAction",
          "ModerateThreatDefaultAction",
          "LowThreatDefaultAction");

  @Override
  public String name() {
    return "Get-MpPreference | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, PATHS)
        || JsonRows.have(file, PROCESSES)
        || JsonRows.have(file, SWITCHED_OFF)
        || LEVELS.stream().anyMatch(level -> JsonRows.have(file, level));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    for (Row row : rows.rows()) {
      boolean allPaths = exclusions(row, PATHS, ExclusionType.FOLDER, rows);
      boolean allProcesses = exclusions(row, PROCESSES, ExclusionType.PROCESS, rows);
      if (allPaths && allProcesses && rows.rows().size() == 1) {
        notes.collected(FactKind.ANTIVIRUS_EXCLUSIONS);
      }
      extensions(row, rows);
      watching(row, rows);
      infectedFiles(row, rows);
    }
    rows.finish();
  }

  /** Returns whether what was noted is all there is, and all that it excludes can be told. */
  private static boolean exclusions(Row row, String property, ExclusionType type, RowNotes rows) {
    boolean all = rows.has(row, property);
    for (String excluded : row.texts(property)) {
      if (excluded.startsWith("N/A:")) {
        rows.unread(row, property, property + " is shown to administrators only");
        all = false;
      } else if (excluded.isBlank()) {
        rows.unread(row, property, "an exclusion without a name");
        all = false;
      } else {
        rows.fact(row, property, server -> AntivirusExclusion.of(server, type, excluded.strip()));
        // what a wildcard or a variable covers can't be told by comparing names
        all &= excluded.chars().noneMatch(c -> c == '%' || c == '*' || c == '?');
      }
    }
    if (row.texts(property).size() < row.items(property).size()) {
      rows.unread(row, property, property + " is no list of texts");
      all = false;
    }
    return all;
  }

  private static void extensions(Row row, RowNotes rows) {
    if (!row.texts("ExclusionExtension").isEmpty()) {
      rows.unused(row, "ExclusionExtension", "exclusions of file name extensions");
    }
  }

  private static void watching(Row row, RowNotes rows) {
    if (row.truth(SWITCHED_OFF).isPresent()) {
      rows.fact(row, SWITCHED_OFF, server -> Defender.on(server));
      rows.unused(row, SWITCHED_OFF, Defender.SETTING_IS_NO_STATE);
    } else if (row.value(SWITCHED_OFF).isPresent()) {
      rows.unread(row, SWITCHED_OFF, SWITCHED_OFF + " is neither true nor false");
    }
  }

  /**
   * Infected files are deleted only where they are at every level of threat; else the severest
   * level at which they are not says what becomes of them.
   */
  private static void infectedFiles(Row row, RowNotes rows) {
    List<String> undecided = new ArrayList<>();
    for (String level : LEVELS) {
      Optional<InfectedFileAction> action = row.text(level).flatMap(ThreatAction::of);
      if (action.isEmpty()) {
        undecided.add(level);
      } else if (action.get() != InfectedFileAction.DELETE) {
        note(row, level, action.get(), rows);
        return;
      }
    }
    if (undecided.isEmpty()) {
      note(row, LEVELS.get(0), InfectedFileAction.DELETE, rows);
    } else if (undecided.stream().anyMatch(level -> rows.has(row, level))) {
      rows.unused(
          row,
          undecided.get(0),
          "an action for threats that leaves open what becomes of an infected file");
    }
  }

  private static void note(Row row, String level, InfectedFileAction action, RowNotes rows) {
    rows.fact(row, level, server -> Defender.on(server).withInfectedFiles(action));
  }
}
