package dev.mabsplan.facts.dpm;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.JobType;
import dev.mabsplan.facts.RunningJob;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetDpmJobTest {

  @Test
  void jobsThatRunHaveTheTypesThatTheCmdletKnows() {
    Sample sample = read(new GetDpmJob(), file("get-dpm-job/powershell-5.json"));

    assertEquals(
        List.of(
            RunningJob.of(SERVER, "Replication of D:\\ since 2026-01-15T02:40:00Z")
                .withType(JobType.DISK_BACKUP),
            RunningJob.of(SERVER, "CloudBackup of WEB01 since 2026-01-15T02:41:00Z")
                .withType(JobType.ONLINE_BACKUP),
            RunningJob.of(SERVER, "Validation")),
        sample.facts());
    assertEquals(List.of(3, 9, 15), sample.lines());
    assertEquals(List.of("22: a job that is not running"), sample.unused());
  }

  @Test
  void aStatusThatIsANumberDoesNotSayThatTheJobIsOver() {
    Sample sample =
        Sample.pasted(new GetDpmJob(), "{\"JobType\": 3, \"Status\": 1, \"DataSources\": \"D:\"}");

    assertEquals(List.of("1: Status is no word; select it as [string]$_.Status"), sample.unread());
  }

  @Test
  void whatIsDamagedIsUnreadAndTheRestIsRead() {
    Sample sample = read(new GetDpmJob(), file("get-dpm-job/damaged.json"));

    assertEquals(
        List.of(RunningJob.of(SERVER, "Replication of D:\\").withType(JobType.DISK_BACKUP)),
        sample.facts());
    assertEquals(2, sample.unread().size());
  }
}
