package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, as the build packs it: it keeps what makes a start quick where it can, and says the
 * same where it can't.
 */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path COMMAND = Path.of("..", "rules", "target", "mabsplan");
  private static final String FACTS =
      Path.of("facts", "vss-disabled.json").toAbsolutePath().toString();
  private static final int MINUTES = 3;

  /** A place of its own: blanks in its name, and nobody else's cache. */
  @TempDir static Path installed;

  @TempDir Path folder;

  private static Path launcher;
  private static String plan;

  private Path cache;

  /** What a launcher said, on standard output and standard error alike. */
  private record Said(int code, String text) {}

  private record Started(Process process, Path text) {
    Said said() throws IOException, InterruptedException {
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertTrue(ended, "it does not end");
      return new Said(process.exitValue(), Files.readString(text));
    }
  }

  @BeforeAll
  static void installIt() throws IOException, InterruptedException {
    Path home = installed.resolve("back up");
    Files.walkFileTree(
        COMMAND,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(home.resolve(COMMAND.relativize(directory).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, home.resolve(COMMAND.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
    launcher = home.resolve("bin").resolve("mabsplan");
    assertTrue(launcher.toFile().setExecutable(true));
    plan = Command.run(Path.of("").toAbsolutePath(), List.of(), "plan", FACTS).out();
  }

  @BeforeEach
  void aCacheThatIsNotThereYet() {
    cache = folder.resolve("a cache");
  }

  private Started start(Path command, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    Path text = Files.createTempFile(folder, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(text.toFile());
    List.of("COLUMNS", "CI", "JAVA_TOOL_OPTIONS", "JAVA_OPTS")
        .forEach(builder.environment()::remove);
    builder.environment().put("MABSPLAN_CACHE", cache.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new Started(builder.start(), text);
  }

  private Said run(String... arguments) throws IOException, InterruptedException {
    return start(launcher, arguments).said();
  }

  private List<Path> kept() throws IOException {
    Path java = cache.resolve("java");
    if (!Files.isDirectory(java)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(java)) {
      return files.toList();
    }
  }

  @Test
  void saysTheSameBeforeAndAfterItIsWarm() throws IOException, InterruptedException {
    assertEquals(new Said(0, ""), run("warmup"));
    assertEquals(1, kept().size(), () -> "a whole archive and no part of one");
    assertEquals(new Said(0, plan), run("plan", FACTS));
    assertEquals(2, run("plan", "no such file").code());
  }

  @Test
  void isFoundThroughALink() throws IOException, InterruptedException {
    Files.createDirectories(cache);
    Path link = Files.createSymbolicLink(folder.resolve("m"), launcher);
    assertTrue(Files.isSymbolicLink(link) && Files.exists(link, LinkOption.NOFOLLOW_LINKS));

    assertEquals(new Said(0, plan), start(link, "plan", FACTS).said());
  }

  @Test
  void keepsByItselfAfterTheFirstRun() throws IOException, InterruptedException {
    assertEquals(new Said(0, plan), run("plan", FACTS));
    for (int i = 0; i < MINUTES * 60 && kept().stream().noneMatch(LauncherTest::isWhole); i++) {
      Thread.sleep(1000);
    }
    assertTrue(kept().stream().anyMatch(LauncherTest::isWhole), "nothing was kept");
  }

  @Test
  void worksWhereNothingCanBeKept() throws IOException, InterruptedException {
    Files.writeString(cache, "a file where the folder would be");

    assertEquals(new Said(0, plan), run("plan", FACTS));
    assertEquals("a file where the folder would be", Files.readString(cache));
  }

  @Test
  void saysThatNothingCouldBeKept() throws IOException, InterruptedException {
    Files.writeString(cache, "a file where the folder would be");

    assertTrue(run("warmup").text().contains("nothing could be kept in " + cache));
  }

  @Test
  void worksWithWhatIsNoArchive() throws IOException, InterruptedException {
    run("warmup");
    for (Path archive : kept()) {
      Files.writeString(archive, "damaged");
    }
    assertEquals(new Said(0, plan), run("plan", FACTS));
  }

  @Test
  void isWarmedTwiceAtOnce() throws IOException, InterruptedException {
    Started first = start(launcher, "warmup");
    Started second = start(launcher, "warmup");

    assertEquals(0, first.said().code());
    assertEquals(0, second.said().code());
    assertEquals(1, kept().size());
    assertEquals(new Said(0, plan), run("plan", FACTS));
  }

  private static boolean isWhole(Path file) {
    return file.getFileName().toString().matches("[^ ]+-\\d+\\.(jsa|aot)");
  }
}
