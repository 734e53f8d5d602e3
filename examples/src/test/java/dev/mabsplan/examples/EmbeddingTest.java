package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.JarLauncher;

/**
 * Programs of others in which the library runs: one jar with jars in it, as Spring Boot packs it,
 * and a module on the module path. Both log, and hear nothing.
 */
@Tag("slow")
class EmbeddingTest {

  private static final String PROVIDER = "META-INF/services/java.nio.file.spi.FileSystemProvider";
  private static final Path LOGGING = Path.of("target", "logging");

  @TempDir Path folder;

  @Test
  void plansFromWithinTheOneJarOfSpringBootOnAnyThread() throws IOException, InterruptedException {
    Path jar = folder.resolve("monitoring å.jar");
    packed(jar, OnAnyThread.class);

    Command ran =
        Command.java(
            folder,
            // a pool with threads of its own, whatever the number of cores
            List.of(
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
                "-jar",
                jar.toString(),
                "one"));

    assertEquals("", ran.err());
    List<String> lines = ran.out().lines().toList();
    assertEquals(4, lines.size(), ran::out);
    assertTrue(lines.get(0).contains("consistency-check"), ran::out);
    assertEquals(lines.get(0), lines.get(1), "in the common pool");
    assertEquals(lines.get(0), lines.get(2), "on a thread without a loader");
    assertEquals("[one]", lines.get(3));
  }

  @Test
  void plansAsAModuleWithAPackOfItsOwn() throws IOException, InterruptedException {
    Path module = folder.resolve("module");
    compiled(Path.of("module"), module);
    List<String> command = new ArrayList<>(List.of("--module-path", path(module)));
    // what an automatic module needs is not known to Java where that is a module with a declaration
    command.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
    command.addAll(List.of("-m", "com.example.monitoring/com.example.monitoring.PlanInModule"));
    command.add(Path.of("pack").toAbsolutePath().toString());

    Command ran = Command.java(folder, command);

    assertEquals("", ran.err());
    List<String> lines = ran.out().lines().toList();
    assertEquals("module com.example.monitoring with module dev.mabsplan.engine", lines.get(0));
    assertEquals("1 Let the Volume Shadow Copy service start", lines.get(1));
  }

  private static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>(RuntimePath.jars());
    try (Stream<Path> logging = Files.list(LOGGING)) {
      logging.forEach(jars::add);
    }
    return jars;
  }

  private static String path(Path first) throws IOException {
    return Stream.concat(Stream.of(first), jars().stream())
        .map(element -> element.toAbsolutePath().toString())
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static void compiled(Path source, Path target) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-d", target.toString(), "--release", "17", "--module-path"));
    arguments.add(path(target));
    try (Stream<Path> files = Files.walk(source)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> arguments.add(file.toString()));
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(print, print, arguments.toArray(String[]::new));
    assertEquals(0, code, () -> said.toString(StandardCharsets.UTF_8));
  }

  /**
   * Packs a program as Spring Boot's plugin does: its loader, the program, the jars as they are.
   */
  private static void packed(Path jar, Class<?> program) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, JarLauncher.class.getName());
    main.putValue("Start-Class", program.getName());
    main.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    main.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      loader(out);
      // it looks for the folders themselves, too
      for (String place : List.of("BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/")) {
        add(out, place, new byte[0]);
      }
      String name = program.getName().replace('.', '/') + ".class";
      try (InputStream in = program.getResourceAsStream("/" + name)) {
        add(out, "BOOT-INF/classes/" + name, in.readAllBytes());
      }
      for (Path library : jars()) {
        add(out, "BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library));
      }
    }
  }

  private static void loader(JarOutputStream out) throws IOException {
    String place = JarLauncher.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (ZipFile loader = new ZipFile(place)) {
      for (ZipEntry entry : loader.stream().toList()) {
        // its classes, and that it reads files within files
        if (entry.getName().endsWith(".class") || entry.getName().equals(PROVIDER)) {
          try (InputStream in = loader.getInputStream(entry)) {
            add(out, entry.getName(), in.readAllBytes());
          }
        }
      }
    }
  }

  /** The loader reads jars where they lie, which it can only where they are not compressed. */
  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }
}
