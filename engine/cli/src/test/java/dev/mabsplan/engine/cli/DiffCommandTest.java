package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares plans of the pack {@code tiny}, which knows one error of a tape drive. */
class DiffCommandTest {

  private static final String STOPPED =
      """
      {"servers": [{"name": "MABS01", "role": "backupServer",
        "services": [{"name": "TapeDriver", "state": "stopped"}]}],
       "errors": [{"id": 4242}]}
      """;
  private static final String RUNNING = STOPPED.replace("stopped", "running");

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String plan(String name, String facts, String... more) throws IOException {
    String in = file("in-" + name, facts);
    String out = folder.resolve(name).toString();
    String[] args = {
      "plan", in, "-f", "json", "-o", out, "--lang", more.length == 0 ? "en" : more[0]
    };
    Ran.mabsplan(args).ended(0);
    return out;
  }

  @Nested
  class Diff {

    @Test
    void oneCaseDiffersInNothing() throws IOException {
      String facts = file("a.json", STOPPED);

      Ran.mabsplan("diff", facts, facts).ended(0, "Nothing differs.\n");
      Ran.mabsplan("diff", facts, facts, "--lang", "sv").ended(0, "Inget skiljer.\n");
    }

    @Test
    void aStepFallsAwayWithItsReason() throws IOException {
      Ran.mabsplan("diff", file("a.json", STOPPED), file("b.json", RUNNING))
          .ended(
              10,
              """
              Steps that fall away
                1    Start the driver of the tape drive (MABS01)
                     tape/start-driver
                     is so already: The tape driver on MABS01 runs

              Steps in another place
                3 → 1  Change the cable of the tape drive (MABS01)
                     tape/change-cable

              Steps that changed
                2    Back up again (MABS01)
                     tape/back-up-again
                     required, now to be tried
              """);
    }

    @Test
    void aStepIsNewWithItsReason() throws IOException {
      Ran.mabsplan("diff", file("a.json", RUNNING), file("b.json", STOPPED), "--lang", "sv")
          .ended(
              10,
              """
              Nya steg
                1    Starta bandenhetens drivrutin (MABS01)
                     tape/start-driver
                     bekräftat
                     orsak: Drivrutinen på MABS01 är stoppad
                     utelämnades tidigare: Drivrutinen på MABS01 körs

              Steg på annan plats
                1 → 3  Byt kabel till bandenheten (MABS01)
                     tape/change-cable

              Steg som ändrats
                2    Säkerhetskopiera igen (MABS01)
                     tape/back-up-again
                     ska prövas, nu krävs
              """);
    }

    @Test
    void plansAsJsonCountAsTheFactsTheyWereMadeOf() throws IOException {
      String before = plan("a.json", STOPPED);
      String after = plan("b.json", RUNNING);

      Ran ofPlans = Ran.mabsplan("diff", before, after).ended(10);
      Ran ofFacts =
          Ran.mabsplan("diff", file("c.json", STOPPED), file("d.json", RUNNING)).ended(10);
      assertEquals(ofFacts, ofPlans);
      assertEquals(ofFacts, Ran.mabsplan("diff", before, file("d.json", RUNNING)));
      Ran.mabsplan("diff", before, file("c.json", STOPPED)).ended(0, "Nothing differs.\n");
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
      Ran ran =
          Ran.mabsplan("diff", file("a.json", STOPPED), file("b.json", RUNNING), "-f", "json")
              .ended(10)
              .says("\"differs\": true", "\"id\": \"tape/start-driver");

      assertTrue(ran.out().contains("\"verdict\": \"satisfied\""), ran.out());
    }

    @Test
    void aPlanInAnotherLanguageIsRefused() throws IOException {
      String swedish = plan("a.json", STOPPED, "sv");

      Ran.mabsplan("diff", swedish, file("b.json", RUNNING))
          .refused("is in the language sv; give --lang sv");
      Ran.mabsplan("diff", swedish, file("b.json", RUNNING), "--lang", "sv").ended(10);
    }

    @Test
    void twoPathsAreWanted() throws IOException {
      Ran.mabsplan("diff").refused("diff takes two paths");
      Ran.mabsplan("diff", file("a.json", STOPPED)).refused("found", "a.json");
      Ran.mabsplan("diff", "-", "-").refused("of which one may be -");
    }
  }

