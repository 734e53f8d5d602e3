package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.SecurityPin;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.derived.Derived;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

  private static final String VSS_DISABLED = "{\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 4}";

  private static final String EVENT =
      """
      <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
      <Provider Name='DPM-EM'/><EventID>3106</EventID><Level>2</Level>\
      <TimeCreated SystemTime='%s'/><Channel>DPM Alerts</Channel>\
      <Computer>MABS01</Computer></System><EventData><Data>The replica of Volume D:\\ on FS01 is\
       inconsistent with the protected data source. (ID: 3106)</Data></EventData></Event>
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Imported read(Path... paths) {
    return Bundle.read(List.of(paths), Optional.empty(), Optional.empty());
  }

  private static String addresses(Facts facts) {
    return facts.facts().stream()
        .map(fact -> Address.of(fact).toString())
        .sorted()
        .toList()
        .toString();
  }

  private static List<String> remarks(Imported imported, Remark.Kind kind) {
    return imported.remarks().stream()
        .filter(remark -> remark.kind() == kind)
        .map(Remark::toString)
        .toList();
  }

  @Test
  void aFolderThatIsCalledAsAServerSaysWhoseItsFilesAre() throws IOException {
    file("FS01/services.json", VSS_DISABLED);
    assertEquals("[servers[FS01].services[VSS]]", addresses(read(folder.resolve("FS01")).facts()));
  }

  @Test
  void theNewerCountsWhereverAServerIsCalledByItsFullName() throws IOException {
    Path old = file("old.txt", collected("FS01", "14", 3));
    Path young = file("young.txt", collected("FS01.contoso.com", "15", 4));
    Facts facts = read(old, young).facts();
    assertEquals("[servers[FS01.contoso.com].services[VSS]]", addresses(facts));
    assertEquals(
        "DISABLED", String.valueOf(((Service) facts.facts().get(0)).startType()), facts.toString());
  }

  private static String collected(String server, String day, int startType) {
    return """
        # mabsplan collect: %s, protectedServer, 2026-01-%sT03:10:00Z
        PS C:\\> Get-Service -Name VSS | ConvertTo-Json
        {"Name": "VSS", "Status": 1, "StartType": %d}
        PS C:\\>
        """
        .formatted(server, day, startType);
  }

  @Test
  void anAgeIsThatOfTheNewestTimeThereIs() throws IOException {
    Path document =
        file(
            "facts.json",
            """
            {"observedAt": "2026-01-14T10:00:00Z", "servers": [{"name": "MABS01", "role": "backupServer",
              "credentialsFile": {"downloadedAt": "2026-01-14T08:00:00Z"},
              "securityPin": {"generatedAt": "2026-01-14T09:58:00Z"}}]}
            """);
    Path young = file("young.txt", collected("FS01", "15", 4));
    Facts facts = read(document, young).facts();
    CredentialsFile downloaded =
        CredentialsFile.of("MABS01").withDownloadedAt(Instant.parse("2026-01-14T08:00:00Z"));
    SecurityPin generated =
        SecurityPin.of("MABS01").withGeneratedAt(Instant.parse("2026-01-14T09:58:00Z"));
    assertTrue(facts.facts().contains(downloaded.withAgeHours(19)), facts.toString());
    assertTrue(facts.facts().contains(generated.withAgeMinutes(1032)), facts.toString());
  }

  @Test
  void aFileThatIsNewerThanAllElseMakesItsTimeNow() throws IOException {
    Path listed =
        file(
            "listed.json",
            """
            {"FullName": "C:\\\\Temp\\\\prod.VaultCredentials",
             "CreationTime": "2026-01-16T03:10:00Z"}
            """);
    assertEquals(Optional.empty(), read(listed).facts().observedAt());
    assertEquals(
        Optional.of(Instant.parse("2026-01-16T03:10:00Z")),
        read(listed, file("events.xml", EVENT.formatted("2026-01-15T03:10:00Z")))
            .facts()
            .observedAt());
  }

  @Test
  void ofEveryDocumentItIsKnownWhereEachPartStands() throws IOException {
    Path one = file("one.json", "{\"errors\": [{\"id\": 998}]}");
    Path two = file("two.json", "{\n\"errors\": [\n{\"id\": 3106}]}");
    Facts facts = read(one, two).facts();
    assertEquals(
        List.of(two + ":3:1", one + ":1:13"),
        facts.errors().stream()
            .map(error -> facts.source(facts.addressOf(error)).orElseThrow().toString())
            .toList());
  }

  @Test
  void anOwnerIsForFilesThatDoNotSayIt() throws IOException {
    Path services = file("services.json", VSS_DISABLED);
    Imported imported =
        Bundle.read(
            List.of(services),
            Optional.of(new Owner("MABS01", Optional.of(ServerRole.BACKUP_SERVER))),
            Optional.empty());
    assertEquals("[servers[MABS01].services[VSS]]", addresses(imported.facts()));
    assertEquals(ServerRole.BACKUP_SERVER, imported.facts().server("MABS01").orElseThrow().role());
  }

  @Test
  void withoutAnyTheyAreTheUnnamedBackupServers() throws IOException {
    assertEquals(
        "[servers[].services[VSS]]", addresses(read(file("services.json", VSS_DISABLED)).facts()));
  }

  @Test
  void aFactsDocumentAndNativeOutputAreOneWhole() throws IOException {
    Path document =
        file(
            "facts.json",
            "{\"servers\": [{\"name\": \"FS01\", \"role\": \"protectedServer\"}],"
                + " \"errors\": [{\"id\": 3106, \"server\": \"FS01\"}]}");
    file("in/FS01/services.json", VSS_DISABLED);
    Facts facts = read(document, folder.resolve("in")).facts();
    assertEquals("[servers[FS01].services[VSS]]", addresses(facts));
    assertEquals(1, facts.errors().size());
    assertEquals(facts, FactsDocument.parse(FactsDocument.write(facts)));
  }

  @Test
  void everyFactKeepsItsFileAndLine() throws IOException {
    Path services = file("FS01/services.json", "[\n" + VSS_DISABLED + "\n]");
    Facts facts = read(folder.resolve("FS01")).facts();
    assertEquals(
        services + ":2",
        facts
            .source(Address.parse("servers[FS01].services[VSS]"))
            .map(source -> source.file() + ":" + source.line())
            .orElseThrow());
  }

  @Test
  void whatCantBeReadIsListedAndStopsNothing() throws IOException {
    file("FS01/services.json", VSS_DISABLED);
    file("FS01/letter.txt", "Dear colleague,\n");
    Imported imported = read(folder.resolve("FS01"));
    assertEquals(
        List.of(
            folder
                + "/FS01/letter.txt: has none of the known formats; an error that was copied goes"
                + " in with --text"),
        remarks(imported, Remark.Kind.UNREAD));
    assertEquals(1, imported.facts().facts().size());
  }

  @Test
  void anAlertAboutAnotherServerMayLieInTheFolderOfTheBackupServer() throws IOException {
    file("MABS01/services.json", VSS_DISABLED);
    file(
        "MABS01/job.txt",
        """
        Type: Recovery point
        Status: Failed
        Description: The replica of Volume D:\\ on FS01 is inconsistent. (ID 3106)
        Source details: D:\\ on FS01
        Protection group: File servers
        """);
    ReportedError error = read(folder.resolve("MABS01")).facts().errors().get(0);
    assertEquals(
        "MABS01, FS01, D:\\",
        error.reportedBy() + ", " + error.server() + ", " + error.dataSource());
  }

  @Test
  void whereNothingCanBeReadThatIsAFault() throws IOException {
    Path letter = file("letter.txt", "Dear colleague,\n");
    InvalidFactsException refused = assertThrows(InvalidFactsException.class, () -> read(letter));
    assertTrue(refused.faults().get(0).message().contains("has none of the known formats"));
  }

  @Test
  void twoValuesForOneFactAreAFaultThatNamesBothPlaces() throws IOException {
    Path one = file("a.json", VSS_DISABLED);
    Path other = file("b.json", VSS_DISABLED.replace("4}", "3}"));
    InvalidFactsException refused =
        assertThrows(InvalidFactsException.class, () -> read(one, other));
    String message = refused.faults().get(0).message();
    assertTrue(message.contains(one.toString()) && message.contains(other.toString()), message);
  }

  @Test
  void theVolumeThatHoldsTheScratchLocationIsKnownByBothTogether() throws IOException {
    file(
        "FS01/config.reg",
        """
        Windows Registry Editor Version 5.00

        [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config]
        "ScratchLocation"="E:\\\\MARS\\\\Scratch"
        """);
    file(
        "FS01/volumes.json",
        "[{\"DriveLetter\": \"D\", \"Size\": 100, \"SizeRemaining\": 50},"
            + " {\"DriveLetter\": \"E\", \"Size\": 100, \"SizeRemaining\": 4}]");
    assertEquals(
        List.of("D: []", "E: [SCRATCH]"),
        Derived.from(read(folder.resolve("FS01")).facts()).facts().facts().stream()
            .filter(Volume.class::isInstance)
            .map(Volume.class::cast)
            .map(volume -> volume.name() + " " + volume.purposes())
            .toList());
  }

  @Test
  void aVolumeKeepsItsUseWhereANewerOutputSaysHowMuchIsFreeAlone() throws IOException {
    String pool =
        "# mabsplan collect: MABS01, backupServer, 2026-01-15T03:12:00Z\nPS C:\\> pool\n"
            + "{\"StoragePoolVolume\": \"E:\\\\\", \"Capacity\": 100, \"FreeSpace\": 5}";
    String volumes =
        "# mabsplan collect: MABS01, backupServer, 2026-01-15T03:%s:00Z\nPS C:\\> Get-Volume\n"
            + "{\"DriveLetter\": \"E\", \"Size\": 100, \"SizeRemaining\": 4}";
    Path older = file("1.txt", volumes.formatted("11"));
    Path of = file("2.txt", pool);
    Path newer = file("3.txt", volumes.formatted("13"));

    assertEquals(
        List.of(
            Volume.of("MABS01", "E:")
                .withPurposes(Set.of(VolumePurpose.STORAGE_POOL))
                .withSizeBytes(100)
                .withFreeBytes(4)),
        read(of, newer).facts().facts());
    assertEquals(
        List.of(
            Volume.of("MABS01", "E:")
                .withPurposes(Set.of(VolumePurpose.STORAGE_POOL))
                .withSizeBytes(100)
                .withFreeBytes(5)),
        read(older, of).facts().facts());
  }

  @Test
  void aValueThatNoFactCanHaveStopsNothing() throws IOException {
    Path services =
        file(
            "services.json",
            "[{\"Name\":\"V\\u0007SS\",\"Status\":1,\"StartType\":4},"
                + "{\"Name\":\"MSDPM\",\"Status\":1,\"StartType\":4}]");
    Imported imported = Bundle.read(List.of(services), Optional.empty(), Optional.empty());
    assertEquals(1, imported.facts().facts().size());
    assertEquals(
        1,
        imported.remarks().stream()
            .filter(remark -> remark.kind() == Remark.Kind.UNREAD)
            .filter(remark -> remark.text().contains("a control character"))
            .count());
  }

  @Test
  void anErrorOfAFolderIsOfTheServerThatTheFolderIsCalled() throws IOException {
    for (String server : List.of("MABS01", "MABS02")) {
      file(
          server + "/con.txt",
          """
          Start-OBRegistration : Invalid vault credentials provided (ID: 100050)
              + CategoryInfo          : InvalidOperation: (:) [], CloudException
              + FullyQualifiedErrorId : CloudInvalidInputException,Start-OBRegistration
          """);
    }
    Imported imported = Bundle.read(List.of(folder), Optional.empty(), Optional.empty());
    assertEquals(2, imported.facts().errors().size());
  }

  @Test
  void theNewestTimeInTheInputIsNowAndRepeatsAreCounted() throws IOException {
    Path events =
        file(
            "events.xml",
            EVENT.formatted("2026-01-10T03:00:00Z")
                + EVENT.formatted("2026-01-15T03:00:00Z")
                + EVENT.formatted("2026-01-12T03:00:00Z"));
    Facts facts = read(events).facts();
    assertEquals(Optional.of(Instant.parse("2026-01-15T03:00:00Z")), facts.observedAt());
    ReportedError error = facts.errors().get(0);
    assertEquals(1, facts.errors().size());
    assertEquals(3, error.count());
    assertEquals(Instant.parse("2026-01-10T03:00:00Z"), error.firstOccurredAt());
    assertEquals(Instant.parse("2026-01-15T03:00:00Z"), error.occurredAt());
  }

  @Test
  void olderErrorsCanBeLeftOutAndThatIsSaid() throws IOException {
    Path events =
        file(
            "events.xml",
            EVENT.formatted("2026-01-10T03:00:00Z") + EVENT.formatted("2026-01-15T03:00:00Z"));
    Imported imported =
        Bundle.read(List.of(events), Optional.empty(), Optional.of(Since.parse("2d")));
    assertEquals(
        List.of(Instant.parse("2026-01-15T03:00:00Z")),
        imported.facts().errors().stream().map(ReportedError::occurredAt).toList());
    assertEquals(
        List.of("all files: 1 error from before 2026-01-13T03:00:00Z is left out"),
        remarks(imported, Remark.Kind.UNUSED));
  }
}
