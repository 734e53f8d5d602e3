package dev.mabsplan.engine.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mabsplan.engine.bench.side.Sides;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The program that measures all that is asked for and writes it down. */
public final class Bench {

  /** How many documents each engine gets. */
  static final int SERVERS = 1_000;

  private final Settings settings;

  private Bench(Settings settings) {
    this.settings = settings;
  }

  /** Measures what the system properties ask for. */
  public static void main(String[] args) throws Exception {
    new Bench(Settings.ofProperties()).run();
  }

  private void run() throws Exception {
    Files.createDirectories(settings.out());
    if (settings.parts().contains("starts")) {
      Starts starts =
          new Starts(settings.root(), settings.out().resolve("starts"), settings.before());
      write("starts", starts.measure(settings.jdks(), settings.of(7, 21)));
    }
    if (settings.parts().contains("engines")) {
      Sides sides =
          new Sides(
              settings.out().resolve("engines"),
              SERVERS,
              3 * settings.of(15, 50),
              settings.of(5, 15));
      write("engines", sides.measure());
    }
    if (settings.parts().contains("plans")) {
      plans();
    }
    Path tables = settings.out().resolve("tables.md");
    Path plot = settings.out().resolve("plot.svg");
    Tables all = Tables.of(settings.out());
    Files.writeString(tables, all.markdown());
    Files.writeString(plot, Plot.of(all));
    if (settings.page().isPresent()) {
      Path page = settings.page().get();
      Files.writeString(page, Tables.within(Files.readString(page), all.markdown()));
      Files.copy(
          plot,
          page.resolveSibling("bench").resolve("plot.svg"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.println(all.markdown());
  }

  private void plans() throws RunnerException, IOException {
    Path plans = settings.out().resolve("jmh-plans.json");
    new Runner(
            options(plans, settings.of(5, 8), settings.of(5, 8), settings.of(3, 5))
                .include("\\.(Plan|IdleRules)Benchmark\\.")
                .build())
        .run();
    Path facts = settings.out().resolve("jmh-facts.json");
    new Runner(
            options(facts, settings.of(3, 5), settings.of(3, 5), settings.of(2, 5))
                .include("\\.FactsBenchmark\\.")
                .build())
        .run();
    ObjectMapper mapper = new ObjectMapper();
    write("plans", mapper.readTree(plans.toFile()));
    write("facts", mapper.readTree(facts.toFile()));
  }

  private ChainedOptionsBuilder options(Path result, int warmups, int rounds, int seconds) {
    return new OptionsBuilder()
        .forks(settings.of(1, 2))
        .warmupIterations(warmups)
        .warmupTime(TimeValue.seconds(seconds))
        .measurementIterations(rounds)
        .measurementTime(TimeValue.seconds(seconds))
        .jvmArgs("-Xmx2g", "-XX:+UseSerialGC", "-Dbench.root=" + settings.root())
        .shouldFailOnError(true)
        .resultFormat(ResultFormatType.JSON)
        .result(result.toString());
  }

  /** Writes a part with all that tells how it was measured. */
  private void write(String part, Object results) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("setting", settings.pace());
    all.put(
        "jdk",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    all.put("machine", machine());
    all.put("commit", commit());
    all.put("results", results);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(settings.out().resolve(part + ".json").toFile(), all);
  }

  private static String machine() throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    String machine =
        "%d cores, %s %s"
            .formatted(cores, System.getProperty("os.name"), System.getProperty("os.arch"));
    Path info = Path.of("/proc/cpuinfo");
    List<String> lines = Files.isReadable(info) ? Files.readAllLines(info) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> machine + ", " + line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(machine);
  }

  private String commit() throws IOException {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=8")
              .directory(settings.root().toFile())
              .start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
