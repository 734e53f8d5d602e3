package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.fleet.FleetLine;
import dev.mabsplan.engine.fleet.FleetStep;
import dev.mabsplan.engine.fleet.FleetSummary;
import dev.mabsplan.engine.fleet.Given;
import dev.mabsplan.engine.fleet.Known;
import dev.mabsplan.engine.report.FleetJson;
import dev.mabsplan.facts.document.FactsDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents of a fleet, and what a job wrote about them. */
final class Fleet {

  private static final Optional<Known> NOTHING = Optional.empty();

  private Fleet() {}

  /** How many facts a document holds. */
  static final int FACTS = 50;

  private static final String NOTHING_WRONG =
      IntStream.range(2, FACTS)
          .mapToObj(",{\"name\":\"Service%02d\",\"state\":\"running\"}"::formatted)
          .collect(Collectors.joining());

  /**
   * VSS that does not start and an error, VSS that does and the same error, or nothing wrong, and
   * services that nobody asks for.
   */
  static String document(int server, int version) {
    String name = "FS%05d".formatted(server);
    String start = version % 3 == 0 ? "disabled" : "manual";
    String more = version % 3 == 2 ? ",{\"name\":\"W32Time\",\"state\":\"running\"}" : "";
    String error =
        version % 3 == 2
            ? ""
            : ",\"errors\":[{\"id\":3106,\"server\":\"%s\",\"reportedBy\":\"MABS01\",\"dataSource\":\"D:\\\\\"}]"
                .formatted(name);
    return ("{\"servers\":[{\"name\":\"MABS01\",\"role\":\"backupServer\"},{\"name\":\"%s\","
            + "\"role\":\"protectedServer\",\"services\":[{\"name\":\"VSS\",\"startType\":\"%s\"}%s%s]}]%s}")
        .formatted(name, start, NOTHING_WRONG, more, error);
  }

  /** Returns the documents of so many servers, so many of each. */
  static List<String> documents(int servers, int versions) {
    List<String> all = new ArrayList<>();
    for (int version = 0; version < versions; version++) {
      for (int server = 0; server < servers; server++) {
        all.add(document(server, version + server));
      }
    }
    return all;
  }

  /** Returns the ranking as one thread makes it of the same documents. */
  static String ranking(List<String> documents) {
    FleetStep step = Planners.step("", "en");
    FleetSummary summary = new FleetSummary();
    Map<String, Known> planned = new HashMap<>();
    for (String json : documents) {
      Known known =
          planned.computeIfAbsent(json, facts -> step.next(NOTHING, given(facts)).known());
      summary.add(known, Optional.empty());
    }
    return FleetJson.line(summary.result().fixes());
  }

  private static Given given(String json) {
    String digest = FleetStep.digest(json.getBytes(StandardCharsets.UTF_8));
    return Given.of(digest, FactsDocument.parse(json));
  }

  /** Returns the lines of all files that are finished. */
  static List<String> written(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> lines = new ArrayList<>();
      List<Path> finished =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
              .sorted(Comparator.comparing(Fleet::modified))
              .toList();
      for (Path file : finished) {
        lines.addAll(Files.readAllLines(file));
      }
      return lines;
    }
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }

  /** Returns how many plans there are of each document: its servers and its digest. */
  static Map<String, Integer> plans(List<String> lines) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : lines) {
      FleetLine.Head head = FleetLine.head(line.getBytes(StandardCharsets.UTF_8)).orElseThrow();
      counts.merge(head.key() + " " + head.digest(), 1, Integer::sum);
    }
    return counts;
  }

  /** Returns how many plans there must be of each document. */
  static Map<String, Integer> expected(List<String> documents) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String json : documents) {
      Given given = given(json);
      counts.merge(given.key() + " " + given.digest(), 1, Integer::sum);
    }
    return counts;
  }
}
