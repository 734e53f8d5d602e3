package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.reading.AnyCase;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import dev.mabsplan.facts.reading.TextFile;
import java.util.List;
import java.util.Set;

/**
 * What {@code Get-Service | ConvertTo-Json} writes, of Windows PowerShell 5.1 and PowerShell 7. It
 * says nothing of a service that is not there, and never shows whether all were asked for: what is
 * missing stays unknown.
 */
final class GetService implements RowFormat {

  private static final ServiceRows ROWS =
      new ServiceRows("Status", List.of("StartType", "StartupType"));

  /** All that Select-Object can take from it: with nothing else a row needs no start type. */
  private static final Set<String> PROPERTIES =
      AnyCase.of(
          "Name",
          "ServiceName",
          "DisplayName",
          "Status",
          "StartType",
          "StartupType",
          "DelayedAutoStart",
          "Description",
          "BinaryPathName",
          "UserName",
          "MachineName",
          "ComputerName",
          "Computer",
          "PSComputerName",
          "PSShowComputerName",
          "RunspaceId");

  @Override
  public String name() {
    return "Get-Service | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of("Name", "Status", "StartType"));
  }

  @Override
  public boolean fits(TextFile file) {
    return fits(file, GetService::isService);
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
    if (ServiceRows.name(row).isEmpty()) {
      return false;
    }
    boolean state = row.text("Status").filter(ServiceWords::isState).isPresent();
    boolean startType =
        row.text("StartType")
            .or(() -> row.text("StartupType"))
            .filter(ServiceWords::isStartType)
            .isPresent();
    if (state && startType) {
      return true;
    }
    boolean whole = row.value("ServiceType").isPresent() && row.value("CanStop").isPresent();
    return (state || startType) && (whole || PROPERTIES.containsAll(row.known()));
  }
}
