package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Coverage.Level;
import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import dev.mabsplan.engine.scenario.Scenarios;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule pack of a user's own is run in each way there is: handed over as a folder, found on the
 * class path, and by its scenarios.
 */
@Tag("slow")
class OwnPackTest {

  private static final Path PACK = Path.of("pack");
  private static final Path FACTS = Path.of("pack-facts/backup-port-down.json");
  private static final Path PLANS = Path.of("src/test/resources/pack-plans");
  private static final String TOPIC = "backupnetwork";
  private static final Planner PLANNER = Planner.withPacks(List.of(PACK));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"en, backup-port-down.en.txt", "sv, backup-port-down.sv.txt"})
  void itsFactsGiveThePlanThatIsKept(Language language, String name) throws IOException {
    kept(name, PlanText.write(plan(PLANNER, language), PlanText.USUAL_WIDTH, false, Detail.BRIEF));
  }

  @Test
  void itsFactsGiveThePlanThatIsKeptForPrograms() throws IOException {
    kept("backup-port-down.json", PlanJson.write(plan(PLANNER, Language.ENGLISH)));
  }

  @Test
  void withoutItNobodyLooksAtItsFact() {
    Plan plan = plan(Planner.shipped(), Language.ENGLISH);

    assertEquals(1, plan.unused().counts().get("observations"));
    assertTrue(plan.problems().stream().noneMatch(problem -> problem.id().startsWith(TOPIC)));
  }

  @Test
  void theCommandTakesItByRules() throws IOException, InterruptedException {
    Command command =
        Command.run(Path.of(""), List.of(), "plan", FACTS.toString(), "--rules", PACK.toString());

    assertEquals(
        new Command(0, Files.readString(PLANS.resolve("backup-port-down.en.txt")), ""), command);
  }

  @Test
  void onTheClassPathItGivesTheSamePlan() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar().toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);

      assertEquals(
          PlanJson.write(plan(PLANNER, Language.ENGLISH)),
          PlanJson.write(plan(Planner.shipped(), Language.ENGLISH)));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void itsScenariosPass() {
    assertAllPass(results(PackFiles.directory(PACK)));
  }

  @Test
  void itsScenariosPassInsideAJar() throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar().toUri().toURL()}, null)) {
      List<PackFiles> packs = PackFiles.classPath(loader);

      assertEquals(1, packs.size());
      assertTrue(packs.get(0).origin().contains("contoso.jar"), packs.get(0).origin());
      assertAllPass(results(packs.get(0)));
    }
  }

  @Test
  void theCommandRunsTheScenariosInsideAJar() throws IOException, InterruptedException {
    Command command = Command.run(folder, List.of(jar()), "test", "--topic", TOPIC);

    assertEquals(new Command(0, "8 scenarios: 8 passed\n", ""), command);
  }

  @Test
  void itsScenariosSayOfEveryRuleWhenItFiresAndWhenNotAndCloseEveryRemedy() {
    Coverage coverage =
        Coverage.of(PLANNER, results(PackFiles.directory(PACK)), id -> id.startsWith(TOPIC + "/"));

    assertEquals(2, coverage.rules().size());
    assertEquals(1, coverage.remedies().size());
    for (Level level : List.of(Level.FIRED, Level.SILENT, Level.UNKNOWN, Level.CLOSED)) {
      assertEquals(List.of(), coverage.missing(level), level.toString());
    }
  }

  @Test
  void itsScenariosNoticeEveryMutant() throws IOException, InterruptedException {
    Command command = Command.run(Path.of(""), List.of(), "test", "--mutate", PACK.toString());

    assertEquals(0, command.code(), command.out() + command.err());
    assertTrue(
        command.out().matches("(?s)[1-9]\\d* mutants: \\d+ noticed, 0 survived, 0 equivalent, .*"),
        command.out());
  }

  @Test
  void theLintFindsNothing() throws IOException, InterruptedException {
    Command command = Command.run(Path.of(""), List.of(), "lint", PACK.toString());

    assertEquals(new Command(0, "nothing is wrong with rule pack contoso\n", ""), command);
  }

  private static void kept(String name, String plan) throws IOException {
    Golden.assertSame(PLANS.resolve(name), plan);
  }

  private static Plan plan(Planner planner, Language language) {
    return planner.plan(FactsDocument.read(FACTS), language);
  }

  private static List<Result> results(PackFiles pack) {
    return Scenarios.read(new ScenarioReader(PLANNER), ScenarioFile.in(pack))
        .run(new ScenarioRunner(PLANNER));
  }

  private static void assertAllPass(List<Result> results) {
    assertEquals(8, results.size());
    assertEquals(
        List.of(), results.stream().filter(result -> result.outcome() != Outcome.PASSED).toList());
  }

  /** Puts the pack into a jar, as a user would who ships it with a program. */
  private Path jar() throws IOException {
    Path jar = folder.resolve("contoso.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(PACK)) {
      put(entries, PackFiles.INDEX, "contoso\n".getBytes(StandardCharsets.UTF_8));
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = PACK.relativize(file).toString().replace('\\', '/');
        put(entries, "contoso/" + name, Files.readAllBytes(file));
      }
    }
    return jar;
  }

  private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
