package dev.mabsplan.engine.session;

import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.MailSettings;
import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.Observation;
import dev.mabsplan.facts.ProtectionGroup;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Retention;
import dev.mabsplan.facts.RetentionSchedule;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.VmwareVm;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeenTest {

  private static final Server MABS01 = new Server("MABS01", ServerRole.BACKUP_SERVER, "MABS01");
  private static final Server FS01 =
      new Server("FS01.contoso.com", ServerRole.PROTECTED_SERVER, "MABS01");
  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";

  private static Seen seen(Object... observed) {
    return seenBy(good(), observed);
  }

  private static Seen seenBy(SmallPack rules, Object... observed) {
    return rules.compile().seen(List.of(observed));
  }

  private static Seen seenBy(String pattern, Object... observed) {
    return seenBy(good().rule("tested", pattern), observed);
  }

  @Nested
  class NamesOfOneSortAreOne {

    @Test
    void aProtectionGroupWhoeverSpeaksOfIt() {
      assertEquals(
          List.of(
              ProtectionGroup.of("MABS01", "File servers"),
              DataSource.of("FS01", "D:\\").withProtectionGroup("File servers"),
              Retention.of("MABS01", "File servers", RetentionSchedule.DAILY)),
          seen(
                  ProtectionGroup.of("MABS01", "File servers"),
                  DataSource.of("FS01", "D:\\").withProtectionGroup("FILE SERVERS"),
                  Retention.of("MABS01", "file servers", RetentionSchedule.DAILY))
              .things());
    }

    @Test
    void aVirtualMachineThatIsADataSource() {
      assertEquals(
          List.of(DataSource.of("VC01", "Web01"), VmwareVm.of("VC01", "Web01")),
          seen(DataSource.of("VC01", "Web01"), VmwareVm.of("VC01", "WEB01")).things());
    }

    @Test
    void aVolumeAndAFolder() {
      assertEquals(
          List.of(Volume.of("MABS01", "C:\\Mount"), Folder.of("MABS01", "C:\\Mount")),
          seen(Volume.of("MABS01", "C:\\Mount"), Folder.of("MABS01", "c:\\mount")).things());
    }

    @Test
    void aServerThatSendsMail() {
      assertEquals(
          List.of(MailSettings.of("MABS01").withSmtpServer("MABS01"), MABS01),
          seen(MailSettings.of("MABS01").withSmtpServer("mabs01"), MABS01).things());
    }

    @Test
    void aServerByItsShortNameAndItsFullOne() {
      assertEquals(
          List.of(FS01, NetworkReach.of("MABS01", "FS01.contoso.com")),
          seen(FS01, NetworkReach.of("MABS01", "fs01")).things());
    }

    @Test
    void aNameThatARuleWritesOut() {
      assertEquals(
          List.of(Service.of("FS01", "VSS")),
          seenBy("Service( name == \"VSS\", $server : server )", Service.of("FS01", "vss"))
              .things());
    }

    @Test
    void alsoOneThatARuleOnlySaysItIsNot() {
      assertEquals(
          List.of(Service.of("FS01", "VSS")),
          seenBy("Service( name != \"VSS\", $server : server )", Service.of("FS01", "vss"))
              .things());
    }

    @Test
    void everyPartOfAKey() {
      String rule =
          "RegistryValue( key == \""
              + KEY.replace("\\", "\\\\")
              + "\", name == \"ScratchLocation\", $server : server )";
      String written = KEY.toLowerCase(Locale.ROOT);

      assertEquals(
          List.of(RegistryValue.of("FS01", KEY, "ScratchLocation")),
          seenBy(rule, RegistryValue.of("FS01", written, "SCRATCHLOCATION")).things());
    }
  }

  @Nested
  class AllElseIsSeenAsItWasObserved {

    @Test
    void theDataOfTheRegistryBesideAFolderOfThatName() {
      RegistryValue value = RegistryValue.of("MABS01", KEY, "ScratchLocation").withData("c:\\s");

      assertSame(value, seen(Folder.of("MABS01", "C:\\S"), value).things().get(1));
    }

    @Test
    void theIdOfASymptomBesideAnObservationOfThatValue() {
      Symptom symptom =
          new Symptom("small/inconsistent", "FS01", "D:\\", Address.parse("errors[0]"));

      assertSame(
          symptom,
          seen(Observation.of("MABS01", "last-topic", "Small/Inconsistent"), symptom)
              .things()
              .get(1));
    }

    @Test
    void anObservationBesideAProductOfThatName() {
      Observation observed = Observation.of("MABS01", "bought", "Defender");

      assertSame(
          observed,
          seenBy(
                  "Software( product == \"defender\", $server : server )",
                  Software.of("MABS01", "Defender"),
                  observed)
              .things()
              .get(1));
    }

    @Test
    void aDataSourceBesideAServiceOfThatName() {
      DataSource source = DataSource.of("SQL01", "vss");

      assertSame(
          source,
          seenBy("Service( name == \"VSS\", $server : server )", Service.of("SQL01", "VSS"), source)
              .things()
              .get(1));
    }

    @Test
    void whatHasTheSpellingAlready() {
      Service service = Service.of("FS01", "VSS");

      assertSame(
          service, seenBy("Service( name == \"VSS\", $server : server )", service).things().get(0));
    }
  }

  @Nested
  class WhatIsSaidIsSaidOfWhatWasObserved {

    private static final String ORACLE =
        "DataSource( name == \"Oracle\", $server : server, $source : name )";

    @Test
    void ofAFactThatRulesSeeACopyOf() {
      Service written = Service.of("FS01", "vss");
      Seen seen = seenBy("Service( name == \"VSS\", $server : server )", written);

      assertSame(written, seen.original(seen.things().get(0)));
    }

    @Test
    void ofAProblemOfADataSourceThatRulesSpellOtherwise() {
      Seen seen = seenBy(ORACLE, DataSource.of("DB01", "ORACLE"));

      assertEquals(
          new Problem("small/inconsistent", "DB01", "ORACLE"),
          seen.original(new Problem("small/inconsistent", "DB01", "Oracle")));
    }

    @Test
    void andTheSessionSeesSuchAProblemAsRulesSpellIt() {
      Seen seen = seenBy(ORACLE, DataSource.of("DB01", "ORACLE"));

      assertEquals(
          new Problem("small/inconsistent", "DB01", "Oracle"),
          seen.seen(new Problem("small/inconsistent", "DB01", "ORACLE")));
    }
  }
}
