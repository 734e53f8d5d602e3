package dev.mabsplan.engine.cli;

import static dev.mabsplan.engine.cli.Ran.mabsplan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with arguments, and with the place that is written to, is said in a line. */
class PromptTest {

  @TempDir private Path folder;

  private String facts() throws IOException {
    return Files.writeString(folder.resolve("facts.json"), "{\"errors\": [{\"id\": 4242}]}")
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pln x | there is no command \"pln\"; did you mean plan?",
        "zzzzzzzzzz | there is no command \"zzzzzzzzzz\"; mabsplan --help lists all",
        "help zzzzzzzzzz | there is no command \"zzzzzzzzzz\"; mabsplan --help lists all",
        "help plan x | plan has no commands below it; found \"x\"",
        "rules | rules takes one of list, show, problems, remedies, conditions",
        "rules lst | rules takes one of list, show, problems, remedies, conditions; found \"lst\";"
            + " did you mean list?",
        "rules show | rules show needs ID",
        "rules list x | rules list takes nothing more; found \"x\"",
        "plan --txet x | plan has no option \"--txet\"; did you mean --text?",
        "plan --nothing-of-this | plan has no option \"--nothing-of-this\"",
        "plan --text | plan needs --text TEXT",
        "plan --text a --text b | --text is given twice; leave one",
        "serve --port x | --port takes a whole number; found \"x\"",
        "schema nope | DOCUMENT takes one of facts, plan, scenario, topic, pack, words, probes, site,"
            + " fleet, diff, explain, why-not, questions; found \"nope\"",
        "likelihoods | likelihoods needs --from FILE",
        "fleet | fleet needs PATH",
        "fleet nowhere | can't read nowhere: there is no nowhere",
        "plan --lang xx x | --lang takes en or sv; found \"xx\""
      })
  void whatIsWrongWithArgumentsIsSaidFirst(String arguments, String said) {
    Ran ran = mabsplan(arguments.split(" ", -1)).refused();

    assertEquals("mabsplan: " + said, ran.err().lines().findFirst().orElse(""));
    assertTrue(ran.err().lines().count() <= 2, ran.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan",
        "diff",
        "what-if",
        "explain",
        "guide",
        "import",
        "rules",
        "rules show",
        "new-topic",
        "schema",
        "outcomes",
        "likelihoods",
        "completion",
        "fleet"
      })
  void withoutAnArgumentThatItNeedsACommandSaysWhich(String command) {
    Ran ran = mabsplan(command.split(" ", -1)).refused("mabsplan: ");

    assertTrue(ran.err().lines().count() <= 2, ran.err());
  }

  @Test
  void withoutAnyArgumentTheCommandsAreListed() {
    mabsplan().refused("Usage: mabsplan", "plan", "schema");
  }

  @Test
  void theHelpOfACommandBelowAnotherIsItsOwn() {
    assertEquals(
        mabsplan("rules", "list", "--help").out(), mabsplan("help", "rules", "list").out());
  }

  @Test
  void aFolderIsNoFileToWriteTo() throws IOException {
    mabsplan("plan", facts(), "-o", folder.toString())
        .refused("can't write " + folder + ": it is a folder; name a file in it");
  }

  @Test
  void aFileIsNoFolderToWriteIn() throws IOException {
    String facts = facts();
    mabsplan("plan", facts, "-o", facts + "/plan.txt").refused(facts + " is a file and no folder");
  }

  @Test
  void aFileToWriteToHasAName() throws IOException {
    mabsplan("plan", facts(), "-o", "").refused("a file to write to needs a name");
  }

  @Test
  void aSiteFileThatIsNotThereIsSaidToBeMissing() throws IOException {
    mabsplan("plan", facts(), "--site", "nowhere")
        .refused("--site: can't read nowhere: there is no nowhere");
  }

  @Test
  void factsWithoutAttemptsHaveNoOutcomes() throws IOException {
    Ran ran = mabsplan("outcomes", facts()).ended(0).says("tell of no attempts");

    assertFalse(ran.out().contains("attempts"));
  }

  @Test
  void aTextInTheEncodingOfWindowsIsRead() {
    Ran.reading(
            "Repliken är trasig".getBytes(Charset.forName("windows-1252")), "plan", "--text", "-")
        .ended(0)
        .says("“Repliken är trasig”");
  }

  @Test
  void aLetterThatIsCutInTwoAtTheLimitChangesNoOther() {
    byte[] longest =
        ("Repliken är trasig. " + "ö".repeat(1 << 19)).getBytes(StandardCharsets.UTF_8);
    Ran.reading(longest, "plan", "--text", "-").ended(0).says("“Repliken är trasig.");
  }

  @Test
  void lettersThatTheTerminalLostAreSaidToBe() {
    mabsplan("plan", "--text", "Repliken \uFFFD\uFFFDr trasig")
        .ended(0)
        .says("--text: letters were lost, since this terminal's encoding does not have them");
  }
}
