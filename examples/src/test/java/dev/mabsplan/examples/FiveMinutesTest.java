package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.examples.Page.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does word for word what the page tells somebody to do who adds a rule: runs each command, writes
 * each file, and compares what is printed.
 */
@Tag("slow")
class FiveMinutesTest {

  private static final Pattern FILE = Pattern.compile("`([^`]+\\.[a-z]+)`");

  /** A last line that stands for the rest. */
  private static final String AND_SO_ON = "…\n";

  @TempDir private Path folder;

  @Test
  void whatItTellsIsDoneInFiveMinutes() throws IOException, InterruptedException {
    String printed = "";
    List<Block> blocks = Page.of("rules/README.md").section("Add a rule in five minutes").blocks();
    for (Block block : blocks) {
      switch (block.kind()) {
        case "sh" -> printed = run(block.text());
        case "text" -> compare(block.text(), printed);
        default -> write(file(block.before()), block.text());
      }
    }
    assertEquals(
        List.of("sh", "text", "yaml", "drl", "yaml", "yaml", "sh", "text", "json", "sh", "text"),
        blocks.stream().map(Block::kind).toList());
  }

  @Test
  void betweenTheFirstCommandAndTheFilesTheLintSaysWhatIsToBeWrittenAndTheScenarioFails()
      throws IOException, InterruptedException {
    Command.run(folder, List.of(), "new-topic", "tapes", "--in", "site");

    Command lint = Command.run(folder, List.of(), "lint", "site");
    assertEquals(5, lint.code());
    assertTrue(
        lint.out()
            .lines()
            .allMatch(line -> line.contains("found FILL IN") || line.matches("\\d+ faults.*")),
        lint.out());
    assertEquals(5, Command.run(folder, List.of(), "test", "site").code());
  }

  private String run(String commands) throws IOException, InterruptedException {
    StringBuilder printed = new StringBuilder();
    for (String line : commands.lines().toList()) {
      assertTrue(line.startsWith("mabsplan "), line);
      String[] args = line.substring("mabsplan ".length()).split(" ", -1);
      Command command = Command.run(folder, List.of(), args);
      assertEquals(0, command.code(), () -> line + "\n" + command.out() + command.err());
      printed.append(command.out());
    }
    return printed.toString();
  }

  private static void compare(String shown, String printed) {
    if (shown.endsWith(AND_SO_ON)) {
      String beginning = shown.substring(0, shown.length() - AND_SO_ON.length());
      assertTrue(
          printed.startsWith(beginning), () -> "shown:\n" + shown + "\nprinted:\n" + printed);
    } else {
      assertEquals(shown, printed);
    }
  }

  /** The last that is named before the block. */
  private static String file(String before) {
    Matcher file = FILE.matcher(before);
    String name = "";
    while (file.find()) {
      name = file.group(1);
    }
    assertTrue(!name.isEmpty(), () -> "no file is named in: " + before);
    return name;
  }

  /** All but the facts are files that the first command wrote. */
  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    assertEquals(!name.endsWith(".json"), Files.exists(file), name);
    Files.writeString(file, text);
  }
}
