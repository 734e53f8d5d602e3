package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each jar can be a module: no package is in two of them. */
class ModulesTest {

  @Test
  void noPackageIsInTwoJars() throws IOException {
    Map<String, Set<String>> jars = new TreeMap<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!element.endsWith("test-classes")) {
        for (String name : packages(Path.of(element))) {
          jars.computeIfAbsent(name, n -> new TreeSet<>()).add(element);
        }
      }
    }
    assertTrue(jars.containsKey("dev/mabsplan/engine/cli"), jars::toString);
    assertEquals(
        List.of(), jars.entrySet().stream().filter(jar -> jar.getValue().size() > 1).toList());
  }

  /** Returns our packages in a folder or jar of the class path. */
  private static Set<String> packages(Path element) throws IOException {
    if (!Files.exists(element)) {
      return Set.of();
    }
    if (Files.isDirectory(element)) {
      return below(element);
    }
    try (FileSystem jar = FileSystems.newFileSystem(element)) {
      return below(jar.getPath("/"));
    }
  }

  private static Set<String> below(Path root) throws IOException {
    Path ours = root.resolve("dev/mabsplan");
    if (!Files.isDirectory(ours)) {
      return Set.of();
    }
    Set<String> packages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ours)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .forEach(
              file ->
                  packages.add(
                      root.relativize(file.resolveSibling("")).toString().replace('\\', '/')));
    }
    return packages;
  }
}
