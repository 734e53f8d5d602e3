package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Optional;

/** Whether Microsoft Defender watches files as they are used. */
final class GetMpComputerStatus implements RowFormat {

  @Override
  public String name() {
    return "Get-MpComputerStatus | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of("RealTimeProtectionEnabled"));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    Optional<Boolean> watches = row.truth("RealTimeProtectionEnabled");
    if (watches.isEmpty()) {
      rows.unread(
          row, "RealTimeProtectionEnabled", "RealTimeProtectionEnabled is neither true nor false");
      return;
    }
    // beside another product, Defender can say that it is enabled and block nothing
    if (watches.get()
        && row.text("AMRunningMode").filter(mode -> !mode.equals("Normal")).isPresent()) {
      rows.unused(
          row,
          "AMRunningMode",
          "Microsoft Defender does not run in its normal mode, so it is unknown whether it watches files");
      rows.fact(row, "RealTimeProtectionEnabled", server -> Defender.on(server));
      return;
    }
    rows.fact(
        row,
        "RealTimeProtectionEnabled",
        server -> Defender.on(server).withRealTimeMonitoring(watches.get()));
  }
}
