package dev.mabsplan.engine.junit;

import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What a test needs to run.
 *
 * @param bench what scenarios are run on
 * @param file the file that the test belongs to
 */
record Run(Bench bench, ReadFile file) implements EngineExecutionContext {

  Run of(ReadFile other) {
    return new Run(bench, other);
  }
}
