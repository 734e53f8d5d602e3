package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole sittings before a plan, as somebody sees them; the answers come through a pipe. */
@Tag("slow")
class GuidedTest {

  private static final Path SITTINGS = Path.of("src", "test", "resources", "sittings");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "solved, en, 0, vss-disabled.json, h",
    "solved, sv, 0, vss-disabled.json, h",
    "escalated, en, 12, vmware-change-tracking.json, n n n n n n n n n n n n n n n n n n n",
    "escalated, sv, 12, vmware-change-tracking.json, n n n n n n n n n n n n n n n n n n n",
    "candidate, en, 0, vault.json, 1 n h 2",
    "candidate, sv, 0, vault.json, 1 n h 2"
  })
  void itIsAsSomebodyReadIt(String name, String language, int code, String facts, String answers)
      throws IOException, InterruptedException {
    Path file = folder.resolve("case.json");
    if (facts.equals("vault.json")) {
      Files.writeString(
          file,
          """
          {"errors": [{"text":
            "The backup did not run: the credentials of the vault were not accepted"}]}
          """);
    } else {
      Files.copy(Path.of("facts", facts), file);
    }

    Command sitting =
        Command.answered(
            folder, answers.replace(' ', '\n') + "\n", "guide", "case.json", "--lang", language);

    Golden.assertSame(SITTINGS.resolve(name + "." + language + ".txt"), sitting.out());
    assertEquals(code, sitting.code(), sitting.err());
  }
}
