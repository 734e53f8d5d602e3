package dev.mabsplan.engine.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;
import org.opentest4j.AssertionFailedError;

class ScenarioTestEngineTest {

  private static final Path SAMPLE = SamplePack.FOLDER;
  private static final Path VSS = SAMPLE.resolve("replica/scenarios/vss.yaml");
  private static final String RESOURCE = "sample/replica/scenarios/vss.yaml";

  private static final Set<String> ALL_OF_VSS =
      Platform.names("replica/vss", "replica/vss#manual", "replica/vss#nobody looked");
  private static final Set<String> ALL =
      Platform.names(
          "replica/healthy", "replica/vss", "replica/vss#manual", "replica/vss#nobody looked");

  @TempDir Path folder;

  private Path copy() throws IOException {
    return SamplePack.copy(folder.resolve("pack"));
  }

  @Suite
  @IncludeEngines("mabsplan")
  static class OfTheClassPath {}

  @Suite
  @IncludeEngines("mabsplan")
  @SelectDirectories("src/test/resources/sample")
  static class OfAFolder {}

  @Nested
  class Finds {

    @Test
    void byTheServicesOfTheClassPath() {
      assertTrue(
          ServiceLoader.load(TestEngine.class).stream()
              .anyMatch(engine -> engine.type().equals(ScenarioTestEngine.class)));
    }

    @Test
    void whatLiesBelowAClassPathRoot() {
      Path root = Path.of("target/test-classes");
      assertEquals(ALL, Platform.found(selectClasspathRoots(Set.of(root)).get(0)));
    }

