package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.NativeOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder as an administrator hands it over: what Windows and DPM printed on two servers, in
 * whatever format it came, gives one plan. {@code -Dgolden.update=true} writes what is kept anew.
 */
@Tag("slow")
class HandedOverTest {

  private static final Path FOLDER = Path.of("handed-over");
  private static final Path KEPT = Path.of("src/test/resources/handed-over");
  private static final Planner PLANNER = Planner.shipped();

  @Test
  void theFolderHoldsMoreThanTwelveFormats() throws IOException {
    Set<String> formats = new TreeSet<>();
    for (Path file : files()) {
      NativeOutput.of(TextFile.of(file.toString(), Files.readAllBytes(file)))
          .forEach(output -> formats.add(output.format()));
    }
    assertTrue(formats.size() > 12, formats::toString);
  }

  @Test
  void theFolderGivesOnePlan() throws IOException {
    kept("plan.en.txt", text(facts(FOLDER), Language.ENGLISH));
    kept("plan.sv.txt", text(facts(FOLDER), Language.SWEDISH));
  }

  @Test
  void whatWasNotUnderstoodIsSaid() throws IOException {
    kept(
        "remarks.txt",
        read(FOLDER).remarks().stream()
            .map(Remark::toString)
            .map(remark -> remark.replace('\\', '/'))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void theSameAsAnArchiveGivesTheSamePlan(@TempDir Path folder) throws IOException {
    Path archive = folder.resolve("handed-over.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Path file : files()) {
        zip.putNextEntry(new ZipEntry(FOLDER.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
    assertEquals(text(facts(FOLDER), Language.ENGLISH), text(facts(archive), Language.ENGLISH));
  }

  @Test
  void theFactsAreTheSameAfterTheyWereADocument() {
    Facts facts = facts(FOLDER);
    assertEquals(facts, FactsDocument.parse(FactsDocument.write(facts)));
  }

  @Test
  void isReadInOneCall() {
    assertEquals(facts(FOLDER), PLANNER.read(FOLDER).facts());
  }

  private static Imported read(Path path) {
    return Bundle.read(List.of(path), Optional.empty(), Optional.empty());
  }

  private static Facts facts(Path path) {
    return read(path).facts();
  }

  private static String text(Facts facts, Language language) {
    Plan plan = PLANNER.plan(facts, language);
    return PlanText.write(plan, PlanText.USUAL_WIDTH, false, Detail.BRIEF);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void kept(String name, String found) throws IOException {
    Golden.assertSame(KEPT.resolve(name), found);
  }
}
