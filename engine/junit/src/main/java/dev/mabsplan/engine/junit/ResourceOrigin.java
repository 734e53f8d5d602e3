package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.scenario.InvalidScenarioException;
import dev.mabsplan.engine.scenario.ScenarioFile;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;

/**
 * A scenario file in a jar of the class path.
 *
 * @param name its name as a resource
 */
record ResourceOrigin(String name) implements Origin {

  static final String SEGMENT = "resource";

  /** Returns the scenario file that is a resource of the class path, where there is one. */
  static Optional<Origin> at(String resource) {
    return ScenarioFile.isScenario(resource)
            && ScenarioTestEngine.classLoader().getResource(resource) != null
        ? Optional.of(new ResourceOrigin(resource))
        : Optional.empty();
  }

  /** Returns the scenario files of the class path that are or lie below a resource. */
  static List<Origin> under(String resource) {
    try {
      return Collections.list(ScenarioTestEngine.classLoader().getResources(resource)).stream()
          .map(ResourceOrigin::at)
          .flatMap(Collection::stream)
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the scenario files in a jar. */
  static List<Origin> in(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return below(file, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Origin> at(URL url) {
    try {
      if (url.getProtocol().equals("file")) {
        return FileOrigin.below(Path.of(URI.create(url.toString())));
      }
      if (url.openConnection() instanceof JarURLConnection jar) {
        return in(jar);
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Origin> in(JarURLConnection connection) throws IOException {
    // Without the cache, closing the jar closes nobody else's.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return below(jar, Optional.ofNullable(connection.getEntryName()).orElse(""));
    }
  }

  private static List<Origin> below(JarFile jar, String start) {
    String folder = start.isEmpty() || start.endsWith("/") ? start : start + "/";
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(entry -> entry.equals(start) || entry.startsWith(folder))
        .filter(ScenarioFile::isScenario)
        .sorted()
        .<Origin>map(ResourceOrigin::new)
        .toList();
  }

  @Override
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  @Override
  public UniqueId id(UniqueId engine) {
    return engine.append(SEGMENT, name);
  }

  @Override
  public ScenarioFile read() {
    String folder = name.substring(0, Math.max(name.lastIndexOf("/scenarios/"), 0));
    return new ScenarioFile(
        name,
        folder.substring(folder.lastIndexOf('/') + 1),
        text(name)
            .orElseThrow(
                () ->
                    new InvalidScenarioException(
                        List.of(
                            new Fault(
                                "a scenario file on the class path",
                                "none",
                                Source.of(name),
                                null)))),
        path -> beside(path).flatMap(ResourceOrigin::text));
  }

  private Optional<String> beside(String path) {
    String other = Path.of(name).resolveSibling(path).normalize().toString().replace('\\', '/');
    return other.startsWith("..") ? Optional.empty() : Optional.of(other);
  }

  private static Optional<String> text(String resource) {
    URL url = ScenarioTestEngine.classLoader().getResource(resource);
    if (url == null) {
      return Optional.empty();
    }
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TestSource source() {
    return ClasspathResourceSource.from(name);
  }

  @Override
  public TestSource source(int line) {
    return ClasspathResourceSource.from(name, FilePosition.from(line));
  }

  @Override
  public Optional<Path> pack() {
    return Optional.empty();
  }
}
