package dev.mabsplan.engine.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Surefire selects classes only (SUREFIRE-1724) and has let builds with failing tests of other
 * engines pass. So a build is run: by the Maven that runs this test, offline, since it needs no
 * plugin and no artifact that this build did not need before it.
 */
@Tag("slow")
class MavenBuildTest {

  private static final String HOME = System.getProperty("build.maven.home", "");
  private static final String REPOSITORY = System.getProperty("build.maven.repository", "");
  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final Path MAVEN = Path.of(HOME, "bin", WINDOWS ? "mvn.cmd" : "mvn");
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
  private static final Path PARENT = Path.of("../../pom.xml").toAbsolutePath().normalize();

  /** Below the parent, whose versions it takes. */
  @TempDir(factory = BelowTarget.class)
  Path project;

  private record Build(int exitCode, String output) {}

  @BeforeEach
  void aProjectWithAPackAndOneClass() throws IOException {
    assumeTrue(
        !HOME.isEmpty() && Files.isRegularFile(MAVEN),
        "no Maven to run a build with: the system property build.maven.home, which the build sets,"
            + " names none");
    SamplePack.copy(project.resolve("rules"));
    Files.writeString(project.resolve("pom.xml"), pom());
    Path suite = project.resolve("src/test/java/ScenariosTest.java");
    Files.createDirectories(suite.getParent());
    Files.writeString(
        suite,
        """
        import org.junit.platform.suite.api.*;

        @Suite @IncludeEngines("mabsplan") @SelectDirectories("rules") class ScenariosTest {}
        """);
  }

  @Test
  void aRedScenarioTurnsItRed() throws Exception {
    SamplePack.change(
        project.resolve("rules/replica/scenarios/vss.yaml"),
        "verdict: satisfied",
        "verdict: inapplicable");
    Build build = verify();
    assertEquals(1, build.exitCode(), build.output());
    assertTrue(
        build.output().contains("Tests run: 4, Failures: 1, Errors: 0, Skipped: 0"),
        build.output());
    assertTrue(build.output().contains("ScenariosTest.replica/vss#manual"), build.output());
  }

  @Test
  void brokenRulesTurnItRed() throws Exception {
    SamplePack.change(project.resolve("rules/replica/rules.drl"), "Service( name", "Servise( name");
    Build build = verify();
    assertEquals(1, build.exitCode(), build.output());
    assertTrue(build.output().contains("rules.drl:"), build.output());
  }

  @Test
  void greenScenariosLeaveItGreen() throws Exception {
    Build build = verify();
    assertEquals(0, build.exitCode(), build.output());
    assertTrue(
        build.output().contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0"),
        build.output());
  }

  private Build verify() throws IOException, InterruptedException {
    Path output = project.resolve("build.log");
    ProcessBuilder maven =
        new ProcessBuilder(
                MAVEN.toString(),
                "--offline",
                "--batch-mode",
                "--activate-profiles",
                "!checks",
                "-Dmaven.repo.local=" + REPOSITORY,
                // What a mirror of the running build fetched serves this one too.
                "-Daether.enhancedLocalRepository.trackingFilename=none",
                "verify")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().put("MAVEN_OPTS", SHORT_LIVED);
    maven.environment().keySet().removeAll(List.of("MAVEN_ARGS", "MAVEN_BASEDIR"));
    Process process = maven.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("the build did not end:\n" + Files.readString(output));
    }
    return new Build(process.exitValue(), Files.readString(output));
  }

  private String pom() throws IOException {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <parent>
        <groupId>dev.mabsplan</groupId>
        <artifactId>mabsplan-parent</artifactId>
        <version>0.1.0-SNAPSHOT</version>
        <relativePath>%s</relativePath>
      </parent>
      <artifactId>one-line-suite</artifactId>
      <dependencies>
        <dependency>
          <groupId>org.junit.platform</groupId>
          <artifactId>junit-platform-suite</artifactId>
          <scope>test</scope>
        </dependency>
      </dependencies>
      <build>
        <plugins>
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-surefire-plugin</artifactId>
            <configuration>
              <argLine>%s</argLine>
              <additionalClasspathElements>%s</additionalClasspathElements>
            </configuration>
          </plugin>
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-jar-plugin</artifactId>
            <executions>
              <!-- "mvn test" of the running build has not fetched it -->
              <execution><id>default-jar</id><phase>none</phase></execution>
            </executions>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .formatted(
            project.toRealPath().relativize(PARENT.toRealPath()).toString().replace('\\', '/'),
            SHORT_LIVED,
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(element -> !element.endsWith("test-classes"))
                .map(element -> "<element>" + escaped(element) + "</element>")
                .collect(Collectors.joining()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
