package dev.mabsplan.engine.junit;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The test that a file becomes which is not as it must be: it fails with all that is wrong. */
final class BrokenFileNode extends AbstractTestDescriptor implements Node<Run> {

  static final String SEGMENT = "broken";

  BrokenFileNode(UniqueId id, String name, TestSource source) {
    super(id, name, source);
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public Run execute(Run run, DynamicTestExecutor tests) {
    throw Failure.of(run.file().faults());
  }
}
