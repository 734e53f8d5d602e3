package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.collect.Lookup;
import dev.mabsplan.engine.collect.Site;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Remark;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.bundle.Bundle;
import dev.mabsplan.facts.bundle.Imported;
import dev.mabsplan.facts.bundle.Owner;
import dev.mabsplan.facts.derived.Derived;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the command of a question prints is its answer: pasted into a file as it is, and in the form
 * in which the script of {@code mabsplan collect} writes it.
 */
class AnswersTest {

  /** What each command prints, by the facts that are asked for. */
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("antivirus", "antivirus/computer-status.json"),
          Map.entry("antivirusDetections", "antivirus/detections.json"),
          Map.entry("antivirusExclusions", "antivirus/exclusions.json"),
          Map.entry("antivirus[*].infectedFiles", "antivirus/threat-actions.json"),
          Map.entry("antivirus[*].realTimeMonitoring", "antivirus/computer-status.json"),
          Map.entry("certificates[Windows Azure Tools].present", "registration/certificates.json"),
          Map.entry("clock.offsetSeconds", "registration/clock.txt"),
          Map.entry("credentialsFile.ageHours", "registration/credentials-file.json"),
          Map.entry("disks[*].boot", "protection/disks.json"),
          Map.entry("disks[*].inStoragePool", "protection/disks.json"),
          Map.entry("disks[*].partitions", "protection/disks.json"),
          Map.entry("disks[*].system", "protection/disks.json"),
          Map.entry("domain.trust", "agents/computer-system.json"),
          Map.entry("errors", "errors.json"),
          Map.entry("folders[C:\\Windows\\Temp].fileCount", "registration/temp-files.json"),
          Map.entry("folders[scratch].present", "basics/scratch.json"),
          Map.entry("mail.account", "mail/account.json"),
          Map.entry("mountedImages", "online/images.json"),
          Map.entry("networkReach[azure].reachable", "azure/page.json"),
          Map.entry("networkReach[{backupServer}].reachable", "agents/port.json"),
          Map.entry("networkReach[{server}].reachable", "agents/port-of-server.json"),
          Map.entry(
              "registryValues[HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319, SchUseStrongCrypto].data",
              "azure/tls.json"),
          Map.entry(
              "registryValues[HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319, SystemDefaultTlsVersions].data",
              "azure/tls.json"),
          Map.entry(
              "registryValues[HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Configuration\\VolSnapOptimization, WriteIds]",
              "setup/write-ids.json"),
          Map.entry(
              "registryValues[HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Setup, InstallPath].data",
              "antivirus/mabs-path.txt"),
          Map.entry(
              "registryValues[HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config, ScratchLocation].data",
              "antivirus/scratch-location.txt"),
          Map.entry(
              "registryValues[HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config, ScratchLocation].present",
              "basics/scratch.json"),
          Map.entry(
              "registryValues[HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Setup, InstallPath].data",
              "antivirus/mars-path.txt"),
          Map.entry(
              "registryValues[HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem, RefsEnableInlineTrim].data",
              "setup/trimming.json"),
          Map.entry(
              "registryValues[HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client, DisabledByDefault].data",
              "azure/tls.json"),
          Map.entry(
              "registryValues[HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client, Enabled].data",
              "azure/tls.json"),
          Map.entry("runningJobs", "online/jobs.json"),
          Map.entry("services[SQLAgent$*].startType", "basics/sql-agent.json"),
          Map.entry("services[SQLAgent$*].state", "basics/sql-agent.json"),
          Map.entry("services[VSS].startType", "replica/vss.json"),
          Map.entry("services[obengine].present", "basics/agent-service.json"),
          Map.entry("services[obengine].state", "basics/agent-service.json"),
          Map.entry("shadowStorage", "backup/shadow-storage.txt"),
          Map.entry("software[dpmAgent].present", "basics/protection-agent.json"),
          Map.entry("software[mabs].version", "security/mabs-version.json"),
          Map.entry("software[mars].version", "security/mars-version.json"),
          Map.entry("software[sqlServer].present", "protection/sql-services.json"),
          Map.entry(
              "sqlRoles[*, NT AUTHORITY\\SYSTEM, sysadmin].present", "protection/sysadmin.txt"),
          Map.entry("systemProxy.enabled", "azure/proxy.json"),
          Map.entry("vmwareAttributes[{dataSource}, DPMServer].value", "vmware/attribute.json"),
          Map.entry("vmwareDisks[{dataSource}, *].mode", "vmware/disks.json"),
          Map.entry("volumes", "backup/volumes.json"),
          Map.entry("vssWriters", "replica/vss-writers.txt"),
          Map.entry("volumes[*].freeBytes", "backup/volumes.json"),
          Map.entry("volumes[scratch].freeBytes", "basics/scratch.json"),
          Map.entry("volumes[storagePool]", "storage-pool.json"),
          Map.entry("volumes[storagePool].freeBytes", "storage-pool.json"),
          Map.entry(
              "windowsFeatures[Windows-Server-Backup].present",
              "replica/windows-server-backup.json"));

  /**
   * What a command prints of these is for a person to judge: which time zone is right; which
   * volumes hold recovery points, which nothing documents.
   */
  private static final Set<String> FOR_A_PERSON =
      Set.of("clock.timeZoneCorrect", "interference", "volumes[recoveryPoint].freeBytes");

  private static final Pattern COLUMN = Pattern.compile("\"(\\w+)\":");

  @Test
  void everyCommandOfAQuestionHasAnAnswer() {
    Set<String> answered = new TreeSet<>(ANSWERS.keySet());
    answered.addAll(FOR_A_PERSON);
    Set<String> asked =
        lookups()
            .flatMap(lookup -> lookup.facts().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(String.join("\n", answered), String.join("\n", asked));
  }

  @TestFactory
  Stream<DynamicTest> whatACommandPrintsIsTheFactThatIsAskedFor() {
    return answered(
        (lookup, answer) ->
            Bundle.read("answer", answer, Optional.of(owner(lookup)), Optional.empty()));
  }

  @TestFactory
  Stream<DynamicTest> whatTheScriptWritesIsTheFactThatIsAskedFor() {
    return answered(
        (lookup, answer) ->
            Bundle.read("answer", collected(lookup, answer), Optional.empty(), Optional.empty()));
  }

  /** How an answer is handed over. */
  private interface Reading {
    Imported read(Lookup lookup, byte[] answer) throws IOException;
  }

  private static Stream<DynamicTest> answered(Reading reading) {
    return lookups()
        .flatMap(
            lookup ->
                lookup.facts().stream()
                    .filter(ANSWERS::containsKey)
                    .map(
                        place ->
                            dynamicTest(
                                place + " on " + lookup.site(),
                                () -> {
                                  Imported imported =
                                      reading.read(lookup, bytes(ANSWERS.get(place)));
                                  assertEquals(List.of(), unread(imported));
                                  Facts facts = Derived.from(imported.facts()).facts();
                                  assertTrue(
                                      isKnown(named(place), facts),
                                      () -> place + " is not in " + facts.facts());
                                })));
  }

  @Test
  void anAnswerHasTheColumnsThatTheCommandNames() {
    lookups()
        .forEach(
            lookup ->
                lookup.facts().stream()
                    .filter(ANSWERS::containsKey)
                    .flatMap(place -> columns(ANSWERS.get(place)))
                    .forEach(
                        column ->
                            assertTrue(
                                lookup.command().contains(column),
                                () -> lookup.command() + " prints no column " + column)));
  }

  @Test
  void aCommandThatAnswersSeveralQuestionsIsRunOnce() {
    Set<String> seen = new TreeSet<>();
    lookups()
        .forEach(
            lookup ->
                assertTrue(
                    seen.add(lookup.site() + " " + lookup.command()), () -> lookup.command()));
  }

  @Test
  void theArchivesOfBothServersLeaveAPlanNothingToAskTheServers(@TempDir Path folder)
      throws IOException {
    Map<String, Map<String, byte[]>> archives = new TreeMap<>();
    lookups()
        .filter(lookup -> ANSWERS.containsKey(lookup.facts().get(0)))
        .forEach(
            lookup -> {
              Map<String, byte[]> archive =
                  archives.computeIfAbsent(owner(lookup).server(), server -> new LinkedHashMap<>());
              archive.put(
                  "%02d.txt".formatted(archive.size() + 1),
                  collected(lookup, bytes(ANSWERS.get(lookup.facts().get(0)))));
            });
    for (Map.Entry<String, Map<String, byte[]>> archive : archives.entrySet()) {
      zip(folder.resolve("mabsplan-" + archive.getKey() + ".zip"), archive.getValue());
    }
    Facts facts = Bundle.read(List.of(folder), Optional.empty(), Optional.empty()).facts();
    Plan plan = Catalog.PLANNER.plan(facts);
    assertTrue(
        plan.problems().stream().anyMatch(problem -> problem.id().equals("replica/inconsistent")));
    assertEquals(
        List.of(),
        plan.questions().stream()
            .flatMap(question -> question.command().stream())
            .filter(command -> !command.equals("fltmc.exe filters"))
            .toList());
  }

  private static void zip(Path file, Map<String, byte[]> members) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
  }

  private static Stream<Lookup> lookups() {
    return Lookup.ofAll(Catalog.PLANNER.knowledge()).stream();
  }

  private static Owner owner(Lookup lookup) {
    return lookup.site().equals(new Site.Every(ServerRole.BACKUP_SERVER))
        ? new Owner("MABS01", Optional.of(ServerRole.BACKUP_SERVER))
        : new Owner("FS01", Optional.of(ServerRole.PROTECTED_SERVER));
  }

  private static byte[] collected(Lookup lookup, byte[] answer) {
    Owner owner = owner(lookup);
    String role = owner.server().equals("MABS01") ? "backupServer" : "protectedServer";
    return ("# mabsplan collect: "
            + owner.server()
            + ", "
            + role
            + ", 2026-01-15T03:12:00Z\nPS C:\\> "
            + named(lookup.command())
            + "\n"
            + new String(answer, StandardCharsets.UTF_8)
            + "\nPS C:\\>\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String named(String text) {
    return text.replace("{backupServer}", "MABS01")
        .replace("{server}", "FS01")
        .replace("{dataSource}", "WEB01");
  }

  private static List<String> unread(Imported imported) {
    return imported.remarks().stream()
        .filter(remark -> remark.kind() == Remark.Kind.UNREAD)
        .map(Remark::toString)
        .toList();
  }

  private static boolean isKnown(String place, Facts facts) {
    if (place.equals("errors")) {
      return !facts.errors().isEmpty();
    }
    FactPlace asked = FactPlace.parse(place);
    boolean named =
        facts.facts().stream()
            .filter(fact -> FactKind.of(fact.getClass()) == asked.kind())
            .filter(asked::names)
            .anyMatch(fact -> asked.component().map(name -> isKnown(name, fact)).orElse(true));
    return named
        || (asked.component().isEmpty()
            && facts.collected().stream().anyMatch(all -> all.kind() == asked.kind()));
  }

  private static boolean isKnown(String component, Fact fact) {
    RecordShape shape = RecordShape.of(FactKind.of(fact.getClass()));
    boolean absent =
        shape
            .component("present")
            .map(present -> Boolean.FALSE.equals(present.value((Record) fact)))
            .orElse(false);
    return absent || shape.component(component).orElseThrow().known((Record) fact);
  }

  private static Stream<String> columns(String sample) {
    return COLUMN
        .matcher(new String(bytes(sample), StandardCharsets.UTF_8))
        .results()
        .map((MatchResult column) -> column.group(1));
  }

  private static byte[] bytes(String sample) {
    try (InputStream in = AnswersTest.class.getResourceAsStream("answers/" + sample)) {
      return Objects.requireNonNull(in, sample).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
