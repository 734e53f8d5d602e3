package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills {@code fleet}, a process of its own, at any place, and goes on. */
@Tag("slow")
class FleetKilledTest {

  private static final int DOCUMENTS = 8_000;
  private static final int MINUTES = 2;

  @TempDir private Path folder;

  private Path write(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private static String document(int number) {
    return "{\"servers\": [{\"name\": \"MABS%05d\", \"role\": \"backupServer\",".formatted(number)
        + " \"services\": [{\"name\": \"TapeDriver\", \"state\": \"stopped\"}]}],"
        + " \"errors\": [{\"id\": 4242}]}";
  }

  private Process start(Path facts, Path plans) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Mabsplan.class.getName(),
            "fleet",
            facts.toString(),
            "--short",
            "--continue",
            "-o",
            plans.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** Kills it once so many bytes are written. */
  private void kill(Process process, Path plans, long bytes)
      throws IOException, InterruptedException {
    for (int i = 0; i < MINUTES * 60_000 && size(plans) < bytes && process.isAlive(); i += 5) {
      Thread.sleep(5);
    }
    process.destroyForcibly();
    assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "it is not killed");
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  @Test
  void aRunThatIsKilledTwiceEndsWithTheBytesOfOneThatIsNot() throws Exception {
    Path facts =
        write(
            "facts.ndjson",
            IntStream.range(0, DOCUMENTS).mapToObj(FleetKilledTest::document).toList());
    Path whole = folder.resolve("whole");
    Ran.mabsplan("fleet", facts.toString(), "--short", "-o", whole.toString()).ended(0);
    Path plans = folder.resolve("plans");
    long size = Files.size(whole);

    kill(start(facts, plans), plans, size / 4);
    long first = Files.size(plans);
    kill(start(facts, plans), plans, size / 2);
    long second = Files.size(plans);
    assertTrue(0 < first && first < second && second < size, first + ", " + second + " of " + size);

    Process last = start(facts, plans);
    assertTrue(last.waitFor(MINUTES, TimeUnit.MINUTES), "it does not end");
    assertEquals(0, last.exitValue(), Files.readString(folder.resolve("log")));
    assertEquals(-1, Files.mismatch(whole, plans), "where the bytes differ");
  }
}
