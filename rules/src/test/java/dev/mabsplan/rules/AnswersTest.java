package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.pack.DecidingFact;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.bundle.Bundle;
import dev.mabsplan.facts.bundle.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the command of a question prints is its answer. */
class AnswersTest {

  private static final Set<String> TOPICS =
      Set.of("antivirus", "backup", "protection", "registration", "replica", "security", "vmware");

  /** What each command prints, by the fact that is asked for. */
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("antivirus/antivirus[*].realTimeMonitoring", "antivirus/computer-status.json"),
          Map.entry("antivirus/antivirusExclusions", "antivirus/exclusions.json"),
          Map.entry("antivirus/antivirus[*].infectedFiles", "antivirus/threat-actions.json"),
          Map.entry("antivirus/antivirusDetections", "antivirus/detections.json"),
          Map.entry(
              "antivirus/registryValues[HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Setup, InstallPath].data",
              "antivirus/mabs-path.txt"),
          Map.entry(
              "antivirus/registryValues[HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Setup, InstallPath].data",
              "antivirus/mars-path.txt"),
          Map.entry(
              "antivirus/registryValues[HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config, ScratchLocation].data",
              "antivirus/scratch-location.txt"),
          Map.entry("antivirus/volumes[storagePool]", "storage-pool.json"),
          Map.entry("backup/shadowStorage", "backup/shadow-storage.txt"),
          Map.entry("backup/volumes[*].freeBytes", "backup/volumes.json"),
          Map.entry("backup/volumes", "backup/volumes.json"),
          Map.entry(
              "protection/sqlRoles[*, NT AUTHORITY\\SYSTEM, sysadmin].present",
              "protection/sysadmin.txt"),
          Map.entry("protection/software[sqlServer].present", "protection/sql-services.json"),
          Map.entry("protection/disks[*].partitions", "protection/disks.json"),
          Map.entry("registration/credentialsFile.ageHours", "registration/credentials-file.json"),
          Map.entry("registration/clock.offsetSeconds", "registration/clock.txt"),
          Map.entry(
              "registration/folders[C:\\Windows\\Temp].fileCount", "registration/temp-files.json"),
          Map.entry(
              "registration/certificates[Windows Azure Tools].present",
              "registration/certificates.json"),
          Map.entry(
              "replica/windowsFeatures[Windows-Server-Backup].present",
              "replica/windows-server-backup.json"),
          Map.entry("replica/volumes[storagePool].freeBytes", "storage-pool.json"),
          Map.entry("replica/services[VSS].startType", "replica/vss.json"),
          Map.entry("security/software[mars].version", "security/mars-version.json"),
          Map.entry("security/software[mabs].version", "security/mabs-version.json"),
          Map.entry("vmware/vmwareDisks[{dataSource}, *].mode", "vmware/disks.json"),
          Map.entry(
              "vmware/vmwareAttributes[{dataSource}, DPMServer].value", "vmware/attribute.json"));

  private static final Pattern COLUMN = Pattern.compile("\"(\\w+)\":");

  /** A command shows what a person needs to know, and only the person can say what is right. */
  private static final Set<String> FOR_A_PERSON = Set.of("registration/clock.timeZoneCorrect");

  @Test
  void everyCommandOfAQuestionHasAnAnswer() {
    Set<String> answered = new TreeSet<>(ANSWERS.keySet());
    answered.addAll(FOR_A_PERSON);

    assertEquals(answered, new TreeSet<>(asked().keySet()));
  }

  @TestFactory
  Stream<DynamicTest> whatACommandPrintsIsTheFactThatIsAskedFor() {
    return ANSWERS.entrySet().stream()
        .map(
            answer ->
                dynamicTest(answer.getKey(), () -> answers(answer.getKey(), answer.getValue())));
  }

  @Test
  void anAnswerHasTheColumnsThatTheCommandNames() throws IOException {
    for (Map.Entry<String, String> answer : ANSWERS.entrySet()) {
      String command = String.join("", asked().getOrDefault(answer.getKey(), Set.of()));
      Matcher column = COLUMN.matcher(new String(bytes(answer.getValue()), StandardCharsets.UTF_8));
      while (column.find()) {
        assertTrue(
            command.contains(column.group(1)),
            () -> command + " prints no column " + column.group(1));
      }
    }
  }

  /** One command for each fact of a topic: what one of them prints answers all who ask for it. */
  @Test
  void aFactIsAskedForWithOneCommandInATopic() {
    asked().forEach((fact, commands) -> assertEquals(1, commands.size(), fact));
  }

  private static void answers(String question, String sample) throws IOException {
    FactPlace place =
        FactPlace.parse(
            question.substring(question.indexOf('/') + 1).replace("{dataSource}", "WEB01"));
    Facts facts = read(sample);

    assertTrue(known(place, facts), () -> question + " is unknown in " + facts);
  }

  private static boolean known(FactPlace place, Facts facts) {
    boolean named =
        facts.facts().stream()
            .filter(fact -> FactKind.of(fact.getClass()) == place.kind())
            .filter(place::names)
            .anyMatch(fact -> place.component().map(name -> known(name, fact)).orElse(true));
    return named
        || (place.component().isEmpty()
            && facts.collected().stream().anyMatch(all -> all.kind() == place.kind()));
  }

  private static boolean known(String component, Fact fact) {
    return RecordShape.of(FactKind.of(fact.getClass()))
        .component(component)
        .orElseThrow()
        .known((Record) fact);
  }

  private static Facts read(String sample) throws IOException {
    Owner owner = new Owner("FS01", Optional.empty());
    return Bundle.read(sample, bytes(sample), Optional.of(owner), Optional.empty()).facts();
  }

  private static byte[] bytes(String sample) throws IOException {
    try (InputStream in = AnswersTest.class.getResourceAsStream("answers/" + sample)) {
      return Objects.requireNonNull(in, sample).readAllBytes();
    }
  }

  /** Returns the commands that obtain facts, by topic and fact. */
  private static Map<String, Set<String>> asked() {
    Map<String, Set<String>> asked = new TreeMap<>();
    Catalog.PLANNER.knowledge().packs().stream()
        .flatMap(pack -> pack.topics().stream())
        .filter(topic -> TOPICS.contains(topic.name()))
        .forEach(topic -> ask(topic, asked));
    return asked;
  }

  private static void ask(Topic topic, Map<String, Set<String>> asked) {
    topic.remedies().stream()
        .map(remedy -> remedy.decision())
        .filter(Decision.ByFacts.class::isInstance)
        .flatMap(decision -> ((Decision.ByFacts) decision).facts().stream())
        .forEach(fact -> ask(topic, fact, asked));
  }

  private static void ask(Topic topic, DecidingFact fact, Map<String, Set<String>> asked) {
    if (fact.obtain() != null) {
      asked
          .computeIfAbsent(topic.name() + "/" + fact.fact(), unknown -> new TreeSet<>())
          .add(fact.obtain());
    }
  }
}
