package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.JobType;
import dev.mabsplan.facts.RunningJob;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.Words;
import java.util.Optional;

/** Jobs of a backup server, of which only those count that are running. */
final class GetDpmJob extends RowFormat {

  private static final String TYPE = "JobType";

  /** Types by the names that the cmdlet takes for its parameter {@code -Type}. */
  private static final Words<JobType> TYPES =
      Words.<JobType>none()
          .and(JobType.DISK_BACKUP, "replication", "initialreplication", "shadowcopy")
          .and(JobType.ONLINE_BACKUP, "cloudbackup")
          .and(JobType.RECOVERY, "recovery", "recoverytape");

  GetDpmJob() {
    super(
        "Get-DPMJob | ConvertTo-Json",
        having(TYPE, "Status", "DataSources"),
        key(new Column<>(TYPE, GetDpmJob::named), RunningJob::of)
            .need(
                text("Status")
                    .where(GetDpmJob::isWord)
                    .orUnread("Status is no word; select it as [string]$_.Status"))
            .need(
                text("Status")
                    .where(status -> status.strip().equalsIgnoreCase("InProgress"))
                    .orUnused("a job that is not running"))
            .set(text(TYPE).as(TYPES::meaning), RunningJob::withType));
  }

  private static Optional<String> named(Row row, RowNotes rows) {
    String dataSources = row.text("DataSources").map(String::strip).orElse("");
    String of = dataSources.isEmpty() ? "" : " of " + dataSources;
    String since = PowerShellTime.of(row, "StartTime").map(time -> " since " + time).orElse("");
    return rows.name(row, TYPE).map(type -> type + of + since);
  }

  /** What the numbers of ConvertTo-Json stand for, nobody documents. */
  private static boolean isWord(String status) {
    return !status.isBlank() && Character.isLetter(status.strip().charAt(0));
  }
}
