package dev.mabsplan.engine.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the JUnit Platform does with the engine, and nothing else on it. */
final class Platform implements TestExecutionListener {

  private final SortedMap<String, String> outcomes =
      Collections.synchronizedSortedMap(new TreeMap<>());
  private final Map<String, TestIdentifier> tests = new ConcurrentHashMap<>();
  private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<String> containersThatFailed = Collections.synchronizedList(new ArrayList<>());

  private Platform() {}

  static Platform run(DiscoverySelector... selectors) {
    return run(LauncherDiscoveryRequestBuilder.request().selectors(selectors));
  }

  static Platform run(LauncherDiscoveryRequestBuilder request) {
    return run(request.build());
  }

  /** Returns the names of the tests that are found, none of which is run. */
  static Set<String> found(DiscoverySelector... selectors) {
    return found(LauncherDiscoveryRequestBuilder.request().selectors(selectors));
  }

  static Set<String> found(LauncherDiscoveryRequestBuilder request) {
    return found(launcher(), request);
  }

  private static Set<String> found(Launcher launcher, LauncherDiscoveryRequestBuilder request) {
    TestPlan plan = launcher.discover(request.build());
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .map(TestIdentifier::getDisplayName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Platform run(LauncherDiscoveryRequest request) {
    Platform platform = new Platform();
    launcher().execute(request, platform);
    return platform;
  }

  /**
   * Returns the names of the scenarios that a suite stands for, by the engines of the class path.
   */
  static Set<String> found(Class<?> suite) {
    return found(
        LauncherFactory.create(),
        LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(suite)));
  }

  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new ScenarioTestEngine())
            .build());
  }

  /** Returns the outcome of every test by its name. */
  SortedMap<String, String> outcomes() {
    return outcomes;
  }

  Set<String> tests() {
    return new TreeSet<>(outcomes.keySet());
  }

  List<String> containersThatFailed() {
    return containersThatFailed;
  }

  Set<Thread> threads() {
    return threads;
  }

  /** Returns what every test and container that failed says, by its name. */
  SortedMap<String, String> messages() {
    SortedMap<String, String> messages = new TreeMap<>();
    failures.forEach((name, failure) -> messages.put(name, String.valueOf(failure.getMessage())));
    return messages;
  }

  Throwable failure(String name) {
    return Optional.ofNullable(failures.get(name)).orElseThrow(() -> missing(name));
  }

  TestSource source(String name) {
    return test(name).getSource().orElseThrow();
  }

  String id(String name) {
    return test(name).getUniqueId();
  }

  private TestIdentifier test(String name) {
    return Optional.ofNullable(tests.get(name)).orElseThrow(() -> missing(name));
  }

  private AssertionError missing(String name) {
    return new AssertionError(name + " is not among " + outcomes);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    ran(test, "skipped: " + reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    ran(test, result.getStatus().name().toLowerCase(Locale.ROOT));
    result.getThrowable().ifPresent(failure -> failures.put(test.getDisplayName(), failure));
    if (test.isContainer() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      containersThatFailed.add(test.getDisplayName());
    }
  }

  private void ran(TestIdentifier test, String outcome) {
    if (test.isTest()) {
      outcomes.put(test.getDisplayName(), outcome);
      tests.put(test.getDisplayName(), test);
      threads.add(Thread.currentThread());
    }
  }

  static Set<String> names(String... names) {
    return new TreeSet<>(Arrays.asList(names));
  }
}
