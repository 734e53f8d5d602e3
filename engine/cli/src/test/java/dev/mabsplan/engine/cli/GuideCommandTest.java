package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads through plans of the pack {@code tiny}; the answers come through a pipe. */
class GuideCommandTest {

  private static final String REPORTED =
      """
      {"servers": [{"name": "MABS01", "role": "backupServer"}], "errors": [{"id": 4242}]}
      """;

  @TempDir private Path folder;
  private Path file = Path.of("");
  private Path kept = Path.of("");
  private Path record = Path.of("");

  @BeforeEach
  void files() throws IOException {
    file = Files.writeString(folder.resolve("a.json"), REPORTED);
    kept = folder.resolve("a.json.guide.json");
    record = folder.resolve("a.json.guide.md");
  }

  private Ran guide(String answers, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "guide";
    args[1] = file.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Ran.reading(answers, args);
  }

  private List<String> tried() {
    return FactsDocument.read(kept).attempts().stream()
        .map(attempt -> attempt.remedy() + " " + attempt.outcome())
        .toList();
  }

  /** What was done when is no part of what was done. */
  private String recorded() throws IOException {
    return Files.readString(record).replaceAll("(?m)^- [0-9-]+ [0-9:]+ UTC: ", "- ");
  }

  @Test
  void itEndsSolvedByTheStepThatHelped() throws IOException {
    guide("n\nh\n")
        .ended(0)
        .says(
            "MABS01: the tape drive does not answer",
            "1  Change the cable of the tape drive",
            "try  can be undone  MABS01  5 min",
            "h helped · n did not help · c cannot be done · p paste what it printed · q leave",
            "Solved.");
    assertEquals(List.of("tape/change-cable HELPED", "tape/start-driver FAILED"), tried());
    assertTrue(recorded().contains("- Solved"), recorded());
    assertEquals(REPORTED, Files.readString(file));
  }

  @Test
  void itEndsWithSupportOnceEverythingWasTried() throws IOException {
    guide("n\nc\nn\nn\nn\nn\n").ended(12).says("What is left is for support.", record.toString());
    assertTrue(recorded().contains("cannot be done"), recorded());
  }

  /** Leads through the case of a number that many errors have. */
  private Ran guideOfGeneric(String answers) throws IOException, URISyntaxException {
    Path pack = folder.resolve("pack");
    if (!Files.exists(pack)) {
      TinyPack.copy(pack);
      TinyPack.change(pack.resolve("pack.yaml"), "id: tiny", "id: other");
      TinyPack.change(pack.resolve("tape/rules.drl"), "package tiny.tape", "package other.tape");
      TinyPack.change(
          pack.resolve("tape/topic.yaml"),
          "    ids: {dpm: [4242]}",
          "    genericIds: {dpm: [4242]}");
    }
    return guide(answers, "--without", "tiny", "--rules", pack.toString());
  }

  @Test
  void itGoesThroughACandidateThatSomebodyChose() throws IOException, URISyntaxException {
    guideOfGeneric("7\n1\nh\n")
        .ended(0)
        .says("What is this error? “", "That is none of the answers.", "tape/silent", "Solved.");
    assertEquals("tape/silent", FactsDocument.read(kept).errors().get(0).is());
  }

  @Test
  void ofACandidateItSaysWhatChoosingItWouldDo() throws IOException, URISyntaxException {
    guideOfGeneric("q\n")
        .ended(10)
        .says("What each answer would do:\n  1: first comes: ", "tape/silent");
  }

  @Test
  void whoKnowsNoCandidateGoesOnWithoutOne() throws IOException, URISyntaxException {
    guideOfGeneric("\n").ended(12).says("What is left is for support.");
  }

  @Test
  void whatACommandPrintedIsReadAndPlannedFor() throws IOException {
    guide(
            "p\nSERVICE_NAME: TapeDriver\n        TYPE               : 10  WIN32_OWN_PROCESS\n        STATE              : 1  STOPPED\n.\nq\n")
        .ended(10)
        .says("New steps", "Start the driver of the tape drive", "Left.");
    assertTrue(Files.readString(kept).contains("\"state\": \"stopped\""));
    assertTrue(recorded().contains("1 fact from pasted output"), recorded());
  }

  @Test
  void aLaterOutputTakesThePlaceOfAnEarlier() throws IOException {
    String printed =
        "p\nSERVICE_NAME: TapeDriver\n        TYPE               : 10  WIN32_OWN_PROCESS\n        STATE              : %s\n\n";
    guide(printed.formatted("1  STOPPED") + printed.formatted("4  RUNNING") + "q\n").ended(10);
    assertTrue(Files.readString(kept).contains("\"state\": \"running\""));
  }

  @Test
  void whatIsNoOutputMayBeAnotherError() throws IOException {
    guide("p\nThe robot is stuck\n\ny\nq\n").ended(10).says("no output that can be read");
    assertTrue(
        FactsDocument.read(kept).errors().contains(ReportedError.ofText("The robot is stuck")));
    guide("p\n\n\n.\nq\n").ended(10).says("Nothing was read of it.");
  }

  @Test
  @Tag("slow")
  void leftAndResumedGivesTheSameAsNotLeft() throws IOException {
    guide("c\nn\nn\nn\nn\n").ended(12);
    Facts atOnce = FactsDocument.read(kept);
    String recordAtOnce = recorded();
    Files.delete(kept);
    Files.delete(record);

    guide("c\nq\n").ended(10).says("Left. The same command goes on here");
    guide("").ended(10).says("Going on from " + kept);
    file = kept;
    guide("n\nn\nn\nn\n").ended(12);

    assertEquals(atOnce, FactsDocument.read(kept));
    assertEquals(recordAtOnce, recorded().replace("- Resumed\n", ""));
    assertFalse(Files.exists(folder.resolve("a.json.guide.json.guide.json")));
  }

  @Test
  void itSpeaksSwedish() throws IOException {
    guide("n\nh\n", "--lang", "sv").ended(0).says("h hjälpte", "kan ångras", "Löst.");
    assertTrue(recorded().contains(": hjälpte"), recorded());
  }

  @Test
  void namesThatAreMarkupOrControlAreTextInTheRecord() throws IOException {
    Files.writeString(
        file, "{\"errors\": [{\"id\": 4242, \"message\": \"<script>x</script> \\u202e [a](b)\"}]}");
    Ran ran = guide("h\n").ended(0);
    assertFalse((ran.out() + recorded()).contains("\u202e"));
    assertFalse(recorded().contains("<script>"), recorded());
  }

  @Test
  void whatIsHandedOverIsNeverWrittenOver() throws IOException {
    guide("", "-o", file.toString()).refused("-o names a file that is read");
    Ran.mabsplan("guide", "-").refused("standard input is for the answers");
    Ran.mabsplan("guide").refused("guide takes files");
    Ran.mabsplan("guide", "--text", "x").refused("needs -o FILE");
    assertEquals(REPORTED, Files.readString(file));
  }

  @Test
  void anAttemptSaysForWhichProblemItWas() {
    guide("n\n").ended(10);
    assertEquals(
        List.of(
            new Attempt("tape/start-driver", AttemptOutcome.FAILED, "MABS01", null, "tape/silent")),
        FactsDocument.read(kept).attempts());
  }
}
