package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import dev.mabsplan.facts.reading.TextFile;
import java.util.List;

/**
 * What {@code Get-CimInstance Win32_Service | ConvertTo-Json} and {@code Get-WmiObject} write; each
 * row says of which server it is, unless that was left out. Never shows whether all were asked for:
 * what is missing stays unknown.
 */
final class Win32Service implements RowFormat {

  private static final ServiceRows ROWS = new ServiceRows("State", List.of("StartMode"));

  @Override
  public String name() {
    return "Get-CimInstance Win32_Service | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of("Name", "StartMode"));
  }

  @Override
  public boolean fits(TextFile file) {
    return fits(file, Win32Service::isService);
  }

  @Override
  public List<String> naming() {
    return ServiceRows.NAMING;
  }

  @Override
  public void note(Row row, RowNotes rows) {
    ROWS.note(row, rows);
  }

  private static boolean isService(Row row) {
    return ServiceRows.name(row).isPresent()
        && row.text("StartMode").filter(ServiceWords::isStartType).isPresent()
        && (row.value("State").isEmpty()
            || row.text("State").filter(ServiceWords::isState).isPresent());
  }
}
