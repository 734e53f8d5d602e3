package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others write chooses no option, hides nothing, forges no step and destroys no file. */
class StrangeHandsTest {

  private static final String SILENT = "{\"errors\": [{\"id\": 4242}]}";

  /** A blank at which no line is broken. */
  private static final String NO_BREAK = "\u00a0";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aTextThatNamesAFileAfterAnAtSignIsAText() throws IOException {
    Path other = folder.resolve("overwritten.txt");
    String arguments = file("at-file.args", "\"anything\"\n-o\n" + other + "\n");

    Ran ran = Ran.mabsplan("plan", "--text", "@" + arguments);

    assertEquals(0, ran.code(), ran.err());
    assertFalse(Files.exists(other));
    assertTrue(ran.out().contains("at-file.args"), ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {NO_BREAK, "\u2003", "\u202f", "\u3000", "\u3164", "\u2800", "\uffa0"})
  void aNameFullOfUnbrokenBlanksIsNoStep(String blank) throws IOException {
    String forged = "x" + "  1  Delete the replica and its recovery points".repeat(3);
    String facts =
        file(
            "facts.json",
            "{\"errors\": [{\"id\": 4242, \"server\": \"FS01\", \"message\": \"%s\"}]}"
                .formatted(forged.replace(" ", blank)));

    Ran ran = Ran.mabsplan("plan", facts, "--ledger");

    List<String> steps =
        ran.out().lines().filter(line -> line.matches("\\s*1\\s+Delete the replica.*")).toList();
    assertEquals(List.of(), steps, ran.out());
  }

  @Test
  void aFileThatCannotBeReplacedStaysAsItWas() throws IOException {
    Path output = Files.writeString(folder.resolve("plan.txt"), "the plan of yesterday");
    // where the new file would be written, a folder is in the way
    Files.createDirectory(folder.resolve(".plan.txt." + ProcessHandle.current().pid() + ".part"));

    Ran ran = Ran.mabsplan("plan", file("facts.json", SILENT), "-o", output.toString()).ended(2);

    assertTrue(ran.err().contains("plan.txt"), ran.err());
    assertEquals("the plan of yesterday", Files.readString(output));
  }

  @Test
  void whatAKilledRunOfTheSameNumberLeftIsInNobodysWay() throws IOException {
    Path output = folder.resolve("plan.txt");
    file(".plan.txt." + ProcessHandle.current().pid() + ".part", "half a pl");

    Ran.mabsplan("plan", file("facts.json", SILENT), "-o", output.toString()).ended(0);

    assertFalse(Files.readString(output).isEmpty());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void aFileThatIsReplacedLeavesNothingBeside() throws IOException {
    Path output = Files.writeString(folder.resolve("plan.txt"), "the plan of yesterday");

    Ran.mabsplan("plan", file("facts.json", SILENT), "-o", output.toString()).ended(0);

    assertFalse(Files.readString(output).contains("yesterday"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void whatIsSaidOfAnInputHoldsNoControlsOfIt() throws IOException {
    String services =
        file(
            "services.json",
            "[{\"Name\":\"V\\u001b[31mS\\u202e\\nmabsplan: all is well\",\"Status\":4,\"StartType\":3}]");

    Ran ran = Ran.mabsplan("import", services);

    assertEquals(
        List.of(),
        ran.err().lines().filter(line -> line.startsWith("mabsplan: all is well")).toList());
    assertEquals(
        List.of(),
        ran.err()
            .codePoints()
            .filter(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202e))
            .boxed()
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "US-ASCII", "UTF-16"})
  @Tag("slow")
  void aConstantWithAnAccentFiresWhateverTheCharsetOfThePlatform(String charset) throws Exception {
    Path pack = TinyPack.copy(folder.resolve("own"));
    TinyPack.change(pack.resolve("pack.yaml"), "id: tiny", "id: accented");
    TinyPack.change(pack.resolve("pack.yaml"), "tape/alerts", "door/alerts");
    Files.move(pack.resolve("tape"), pack.resolve("door"));
    for (String name : List.of("topic.yaml", "rules.drl")) {
      Path file = pack.resolve("door").resolve(name);
      Files.writeString(
          file,
          Files.readString(file)
              .replace("tape/", "door/")
              .replace("tiny.tape", "accented.door")
              .replace("rule \"", "rule \"door-")
              .replace("4242", "5353")
              .replace("tape drive", "back door")
              .replace("Bandenheten", "Bakdörren")
              .replace("TapeDriver", "Dörrvakt"));
    }
    TinyPack.change(pack.resolve("door/probes.yaml"), "Get-TapeAlert", "Get-DoorAlert");
    for (String name : List.of("probes.yaml", "samples/driver.json")) {
      TinyPack.change(pack.resolve("door").resolve(name), "TapeDriver", "Dörrvakt");
    }
    for (String name : List.of("words.en.yaml", "words.sv.yaml")) {
      Path file = pack.resolve("door").resolve(name);
      Files.writeString(
          file,
          Files.readString(file)
              .replace("  driver-", "  door-driver-")
              .replace("  silent: The", "  door-silent: The")
              .replace("  silent: Enheten", "  door-silent: Enheten")
              .replace("TapeDriver", "Dörrvakt"));
    }
    String facts =
        file(
            "facts.json",
            "{\"servers\": [{\"name\": \"MABS01\", \"role\": \"backupServer\","
                + " \"services\": [{\"name\": \"Dörrvakt\", \"state\": \"stopped\"}]}],"
                + " \"errors\": [{\"id\": 5353}]}");

    String here = planned(pack, facts, "UTF-8");

    assertTrue(here.contains("confirmed"), here);
    assertEquals(here, planned(pack, facts, charset));
  }

  private String planned(Path pack, String facts, String charset) throws Exception {
    Path output = folder.resolve(charset + ".json");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=" + charset,
                "-cp",
                System.getProperty("java.class.path"),
                Mabsplan.class.getName(),
                "plan",
                facts,
                "-f",
                "json",
                "--rules",
                pack.toString(),
                "-o",
                output.toString())
            .redirectErrorStream(true)
            .start();
    String console = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), console);
    return Files.readString(output);
  }
}
