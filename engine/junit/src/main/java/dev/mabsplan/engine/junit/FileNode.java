package dev.mabsplan.engine.junit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A scenario file. */
final class FileNode extends AbstractTestDescriptor implements Node<Run> {

  private final Origin origin;
  private final Outline outline;

  FileNode(UniqueId id, Origin origin) {
    super(id, id.getLastSegment().getValue(), origin.source());
    this.origin = origin;
    this.outline = Outline.of(origin);
  }

  Origin origin() {
    return origin;
  }

  /** Returns what selects its cases. */
  Set<UniqueIdSelector> cases() {
    Set<UniqueIdSelector> cases = new LinkedHashSet<>();
    outline
        .entries()
        .forEach(
            entry ->
                cases.add(DiscoverySelectors.selectUniqueId(CaseNode.id(getUniqueId(), entry))));
    return cases;
  }

  /** Makes the node of a case, where the file has one of that name. */
  Optional<CaseNode> caseNamed(String name) {
    return outline.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .map(
            entry ->
                new CaseNode(
                    CaseNode.id(getUniqueId(), entry),
                    outline.whole(entry),
                    origin.source(entry.line())));
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** A file without a case that could be named still becomes a test: one that fails. */
  @Override
  public boolean mayRegisterTests() {
    return outline.entries().isEmpty();
  }

  @Override
  public Run before(Run run) {
    return run.of(ReadFile.read(run.bench().tools().reader(), origin));
  }

  @Override
  public Run execute(Run run, DynamicTestExecutor tests) {
    if (!run.file().faults().isEmpty()) {
      BrokenFileNode broken =
          new BrokenFileNode(
              getUniqueId().append(BrokenFileNode.SEGMENT, origin.fileName()),
              getDisplayName(),
              origin.source());
      addChild(broken);
      tests.execute(broken);
    }
    return run;
  }
}
