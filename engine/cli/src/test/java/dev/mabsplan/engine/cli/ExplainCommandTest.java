package dev.mabsplan.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explains plans of the pack {@code tiny}, which knows one error of a tape drive. */
class ExplainCommandTest {

  private static final String STOPPED =
      """
      {"servers": [{"name": "MABS01", "role": "backupServer",
        "services": [{"name": "TapeDriver", "state": "stopped"}]}],
       "errors": [{"id": 4242}]}
      """;

  @TempDir private Path folder;

  private Ran explain(String facts, String... more) throws IOException {
    String file = Files.writeString(folder.resolve("a.json"), facts).toString();
    String[] args = new String[more.length + 2];
    args[0] = "explain";
    args[1] = file;
    System.arraycopy(more, 0, args, 2, more.length);
    return Ran.mabsplan(args);
  }

  @Test
  void aStepIsExplainedFromItsFacts() throws IOException {
    explain(STOPPED, "--step", "1")
        .ended(0)
        .says(
            "1    Start the driver of the tape drive (MABS01)\n",
            "     The tape driver on MABS01 is stopped\n",
            "       by the rule tape/driver-stopped\n",
            "       servers[MABS01].services[TapeDriver].state = stopped (",
            "     why it stands here:\n");
  }

  @Test
  void aStepIsFoundByItsRemedy() throws IOException {
    explain(STOPPED, "--step", "tape/change-cable", "--lang", "sv")
        .ended(0)
        .says("Byt kabel till bandenheten", "krävs av problem 1");
    explain(STOPPED, "--step", "9").refused("the plan has no step \"9\"; it has 1, 2, 3");
  }

  @Test
  void programsGetTheSameAsJson() throws IOException {
    explain(STOPPED, "-f", "json")
        .ended(0)
        .says("\"rule\": \"tape/driver-stopped\"", "\"value\": \"stopped\"", "\"source\": ");
  }

  @Test
  void theFirstConditionThatIsNotMetIsSaid() throws IOException {
    explain(STOPPED.replace("stopped", "running"), "--why-not", "tape/driver-stopped")
        .ended(0)
        .says(
            "The rule tape/driver-stopped did not fire\n",
            "  Without its driver a drive is deaf.\n",
            "  tape/driver-stopped: 1 of 2 conditions are met\n",
            "    wanted: Service: state == ServiceState.STOPPED\n",
            "    found: servers[MABS01].services[TapeDriver].state = running (",
            "    would do: --set 'servers[MABS01].services[TapeDriver].state=stopped'\n");
  }

  @Test
  void whatNothingIsKnownOfIsSaid() throws IOException {
    explain("{\"errors\": [{\"id\": 4242}]}", "--why-not", "tape/driver-stopped")
        .ended(0)
        .says(
            "    found: nothing that is known\n",
            "    would do: --set 'servers[…].services[TapeDriver]={\"state\": \"stopped\"}'\n");
  }

  @Test
  void aRemedyThatIsLeftOutSaysWhy() throws IOException {
    explain(STOPPED.replace("stopped", "running"), "--why-not", "tape/start-driver", "--lang", "sv")
        .ended(
            0,
            """
            Åtgärden tape/start-driver är utelämnad
              Starta bandenhetens drivrutin
              Drivrutinen på MABS01 körs
            """);
  }

  @Test
  void ofAnErrorThatIsNotRecognisedWhatWouldDecideIsSaid() throws IOException {
    explain(
            "{\"errors\": [{\"id\": 9999, \"message\": \"Something else\"}]}",
            "--why-not",
            "tape/silent",
            "-f",
            "json")
        .ended(0)
        .says("\"dpm 4242\"", "\"Something else\"", "\"sort\": \"symptom\"", "\"sort\": \"rule\"");
  }

  @Test
  void anIdThatNobodyKnowsIsToldTheNearest() throws IOException {
    explain(STOPPED, "--why-not", "tape/drver-stopped")
        .refused(
            "there is no rule, problem, remedy or symptom \"tape/drver-stopped\"; did you mean"
                + " \"tape/driver-stopped\"?");
    explain(STOPPED, "--why-not", "tape/silent", "--step", "1")
        .refused("one of --step, --why-not and --questions");
    Ran.mabsplan("explain").refused("explain takes what plan takes");
  }

  @Test
  void whatEachAnswerWouldDoIsSaid() throws IOException {
    String reported = STOPPED.replace("\"state\": \"stopped\"", "\"startType\": \"manual\"");

    explain(reported, "--questions").ended(0).says("stopped", "running", "falls away");
    explain(reported, "--questions", "--lang", "sv").ended(0).says("faller bort");
    explain(reported, "--questions", "-f", "json").ended(0).says("\"worthAsking\": true");
    explain(reported, "--questions", "--step", "1").refused("one of --step, --why-not");
  }
}
