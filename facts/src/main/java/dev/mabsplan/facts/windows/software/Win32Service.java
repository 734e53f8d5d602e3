package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;

/**
 * What {@code Get-CimInstance Win32_Service | ConvertTo-Json} and {@code Get-WmiObject} write; each
 * row says of which server it is, unless that was left out. Never shows whether all were asked for:
 * what is missing stays unknown.
 */
final class Win32Service extends RowFormat {

  Win32Service() {
    super(
        "Get-CimInstance Win32_Service | ConvertTo-Json",
        having("Name", "StartMode").where(Win32Service::isService).naming(ServiceRows.NAMING),
        ServiceRows.service("State", "StartMode"));
  }

  private static boolean isService(Row row) {
    return ServiceRows.name(row).isPresent()
        && row.text("StartMode").filter(ServiceWords.START_TYPES::has).isPresent()
        && (row.value("State").isEmpty()
            || row.text("State").filter(ServiceWords.STATES::has).isPresent());
  }
}
