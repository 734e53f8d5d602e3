package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the heap that {@code fleet} needs for many documents to the one it needs for a thousand.
 * The documents come out of a pipe in which nobody holds them, and plans go where nobody keeps
 * them.
 */
@Tag("slow")
class FleetMemoryTest {

  private static final int FIRST = 1_000;
  private static final int LOOKS = 10;
  private static final long MORE = 8L << 20;

  /** A summary keeps what it knows of each server; here there are no more than these. */
  private static final int SERVERS = 500;

  private static final String DOCUMENT =
      "{\"servers\": [{\"name\": \"MABS%03d\", \"role\": \"backupServer\","
          + " \"services\": [{\"name\": \"TapeDriver\", \"state\": \"stopped\"}]}],"
          + " \"errors\": [{\"id\": 4242}]}\n";

  /** Documents that are made as they are read; looks at the heap on the way. */
  private static final class Documents extends InputStream {

    private final int count;
    private final List<Long> heaps = new ArrayList<>();
    private byte[] line = new byte[0];
    private int at;
    private int made;

    Documents(int count) {
      this.count = count;
    }

    @Override
    public int read() {
      return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (!fill()) {
        return -1;
      }
      int taken = Math.min(length, line.length - at);
      System.arraycopy(line, at, buffer, from, taken);
      at += taken;
      return taken;
    }

    private boolean fill() {
      if (at < line.length) {
        return true;
      }
      if (made == count) {
        return false;
      }
      if (made == FIRST || (made > FIRST && made % (count / LOOKS) == 0)) {
        heaps.add(heap());
      }
      line = DOCUMENT.formatted(made % SERVERS).getBytes(StandardCharsets.UTF_8);
      at = 0;
      made++;
      return true;
    }

    private static long heap() {
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      return runtime.totalMemory() - runtime.freeMemory();
    }
  }

  /** Counts lines and keeps none. */
  private static final class Counted extends OutputStream {

    private long lines;

    @Override
    public void write(int one) {
      lines += one == '\n' ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) {
        write(bytes[i]);
      }
    }
  }

  private static void fleet(int count, String... options) {
    Documents documents = new Documents(count);
    Counted plans = new Counted();
    List<String> arguments = new ArrayList<>(List.of("fleet", "-"));
    arguments.addAll(List.of(options));
    int code =
        Mabsplan.run(
            new Streams(
                documents,
                new PrintStream(plans, false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)),
            new Terminal(false, 80, StandardCharsets.UTF_8),
            Map.of(),
            arguments.toArray(String[]::new));

    assertEquals(0, code);
    if (!arguments.contains("--summary")) {
      assertEquals(count, plans.lines);
    }
    long first = documents.heaps.get(0);
    for (long heap : documents.heaps) {
      assertTrue(
          heap < first + MORE,
          () -> "heap at 1,000 documents and at each tenth of all: " + documents.heaps);
    }
  }

  @Test
  void thousandsOfDocumentsTakeTheHeapOfOneThousand() {
    fleet(10_000, "--short");
    fleet(10_000, "--summary", "json");
  }

  /**
   * {@code mvn test -pl engine/cli -am -Dtest=FleetMemoryTest -Dgroups=benchmark -DexcludedGroups=
   * -Dsurefire.failIfNoSpecifiedTests=false}, some minutes long.
   */
  @Test
  @Tag("benchmark")
  void aMillionDocumentsTakeTheHeapOfOneThousand() {
    fleet(Integer.getInteger("documents", 1_000_000), "--short");
  }
}
