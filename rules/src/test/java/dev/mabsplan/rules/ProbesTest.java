package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.collect.Lookup;
import dev.mabsplan.engine.collect.Site;
import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import dev.mabsplan.facts.input.Probes;
import dev.mabsplan.facts.privacy.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** What is asked, and what comes back: from the sample of each probe to the plan. */
class ProbesTest {

  private static final Probes ANSWERS = Workshop.of(Catalog.PLANNER).knowledge().answers();

  private static final Pattern COLUMN = Pattern.compile("\"(\\w+)\":");

  /** Each tells the facts that its probe names, and every fact that a rule reads is asked. */
  @Test
  void everySampleIsReadAsWhatItsProbeTells() {
    assertEquals(List.of(), Lint.checkAsked(Catalog.AS_WRITTEN));
  }

  /** Who pastes an answer into a file need not say what was asked. */
  @TestFactory
  Stream<DynamicTest> aSampleIsRecognisedWithoutItsProbe() {
    return lookups()
        .filter(lookup -> probe(lookup).format() != null)
        .map(
            lookup ->
                dynamicTest(
                    lookup.probe() + " on " + lookup.site(),
                    () -> {
                      Imported pasted =
                          Bundle.read(
                              "answer",
                              sample(lookup).getBytes(StandardCharsets.UTF_8),
                              Optional.of(owner(lookup)),
                              Optional.empty());
                      assertEquals(List.of(), unread(pasted));
                      Set<String> asked = seen(read(collected(lookup, sample(lookup))).facts());
                      assertTrue(asked.containsAll(seen(pasted.facts())), () -> asked.toString());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anEmptyAnswerMeansWhatItsProbeSays() {
    return lookups()
        .map(
            lookup ->
                dynamicTest(
                    lookup.probe() + " on " + lookup.site(),
                    () -> {
                      Facts facts = read(collected(lookup, "")).facts();
                      Set<String> said = new TreeSet<>(silence(probe(lookup).empty(), lookup));
                      said.addAll(silence(probe(lookup).missing(), lookup));
                      Set<String> found =
                          facts.collected().stream()
                              .map(kind -> kind.kind().property())
                              .collect(Collectors.toCollection(TreeSet::new));
                      found.addAll(seen(facts));
                      assertEquals(said, found);
                    }));
  }

  private static Set<String> silence(Map<String, String> means, Lookup lookup) {
    return means.keySet().stream()
        .map(
            place ->
                place.indexOf('.') < 0
                    ? place
                    : FactPlace.parse(named(place.substring(0, place.lastIndexOf('.'))))
                        .on(owner(lookup).server())
                        .toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aSampleHasTheColumnsThatTheCommandNames() {
    lookups()
        .forEach(
            lookup ->
                COLUMN
                    .matcher(sample(lookup))
                    .results()
                    .map((MatchResult column) -> column.group(1))
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
  void aPlanShowsACommandOnce() {
    Plan plan = Catalog.PLANNER.plan(read("{\"errors\": [{\"id\": 3106}]}").facts());
    List<String> commands =
        plan.questions().stream()
            .flatMap(question -> question.command().stream().map(line -> question.server() + line))
            .toList();
    assertFalse(commands.isEmpty());
    assertEquals(List.copyOf(new TreeSet<>(commands)), commands.stream().sorted().toList());
  }

  @Test
  void theArchivesOfBothServersLeaveAPlanNothingToAskTheServers(@TempDir Path folder)
      throws IOException {
    Map<String, Map<String, byte[]>> archives = new TreeMap<>();
    lookups()
        .forEach(
            lookup -> {
              Map<String, byte[]> archive =
                  archives.computeIfAbsent(owner(lookup).server(), server -> new LinkedHashMap<>());
              archive.put(
                  "%02d.txt".formatted(archive.size() + 1),
                  collected(lookup, sample(lookup)).getBytes(StandardCharsets.UTF_8));
            });
    for (Map.Entry<String, Map<String, byte[]>> archive : archives.entrySet()) {
      zip(folder.resolve("mabsplan-" + archive.getKey() + ".zip"), archive.getValue());
    }
    Facts facts =
        Bundle.read(List.of(folder), Optional.empty(), Optional.empty(), Messages.NONE, ANSWERS)
            .facts();
    Plan plan = Catalog.PLANNER.plan(facts);
    assertTrue(
        plan.problems().stream().anyMatch(problem -> problem.id().equals("replica/inconsistent")));
    assertEquals(
        List.of(),
        plan.questions().stream()
            .flatMap(question -> question.probe().stream())
            .filter(id -> !probe(id).judged())
            .toList(),
        () -> plan.questions().stream().map(Question::facts).toList().toString());
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
    return Lookup.ofAll(Workshop.of(Catalog.PLANNER).knowledge()).stream();
  }

  private static Probe probe(Lookup lookup) {
    return probe(lookup.probe());
  }

  private static Probe probe(String id) {
    return Workshop.of(Catalog.PLANNER).knowledge().probes().stream()
        .filter(probe -> probe.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String sample(Lookup lookup) {
    Probe probe = probe(lookup);
    return Catalog.AS_WRITTEN.stream()
        .flatMap(pack -> pack.topics().stream())
        .filter(topic -> topic.name().equals(probe.topic()))
        .flatMap((Topic topic) -> topic.sample(probe).stream())
        .findFirst()
        .orElseThrow();
  }

  private static Owner owner(Lookup lookup) {
    return lookup.site().equals(new Site.Every(ServerRole.BACKUP_SERVER))
        ? new Owner("MABS01", Optional.of(ServerRole.BACKUP_SERVER))
        : new Owner("FS01", Optional.of(ServerRole.PROTECTED_SERVER));
  }

  /** In the form in which the script writes it. */
  private static String collected(Lookup lookup, String answer) {
    Owner owner = owner(lookup);
    String role = owner.server().equals("MABS01") ? "backupServer" : "protectedServer";
    return "# mabsplan collect: "
        + owner.server()
        + ", "
        + role
        + ", 2026-01-15T03:12:00Z, "
        + lookup.probe()
        + "\nPS C:\\> "
        + named(lookup.command())
        + "\n"
        + answer
        + "\nPS C:\\>\n";
  }

  private static String named(String text) {
    return text.replace("{backupServer}", "MABS01").replace("{dataSource}", "WEB01");
  }

  private static Imported read(String text) {
    return Bundle.read(
        "answer",
        text.getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        Optional.empty(),
        Messages.NONE,
        ANSWERS);
  }

  private static Set<String> seen(Facts facts) {
    return facts.facts().stream()
        .map(fact -> Address.of(fact).toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> unread(Imported imported) {
    return imported.remarks().stream()
        .filter(remark -> remark.kind() == Remark.Kind.UNREAD)
        .map(Remark::toString)
        .toList();
  }
}