    @Test
    @Tag("slow")
    void whatLiesInAJar() throws IOException {
      Path jar = folder.resolve("sample.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
          Stream<Path> files = Files.walk(SAMPLE)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          out.putNextEntry(new JarEntry("jarred/" + SAMPLE.relativize(file)));
          Files.copy(file, out);
        }
      }
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
        thread.setContextClassLoader(loader);
        Platform platform = Platform.run(selectClasspathRoots(Set.of(jar)).get(0));
        assertEquals(ALL, platform.tests());
        assertEquals(Map.of(), platform.messages());
        assertEquals(
            ClasspathResourceSource.from(
                "jarred/replica/scenarios/vss.yaml",
                org.junit.platform.engine.support.descriptor.FilePosition.from(17)),
            platform.source("replica/vss#manual"));
        assertEquals(
            Set.of("replica/vss#manual"),
            Platform.found(selectUniqueId(platform.id("replica/vss#manual"))));
        assertEquals(
            ALL_OF_VSS,
            Platform.found(selectClasspathResource("jarred/replica/scenarios/vss.yaml")));
      } finally {
        thread.setContextClassLoader(before);
      }
    }

    @Test
    void aFileOfTheClassPath() {
      assertEquals(ALL_OF_VSS, Platform.found(selectClasspathResource(RESOURCE)));
    }

    @Test
    void aLineOfAFileOfTheClassPath() {
      assertEquals(
          Set.of("replica/vss#manual"),
          Platform.found(selectClasspathResource(RESOURCE, FilePosition.from(18))));
    }

    @Test
    void whatLiesBelowAFolderOfTheClassPath() {
      assertEquals(ALL, Platform.found(selectClasspathResource("sample")));
    }

    @Test
    void whatLiesBelowAPackage() {
      assertEquals(ALL, Platform.found(selectPackage("sample.replica")));
    }

    @Test
    void whatLiesBelowAFolder() {
      assertEquals(ALL, Platform.found(selectDirectory(SAMPLE.toFile())));
    }

    @Test
    void aFile() {
      assertEquals(ALL_OF_VSS, Platform.found(selectFile(VSS.toFile())));
    }

    @ParameterizedTest
    @CsvSource({
      "1, replica/vss",
      "2, replica/vss",
      "16, replica/vss",
      "17, replica/vss#manual",
      "23, replica/vss#manual",
      "24, replica/vss#nobody looked",
      "999, replica/vss#nobody looked"
    })
    void theCaseAroundALine(int line, String name) {
      assertEquals(Set.of(name), Platform.found(selectFile(VSS.toFile(), FilePosition.from(line))));
    }

    @Test
    void whatAUriNames() {
      URI file = VSS.toAbsolutePath().toUri();
      assertEquals(ALL_OF_VSS, Platform.found(selectUri(file)));
      assertEquals(Set.of("replica/vss#manual"), Platform.found(selectUri(file + "?line=18")));
      assertEquals(ALL, Platform.found(selectUri(SAMPLE.toUri())));
      assertEquals(
          Set.of("replica/vss#manual"),
          Platform.found(selectUri("classpath:/" + RESOURCE + "?line=18")));
    }

    @Test
    void oneCaseByItsId() {
      UniqueId id =
          UniqueId.forEngine("mabsplan")
              .append("file", "src/test/resources/sample/replica/scenarios/vss.yaml")
              .append("case", "vss#manual");
      Platform platform = Platform.run(selectUniqueId(id));
      assertEquals(Map.of("replica/vss#manual", "successful"), platform.outcomes());
      assertEquals(id.toString(), platform.id("replica/vss#manual"));
    }

    @Test
    void whatIsSelectedTwiceOnce() {
      assertEquals(
          ALL,
          Platform.found(
              selectFile(VSS.toFile(), FilePosition.from(20)),
              selectDirectory(SAMPLE.toFile()),
              selectFile(VSS.toFile())));
    }

    @Test
    void theFoldersOfTheClassPathWhereNothingIsSelected() {
      assertEquals(ALL, Platform.found());
    }

    @Test
    void themThroughAClassThatStandsForThem() {
      assertEquals(ALL, Platform.found(OfTheClassPath.class));
      assertEquals(ALL, Platform.found(OfAFolder.class));
    }

    @Test
    void nothingByAClassOrAMethod() {
      assertEquals(Set.of(), Platform.found(selectClass(ScenarioTestEngineTest.class)));
      assertEquals(
          Set.of(), Platform.found(selectMethod(ScenarioTestEngineTest.Finds.class, "aFile")));
    }

    @Test
    void nothingThatIsNoScenarioFile() {
      assertEquals(
          Set.of(),
          Platform.found(
              selectFile(SAMPLE.resolve("replica/topic.yaml").toFile()),
              selectFile("scenarios/gone.yaml"),
              selectUri("https://example.org/scenarios/vss.yaml"),
              selectDirectory("src/main")));
    }

    @Test
    void noFolderThatIsNotThereAndSaysSo() {
      String message =
          String.valueOf(
              Platform.run(selectDirectory("catalgo")).messages().get("mabsplan scenarios"));
      assertTrue(message.contains("expected a folder; found none at "), message);
    }

    @Test
    void onlyWhatFiltersLeave() {
      PostDiscoveryFilter onlyManual =
          test -> FilterResult.includedIf(test.getDisplayName().endsWith("#manual"));
      assertEquals(
          Set.of("replica/vss#manual"),
          Platform.found(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectDirectory(SAMPLE.toFile()))
                  .filters(onlyManual)));
    }
  }

  @Nested
  class Knows {

    @Test
    void theLineOfACase() {
      FileSource source =
          assertInstanceOf(
              FileSource.class,
              Platform.run(selectFile(VSS.toFile())).source("replica/vss#manual"));
      assertEquals(VSS.toAbsolutePath().toFile(), source.getFile());
      assertEquals(17, source.getPosition().orElseThrow().getLine());
    }

    @Test
    void theFileThatWasWrittenWhereTheBuildCopiedIt() {
      FileSource source =
          assertInstanceOf(
              FileSource.class,
              Platform.run(selectClasspathResource(RESOURCE)).source("replica/vss"));
      assertEquals(VSS.toAbsolutePath().toFile(), source.getFile());
    }

    @Test
    void theCopyWhereItIsAnother() throws IOException {
      Path project = folder.toRealPath();
      Path written = project.resolve("src/test/resources/scenarios/mine.yaml");
      Path copied = project.resolve("target/test-classes/scenarios/mine.yaml");
      Files.createDirectories(written.getParent());
      Files.createDirectories(copied.getParent());
      Files.copy(SAMPLE.resolve("replica/scenarios/healthy.yaml"), copied);
      Files.writeString(written, "scenario: other\n");
      FileSource source =
          assertInstanceOf(
              FileSource.class,
              Platform.run(selectDirectory(project.resolve("target").toFile())).source("healthy"));
      assertEquals(copied.toFile(), source.getFile());
    }
  }

  @Nested
  class Runs {

    @Test
    void whatIsAsExpected() {
      Platform platform = Platform.run(selectDirectory(SAMPLE.toFile()));
      assertEquals(ALL, platform.tests());
      assertEquals(Map.of(), platform.messages());
    }

    @Test
    void whatIsNotAndShowsBothListsOfSteps() throws IOException {
      Path scenario = copy().resolve("replica/scenarios/vss.yaml");
      SamplePack.change(scenario, "steps: [{remedy: replica/check}]", "steps: []");
      Platform platform = Platform.run(selectFile(scenario.toFile()));
      assertEquals(
          Map.of(
              "replica/vss", "successful",
              "replica/vss#manual", "failed",
              "replica/vss#nobody looked", "successful"),
          platform.outcomes());
      AssertionFailedError failure =
          assertInstanceOf(AssertionFailedError.class, platform.failure("replica/vss#manual"));
      assertEquals("", failure.getExpected().getStringRepresentation());
      assertEquals("replica/check", failure.getActual().getStringRepresentation());
      String message = String.valueOf(failure.getMessage());
      assertTrue(message.contains("vss.yaml:") && message.contains("replica/check"), message);
    }

    @Test
    void anExpectationThatIsNotOfSteps() throws IOException {
      Path scenario = copy().resolve("replica/scenarios/vss.yaml");
      SamplePack.change(scenario, "verdict: satisfied", "verdict: failed");
      String message =
          String.valueOf(
              Platform.run(selectFile(scenario.toFile()))
                  .failure("replica/vss#manual")
                  .getMessage());
      assertTrue(message.contains("failed") && message.contains("satisfied"), message);
    }

    @Test
    void noCaseOfAFileThatIsNotAsItMustBe() throws IOException {
      Path scenario = copy().resolve("replica/scenarios/vss.yaml");
      SamplePack.change(scenario, "remedy: replica/check", "remedy: replica/chek");
      SamplePack.change(scenario, "silent:", "slient:");
      Platform platform = Platform.run(selectDirectory(folder.toFile()));
      String name = scenario.toString().replace('\\', '/');
      assertEquals(
          Map.of(
              name,
              "failed",
              "replica/vss",
              "skipped: the file is not as it must be",
              "replica/vss#manual",
              "skipped: the file is not as it must be",
              "replica/vss#nobody looked",
              "skipped: the file is not as it must be",
              "replica/healthy",
              "successful"),
          platform.outcomes());
      String faults = String.valueOf(platform.failure(name).getMessage());
      assertTrue(faults.contains("did you mean \"replica/check\"?"), faults);
      assertTrue(faults.contains("\"slient\""), faults);
    }

    @Test
    void noFileThatIsNoYaml() throws IOException {
      Path scenario = copy().resolve("replica/scenarios/vss.yaml");
      Files.writeString(scenario, "scenario: [");
      Platform platform = Platform.run(selectFile(scenario.toFile()));
      assertEquals(List.of("failed"), List.copyOf(platform.outcomes().values()));
    }

    @Test
    void noFileThatIsNoText() throws IOException {
      Path scenario = folder.resolve("scenarios/odd.yaml");
      Files.createDirectories(scenario.getParent());
      Files.write(scenario, new byte[] {(byte) 0xff, (byte) 0xfe});
      String name = scenario.toString().replace('\\', '/');
      assertEquals(
          Map.of(name, "failed"), Platform.run(selectDirectory(folder.toFile())).outcomes());
    }

    @Test
    void inParallelAsOneAfterTheOther() {
      LauncherDiscoveryRequestBuilder parallel =
          LauncherDiscoveryRequestBuilder.request().selectors(selectDirectory(SAMPLE.toFile()));
      LauncherDiscoveryRequestBuilder single =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectDirectory(SAMPLE.toFile()))
              .configurationParameter(ScenarioTestEngine.PARALLEL, "false");
      Platform many = Platform.run(parallel);
      Platform one = Platform.run(single);
      assertEquals(one.outcomes(), many.outcomes());
      assertEquals(Set.of(Thread.currentThread()), one.threads());
      assertTrue(!many.threads().contains(Thread.currentThread()), "a pool of its own");
    }
  }

  @Nested
  class TestsAgainst {

    @Test
    void thePackThatAFileLiesInRatherThanThatOfTheClassPath() throws IOException {
      Path pack = copy();
      SamplePack.change(
          pack.resolve("replica/rules.drl"),
          "startType == StartType.MANUAL",
          "startType == StartType.AUTOMATIC");
      assertEquals(
          "failed",
          Platform.run(selectDirectory(pack.toFile())).outcomes().get("replica/vss#manual"));
    }

    @Test
    void packsThatAConfigurationParameterNames() throws IOException {
      Path pack = copy();
      SamplePack.change(
          pack.resolve("replica/rules.drl"),
          "startType == StartType.MANUAL",
          "startType == StartType.AUTOMATIC");
      Path scenario = folder.resolve("mine/scenarios/vss.yaml");
      Files.createDirectories(scenario.getParent());
      Files.copy(VSS, scenario);
      LauncherDiscoveryRequestBuilder request =
          LauncherDiscoveryRequestBuilder.request().selectors(selectFile(scenario.toFile()));
      assertEquals("successful", Platform.run(request).outcomes().get("vss#manual"));
      request.configurationParameter(ScenarioTestEngine.RULES, " , " + pack);
      assertEquals("failed", Platform.run(request).outcomes().get("vss#manual"));
    }

    @Test
    void noRulesThatCanNotBeCompiledAndSaysSoOnce() throws IOException {
      Path pack = copy();
      SamplePack.change(pack.resolve("replica/rules.drl"), "Service( name", "Servise( name");
      Platform platform = Platform.run(selectDirectory(pack.toFile()));
      assertEquals(Map.of(), platform.outcomes());
      assertEquals(List.of("mabsplan scenarios"), platform.containersThatFailed());
      String message = String.valueOf(platform.failure("mabsplan scenarios").getMessage());
      assertTrue(message.contains("rules.drl"), message);
    }
  }
}
