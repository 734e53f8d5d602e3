package dev.mabsplan.engine.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** A request that selected nothing, and now selects the folders of the class path. */
record WholeClassPath(EngineDiscoveryRequest request, List<ClasspathRootSelector> roots)
    implements EngineDiscoveryRequest {

  static WholeClassPath of(EngineDiscoveryRequest request) {
    Set<Path> folders = new LinkedHashSet<>();
    try {
      for (URL root : Collections.list(ScenarioTestEngine.classLoader().getResources(""))) {
        if (root.getProtocol().equals("file")) {
          folders.add(Path.of(URI.create(root.toString())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new WholeClassPath(request, DiscoverySelectors.selectClasspathRoots(folders));
  }

  @Override
  public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
    return roots.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
    return request.getFiltersByType(type);
  }

  @Override
  public ConfigurationParameters getConfigurationParameters() {
    return request.getConfigurationParameters();
  }

  @Override
  public EngineDiscoveryListener getDiscoveryListener() {
    return request.getDiscoveryListener();
  }

  @Override
  public OutputDirectoryCreator getOutputDirectoryCreator() {
    return request.getOutputDirectoryCreator();
  }
}
