package dev.mabsplan.engine.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** All scenario files that were found. */
final class EngineNode extends EngineDescriptor implements Node<Run> {

  EngineNode(UniqueId id) {
    super(id, "mabsplan scenarios");
  }

  /** Rules that can't be compiled fail here, once, and not in every test. */
  @Override
  public Run before(Run run) {
    if (!getChildren().isEmpty()) {
      run.bench().tools();
    }
    return run;
  }
}
