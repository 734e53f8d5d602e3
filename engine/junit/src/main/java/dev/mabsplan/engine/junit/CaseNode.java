package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.scenario.Result;
import dev.mabsplan.engine.scenario.Result.Outcome;
import dev.mabsplan.engine.scenario.Scenario;
import java.util.Optional;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A case of a scenario file. */
final class CaseNode extends AbstractTestDescriptor implements Node<Run> {

  static final String SEGMENT = "case";

  CaseNode(UniqueId id, String name, TestSource source) {
    super(id, name, source);
  }

  static UniqueId id(UniqueId file, Outline.Entry entry) {
    return file.append(SEGMENT, entry.name());
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  @Override
  public SkipResult shouldBeSkipped(Run run) {
    return run.file().faults().isEmpty()
        ? SkipResult.doNotSkip()
        : SkipResult.skip("the file is not as it must be");
  }

  @Override
  public Run execute(Run run, DynamicTestExecutor tests) {
    String name = getUniqueId().getLastSegment().getValue();
    Scenario scenario =
        Optional.ofNullable(run.file().scenarios().get(name))
            .orElseThrow(
                () ->
                    new IllegalStateException(name + " is gone from the file since it was found"));
    Result result = run.bench().tools().runner().run(scenario);
    if (result.outcome() != Outcome.PASSED) {
      throw Failure.of(result);
    }
    return run;
  }
}
