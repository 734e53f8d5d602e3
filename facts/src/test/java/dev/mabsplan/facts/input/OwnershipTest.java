package dev.mabsplan.facts.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipTest {

  private static final String NOBODYS = "{\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 4}";

  @TempDir private Path folder;

  @Test
  void whatAFileSaysGoesBeforeTheNameOfItsFolder() throws IOException {
    file("dump/services.json", ofServer("FS01", "VSS"));
    assertEquals(List.of("FS01"), servers(read()));
  }

  @Test
  void aFolderNamedAfterAServerIsSaidToHaveToldWhoseTheFactsAre() throws IOException {
    file("FS01/services.json", NOBODYS);
    file("FS01/volumes.json", "{\"DriveLetter\": \"D\", \"Size\": 10, \"SizeRemaining\": 5}");
    assertEquals(
        List.of(
            folder
                + "/FS01/services.json: does not say of which server it is; taken for FS01, as its"
                + " folder is called"),
        read().remarks().stream()
            .filter(remark -> remark.text().startsWith("does not say"))
            .map(Remark::toString)
            .toList());
  }

  @Test
  void aFolderInWhichTwoCollectorsSpeakOfTwoServersIsNeithers() throws IOException {
    file("my files/fs.txt", collected("FS01", "protectedServer"));
    file("my files/mabs.txt", collected("MABS01", "backupServer"));
    Path services = file("my files/services.json", NOBODYS);
    assertEquals(
        List.of(
            services
                + ": does not say of which server it is; taken for the backup server; where it is"
                + " another's, say so: --server NAME:protectedServer"),
        read().remarks().stream()
            .filter(remark -> remark.kind() == Remark.Kind.ASSUMED)
            .map(Remark::toString)
            .toList());
  }

  @Test
  void aFolderThatIsNotCalledLikeAServerIsJustAFolder() throws IOException {
    file("incident/services.json", NOBODYS);
    assertEquals(List.of(""), servers(read()));
    file("incident/of.json", ofServer("Incident", "MSDPM"));
    assertEquals(List.of("Incident"), servers(read()));
  }

  @Test
  void whoseRoleNobodySaysIsAskedForWhereItMayBeTheBackupServer() throws IOException {
    Path services = file("x y/services.json", ofServer("MABS01", "obengine"));
    assertEquals(
        List.of(
            services
                + ": nothing says whether MABS01 is a backup server, and what depends on that is"
                + " not looked at; say it: --server MABS01:backupServer, :agentServer, or"
                + " :protectedServer"),
        read().remarks().stream().map(Remark::toString).toList());
  }

  @Test
  void theServiceOfABackupServerTellsThatItIsOne() throws IOException {
    file("x y/services.json", ofServer("MABS01", "MSDPM"));
    Imported read = read();
    assertEquals(ServerRole.BACKUP_SERVER, read.facts().server("MABS01").orElseThrow().role());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void anOwnerBesideTheFactsOfAnotherIsAFault() throws IOException {
    file("facts.json", "{\"servers\": [{\"name\": \"MABS01\", \"role\": \"backupServer\"}]}");
    InvalidFactsException refused =
        assertThrows(
            InvalidFactsException.class,
            () ->
                Bundle.read(
                    List.of(folder),
                    Optional.of(new Owner("MABS02", Optional.empty())),
                    Optional.empty()));
    assertEquals(
        folder
            + "/facts.json:1:14, /servers/0: expected output of MABS02, as was said; found output of MABS01;"
            + " leave out the name, or hand over the output of MABS02",
        refused.faults().get(0).message());
  }

  @Test
  void thatNobodysFactsAreTakenForTheBackupServersIsSaidOnce() throws IOException {
    Path services = file("my files/services.json", NOBODYS);
    file("my files/volumes.json", "{\"DriveLetter\": \"D\", \"Size\": 10, \"SizeRemaining\": 5}");
    assertEquals(
        List.of(
            services
                + ": does not say of which server it is; taken for the backup server; where it is"
                + " another's, say so: --server NAME:protectedServer"),
        read().remarks().stream()
            .filter(remark -> remark.kind() == Remark.Kind.ASSUMED)
            .map(Remark::toString)
            .toList());
  }

  @Test
  void aFolderOfAnotherServerThanTheNamedOneIsAFaultThatNamesBoth() throws IOException {
    Path services = file("FS01/services.json", NOBODYS);
    assertEquals(
        services
            + ": expected output of MABS01, as was said; found output of FS01, as its folder is"
            + " called; leave out the name, or hand over the files of the folder instead of the"
            + " folder",
        fault(Optional.of(new Owner("MABS01", Optional.empty()))));
  }

  @Test
  void aNamedServerOwnsWhatLiesInNoFolderOfAServer() throws IOException {
    file("FS01/services.json", NOBODYS);
    file("my files/services.json", NOBODYS);
    assertEquals(
        List.of("FS01", "MABS01"),
        servers(
            Bundle.read(
                List.of(folder.resolve("FS01"), folder.resolve("my files")),
                Optional.of(new Owner("MABS01", Optional.empty())),
                Optional.empty())));
  }

  @Test
  void anAlertThatNamesItsServerNeedsNoFolderToTellIt() throws IOException {
    file(
        "case42/alerts.csv",
        """
        "Severity","OccurredSince","DPMServer","ErrorInfo.Problem"
        "Critical","2026-01-12T18:00:02Z","MABS01","The replica is inconsistent. (ID 3106)"
        """);
    assertEquals(List.of(), read().remarks());
  }

  @Test
  void outputOfOneKnownServerInTheFolderOfAnotherIsAFaultThatNamesBoth() throws IOException {
    file("FS01/services.json", ofServer("FS01", "VSS"));
    Path misplaced = file("FS01/more.json", ofServer("FS02", "VSS"));
    file("FS02/services.json", ofServer("FS02", "obengine"));
    assertEquals(
        misplaced
            + ":1: expected output of FS01 in the folder of that name; found output of FS02; move"
            + " the file to a folder FS02",
        fault(Optional.empty()).replaceFirst(":1:\\d+, /\\w+:", ":1:"));
  }

  @Test
  void outputOfAnotherServerThanTheNamedOneIsAFaultThatNamesBoth() throws IOException {
    Path services = file("services.json", ofServer("FS01", "VSS"));
    assertEquals(
        services
            + ":1: expected output of FS02, as was said; found output of FS01; leave out the name,"
            + " or hand over the output of FS02",
        fault(Optional.of(new Owner("FS02", Optional.empty())))
            .replaceFirst(":1:\\d+, /\\w+:", ":1:"));
  }

  @Test
  void theNamedServerIsForThoseFilesThatDoNotSay() throws IOException {
    Path said = file("a.json", ofServer("FS01", "VSS"));
    Path unsaid = file("b.json", NOBODYS);
    Imported imported =
        Bundle.read(
            List.of(said, unsaid),
            Optional.of(new Owner("FS02", Optional.empty())),
            Optional.empty());
    assertEquals(List.of("FS01", "FS02"), servers(imported));
  }

  @Test
  void aConsoleThatGoesFromOneServerToAnotherIsOfBoth() throws IOException {
    file(
        "console.txt",
        "[FS01]: PS C:\\> Get-Service -Name VSS | ConvertTo-Json\n"
            + NOBODYS
            + "\n[FS02]: PS C:\\> Get-Service -Name VSS | ConvertTo-Json\n"
            + NOBODYS);
    assertEquals(List.of("FS01", "FS02"), servers(read()));
  }

  @Test
  void whatTheCollectingScriptSaysTellsTheRoleToo() throws IOException {
    file(
        "01-services.txt",
        "# mabsplan collect: FS01, protectedServer, 2026-01-15T03:12:00Z\n"
            + "PS C:\\> Get-Service -Name VSS | ConvertTo-Json\n"
            + NOBODYS);
    Server server = read().facts().server("FS01").orElseThrow();
    assertEquals(ServerRole.PROTECTED_SERVER, server.role());
  }

  @Test
  void ofTwoCollectionsOfOneServerTheNewerCounts() throws IOException {
    file("one/01.txt", collected("2026-01-15T03:12:00Z", 4));
    file("two/01.txt", collected("2026-01-15T04:12:00Z", 2));
    Imported imported = read();
    assertEquals(
        List.of("Service[server=FS01, name=VSS, present=true, state=STOPPED, startType=AUTOMATIC]"),
        imported.facts().facts().stream().map(Object::toString).toList());
    assertEquals(
        1,
        imported.remarks().stream().filter(remark -> remark.kind() == Remark.Kind.NEWER).count());
  }

  private static String collected(String time, int startType) {
    return "# mabsplan collect: FS01, protectedServer, "
        + time
        + "\nPS C:\\> Get-Service -Name VSS | ConvertTo-Json\n"
        + NOBODYS.replace("4}", startType + "}");
  }

  private static String collected(String server, String role) {
    return "# mabsplan collect: "
        + server
        + ", "
        + role
        + ", 2026-01-15T03:10:00Z\nPS C:\\> Get-Service -Name obengine | ConvertTo-Json\nPS C:\\>\n";
  }

  private static String ofServer(String server, String service) {
    return "{\"Name\": \"%s\", \"Status\": 1, \"StartType\": 4, \"MachineName\": \"%s\"}"
        .formatted(service, server);
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Imported read() {
    return Bundle.read(List.of(folder), Optional.empty(), Optional.empty());
  }

  private String fault(Optional<Owner> owner) {
    InvalidFactsException refused =
        assertThrows(
            InvalidFactsException.class,
            () -> Bundle.read(List.of(folder), owner, Optional.empty()));
    assertEquals(1, refused.faults().size());
    return refused.faults().get(0).message();
  }

  private static List<String> servers(Imported imported) {
    return imported.facts().facts().stream().map(Fact::server).distinct().sorted().toList();
  }
}
