package dev.mabsplan.engine.junit;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.ClasspathRootSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Finds the scenario files that are selected. Every way of selecting comes down to unique ids; who
 * selects a class or a method gets nothing here.
 */
final class ScenarioSelectors implements SelectorResolver {

  private final UniqueId engine;

  ScenarioSelectors(UniqueId engine) {
    this.engine = engine;
  }

  @Override
  public Resolution resolve(ClasspathRootSelector selector, Context context) {
    Path root = Path.of(selector.getClasspathRoot());
    return all(Files.isDirectory(root) ? FileOrigin.below(root) : ResourceOrigin.in(root));
  }

  @Override
  public Resolution resolve(ClasspathResourceSelector selector, Context context) {
    return all(ResourceOrigin.under(selector.getClasspathResourceName()), selector.getPosition());
  }

  @Override
  public Resolution resolve(PackageSelector selector, Context context) {
    return all(ResourceOrigin.under(selector.getPackageName().replace('.', '/')));
  }

  @Override
  public Resolution resolve(DirectorySelector selector, Context context) {
    File folder = selector.getDirectory();
    if (!folder.isDirectory()) {
      throw new JUnitException("expected a folder; found none at " + folder.getAbsolutePath());
    }
    return all(FileOrigin.below(folder.toPath()));
  }

  @Override
  public Resolution resolve(FileSelector selector, Context context) {
    return all(
        FileOrigin.at(selector.getFile().toPath()).stream().toList(), selector.getPosition());
  }

  @Override
  public Resolution resolve(UriSelector selector, Context context) {
    URI uri = selector.getUri();
    Optional<FilePosition> position =
        Optional.ofNullable(uri.getQuery()).flatMap(FilePosition::fromQuery);
    if ("classpath".equals(uri.getScheme()) && uri.getPath() != null) {
      return all(ResourceOrigin.under(uri.getPath().replaceFirst("^/", "")), position);
    }
    if ("file".equals(uri.getScheme())) {
      Path path = Path.of(URI.create("file:" + uri.getRawPath()));
      return Files.exists(path) ? all(FileOrigin.below(path), position) : Resolution.unresolved();
    }
    return Resolution.unresolved();
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    UniqueId.Segment last = id.getLastSegment();
    return switch (last.getType()) {
      case CaseNode.SEGMENT ->
          match(
              context.addToParent(
                  () -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()),
                  file -> ((FileNode) file).caseNamed(last.getValue())));
      case FileOrigin.SEGMENT -> file(FileOrigin.at(Path.of(last.getValue())), context);
      case ResourceOrigin.SEGMENT -> file(ResourceOrigin.at(last.getValue()), context);
      default -> Resolution.unresolved();
    };
  }

  private Resolution file(Optional<Origin> origin, Context context) {
    return match(
        origin.flatMap(
            of -> context.addToParent(parent -> Optional.of(new FileNode(of.id(engine), of)))));
  }

  private static Resolution match(Optional<? extends TestDescriptor> found) {
    return found
        .map(
            node ->
                Resolution.match(
                    Match.exact(
                        node, () -> node instanceof FileNode file ? file.cases() : Set.of())))
        .orElseGet(Resolution::unresolved);
  }

  private Resolution all(List<Origin> origins) {
    return all(origins, Optional.empty());
  }

  private Resolution all(List<Origin> origins, Optional<FilePosition> position) {
    Set<DiscoverySelector> ids = new LinkedHashSet<>();
    for (Origin origin : origins) {
      UniqueId file = origin.id(engine);
      UniqueId id =
          position
              .flatMap(at -> Outline.of(origin).at(at.getLine()))
              .map(entry -> CaseNode.id(file, entry))
              .orElse(file);
      ids.add(DiscoverySelectors.selectUniqueId(id));
    }
    return ids.isEmpty() ? Resolution.unresolved() : Resolution.selectors(ids);
  }
}
