package dev.mabsplan.engine.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class ScenarioTestsTest {

  @TempDir private Path folder;

  private static List<DynamicTest> tests(String folder) {
    return ScenarioTests.below(folder).flatMap(ScenarioTestsTest::tests).toList();
  }

  private static Stream<DynamicTest> tests(DynamicNode node) {
    return node instanceof DynamicContainer container
        ? container.getChildren().flatMap(ScenarioTestsTest::tests)
        : Stream.of((DynamicTest) node);
  }

  private static Path scenario(Path pack) throws IOException {
    try (Stream<Path> files = Files.walk(pack)) {
      return files
          .filter(file -> file.toString().contains("scenarios") && Files.isRegularFile(file))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  /** As somebody would use it. */
  @TestFactory
  Stream<DynamicNode> scenariosOfTheSample() {
    return ScenarioTests.below(SamplePack.FOLDER.toString());
  }

  @Test
  void everyCaseIsATest() {
    assertTrue(tests(SamplePack.FOLDER.toString()).size() > 1);
  }

  @Test
  void aRedCaseFails() throws IOException {
    Path pack = SamplePack.copy(folder.resolve("pack"));
    Path file = scenario(pack);
    Files.writeString(
        file, Files.readString(file).replaceAll("(?m)^(\\s*)steps:.*$", "$1steps: [no/such-step]"));
    long failed =
        tests(pack.toString()).stream()
            .filter(
                test -> {
                  try {
                    test.getExecutable().execute();
                    return false;
                  } catch (Throwable e) {
                    return true;
                  }
                })
            .count();

    assertTrue(failed > 0);
  }

  @Test
  void aFileThatIsNoneFailsWithItsPlace() throws IOException {
    Path pack = SamplePack.copy(folder.resolve("pack"));
    Path file = scenario(pack);
    Files.writeString(file, "scenario: [");
    DynamicTest broken =
        tests(pack.toString()).stream()
            .filter(test -> test.getDisplayName().equals(String.valueOf(file.getFileName())))
            .findFirst()
            .orElseThrow();
    AssertionFailedError failed =
        assertThrows(AssertionFailedError.class, () -> broken.getExecutable().execute());

    assertTrue(String.valueOf(failed.getMessage()).contains(String.valueOf(file.getFileName())));
  }

  @Test
  void aFolderWithoutScenariosIsAnError() {
    assertEquals(
        "no scenario lies below " + folder + ": expected .yaml files in folders called scenarios",
        assertThrows(IllegalArgumentException.class, () -> ScenarioTests.below(folder.toString()))
            .getMessage());
  }
}
