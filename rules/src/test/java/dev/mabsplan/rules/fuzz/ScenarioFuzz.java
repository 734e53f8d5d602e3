package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.engine.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A scenario file. */
public final class ScenarioFuzz {

  private static final ScenarioReader READER = new ScenarioReader(Shipped.PLANNER);

  private ScenarioFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Expect.text(input);
    try {
      READER.read(new ScenarioFile("fuzzed.yaml", "replica", text, path -> Optional.empty()));
    } catch (InvalidScenarioException refused) {
      Expect.equal(false, refused.faults().isEmpty(), text);
    }
  }
}
