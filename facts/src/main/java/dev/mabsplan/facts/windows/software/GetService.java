package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.format.AnyCase;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import java.util.Set;

/**
 * What {@code Get-Service | ConvertTo-Json} writes, of Windows PowerShell 5.1 and PowerShell 7. It
 * says nothing of a service that is not there, and never shows whether all were asked for: what is
 * missing stays unknown.
 */
final class GetService extends RowFormat {

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

  GetService() {
    super(
        "Get-Service | ConvertTo-Json",
        having("Name", "Status", "StartType")
            .where(GetService::isService)
            .naming(ServiceRows.NAMING),
        ServiceRows.service("Status", "StartType", "StartupType"));
  }

  private static boolean isService(Row row) {
    if (ServiceRows.name(row).isEmpty()) {
      return false;
    }
    boolean state = row.text("Status").filter(ServiceWords.STATES::has).isPresent();
    boolean startType =
        row.text("StartType")
            .or(() -> row.text("StartupType"))
            .filter(ServiceWords.START_TYPES::has)
            .isPresent();
    if (state && startType) {
      return true;
    }
    boolean whole = row.value("ServiceType").isPresent() && row.value("CanStop").isPresent();
    return (state || startType) && (whole || PROPERTIES.containsAll(row.known()));
  }
}
