package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class RedactedFactsTest {

  private static final Planner PLANNER = Planner.shipped();

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void thePlanHasTheSameSteps(Path example) {
    Facts facts = FactsDocument.read(example);

    assertEquals(steps(facts), steps(Redaction.of(facts)));
  }

  @Test
  void nothingThatTheCommandWritesNamesWhoAndWhere(@TempDir Path folder) throws Exception {
    Path home = Files.createDirectories(folder.resolve("Users/anna/FS07"));
    Files.writeString(home.resolve("notes.txt"), "nothing that is known");
    Files.writeString(
        home.resolve("services.json"), "[{\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 4}]");
    Files.writeString(
        home.resolve("MABS01.json"),
        "{\"servers\": [{\"name\": \"MABS01.contoso.com\", \"role\": \"backupServer\"}], \"errors\":"
            + " [{\"id\": 3106, \"server\": \"FS07\", \"message\": \"CONTOSO\\\\anna, 10.1.2.3\"}]}");

    Command ran =
        Command.run(
            folder, List.of(), "plan", "--redact", "--ledger", folder.resolve("Users").toString());
    String written = (ran.out() + ran.err()).toLowerCase(Locale.ROOT);

    assertEquals(0, ran.code(), ran.err());
    for (String name : List.of("mabs01", "contoso", "anna", "fs07", "10.1.2.3")) {
      assertFalse(written.contains(name), written);
    }
    assertTrue(ran.out().contains("is disabled on SERVER-1"), ran.out());
    assertTrue(ran.err().contains("/USER-1/SERVER-1/notes.txt: has none"), ran.err());
    assertTrue(ran.err().endsWith("5 names and addresses are replaced by tokens\n"), ran.err());
  }

  @Test
  void aServerThatOnlyTheMessageNamesIsReplacedToo(@TempDir Path folder) throws Exception {
    Command ran =
        Command.run(
            folder,
            List.of(),
            "plan",
            "--redact",
            "--text",
            "The replica of Volume D:\\ on FILER is inconsistent with the protected data source."
                + " (ID 3106)");

    assertEquals("1 name or address is replaced by a token\n", ran.err());
    assertTrue(ran.out().startsWith("SERVER-1: the replica of D:\\ is inconsistent\n"), ran.out());
    assertFalse(ran.out().contains("FILER"), ran.out());
  }

  private static List<String> steps(Facts facts) {
    return PLANNER.plan(facts).steps().stream()
        .map(step -> step.number() + " " + step.remedy() + " " + step.status())
        .toList();
  }
}
