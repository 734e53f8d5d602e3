package dev.mabsplan.engine.bench.side;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.tree.TextBeside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/** Runs the engines by turns, compares what they decide, and takes their times. */
public final class Sides {

  private static final String JSON_RULES_ENGINE = "json-rules-engine@7.3.1";

  private final Path folder;
  private final int servers;
  private final int rounds;
  private final int starts;

  /**
   * Readies a run.
   *
   * @param folder where programs and decisions go
   * @param servers how many documents there are
   * @param rounds how often each engine takes them all; the last third counts
   * @param starts how often each engine starts for one document
   */
  public Sides(Path folder, int servers, int rounds, int starts) {
    this.folder = folder;
    this.servers = servers;
    this.rounds = rounds;
    this.starts = starts;
  }

  /**
   * What an engine needed.
   *
   * @param engine its name
   * @param skipped why it was not measured; empty where it was
   * @param decisions how many decisions it made
   * @param rounds seconds for all documents, warm
   * @param starts seconds of the whole process for one document
   */
  public record Measured(
      String engine, String skipped, int decisions, List<Double> rounds, List<Double> starts) {}

  private record Engine(String name, Command command) {}

  /** Returns the command that takes so many documents so often, and writes decisions to a file. */
  private interface Command {
    List<String> of(int servers, int rounds, Path decisions) throws IOException;
  }

