package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A page in Markdown, or a section of it.
 *
 * @param path where it is
 * @param text what is in it
 */
record Page(Path path, String text) {

  private static final Path ROOT = Path.of("..");
  private static final String FENCE = "```";
  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", ".idea", "node_modules", "resources");

  /**
   * A block between fences.
   *
   * @param before the text since the block before it
   * @param kind what it holds: sh, text, or the kind of a file
   * @param text what is in it
   */
  record Block(String before, String kind, String text) {}

  /** Reads a page, by its path from the root of the project. */
  static Page of(String path) {
    Path file = ROOT.resolve(path);
    try {
      return new Page(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all pages of the project, but what a build or a tool has written. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>();
    collect(ROOT, pages);
    return pages;
  }

  private static void collect(Path folder, List<Page> pages) throws IOException {
    List<Path> entries;
    try (Stream<Path> files = Files.list(folder)) {
      entries = files.sorted().toList();
    }
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      if (name.endsWith(".md")) {
        pages.add(new Page(entry, Files.readString(entry)));
      } else if (Files.isDirectory(entry) && !NOT_OURS.contains(name)) {
        collect(entry, pages);
      }
    }
  }

  /** Returns what stands below a heading of the second level, up to the next one. */
  Page section(String heading) {
    String opening = "## " + heading + "\n";
    int start = text.indexOf(opening);
    assertTrue(start >= 0, () -> path + " has no section " + heading);
    int end = text.indexOf("\n## ", start);
    return new Page(path, text.substring(start, end < 0 ? text.length() : end));
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    StringBuilder block = new StringBuilder();
    String opening = "";
    for (String line : text.lines().toList()) {
      boolean fence = line.startsWith(FENCE);
      if (fence && opening.isEmpty()) {
        opening = line;
        block.setLength(0);
      } else if (fence) {
        blocks.add(
            new Block(before.toString(), opening.substring(FENCE.length()), block.toString()));
        opening = "";
        before.setLength(0);
      } else {
        (opening.isEmpty() ? before : block).append(line).append('\n');
      }
    }
    return blocks;
  }

  /** Returns the lines outside blocks between fences. */
  List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean inBlock = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith(FENCE)) {
        inBlock = !inBlock;
      } else if (!inBlock) {
        prose.add(line);
      }
    }
    return prose;
  }

  /** Returns the first block of a kind. */
  String block(String kind) {
    return blockBeginning(kind, "");
  }

  String blockBeginning(String kind, String beginning) {
    return blocks().stream()
        .filter(block -> block.kind().equals(kind) && block.text().startsWith(beginning))
        .map(Block::text)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(path + " has no block of " + kind + " with " + beginning));
  }
}
