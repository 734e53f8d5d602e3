package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does word for word what the README tells somebody to do who adds a rule: runs each command,
 * writes each file, and compares what is printed.
 */
class FiveMinutesTest {

  private static final Path README = Path.of("../README.md");
  private static final Pattern FILE = Pattern.compile("`([^`]+\\.[a-z]+)`");

  /** A last line that stands for the rest. */
  private static final String AND_SO_ON = "…\n";

  /**
   * A block of the README.
   *
   * @param before the paragraph that it follows
   * @param kind what it holds: sh, text, or the kind of a file
   * @param text what is in it
   */
  private record Block(String before, String kind, String text) {}

  @TempDir private Path folder;

  @Test
  void whatItTellsIsDoneInFiveMinutes() throws IOException, InterruptedException {
    String printed = "";
    List<Block> blocks = blocks();
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
  void betweenTheFirstCommandAndTheFilesTheLintIsContentAndTheScenarioFails()
      throws IOException, InterruptedException {
    Command.run(folder, List.of(), "new-topic", "tapes", "--in", "site");

    assertEquals(0, Command.run(folder, List.of(), "lint", "site").code());
    assertEquals(1, Command.run(folder, List.of(), "test", "site").code());
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    StringBuilder text = new StringBuilder();
    String kind = "";
    for (String line : section().lines().toList()) {
      boolean fence = line.startsWith("```");
      if (fence && kind.isEmpty()) {
        kind = line.substring("```".length());
        text.setLength(0);
      } else if (fence) {
        blocks.add(new Block(paragraph.toString(), kind, text.toString()));
        kind = "";
        paragraph.setLength(0);
      } else {
        (kind.isEmpty() ? paragraph : text).append(line).append('\n');
      }
    }
    return blocks;
  }

  private static String section() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf("## Add a rule in five minutes\n");
    assertTrue(start >= 0, "the section is there");
    return readme.substring(start, readme.indexOf("\n### ", start));
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
