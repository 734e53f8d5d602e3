package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import java.util.Optional;

/** Events of a Windows event log as PowerShell lists them. */
final class GetWinEvent implements NativeFormat {

  @Override
  public String name() {
    return "Get-WinEvent | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, "TimeCreated", "Id", "Message");
  }

  @Override
  public void read(TextFile file, Notes notes) {
    WindowsEvents events = new WindowsEvents(notes);
    JsonRows rows = file.rows();
    rows.noteDamage(file, notes);
    rows.rows().forEach(row -> events.add(event(row)));
    events.finish();
  }

  private static WindowsEvent event(Row row) {
    return new WindowsEvent(
        row.text("LogName"),
        row.text("ProviderName").or(() -> row.text("LogName")),
        row.number("Id").filter(id -> id >= 0 && id <= Integer.MAX_VALUE).map(Long::intValue),
        severity(row),
        row.text("MachineName"),
        PowerShellTime.of(row, "TimeCreated"),
        row.text("TimeCreated"),
        row.text("Message"),
        Optional.empty(),
        row.source("Id"));
  }

  /** The numbers are those of the event log; the words are in the language of Windows. */
  private static WindowsEvent.Severity severity(Row row) {
    Optional<Long> level = row.number("Level");
    if (level.isEmpty()) {
      return WindowsEvent.Severity.UNKNOWN;
    }
    return level.get() >= 1 && level.get() <= 3
        ? WindowsEvent.Severity.TROUBLE
        : WindowsEvent.Severity.ORDINARY;
  }
}
