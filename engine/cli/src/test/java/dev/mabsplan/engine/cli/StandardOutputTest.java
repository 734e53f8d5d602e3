package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  private static final OutputStream FULL =
      new OutputStream() {
        @Override
        public void write(int one) throws IOException {
          throw new IOException("No space left on device");
        }
      };

  @Test
  void losesNothingWhereThereIsRoom() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StandardOutput output = new StandardOutput(bytes);
    try (PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8)) {
      out.print("a plan");
    }
    assertEquals("a plan", bytes.toString(StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), output.lost());
  }

  @Test
  void saysWhyItLostSomething() {
    StandardOutput output = new StandardOutput(FULL);
    try (PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8)) {
      out.print("a plan");
    }
    assertEquals(Optional.of("No space left on device"), output.lost());
  }
}
