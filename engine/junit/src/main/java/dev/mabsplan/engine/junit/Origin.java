package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/** Where a scenario file lies. */
sealed interface Origin permits FileOrigin, ResourceOrigin {

  /** Returns the name of the file alone. */
  String fileName();

  /** Returns the id of its container. */
  UniqueId id(UniqueId engine);

  /**
   * Reads it.
   *
   * @throws dev.mabsplan.engine.scenario.InvalidScenarioException where it is gone, or no text
   */
  ScenarioFile read();

  /** Returns the file as a source. */
  TestSource source();

  /** Returns a line of it as a source. */
  TestSource source(int line);

  /** Returns the rule pack it lies in, where that is a folder. */
  Optional<Path> pack();
}
