package dev.mabsplan.engine.cli;

import static dev.mabsplan.engine.cli.Ran.mabsplan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {

  private static final String ALERT =
      "The tape drive does not answer any of the questions of the backup server.";

  /** A command of the script, as it is run. */
  private static final Pattern ASKED =
      Pattern.compile("(?m)^ {4}Ask '[^']+' -Probe '[^']+'(?: -\\w+)* \\{ (.*) }$");

  @TempDir private Path folder;

  @Test
  void withoutFactsTheScriptAsksEverythingThatAnyPlanMayAsk() {
    Ran ran = mabsplan("collect").ended(0);
    assertEquals("", ran.err());
    assertTrue(ran.out().startsWith("#Requires -Version 5.1\n"), ran.out());
    assertTrue(ran.out().contains("if ($role -ne 'protectedServer') {"), ran.out());
  }

  @Test
  void withAnAlertTheScriptRunsTheCommandsOfItsPlanAndNoOthers() {
    String plan = mabsplan("plan", "-f", "json", "--text", ALERT).ended(0).out();
    List<String> asked = asked(mabsplan("collect", "--text", ALERT).ended(0).out());
    assertFalse(asked.isEmpty());
    for (String command : asked) {
      assertTrue(plan.contains(command.replace("\\", "\\\\").replace("\"", "\\\"")), command);
    }
  }

  @Test
  void whatTheScriptWritesAnswersThePlan() throws IOException {
    String command = asked(mabsplan("collect", "--text", ALERT).ended(0).out()).get(0);
    Path answer =
        Files.writeString(
            folder.resolve("01-services.txt"),
            "# mabsplan collect: MABS01, backupServer, 2026-01-15T03:12:00Z\n"
                + "PS C:\\> "
                + command
                + "\n{\n    \"Name\":  \"TapeDriver\",\n    \"Status\":  1,\n    \"StartType\":  2\n}\nPS C:\\>\n");
    Ran ran = mabsplan("plan", answer.toString(), "--text", ALERT).ended(0);
    assertTrue(ran.out().contains("The tape driver on MABS01 is stopped"), ran.out());
    assertTrue(mabsplan("collect", answer.toString(), "--text", ALERT).ended(0).out().isEmpty());
  }

  @Test
  void whatAnEmptyAnswerMeansIsSaidByThePackWhateverItsCommand() throws IOException {
    Path answer =
        Files.writeString(
            folder.resolve("01-driver.txt"),
            """
            # mabsplan collect: MABS01, backupServer, 2026-01-15T03:12:00Z, tape/driver
            PS C:\\> Get-Service -Name TapeDriver

            PS C:\\>
            """);
    String facts = mabsplan("import", answer.toString()).ended(0).out();
    assertTrue(facts.contains("\"name\": \"TapeDriver\",\n"), facts);
    assertTrue(facts.contains("\"present\": false"), facts);
  }

  @Test
  void theScriptNamesTheProbeOfEachCommand() {
    assertTrue(
        mabsplan("collect").out().contains("Ask '02-driver' -Probe 'tape/driver' { Get-Service"),
        () -> mabsplan("collect").out());
  }

  @Test
  void whereNothingIsLeftToAskThatIsSaid() throws IOException {
    Path nothing =
        Files.writeString(
            folder.resolve("facts.json"),
            "{\"servers\": [{\"name\": \"MABS01\", \"role\": \"backupServer\", \"services\":"
                + " [{\"name\": \"TapeDriver\", \"state\": \"running\", \"startType\": \"automatic\"}]}]}");
    Ran ran = mabsplan("collect", nothing.toString()).ended(0);
    assertEquals("", ran.out());
    assertEquals("none of the plan's questions is answered by a command", ran.err().strip());
  }

  @Test
  void theScriptGoesToAFileWhereThatIsWanted() throws IOException {
    Path script = folder.resolve("collect.ps1");
    assertEquals("", mabsplan("collect", "-o", script.toString()).ended(0).out());
    assertEquals(mabsplan("collect").out(), Files.readString(script));
  }

  @Test
  void aPackThatIsNotThereIsRefused() {
    mabsplan("collect", "--rules", folder.toString()).refused("there is none in " + folder);
  }

  @Test
  void aScriptWithoutTheNamesOfItsServersIsRefused() {
    mabsplan("collect", "--redact", "--text", ALERT).refused("leave out --redact");
  }

  private static List<String> asked(String script) {
    return ASKED.matcher(script).results().map((MatchResult asked) -> asked.group(1)).toList();
  }
}
