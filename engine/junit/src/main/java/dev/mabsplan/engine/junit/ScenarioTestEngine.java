package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.pack.PackFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory;
import org.junit.platform.engine.support.hierarchical.SameThreadHierarchicalTestExecutorService;

/**
 * Runs scenario files on the JUnit Platform: a file is a container, each of its cases a test that
 * knows its line. A scenario file is a {@code .yaml} in a folder called {@code scenarios}.
 *
 * <p>Files are found by class path root, class path resource, package, folder, file, line, URI and
 * unique id; never by class. A request that selects nothing at all, as that of a suite without
 * selectors, means the folders of the class path, and none of its jars: those were tested where
 * they were made.
 *
 * <p>They are run against the rule packs of the class path, those in the folders that {@value
 * #RULES} names, and those the files lie in: a file below a folder with a {@code pack.yaml} is
 * tested against that very pack, even where the class path holds another of its id. The rules are
 * compiled once for all of them. Cases run in parallel, unless {@value #PARALLEL} is {@code false}.
 *
 * <p>Under Maven, Surefire selects by class, and a class that stands for the scenarios is needed:
 *
 * <pre>{@code
 * @Suite
 * @IncludeEngines("mabsplan")
 * @SelectDirectories("rules")
 * class ScenariosTest {}
 * }</pre>
 */
public final class ScenarioTestEngine extends HierarchicalTestEngine<Run> {

  /** The id of the engine. */
  public static final String ID = "mabsplan";

  /**
   * The configuration parameter that names folders of further rule packs, from the working
   * directory, with commas between.
   */
  public static final String RULES = "mabsplan.rules";

  /**
   * The configuration parameter that says whether cases run in parallel, by default as many at a
   * time as there are processors. What JUnit Jupiter reads below {@code
   * junit.jupiter.execution.parallel.config}, such as {@code strategy}, is read below this.
   */
  public static final String PARALLEL = "mabsplan.parallel";

  private static final EngineDiscoveryRequestResolver<EngineNode> RESOLVER =
      EngineDiscoveryRequestResolver.<EngineNode>builder()
          .addSelectorResolver(
              context -> new ScenarioSelectors(context.getEngineDescriptor().getUniqueId()))
          .build();

  /** Makes the engine; the JUnit Platform does so. */
  public ScenarioTestEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineNode engine = new EngineNode(id);
    boolean nothingSelected = request.getSelectorsByType(DiscoverySelector.class).isEmpty();
    RESOLVER.resolve(nothingSelected ? WholeClassPath.of(request) : request, engine);
    return engine;
  }

  @Override
  protected Run createExecutionContext(ExecutionRequest request) {
    Set<Path> folders = new LinkedHashSet<>();
    request
        .getConfigurationParameters()
        .get(RULES)
        .ifPresent(
            names ->
                Arrays.stream(names.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> folders.add(PackFiles.fromHere(Path.of(name)))));
    for (TestDescriptor file : request.getRootTestDescriptor().getChildren()) {
      ((FileNode) file).origin().pack().ifPresent(folders::add);
    }
    return new Run(new Bench(classLoader(), folders), ReadFile.NONE);
  }

  @Override
  protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
    ConfigurationParameters parameters = request.getConfigurationParameters();
    return parameters.getBoolean(PARALLEL).orElse(true)
        ? InParallel.where(new PrefixedConfigurationParameters(parameters, PARALLEL + "."))
        : new SameThreadHierarchicalTestExecutorService();
  }

  /** What JUnit runs cases in parallel with is there from 6.1 on; before, one follows the other. */
  private static final class InParallel {

    private static final String FACTORY =
        "org.junit.platform.engine.support.hierarchical."
            + "ParallelHierarchicalTestExecutorServiceFactory";

    static HierarchicalTestExecutorService where(ConfigurationParameters parameters) {
      try {
        Class.forName(FACTORY, false, HierarchicalTestExecutorService.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        return new SameThreadHierarchicalTestExecutorService();
      }
      return Factory.create(parameters);
    }
  }

  /** Read only where what it calls is there. */
  private static final class Factory {
    static HierarchicalTestExecutorService create(ConfigurationParameters parameters) {
      return ParallelHierarchicalTestExecutorServiceFactory.create(parameters);
    }
  }

  static ClassLoader classLoader() {
    return Objects.requireNonNullElse(
        Thread.currentThread().getContextClassLoader(), ScenarioTestEngine.class.getClassLoader());
  }
}
