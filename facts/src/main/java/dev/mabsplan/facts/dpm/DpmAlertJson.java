package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import java.util.Optional;

/** {@code Get-DPMAlert | ConvertTo-Json}, of Windows PowerShell 5.1 and of PowerShell 7. */
final class DpmAlertJson implements NativeFormat {

  @Override
  public String name() {
    return "Get-DPMAlert as JSON";
  }

  @Override
  public boolean fits(TextFile file) {
    return JsonRows.have(file, DpmAlerts.PROPERTIES.toArray(String[]::new));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    JsonRows rows = file.rows();
    DpmAlerts alerts = new DpmAlerts(notes);
    for (JsonRows.Row row : rows.rows()) {
      alerts.add(row.object().source(), property -> value(row, property));
    }
    rows.noteDamage(file, notes);
    alerts.finish();
  }

  /** Returns the text of a property, or of a property of an object: {@code ErrorInfo.Problem}. */
  private static Optional<String> value(JsonRows.Row row, String property) {
    Optional<String> own = row.text(property);
    if (own.isPresent()) {
      return own;
    }
    int dot = property.indexOf('.');
    // Windows PowerShell 5.1 writes some dates as an object
    String outer = dot < 0 ? property : property.substring(0, dot);
    String inner = dot < 0 ? "value" : property.substring(dot + 1);
    return row.object(outer).flatMap(object -> object.text(inner));
  }
}
