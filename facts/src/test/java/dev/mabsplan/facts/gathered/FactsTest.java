package dev.mabsplan.facts.gathered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.Clock;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.MailSettings;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.SecurityPin;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.WindowsFeature;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Instant NOW = Instant.parse("2026-01-15T03:10:00Z");

  private static List<Fault> faults(Facts.Builder builder) {
    return assertThrows(InvalidFactsException.class, builder::build).faults();
  }

  private static Fault fault(Facts.Builder builder) {
    List<Fault> faults = faults(builder);
    assertEquals(1, faults.size(), faults::toString);
    return faults.get(0);
  }

  private static Source line(int line) {
    return new Source("f.json", "", line, 1);
  }

  @Nested
  class Later {

    private final Service stopped =
        new Service("FS01", "VSS", true, ServiceState.STOPPED, StartType.DISABLED);
    private final Facts before = Facts.builder().add(stopped, line(3)).build();

    private Facts with(Service later) {
      return before.withNewer(Facts.builder().add(later, line(9)).build());
    }

    @Test
    void holdsWhereBothSpeakAndLeavesTheRest() {
      Service running = new Service("FS01", "VSS", true, ServiceState.RUNNING, null);

      Facts after = with(running);

      Service all = new Service("FS01", "VSS", true, ServiceState.RUNNING, StartType.DISABLED);
      assertEquals(List.of(all), after.facts());
      assertEquals(before.servers(), after.servers());
      assertEquals(Optional.of(line(9)), after.source(Address.of(all).component("state")));
    }

    @Test
    void takesNothingOverFromWhatIsGone() {
      Service absent = new Service("FS01", "VSS", false, null, null);

      assertEquals(List.of(absent), with(absent).facts());
    }

    @Test
    void isWhatAnAttemptCameToAndWhatAnErrorIs() {
      ReportedError error = ReportedError.ofText("The replica is inconsistent");
      Facts facts =
          Facts.builder()
              .error(error)
              .error(ReportedError.ofId(3106))
              .attempt(Attempt.of("a/b", AttemptOutcome.FAILED))
              .build();

      Facts settled = facts.withSettled(facts.addressOf(error), "replica/inconsistent");

      assertEquals(
          List.of("replica/inconsistent"),
          settled.errors().stream().map(ReportedError::is).filter(is -> is != null).toList());
      assertEquals(
          List.of(Attempt.of("a/b", AttemptOutcome.HELPED)),
          facts.withAttempt(Attempt.of("a/b", AttemptOutcome.HELPED)).attempts());
    }
  }

  @Nested
  class Servers {

    private @Nullable ServerRole role(Facts facts, String name) {
      return facts.server(name).orElseThrow().role();
    }

    @Test
    void nothingKnownStillMeansOneBackupServerWithoutAName() {
      Facts facts = Facts.builder().build();

      assertEquals(List.of(new Server("", ServerRole.BACKUP_SERVER, "")), facts.servers());
      assertEquals(List.of(), facts.facts());
      assertEquals(Optional.empty(), facts.observedAt());
    }

    @Test
    void factsCanBeAboutTheBackupServerWithoutAName() {
      Facts facts = Facts.builder().add(Service.of("", "obengine")).build();

      assertEquals(1, facts.servers().size());
      assertTrue(facts.fact(Address.parse("servers[].services[obengine]")).isPresent());
    }

    @Test
    void factsByTheirAddressesStandInTheOrderOfTheFacts() {
      Facts facts =
          Facts.builder()
              .add(Service.of("FS02", "VSS"))
              .add(Volume.of("FS01", "D:"))
              .add(Service.of("fs02", "DPMRA"))
              .build();

      assertEquals(facts.facts(), List.copyOf(facts.byAddress().values()));
    }

    @Test
    void theEmptyNameIsThatOfTheOnlyBackupServer() {
      Facts facts =
          Facts.builder()
              .add(Service.of("", "obengine"))
              .server("MABS01", ServerRole.BACKUP_SERVER)
              .build();

      assertEquals(List.of(Service.of("MABS01", "obengine")), facts.facts());
      assertEquals(1, facts.servers().size());
      assertEquals("MABS01", facts.server("").orElseThrow().name());
    }

    @Test
    void namesCompareWithoutCaseAndAsDeclared() {
      Facts facts =
          Facts.builder()
              .server("MABS01", ServerRole.BACKUP_SERVER)
              .server("Fs01", ServerRole.PROTECTED_SERVER)
              .add(Service.of("fs01", "VSS"))
              .collected("FS01", FactKind.SERVICES)
              .error(ReportedError.ofId(3106).withServer("FS01").withReportedBy("mabs01"))
              .attempt(new Attempt("a/b", AttemptOutcome.FAILED, "FS01", null, null))
              .build();

      assertEquals(2, facts.servers().size());
      assertEquals("Fs01", facts.facts().get(0).server());
      assertEquals(List.of(new Collected("Fs01", FactKind.SERVICES)), facts.collected());
      assertEquals("Fs01", facts.errors().get(0).server());
      assertEquals("MABS01", facts.errors().get(0).reportedBy());
      assertEquals("Fs01", facts.attempts().get(0).server());
    }

    @Test
    void aShortNameIsTheQualifiedOneInBothDirections() {
      Facts declaredLong =
          Facts.builder()
              .server("FS01.contoso.com", ServerRole.PROTECTED_SERVER)
              .add(Service.of("fs01", "VSS"))
              .build();
      Facts declaredShort =
          Facts.builder()
              .server("FS01", ServerRole.PROTECTED_SERVER)
              .add(Service.of("fs01.contoso.com", "VSS"))
              .build();

      assertEquals("FS01.contoso.com", declaredLong.facts().get(0).server());
      assertEquals("FS01", declaredShort.facts().get(0).server());
      assertEquals(declaredLong.server("FS01"), declaredLong.server("fs01.CONTOSO.com"));
      assertEquals("FS01", declaredShort.server("FS01.contoso.com").orElseThrow().name());
    }

    @Test
    void aShortNameThatCouldBeTwoServersIsNeither() {
      Facts facts =
          Facts.builder()
              .server("FS01.contoso.com", ServerRole.PROTECTED_SERVER)
              .server("FS01.fabrikam.com", ServerRole.PROTECTED_SERVER)
              .add(Service.of("FS01", "VSS"))
              .build();

      assertEquals("FS01", facts.facts().get(0).server());
      assertEquals(null, role(facts, "FS01"));
      assertEquals(4, facts.servers().size());
    }

    @Test
    void anAddressInNumbersHasNoShortName() {
      Facts facts =
          Facts.builder()
              .server("10.1.2.3", ServerRole.PROTECTED_SERVER)
              .add(Service.of("10", "VSS"))
              .build();

      assertEquals("10", facts.facts().get(0).server());
    }

    @Test
    void whoReportsAnErrorOrBacksUpAServerIsABackupServer() {
      Facts facts =
          Facts.builder()
              .error(ReportedError.ofId(3106).withServer("FS01").withReportedBy("MABS01"))
              .server(new Server("FS02", ServerRole.PROTECTED_SERVER, "MABS02"))
              .build();

      assertEquals(ServerRole.BACKUP_SERVER, role(facts, "MABS01"));
      assertEquals(ServerRole.BACKUP_SERVER, role(facts, "MABS02"));
      assertEquals(null, role(facts, "FS01"));
      assertEquals(4, facts.servers().size());
    }

    @Test
    void aProtectedServerBelongsToTheOnlyBackupServer() {
      Facts facts =
          Facts.builder()
              .server("MABS01", ServerRole.BACKUP_SERVER)
              .server("FS01", ServerRole.PROTECTED_SERVER)
              .build();

      assertEquals("MABS01", facts.server("FS01").orElseThrow().backupServer());
      assertEquals("MABS01", facts.server("MABS01").orElseThrow().backupServer());
    }

    @Test
    void ofTwoBackupServersNoneIsAssumed() {
      Facts facts =
          Facts.builder()
              .server("MABS01", ServerRole.BACKUP_SERVER)
              .server("MABS02", ServerRole.BACKUP_SERVER)
              .server("FS01", ServerRole.PROTECTED_SERVER)
              .server(new Server("FS02", ServerRole.PROTECTED_SERVER, "mabs02"))
              .build();

      assertEquals(null, facts.server("FS01").orElseThrow().backupServer());
      assertEquals("MABS02", facts.server("FS02").orElseThrow().backupServer());
    }

    @Test
    void aProtectedServerBacksUpNothing() {
      Fault fault =
          fault(
              Facts.builder()
                  .server("FS01", ServerRole.PROTECTED_SERVER)
                  .server(new Server("FS02", ServerRole.PROTECTED_SERVER, "FS01")));

      assertEquals(
          "expected servers[FS02].backupServer to be the name of a backup server; found \"FS01\","
              + " which is a protectedServer",
          fault.message());
    }

    @Test
    void aBackupServerBelongsToItself() {
      Fault fault = fault(Facts.builder().server(new Server("A", ServerRole.BACKUP_SERVER, "B")));

      assertTrue(
          fault.message().contains("servers[A].backupServer to be left out"), fault::message);
    }

    @Test
    void aServerHasOneRole() {
      Fault fault =
          fault(
              Facts.builder()
                  .server("FS01", ServerRole.PROTECTED_SERVER)
                  .server("fs01", ServerRole.BACKUP_SERVER));

      assertTrue(
          fault.message().startsWith("expected one value for servers[FS01].role; found"),
          fault::message);
    }

    @Test
    void theServiceOfDpmMakesABackupServer() {
      Facts facts =
          Facts.builder()
              .add(Service.of("MABS01", "msdpm"), Source.of("services.json", 3))
              .add(Service.of("FS01", "VSS"))
              .build();

      assertEquals(
          List.of(
              new Server("FS01", null, "MABS01"),
              new Server("MABS01", ServerRole.BACKUP_SERVER, "MABS01")),
          facts.servers());
      assertEquals(
          Optional.of(Source.of("services.json", 3)), facts.source(Address.ofServer("MABS01")));
    }

    @Test
    void theServiceOfDpmIsOutweighedByWhatIsSaidOfTheServer() {
      Facts facts =
          Facts.builder()
              .server("MABS01", ServerRole.BACKUP_SERVER)
              .server("FS01", ServerRole.PROTECTED_SERVER)
              .server(new Server("FS02", null, "MABS01"))
              .add(Service.of("FS01", "MSDPM"))
              .add(Service.of("FS02", "MSDPM"))
              .build();

      assertEquals(
          Arrays.asList(ServerRole.PROTECTED_SERVER, null, ServerRole.BACKUP_SERVER),
          facts.servers().stream().map(Server::role).toList());
    }

    @Test
    void theServiceOfDpmThatIsAbsentSaysNothing() {
      assertNull(
          Facts.builder()
              .server("MABS01", ServerRole.BACKUP_SERVER)
              .add(Service.of("FS01", "MSDPM").absent())
              .build()
              .server("FS01")
              .orElseThrow()
              .role());
    }
  }

  @Nested
  class Merging {

    @Test
    void fillsWhatIsUnknownAndUnitesSets() {
      Facts facts =
          Facts.builder()
              .add(Volume.of("A", "D:").withSizeBytes(100).withPurposes(Set.of(VolumePurpose.DATA)))
              .add(
                  Volume.of("a", "d:\\")
                      .withFreeBytes(7)
                      .withPurposes(Set.of(VolumePurpose.SYSTEM)))
              .build();

      assertEquals(
          List.of(
              new Volume("A", "D:", Set.of(VolumePurpose.DATA, VolumePurpose.SYSTEM), 100L, 7L)),
          facts.facts());
    }

    @Test
    void equalValuesAreNoContradictionWhateverTheirSpelling() {
      Facts facts =
          Facts.builder()
              .add(Software.of("A", "mars").withVersion(Version.parse("2.0.9052.0")))
              .add(Software.of("A", "MARS").withVersion(Version.parse("2.0.9052")))
              .build();

      assertEquals(
          "[Software[server=A, product=MARS, present=true, version=2.0.9052]]",
          facts.facts().toString());
    }

    @Test
    void twoValuesForOneAddressAreAFaultThatNamesBothAndWhereTheyAre() {
      Fault fault =
          fault(
              Facts.builder()
                  .add(Service.of("A", "VSS").withStartType(StartType.DISABLED), line(3))
                  .add(Service.of("A", "vss").withStartType(StartType.MANUAL), line(9)));

      assertEquals(
          "f.json:9:1: expected one value for servers[A].services[VSS].startType;"
              + " found disabled (f.json:3:1) and manual (f.json:9:1); leave out the one that no"
              + " longer holds",
          fault.message());
    }

    @Test
    void presentAndAbsentIsAContradiction() {
      Fault fault =
          fault(
              Facts.builder()
                  .add(WindowsFeature.of("A", "Windows-Server-Backup"))
                  .add(WindowsFeature.of("A", "Windows-Server-Backup").absent()));

      assertTrue(fault.message().contains("windowsFeatures[Windows-Server-Backup].present"));
    }

    @Test
    void ofWhatIsAbsentNothingElseIsKnown() {
      Fault fault =
          fault(Facts.builder().add(new Service("A", "VSS", false, null, StartType.MANUAL)));

      assertEquals(
          "expected nothing to be known of servers[A].services[VSS], which is not present;"
              + " found startType",
          fault.message());
    }

    @Test
    void twoOutcomesOfOneAttemptAreAContradiction() {
      Fault fault =
          fault(
              Facts.builder()
                  .attempt(Attempt.of("a/b", AttemptOutcome.FAILED))
                  .attempt(Attempt.of("a/b", AttemptOutcome.HELPED)));

      assertTrue(fault.message().contains("one value for attempts[a/b].outcome"), fault::message);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
      List<Fault> faults =
          faults(
              Facts.builder()
                  .add(MailSettings.of("A").withPort(0), line(4))
                  .add(Service.of("A", " "), line(2))
                  .error(ReportedError.ofText(" "), line(3)));

      assertEquals(List.of(line(2), line(3), line(4)), faults.stream().map(Fault::source).toList());
    }
  }

  @Nested
  class Spellings {

    private List<String> keys(Fact fact) {
      return Address.of(Facts.builder().add(fact).build().facts().get(0)).keys();
    }

    @Test
    void hivesAreShort() {
      for (String written :
          List.of(
              "HKEY_LOCAL_MACHINE\\SOFTWARE\\X",
              "HKLM:\\SOFTWARE\\X\\",
              "hklm\\SOFTWARE\\X",
              "Computer\\HKEY_LOCAL_MACHINE\\SOFTWARE\\X")) {
        assertEquals(
            List.of("HKLM\\SOFTWARE\\X", "n"), keys(RegistryValue.of("A", written, "n")), written);
      }
      assertEquals(
          "HKU\\.DEFAULT", keys(RegistryValue.of("A", "HKEY_USERS\\.DEFAULT", "n")).get(0));
      assertEquals("HKCU\\X", keys(RegistryValue.of("A", "HKEY_CURRENT_USER\\X", "n")).get(0));
      assertEquals("HKCR\\X", keys(RegistryValue.of("A", "HKEY_CLASSES_ROOT\\X", "n")).get(0));
      assertEquals("HKCC\\X", keys(RegistryValue.of("A", "HKEY_CURRENT_CONFIG\\X", "n")).get(0));
    }

    @Test
    void aVolumeIsALetterWithAColon() {
      for (String written : List.of("d", "D", "d:", "d:\\", "D:\\")) {
        assertEquals(List.of("D:"), keys(Volume.of("A", written)), written);
      }
      assertEquals(List.of("C:\\mount"), keys(Volume.of("A", "C:\\mount\\")));
    }

    @Test
    void aFolderHasNoBackslashAtItsEndButARootHas() {
      assertEquals(List.of("C:\\Scratch"), keys(Folder.of("A", "C:\\Scratch\\")));
      assertEquals(List.of("C:\\"), keys(Folder.of("A", "C:\\")));
    }

    @Test
    void aDataSourceIsNamedAsTheConsoleNamesIt() {
      assertEquals(List.of("D:\\"), keys(DataSource.of("A", "D:\\")));
    }
  }

  @Nested
  class Ages {

    @Test
    void areWholeUnitsUpToWhenTheFactsWereObserved() {
      Facts facts =
          Facts.builder()
              .observedAt(NOW)
              .add(CredentialsFile.of("A").withDownloadedAt(NOW.minusSeconds(2 * 3600 - 1)))
              .add(SecurityPin.of("A").withGeneratedAt(NOW.minusSeconds(359)))
              .build();

      assertEquals(1L, ((CredentialsFile) facts.facts().get(0)).ageHours());
      assertEquals(5L, ((SecurityPin) facts.facts().get(1)).ageMinutes());
    }

    @Test
    void areUnknownWhereItIsNotKnownWhenTheFactsWereObserved() {
      Facts facts = Facts.builder().add(SecurityPin.of("A").withGeneratedAt(NOW)).build();

      assertEquals(null, ((SecurityPin) facts.facts().get(0)).ageMinutes());
    }

    @Test
    void canBeGivenButNotAgainstTheTimes() {
      Facts.Builder builder =
          Facts.builder()
              .observedAt(NOW)
              .add(SecurityPin.of("A").withGeneratedAt(NOW.minusSeconds(60)).withAgeMinutes(5));

      assertEquals(
          "expected servers[A].securityPin.ageMinutes to be left out or 1, which is the time from"
              + " generatedAt to observedAt; found 5",
          fault(builder).message());
    }

    @Test
    void areNeverNegative() {
      Facts.Builder builder =
          Facts.builder()
              .observedAt(NOW)
              .add(SecurityPin.of("A").withGeneratedAt(NOW.plusMillis(1)));

      assertTrue(fault(builder).message().contains("to be no later than observedAt"));
    }
  }

  @Nested
  class Bounds {

    private void refused(Fact fact, String message) {
      assertTrue(
          fault(Facts.builder().add(fact)).message().contains(message),
          () -> fault(Facts.builder().add(fact)).message());
    }

    @Test
    void sizesAndCountsAreNotNegative() {
      refused(
          Volume.of("A", "D:").withSizeBytes(-1),
          "volumes[D:].sizeBytes to be 0 or more; found -1");
      refused(Folder.of("A", "D:\\x").withFileCount(-1), "fileCount to be 0 or more");
      refused(CredentialsFile.of("A").withAgeHours(-1), "ageHours to be 0 or more");
    }

    @Test
    void aPortIsAPort() {
      refused(MailSettings.of("A").withPort(0), "port to be 1 to 65535; found 0");
      refused(MailSettings.of("A").withPort(65_536), "port to be 1 to 65535");
      Facts.builder().add(MailSettings.of("A").withPort(65_535)).build();
    }

    @Test
    void aClockCanBeBehind() {
      Facts.builder().add(Clock.of("A").withOffsetSeconds(-301)).build();
    }

    @Test
    void noMoreIsFreeThanThereIs() {
      refused(
          Volume.of("A", "D:").withSizeBytes(5).withFreeBytes(6),
          "freeBytes to be no more than its sizeBytes, 5; found 6");
      Facts.builder().add(Volume.of("A", "D:").withSizeBytes(5).withFreeBytes(5)).build();
    }

    @Test
    void aKeyIsAName() {
      refused(
          Service.of("A", ""), "name of services on \"A\" to be a name; found none: it is blank");
    }

    @Test
    void aBackspaceInAPathIsABackslashWrittenOnce() {
      refused(
          Folder.of("A", "D:\backup"),
          "found a control character in \"D:\\u0008ackup\"; in JSON a backslash is written twice");
    }
  }

  @Nested
  class Errors {

    @Test
    void identicalErrorsAreKeptOnce() {
      Facts facts =
          Facts.builder()
              .error(ReportedError.ofId(3106).withServer("FS01"))
              .error(ReportedError.ofId(3106).withServer("fs01"))
              .build();

      assertEquals(1, facts.errors().size());
      assertEquals("errors[3106 on FS01]", facts.addressOf(facts.errors().get(0)).toString());
    }

    @Test
    void anErrorSaysSomething() {
      Fault fault = fault(Facts.builder().error(ReportedError.ofText(" \n").withServer("FS01")));

      assertTrue(fault.message().contains("at least one of id, code, name"), fault::message);
    }

    @Test
    void blankFieldsAreUnknownNotTheServerWithoutAName() {
      Facts facts =
          Facts.builder()
              .error(ReportedError.ofId(3106).withServer("").withReportedBy(" ").withDataSource(""))
              .build();

      assertEquals(List.of(ReportedError.ofId(3106)), facts.errors());
    }

    @Test
    void differentErrorsThatSoundTheSameAreNumberedWhateverTheirOrder() {
      List<ReportedError> errors = new ArrayList<>();
      for (String text : List.of("b", "a", "c")) {
        errors.add(
            new ReportedError(3106, null, null, null, null, null, null, null, null, text, null));
      }
      Facts facts = facts(errors);
      Collections.reverse(errors);

      assertEquals(facts, facts(errors));
      for (ReportedError error : errors) {
        String number = String.valueOf(1 + "abc".indexOf(String.valueOf(error.text())));
        assertEquals("errors[3106 #" + number + "]", facts.addressOf(error).toString());
        assertEquals(facts.addressOf(error), facts(errors).addressOf(error));
      }
    }

    @Test
    void repeatedErrorsBecomeOneWithCountFirstAndLast() {
      Facts facts =
          facts(
              List.of(
                  ReportedError.ofId(3106).withOccurrences(null, null, NOW),
                  ReportedError.ofId(3106).withOccurrences(4, NOW.minusSeconds(90), earlier(60)),
                  ReportedError.ofId(3106).withOccurrences(null, null, earlier(30))));

      assertEquals(
          List.of(ReportedError.ofId(3106).withOccurrences(6, earlier(90), NOW)), facts.errors());
      assertEquals("errors[3106]", facts.addressOf(facts.errors().get(0)).toString());
    }

    @Test
    void aReportThatIsReadTwiceIsOneOccurrence() {
      ReportedError report = ReportedError.ofId(3106).withOccurrences(2, earlier(90), NOW);

      assertEquals(List.of(report), facts(List.of(report, report)).errors());
    }

    @Test
    void aCopyThatSaysNeitherHowOftenNorWhenIsNoFurtherOccurrence() {
      ReportedError dated = ReportedError.ofId(3106).withOccurrences(null, null, NOW);

      assertEquals(List.of(dated), facts(List.of(ReportedError.ofId(3106), dated)).errors());
    }

    @Test
    void errorsThatSayMoreThanWhenAreNoRepeats() {
      ReportedError here = ReportedError.ofId(3106).withServer("FS01");
      ReportedError there = ReportedError.ofId(3106).withServer("FS02");

      assertEquals(
          List.of(here.withOccurrences(null, null, NOW), there),
          facts(List.of(there, here.withOccurrences(null, null, NOW))).errors());
    }

    @Test
    void ofARepeatedErrorTheNewestPlaceIsKeptAndTheEarliestOfItsFirstTime() {
      Facts facts =
          Facts.builder()
              .error(ReportedError.ofId(3106).withOccurrences(null, null, earlier(60)), line(2))
              .error(ReportedError.ofId(3106).withOccurrences(null, null, NOW), line(9))
              .error(ReportedError.ofId(3106).withOccurrences(null, null, earlier(30)), line(5))
              .build();

      assertEquals(Optional.of(line(9)), facts.source(Address.parse("errors[3106]")));
      assertEquals(
          Optional.of(line(2)), facts.source(Address.parse("errors[3106].firstOccurredAt")));
    }

    @Test
    void aFirstTimeThatIsTheLastSaysNothingMore() {
      assertEquals(
          List.of(ReportedError.ofId(3106).withOccurrences(1, null, NOW)),
          facts(List.of(ReportedError.ofId(3106).withOccurrences(1, NOW, NOW))).errors());
    }

    @Test
    void aFirstTimeAfterTheLastIsRefused() {
      Fault fault =
          fault(
              Facts.builder()
                  .error(
                      ReportedError.ofId(3106).withOccurrences(2, NOW.plusSeconds(1), NOW),
                      line(3)));

      assertEquals(Optional.of(line(3)), Optional.ofNullable(fault.source()));
      assertTrue(
          fault.message().contains("errors[3106].firstOccurredAt to be no later than occurredAt"),
          fault::message);
    }

    @Test
    void aCountBelowOneIsRefused() {
      Fault fault =
          fault(Facts.builder().error(ReportedError.ofId(3106).withOccurrences(0, null, null)));

      assertTrue(fault.message().contains("errors[3106].count to be 1 or more"), fault::message);
    }

    private static Instant earlier(int seconds) {
      return NOW.minusSeconds(seconds);
    }

    private static Facts facts(List<ReportedError> errors) {
      Facts.Builder builder = Facts.builder();
      errors.forEach(builder::error);
      return builder.build();
    }
  }

  @Nested
  class Sources {

    @Test
    void areFoundByAddressWithoutCaseAndByAnyNameOfTheServer() {
      Facts facts =
          Facts.builder()
              .server("FS01.contoso.com", ServerRole.PROTECTED_SERVER)
              .add(Service.of("FS01", "VSS").withStartType(StartType.MANUAL), line(3))
              .build();

      assertEquals(
          Optional.of(line(3)),
          facts.source(Address.parse("servers[fs01].services[vss].startType")));
      assertEquals(Optional.empty(), facts.source(Address.parse("servers[FS01].services[SQL]")));
    }

    @Test
    void ofAMergedFactAreThoseOfItsComponents() {
      Facts facts =
          Facts.builder()
              .add(Volume.of("A", "D:").withSizeBytes(9), line(3))
              .add(Volume.of("A", "D:").withFreeBytes(1), line(7))
              .build();

      assertEquals(
          Optional.of(line(3)), facts.source(Address.parse("servers[A].volumes[D:].sizeBytes")));
      assertEquals(
          Optional.of(line(7)), facts.source(Address.parse("servers[A].volumes[D:].freeBytes")));
    }

    @Test
    void areNoPartOfWhatIsEqual() {
      Facts with = Facts.builder().add(Service.of("A", "VSS"), line(3)).build();
      Facts without = Facts.builder().add(Service.of("A", "VSS")).build();

      assertEquals(with, without);
      assertEquals(with.hashCode(), without.hashCode());
    }
  }

  @Nested
  class Canon {

    /** Adds to a builder; each stands for a thing somebody found out. */
    private List<Consumer<Facts.Builder>> additions() {
      List<Consumer<Facts.Builder>> additions = new ArrayList<>();
      additions.add(b -> b.observedAt(NOW));
      additions.add(b -> b.server("MABS01", ServerRole.BACKUP_SERVER));
      additions.add(b -> b.server("FS01", ServerRole.PROTECTED_SERVER));
      additions.add(b -> b.server("fs01", ServerRole.PROTECTED_SERVER));
      additions.add(b -> b.add(Service.of("fs01.contoso.com", "vss")));
      additions.add(b -> b.add(Service.of("FS01", "VSS").withStartType(StartType.MANUAL)));
      additions.add(b -> b.add(Service.of("Fs01", "Vss").withState(ServiceState.STOPPED)));
      additions.add(b -> b.add(Service.of("", "DPM")));
      additions.add(b -> b.add(Volume.of("MABS01", "d").withPurposes(Set.of(VolumePurpose.DATA))));
      additions.add(
          b -> b.add(Volume.of("mabs01", "D:\\").withPurposes(Set.of(VolumePurpose.SYSTEM))));
      additions.add(b -> b.add(CredentialsFile.of("MABS01").withPath("c:\\x")));
      additions.add(
          b -> b.add(CredentialsFile.of("MABS01").withPath("C:\\x").withDownloadedAt(NOW)));
      additions.add(b -> b.collected("FS01", FactKind.VOLUMES, FactKind.SERVICES));
      additions.add(b -> b.collected("fs01", FactKind.SERVICES));
      additions.add(b -> b.error(ReportedError.ofId(3106).withServer("FS01")));
      additions.add(b -> b.error(ReportedError.ofId(3106).withServer("fs01.contoso.com")));
      additions.add(
          b ->
              b.error(
                  new ReportedError(
                      3106, null, null, "m", null, null, null, "FS01", null, null, null)));
      additions.add(b -> b.error(ReportedError.ofText("something else").withReportedBy("mabs01")));
      additions.add(b -> b.error(ReportedError.ofId(1).withOccurrences(null, null, NOW)));
      additions.add(
          b -> b.error(ReportedError.ofId(1).withOccurrences(2, NOW.minusSeconds(9), null)));
      additions.add(
          b -> b.error(ReportedError.ofId(1).withOccurrences(3, null, NOW.minusSeconds(5))));
      additions.add(b -> b.attempt(Attempt.of("a/b", AttemptOutcome.FAILED)));
      additions.add(b -> b.attempt(new Attempt("a/a", AttemptOutcome.FAILED, "fs01", null, null)));
      return additions;
    }

    private Facts build(List<Consumer<Facts.Builder>> additions) {
      Facts.Builder builder = Facts.builder();
      additions.forEach(addition -> addition.accept(builder));
      return builder.build();
    }

    @Test
    void theSameInAnyOrderIsTheSameLetterByLetter() {
      List<Consumer<Facts.Builder>> additions = additions();
      Facts first = build(additions);
      Random random = new Random(20260115);
      for (int i = 0; i < 300; i++) {
        Collections.shuffle(additions, random);
        Facts shuffled = build(additions);

        assertEquals(first, shuffled);
        assertEquals(first.toString(), shuffled.toString());
        assertEquals(
            first.errors().stream().map(first::addressOf).toList(),
            shuffled.errors().stream().map(shuffled::addressOf).toList());
      }
    }

    @Test
    void everyAdditionButRepetitionsMakesADifference() {
      Facts whole = build(additions());
      Set<Integer> repetitions = Set.of(1, 3, 4, 10, 13, 14, 15);
      for (int i = 0; i < additions().size(); i++) {
        List<Consumer<Facts.Builder>> fewer = additions();
        fewer.remove(i);
        if (!repetitions.contains(i)) {
          assertNotEquals(whole.toString(), build(fewer).toString(), "without addition " + i);
        }
      }
    }

    @Test
    void whatIsBuiltAgainIsTheSame() {
      Facts facts = build(additions());

      assertEquals(facts, facts.toBuilder().build());
    }

    @Test
    void whatIsBuiltAgainKeepsItsSources() {
      Facts facts =
          Facts.builder()
              .add(Volume.of("A", "D:").withSizeBytes(9), line(3))
              .add(Volume.of("A", "D:").withFreeBytes(1), line(7))
              .error(ReportedError.ofId(1), line(8))
              .build();
      Facts again = facts.toBuilder().attempt(Attempt.of("a/b", AttemptOutcome.FAILED)).build();

      for (String address :
          List.of("servers[A].volumes[D:]", "servers[A].volumes[D:].freeBytes", "errors[1]")) {
        assertEquals(
            facts.source(Address.parse(address)), again.source(Address.parse(address)), address);
      }
      assertEquals(1, again.attempts().size());
    }
  }

  @Test
  void ofManyErrorsTheNewestAreKeptAndHalfAsManyWithoutATime() {
    Facts.Builder builder = Facts.builder();
    for (int i = 0; i < 10; i++) {
      builder.error(ReportedError.ofText("undated " + i));
      builder.error(
          ReportedError.ofText("dated " + i)
              .withOccurrences(null, null, Instant.parse("2026-01-1" + i + "T03:10:00Z")));
    }
    assertEquals(
        List.of("dated 8", "dated 9", "undated 0", "undated 1"),
        builder.build().withNewestErrors(4).errors().stream()
            .map(ReportedError::text)
            .sorted()
            .toList());
  }

  @Test
  void ofManyErrorsWithoutATimeNoneThatHasOneIsLeftOut() {
    Facts.Builder builder = Facts.builder();
    for (int i = 0; i < 10; i++) {
      builder.error(ReportedError.ofText("undated " + i));
    }
    builder.error(
        ReportedError.ofText("dated")
            .withOccurrences(null, null, Instant.parse("2026-01-15T03:10:00Z")));
    List<ReportedError> kept = builder.build().withNewestErrors(4).errors();
    assertEquals(4, kept.size());
    assertTrue(kept.stream().anyMatch(error -> "dated".equals(error.text())), kept.toString());
  }
}
