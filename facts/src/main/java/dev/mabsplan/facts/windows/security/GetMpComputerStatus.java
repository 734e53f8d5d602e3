package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.Antivirus;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import java.util.Optional;

/** Whether Microsoft Defender watches files as they are used. */
final class GetMpComputerStatus extends RowFormat {

  private static final String WATCHES = "RealTimeProtectionEnabled";
  private static final String MODE = "AMRunningMode";

  GetMpComputerStatus() {
    super(
        "Get-MpComputerStatus | ConvertTo-Json",
        having(WATCHES),
        key(
                truth(WATCHES).orUnread(WATCHES + " is neither true nor false"),
                (server, watches) -> Defender.on(server))
            .set(
                truth(WATCHES)
                    .unless(
                        Column.of(MODE, GetMpComputerStatus::modeOfBoast),
                        "Microsoft Defender does not run in its normal mode, so it is unknown"
                            + " whether it watches files"),
                Antivirus::withRealTimeMonitoring));
  }

  /** Beside another product, Defender can say that it is enabled and block nothing. */
  private static Optional<String> modeOfBoast(Row row) {
    return row.text(MODE)
        .filter(mode -> row.truth(WATCHES).orElse(false) && !mode.equals("Normal"));
  }
}