  @Nested
  class WhatIf {

    @Test
    void whatWouldChangeIsSaid() throws IOException {
      Ran.mabsplan(
              "what-if", file("a.json", STOPPED), "--set", "services[TapeDriver].state=running")
          .ended(
              10,
              """
              Steps that fall away
                1    Start the driver of the tape drive (MABS01)
                     tape/start-driver
                     is so already: The tape driver on MABS01 runs

              Steps in another place
                3 → 1  Change the cable of the tape drive (MABS01)
                     tape/change-cable

              Steps that changed
                2    Back up again (MABS01)
                     tape/back-up-again
                     required, now to be tried
              """);
    }

    @Test
    void whatWouldNotBeKnownIsAskedFor() throws IOException {
      Ran.mabsplan(
              "what-if",
              file("a.json", STOPPED),
              "--unset",
              "servers[MABS01].services[TapeDriver]",
              "--lang",
              "sv")
          .ended(10)
          .says("Nu värt att ta reda på", "servers[MABS01].services[TapeDriver].state");
    }

    @Test
    void anErrorThatIsGoneSolvesItsProblem() throws IOException {
      Ran.mabsplan("what-if", file("a.json", STOPPED), "--unset", "errors[4242]", "-f", "json")
          .ended(10)
          .says("\"id\": \"tape/silent\"");
    }

    @Test
    void whatChangesNothingEndsWithZero() throws IOException {
      Ran.mabsplan("what-if", file("a.json", STOPPED), "--set", "services[Other].state=running")
          .ended(0, "Nothing differs.\n");
    }

    @Test
    void aSlipInANameIsSaid() throws IOException {
      Ran.mabsplan("what-if", file("a.json", STOPPED), "--set", "services[TapeDrivr].state=running")
          .ended(0)
          .says("no rule looks at servers[MABS01].services[TapeDrivr]; did you mean TapeDriver?");
    }

    @Test
    void anErrorThatWouldBeReportedIsPlannedFor() throws IOException {
      String healthy =
          file("a.json", STOPPED.replace("\"errors\": [{\"id\": 4242}]", "\"errors\": []"));

      Ran.mabsplan("what-if", healthy, "--error", "The tape drive failed (ID 4242)", "-f", "json")
          .ended(10)
          .says("\"id\": \"tape/silent\"");
      assertEquals(
          Ran.mabsplan("what-if", healthy, "--error", "ID 4242"),
          Ran.mabsplan("what-if", healthy, "--add", "errors={\"text\": \"ID 4242\"}"));
    }

    @Test
    void whatHelpedWouldEndItsProblem() throws IOException {
      Ran.mabsplan(
              "what-if",
              file("a.json", STOPPED),
              "--add",
              "attempts={\"remedy\": \"tape/start-driver\", \"outcome\": \"helped\"}")
          .ended(10)
          .says("Solved");
    }

    @Test
    void whatIsSecretInAnErrorIsLeftOut() throws IOException {
      Ran.mabsplan("what-if", file("a.json", STOPPED), "--error", "ID 4242 password: hunter2horse")
          .says("--error: ");
    }

    @Test
    void anErrorHasWordsAndTheNamesAsTheyAre() throws IOException {
      String facts = file("a.json", STOPPED);

      Ran.mabsplan("what-if", facts, "--error", " ").refused("--error needs the words of an error");
      Ran.mabsplan("what-if", facts, "--redact", "--error", "ID 4242 on FS01")
          .refused("--error does not go with --redact");
      Ran.mabsplan("what-if", facts, "--add", "errors")
          .refused("--add takes LIST=JSON; found \"errors\"");
    }

    @Test
    void whatIsNotGivenIsAskedFor() throws IOException {
      Ran.mabsplan("what-if", file("a.json", STOPPED)).refused("at least one --set");
      Ran.mabsplan("what-if", "--set", "services[A].state=running")
          .refused("takes what plan takes");
      Ran.mabsplan("what-if", file("a.json", STOPPED), "--set", "services[A].state")
          .refused("--set takes ADDRESS=VALUE; found \"services[A].state\"");
      Ran.mabsplan("what-if", file("a.json", STOPPED), "--set", "services[A].state=odd")
          .refused("--set services[A].state=odd: expected one of");
    }
  }
}
