package dev.mabsplan.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.engine.cli.option.Ahead;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Streams;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Commands are put together one by one, and work ahead of its need ends as any other. */
class CommandsTest {

  private static final Surroundings AROUND =
      new Surroundings(
          new Streams(
              new ByteArrayInputStream(new byte[0]),
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)),
          Terminal.current(),
          Map.of());

  @Test
  void eachIsFoundByTheNameThatItGivesItself() {
    Commands.ALL.forEach(
        (name, command) -> {
          Object made = command.apply(AROUND);
          CommandLine line = made instanceof CommandLine one ? one : new CommandLine(made);
          assertEquals(name, line.getCommandName());
        });
  }

  @Test
  void oneIsPutTogetherWhereOneIsNamed() {
    assertEquals(Set.of("plan"), Commands.wanted(AROUND, "plan", "facts.json").keySet());
  }

  @Test
  void allAreWhereArgumentsSpeakOfAll() {
    for (String of : List.of("help", "completion", "manual", "--help", "plam")) {
      assertEquals(Commands.ALL.keySet(), Commands.wanted(AROUND, of).keySet());
    }
    assertEquals(Commands.ALL.keySet(), Commands.wanted(AROUND).keySet());
  }

  @Test
  void whatWorkAheadThrowsIsThrownToWhoWaits() {
    InputException thrown =
        assertThrows(
            InputException.class,
            () ->
                Ahead.result(
                    Ahead.begin(
                        () -> {
                          throw new InputException("no such folder");
                        })));
    assertEquals("no such folder", thrown.getMessage());
  }
}
