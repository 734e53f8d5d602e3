package dev.mabsplan.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.engine.pack.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFileTest {

  private static final String SCENARIO = "scenario: a\nexpect: {steps: []}\n";

  @Nested
  class InAPack {

    private final List<ScenarioFile> files =
        ScenarioFile.in(
            new PackFiles(
                "pack.jar!/pack",
                new TreeMap<>(
                    Map.of(
                        "pack.yaml", "id: a",
                        "healthy.yaml", "errors: []",
                        "b/topic.yaml", "",
                        "b/scenarios/two.yaml", SCENARIO,
                        "b/scenarios/deep/three.yaml", SCENARIO,
                        "a/scenarios/one.yaml", SCENARIO,
                        "scenarios/none.yaml", SCENARIO))));

    @Test
    void everyYamlFileInAFolderCalledScenariosIsOne() {
      assertEquals(
          List.of(
              "pack.jar!/pack/a/scenarios/one.yaml",
              "pack.jar!/pack/b/scenarios/two.yaml",
              "pack.jar!/pack/scenarios/none.yaml"),
          files.stream().map(ScenarioFile::name).toList());
    }

    @Test
    void itBelongsToTheTopicItLiesIn() {
      assertEquals(List.of("a", "b", ""), files.stream().map(ScenarioFile::topic).toList());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"../../healthy.yaml", "./../../healthy.yaml", "../scenarios/../../healthy.yaml"})
    void itFindsFilesOfThePackByTheirPathFromIt(String path) {
      assertEquals(Optional.of("errors: []"), files.get(0).beside().apply(path));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "../../sick.yaml",
          "../../../pack/healthy.yaml",
          "/healthy.yaml",
          "healthy.yaml",
          "..",
          "",
          "\0"
        })
    void itFindsNothingElse(String path) {
      assertEquals(Optional.empty(), files.get(0).beside().apply(path));
    }

    @Test
    void faultsCallTheFileBesideItByItsPlace() {
      assertEquals(
          Path.of("pack.jar!/pack/healthy.yaml").toString(),
          files.get(0).nameBeside("../../healthy.yaml"));
    }
  }

  @Nested
  class AtAPath {

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
      write("mail/scenarios/b.yaml", SCENARIO);
      write("mail/scenarios/a.yaml", SCENARIO);
      write("mail/scenarios/notes.txt", "");
      write("mail/topic.yaml", "");
      write("healthy.json", "{}");
    }

    private void write(String path, String text) throws IOException {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    private List<String> names(Path path) {
      return ScenarioFile.at(path).stream()
          .map(file -> folder.relativize(Path.of(file.name()).normalize()).toString())
          .map(name -> name.replace('\\', '/'))
          .toList();
    }

    @Test
    void everyYamlFileInAFolderCalledScenariosIsOne() {
      assertEquals(List.of("mail/scenarios/a.yaml", "mail/scenarios/b.yaml"), names(folder));
    }

    @Test
    void theShorterEndingIsOneToo() throws IOException {
      write("mail/scenarios/c.yml", SCENARIO);
      assertEquals(
          List.of("mail/scenarios/a.yaml", "mail/scenarios/b.yaml", "mail/scenarios/c.yml"),
          names(folder));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"mail/scenarios", "mail/scenarios/.", "mail/scenarios/../scenarios", "mail"})
    void howTheFolderIsWrittenDoesNotMatter(String path) {
      assertEquals(
          List.of("mail/scenarios/a.yaml", "mail/scenarios/b.yaml"), names(folder.resolve(path)));
    }

    @Test
    void aFileIsOneWhereverItLies() throws IOException {
      write("elsewhere.yml", SCENARIO);
      assertEquals(List.of("elsewhere.yml"), names(folder.resolve("elsewhere.yml")));
    }

    @Test
    void itBelongsToTheTopicItLiesIn() {
      assertEquals("mail", ScenarioFile.at(folder.resolve("mail/scenarios/a.yaml")).get(0).topic());
    }

    @Test
    void itFindsFilesByTheirPathFromIt() {
      ScenarioFile file = ScenarioFile.at(folder).get(0);
      assertEquals(Optional.of("{}"), file.beside().apply("../../healthy.json"));
      assertEquals(Optional.empty(), file.beside().apply("../../sick.json"));
      assertEquals(Optional.empty(), file.beside().apply(".."));
      assertEquals(Optional.empty(), file.beside().apply("\0"));
    }

    @Test
    void faultsCallTheFileBesideItByItsPlace() {
      assertEquals(
          folder.resolve("healthy.json").toString(),
          ScenarioFile.at(folder).get(0).nameBeside("../../healthy.json"));
    }

    @Test
    void aFolderWithoutScenariosHasNone() throws IOException {
      write("empty/topic.yaml", "");
      assertEquals(List.of(), names(folder.resolve("empty")));
    }

    @Test
    void thereMustBeSomething() {
      Path none = folder.resolve("none");
      assertEquals(
          none + ": expected a scenario file, or a folder with scenarios; found neither",
          assertThrows(InvalidScenarioException.class, () -> ScenarioFile.at(none)).getMessage());
    }

    @Test
    void itMustBeText() throws IOException {
      Path file = folder.resolve("mail/scenarios/a.yaml");
      Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xfd});
      assertEquals(
          file + ": expected text in UTF-8; found bytes that are none",
          assertThrows(InvalidScenarioException.class, () -> ScenarioFile.at(folder)).getMessage());
    }
  }
}
