package dev.mabsplan.facts.windows;

import java.util.List;

/**
 * What {@code Get-CimInstance Win32_Service | ConvertTo-Json} and {@code Get-WmiObject} write; each
 * row says of which server it is, unless that was left out. Never shows whether all were asked for:
 * what is missing stays unknown.
 */
final class Win32Service implements NativeFormat {

  private static final ServiceRows ROWS = new ServiceRows("State", List.of("StartMode"));

  @Override
  public String name() {
    return "Get-CimInstance Win32_Service | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    if (!JsonRows.mayBe(file)) {
      return false;
    }
    JsonRows rows = JsonRows.read(file);
    if (rows.rows().isEmpty()) {
      return rows.damage().isPresent() && JsonRows.have(file, "Name", "StartMode");
    }
    return rows.rows().stream().anyMatch(Win32Service::isService);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    ROWS.read(file, notes);
  }

  private static boolean isService(JsonRows.Row row) {
    return ServiceRows.name(row).isPresent()
        && row.text("StartMode").filter(ServiceWords::isStartType).isPresent()
        && (row.value("State").isEmpty()
            || row.text("State").filter(ServiceWords::isState).isPresent());
  }
}
