package dev.mabsplan.engine.cli;

import static dev.mabsplan.engine.cli.Ran.mabsplan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {

  @TempDir private Path folder;
  private Path pack;

  @BeforeEach
  void copyThePack() throws Exception {
    pack = TinyPack.copy(folder.resolve("tiny"));
  }

  private void change(String file, String text, String by) throws IOException {
    TinyPack.change(pack.resolve(file), text, by);
  }

  private Ran lint() {
    return mabsplan("lint", pack.toString());
  }

  @Test
  void aPackThatIsAsItMustBeGetsOneLine() {
    lint().ended(0, "nothing is wrong with rule pack tiny\n");
  }

  @Test
  void withoutAFolderThePacksOfTheClassPathAreChecked() {
    mabsplan("lint").ended(0, "nothing is wrong with rule pack tiny\n");
  }

  @Test
  void everythingIsSaidAtOnceWithFileAndLine() throws IOException {
    change("tape/topic.yaml", "effort: short", "effort: shrt");
    change("tape/rules.drl", "rule \"silent\"\nwhen", "rule \"silent\"\nwhne");
    lint()
        .ended(5)
        .says(
            pack + "/tape/rules.drl:9",
            pack + "/tape/topic.yaml:23:13",
            "found \"shrt\"; did you mean \"short\"?",
            "faults in 2 files\n");
  }

  @Test
  void onceThePackIsRightItsScenariosAreChecked() throws IOException {
    change("tape/scenarios/drive.yaml", "tape/driver-runs]\ngiven", "tape/driver-run]\ngiven");
    lint()
        .ended(
            5,
            pack
                + "/tape/scenarios/drive.yaml:3:10, /silent/0: expected a rule of a rule pack, as"
                + " topic/name; found \"tape/driver-run\"; did you mean \"tape/driver-runs\"?\n"
                + "1 fault\n");
  }

  @Test
  void aScenarioThatNobodyWouldRunIsAFault() throws IOException {
    Files.createDirectory(pack.resolve("scenarois"));
    Files.move(pack.resolve("tape/scenarios/drive.yaml"), pack.resolve("scenarois/drive.yaml"));
    lint()
        .ended(
            5,
            pack
                + "/scenarois/drive.yaml:1: expected scenarios in a folder called scenarios; found"
                + " one that is never run; move it to TOPIC/scenarios\n1 fault\n");
  }

  @Test
  void aScenarioWithTheShorterEndingIsChecked() throws IOException {
    change("tape/scenarios/drive.yaml", "tape/driver-runs]\ngiven", "tape/driver-run]\ngiven");
    Files.move(pack.resolve("tape/scenarios/drive.yaml"), pack.resolve("tape/scenarios/drive.yml"));
    lint().ended(5).says("drive.yml:3:10, /silent/0:", "did you mean \"tape/driver-runs\"?");
  }

  @Test
  void aTopicWithTheShorterEndingIsAFault() throws IOException {
    Files.move(pack.resolve("tape/words.en.yaml"), pack.resolve("tape/words.en.yml"));
    lint().ended(5).says("found tape/words.en.yml; did you mean \"tape/words.en.yaml\"?");
  }

  @Test
  void aFileThatIsNotInUtf8IsAFaultOfThePack() throws IOException {
    Path rules = pack.resolve("tape/rules.drl");
    Files.writeString(rules, Files.readString(rules), StandardCharsets.UTF_16);
    lint().ended(5, rules + ": expected text in UTF-8; found bytes that are none\n1 fault\n");
  }

  @Test
  void aByteOrderMarkIsNoFault() throws IOException {
    Path rules = pack.resolve("tape/rules.drl");
    Files.writeString(rules, "\uFEFF" + Files.readString(rules));
    lint().ended(0, "nothing is wrong with rule pack tiny\n");
  }

  @Test
  void theListOfEquivalentMutantsIsChecked() throws IOException {
    change("equivalent-mutants.yaml", "reason", "raeson");
    lint().ended(5).says("equivalent-mutants.yaml:1:3, /0: expected a mutant and the reason");
  }

  @Test
  void aFolderThatIsNoPackIsRefusedWithTheOneItLiesIn() {
    mabsplan("lint", pack.resolve("tape").toString())
        .refused("there is none in " + pack.resolve("tape") + "; did you mean " + pack + "?");
    mabsplan("lint", folder.toString()).refused("there is none in " + folder);
  }
}
