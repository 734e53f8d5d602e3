package dev.mabsplan.engine.bench;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts whole processes by turns: a Java program that prints a line, the jar, and the launcher.
 */
final class Starts {

  /** Ticks of Linux's accounts of CPU time in a second. */
  private static final double TICKS = 100;

  private final Path root;
  private final Path out;
  private final Optional<Path> before;

  /**
   * Readies a run.
   *
   * @param before another jar to start beside this one
   */
  Starts(Path root, Path out, Optional<Path> before) {
    this.root = root;
    this.out = out;
    this.before = before;
  }

  /**
   * What one command took.
   *
   * @param jdk the Java it ran with
   * @param command its name
   * @param wall seconds of each start
   * @param cpu seconds of CPU time of each start; empty where nobody keeps account of it
   */
  record Measured(String jdk, String command, List<Double> wall, List<Double> cpu) {}

  private record Started(String name, List<String> command) {}

  /** Measures so many rounds with each JDK. */
  List<Measured> measure(List<Path> jdks, int rounds)
      throws IOException, InterruptedException, URISyntaxException {
    Files.createDirectories(out);
    List<Measured> all = new ArrayList<>();
    for (Path jdk : jdks) {
      all.addAll(measure(jdk, rounds));
    }
    return all;
  }

  private List<Measured> measure(Path jdk, int rounds)
      throws IOException, InterruptedException, URISyntaxException {
    String java = jdk.resolve("bin/java").toString();
    String facts = root.resolve("examples/facts/vss-disabled.json").toString();
    Path classes = Path.of(Hello.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Started> all = new ArrayList<>();
    before.ifPresent(
        jar ->
            all.add(
                new Started("another jar", List.of(java, "-jar", jar.toString(), "plan", facts))));
    Path launcher = root.resolve("rules/target/mabsplan/bin/mabsplan");
    all.addAll(
        List.of(
            new Started(
                "a Java program that prints a line",
                List.of(java, "-cp", classes.toString(), Hello.class.getName())),
            new Started(
                "the jar",
                List.of(
                    java,
                    "-jar",
                    root.resolve("rules/target/mabsplan.jar").toString(),
                    "plan",
                    facts)),
            new Started("the launcher, warmed up", List.of(launcher.toString(), "plan", facts))));
    run(List.of(launcher.toString(), "warmup"), jdk);
    String version = version(jdk);
    List<Measured> measured = new ArrayList<>();
    for (Started one : all) {
      run(one.command(), jdk);
      measured.add(new Measured(version, one.name(), new ArrayList<>(), new ArrayList<>()));
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < all.size(); i++) {
        double before = ofChildren();
        long from = System.nanoTime();
        run(all.get(i).command(), jdk);
        measured.get(i).wall().add((System.nanoTime() - from) / 1e9);
        if (before >= 0) {
          measured.get(i).cpu().add(ofChildren() - before);
        }
      }
    }
    return measured;
  }

  private void run(List<String> command, Path jdk) throws IOException, InterruptedException {
    File log = out.resolve("start.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("MABSPLAN_CACHE", out.resolve("cache").toString());
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          command + " ends with " + code + ": " + Files.readString(log.toPath()));
    }
  }

  /** Returns the CPU seconds of all processes that were started here and ended, or less than 0. */
  private static double ofChildren() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.isReadable(stat)) {
      return -1;
    }
    String text = Files.readString(stat);
    // the name of the program stands in brackets and may hold blanks
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
  }

  private static String version(Path jdk) throws IOException {
    return Files.readAllLines(jdk.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll(".*=\"?|\"", ""))
        .findFirst()
        .orElse(jdk.toString());
  }
}