  /** Measures all engines that are there. */
  public List<Measured> measure() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Engine> engines =
        List.of(
            new Engine("by hand, in Java", inJvm("hand")),
            new Engine("Drools, as mabsplan uses it", inJvm("drools")),
            new Engine("Evrete", inJvm("evrete")),
            new Engine("CLIPS", this::clips),
            new Engine("json-rules-engine", this::jsonRules));
    List<Measured> all = new ArrayList<>();
    TreeSet<String> expected = new TreeSet<>();
    for (Engine engine : engines) {
      String missing = missing(engine.name());
      if (!missing.isEmpty()) {
        all.add(new Measured(engine.name(), missing, 0, List.of(), List.of()));
        continue;
      }
      Path decisions = folder.resolve("decisions.txt");
      Files.deleteIfExists(decisions);
      List<Double> times = rounds(engine.command().of(servers, rounds, decisions));
      TreeSet<String> decided = new TreeSet<>(Files.readAllLines(decisions));
      if (expected.isEmpty()) {
        expected.addAll(decided);
      } else if (!expected.equals(decided)) {
        throw new IllegalStateException(different(engine.name(), expected, decided));
      }
      all.add(
          new Measured(
              engine.name(),
              "",
              decided.size(),
              times.subList(times.size() - times.size() / 3, times.size()),
              new ArrayList<>()));
    }
    for (int i = 0; i < starts; i++) {
      for (int e = 0; e < engines.size(); e++) {
        if (all.get(e).skipped().isEmpty()) {
          List<String> command = engines.get(e).command().of(1, 0, folder.resolve("one.txt"));
          long from = System.nanoTime();
          rounds(command);
          all.get(e).starts().add((System.nanoTime() - from) / 1e9);
        }
      }
    }
    return all;
  }

  private static String different(String engine, TreeSet<String> expected, TreeSet<String> found) {
    TreeSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(found);
    TreeSet<String> more = new TreeSet<>(found);
    more.removeAll(expected);
    return engine + " decides otherwise: without " + first(missing) + "; with " + first(more);
  }

  private static List<String> first(TreeSet<String> some) {
    return some.stream().limit(5).toList();
  }

  private String missing(String engine) throws IOException, InterruptedException {
    if (engine.equals("CLIPS")) {
      return installed("clips") ? "" : "no clips on the path";
    }
    if (engine.equals("json-rules-engine")) {
      if (!installed("node") || !installed("npm")) {
        return "no node or npm on the path";
      }
      return Files.isDirectory(folder.resolve("node_modules/json-rules-engine")) || npm()
          ? ""
          : "npm gets no " + JSON_RULES_ENGINE;
    }
    return "";
  }

  private static boolean installed(String program) {
    return Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private boolean npm() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"private\": true}\n");
    return new ProcessBuilder(
                "npm", "install", "--silent", "--no-audit", "--no-fund", JSON_RULES_ENGINE)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("npm.log").toFile())
            .start()
            .waitFor()
        == 0;
  }

  private List<Double> rounds(List<String> command) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    int code =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    List<String> said = Files.readAllLines(log);
    if (code != 0) {
      throw new IllegalStateException(command + " ends with " + code + ": " + said);
    }
    return said.stream()
        .filter(line -> line.startsWith("round "))
        .map(line -> Double.valueOf(line.substring(6)))
        .toList();
  }

  private static Command inJvm(String engine) {
    return (servers, rounds, decisions) ->
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            InJvm.class.getName(),
            engine,
            String.valueOf(servers),
            String.valueOf(rounds),
            decisions.toString());
  }

  private List<String> clips(int servers, int rounds, Path decisions) throws IOException {
    StringBuilder program = new StringBuilder(TextBeside.read(Sides.class, "rules.clp"));
    List<Subject> subjects = Subject.some(servers);
    for (int i = 0; i < subjects.size(); i++) {
      program.append("(deffunction known-%d ()%s)%n".formatted(i, clips(subjects.get(i))));
    }
    Path file = folder.resolve("run-" + servers + ".clp");
    Path batch = folder.resolve("run-" + servers + ".bat");
    Files.writeString(file, program);
    Files.writeString(
        batch,
        "(load* \"%s\")%n(measure %d %d \"%s\")%n(exit)%n"
            .formatted(file, servers, rounds, decisions));
    return List.of("clips", "-f2", batch.toString());
  }

  private static String clips(Subject subject) {
    String name = subject.server().name();
    StringBuilder out = new StringBuilder();
    fact(out, "server (name %s) (sends %s)", name, yes(subject.server().sendsToAzure()));
    for (Service one : services(subject)) {
      fact(
          out,
          "service (server %s) (name %s) (state %s) (start %s)",
          name,
          one.name(),
          word(one.state()),
          word(one.startType()));
    }
    fact(
        out,
        "software (server %s) (product mars) (version %s)",
        name,
        String.valueOf(subject.mars().version()).replace('.', ' '));
    fact(
        out,
        "reach (server %s) (to azure) (reachable %s) (status %s)",
        name,
        yes(subject.azure().reachable()),
        subject.azure().httpStatus());
    fact(
        out,
        "volume (server %s) (name D) (purpose scratch) (size %s) (free %s)",
        name,
        subject.scratch().sizeBytes(),
        subject.scratch().freeBytes());
    fact(
        out,
        "vault (server %s) (now %s) (target %s) (points %s)",
        name,
        subject.vault().vault(),
        subject.vault().targetVault(),
        yes(subject.vault().recoveryPoints()));
    fact(out, "error (server %s) (id %s)", name, subject.error().id());
    return out.toString();
  }

  private static void fact(StringBuilder out, String form, Object... values) {
    out.append(" (assert (").append(form.formatted(values)).append("))");
  }

  private static String yes(Object known) {
    return Boolean.TRUE.equals(known) ? "yes" : "no";
  }

  private static String word(Object value) {
    return String.valueOf(value).toLowerCase(Locale.ROOT);
  }

  private static List<Service> services(Subject subject) {
    return List.of(subject.agent(), subject.vss(), subject.mabs(), subject.sql());
  }

  private List<String> jsonRules(int servers, int rounds, Path decisions) throws IOException {
    Path program = folder.resolve("rules.cjs");
    Path documents = folder.resolve("documents-" + servers + ".json");
    Files.writeString(program, TextBeside.read(Sides.class, "rules.cjs"));
    new ObjectMapper()
        .writeValue(documents.toFile(), Subject.some(servers).stream().map(Sides::json).toList());
    return List.of(
        "node",
        program.toString(),
        documents.toString(),
        String.valueOf(rounds),
        decisions.toString());
  }

  private static JsonNode json(Subject subject) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.putObject("server")
        .put("name", subject.server().name())
        .put("sends", subject.server().sendsToAzure());
    ObjectNode services = out.putObject("services");
    for (Service one : services(subject)) {
      services
          .putObject(one.name())
          .put("state", word(one.state()))
          .put("start", word(one.startType()));
    }
    ArrayNode version = out.putObject("software").putArray("mars");
    Arrays.stream(String.valueOf(subject.mars().version()).split("\\."))
        .map(Integer::valueOf)
        .forEach(version::add);
    out.putObject("reach")
        .putObject("azure")
        .put("reachable", subject.azure().reachable())
        .put("status", subject.azure().httpStatus());
    out.putObject("volumes")
        .putObject("scratch")
        .put("size", subject.scratch().sizeBytes())
        .put("free", subject.scratch().freeBytes());
    out.putObject("vault")
        .put("now", subject.vault().vault())
        .put("target", subject.vault().targetVault())
        .put("points", subject.vault().recoveryPoints());
    out.putArray("errors").add(subject.error().id());
    return out;
  }
}
