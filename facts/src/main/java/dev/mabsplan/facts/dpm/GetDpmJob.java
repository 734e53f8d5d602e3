package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.JobType;
import dev.mabsplan.facts.RunningJob;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.PowerShellTime;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Jobs of a backup server, of which only those count that are running. */
final class GetDpmJob implements RowFormat {

  private static final String TYPE = "JobType";
  private static final String STATUS = "Status";
  private static final String STARTED = "StartTime";
  private static final String DATA_SOURCES = "DataSources";
  private static final String RUNNING = "inprogress";

  @Override
  public String name() {
    return "Get-DPMJob | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of(TYPE, STATUS, DATA_SOURCES));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    Optional<String> type = rows.name(row, TYPE);
    if (type.isEmpty()) {
      return;
    }
    if (row.text(STATUS).filter(GetDpmJob::isWord).isEmpty()) {
      rows.unread(row, STATUS, "Status is no word; select it as [string]$_.Status");
      return;
    }
    if (row.text(STATUS).filter(status -> folded(status).equals(RUNNING)).isEmpty()) {
      rows.unused(row, STATUS, "a job that is not running");
      return;
    }
    String dataSources = row.text(DATA_SOURCES).map(String::strip).orElse("");
    String name =
        type.get()
            + (dataSources.isEmpty() ? "" : " of " + dataSources)
            + PowerShellTime.of(row, STARTED).map(time -> " since " + time).orElse("");
    rows.fact(
        row,
        TYPE,
        server -> {
          RunningJob job = RunningJob.of(server, name);
          return type(type.get()).map(job::withType).orElse(job);
        });
  }

  /** Types by the names that the cmdlet takes for its parameter {@code -Type}. */
  private static Optional<JobType> type(String written) {
    return switch (folded(written)) {
      case "replication", "initialreplication", "shadowcopy" -> Optional.of(JobType.DISK_BACKUP);
      case "cloudbackup" -> Optional.of(JobType.ONLINE_BACKUP);
      case "recovery", "recoverytape" -> Optional.of(JobType.RECOVERY);
      default -> Optional.empty();
    };
  }

  /** What the numbers of ConvertTo-Json stand for, nobody documents. */
  private static boolean isWord(String status) {
    return !status.isBlank() && Character.isLetter(status.strip().charAt(0));
  }

  private static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
