package dev.mabsplan.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.MailSettings;
import dev.mabsplan.facts.Observation;
import dev.mabsplan.facts.ProtectionGroup;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneSpellingTest {

  @Test
  void namesThatDifferInCaseOnlyBecomeOne() {
    List<Object> spelled =
        OneSpelling.of(
            List.of(
                ProtectionGroup.of("MABS01", "File servers"),
                DataSource.of("FS01", "D:\\").withProtectionGroup("FILE SERVERS")));

    assertEquals(
        List.of(
            ProtectionGroup.of("MABS01", "File servers"),
            DataSource.of("FS01", "D:\\").withProtectionGroup("File servers")),
        spelled);
  }

  @Test
  void serversKeepTheirSpellingWhereverTheyStand() {
    Server server = new Server("MABS01", ServerRole.BACKUP_SERVER, "MABS01");

    List<Object> spelled =
        OneSpelling.of(List.of(MailSettings.of("MABS01").withSmtpServer("mabs01"), server));

    assertEquals(List.of(MailSettings.of("MABS01").withSmtpServer("MABS01"), server), spelled);
  }

  @Test
  void whatAUserObservedStaysAsItIs() {
    Observation observed = Observation.of("MABS01", "library", "mabs01");

    assertEquals(
        List.of(ProtectionGroup.of("MABS01", "MABS01"), observed),
        OneSpelling.of(List.of(ProtectionGroup.of("MABS01", "MABS01"), observed)));
  }
}
