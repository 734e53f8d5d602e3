package dev.mabsplan.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mabsplan.engine.bench.side.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a page shows them. Parts that were not measured are left out. */
final class Tables {

  private static final String BEGIN = "<!-- measured: begin -->\n";
  private static final String END = "<!-- measured: end -->";
  private static final int RULES = 12;
  private static final double SERVERS = Bench.SERVERS;

  private final Map<String, JsonNode> parts;

  private Tables(Map<String, JsonNode> parts) {
    this.parts = parts;
  }

  /** Reads what was measured into a folder, in this run or before. */
  static Tables of(Path out) throws IOException {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    for (String part : new String[] {"plans", "facts", "starts", "engines"}) {
      Path file = out.resolve(part + ".json");
      if (Files.exists(file)) {
        parts.put(part, new ObjectMapper().readTree(file.toFile()));
      }
    }
    return new Tables(parts);
  }

  /** Returns a page with other tables between its marks. */
  static String within(String page, String tables) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("a page with a line " + BEGIN + "and then a line " + END);
    }
    return page.substring(0, begin + BEGIN.length()) + tables + page.substring(end);
  }

  /** Returns the tables. */
  String markdown() {
    StringBuilder out = new StringBuilder("\n![What was measured](bench/plot.svg)\n\n");
    goals(out);
    plans(out);
    facts(out);
    starts(out);
    engines(out);
    return out.toString();
  }

  private boolean has(String part) {
    return parts.containsKey(part);
  }

  private JsonNode part(String part) {
    return parts.get(part);
  }

  /** Returns what JMH measured of a benchmark, by its name and the values of its parameters. */
  Spread jmh(String part, String benchmark, String parameter) {
    if (has(part)) {
      for (JsonNode one : part(part).path("results")) {
        String value =
            one.path("params").path("facts").asText(one.path("params").path("idle").asText());
        if (one.path("benchmark").asText().endsWith("." + benchmark) && value.equals(parameter)) {
          return Spread.of(one.path("primaryMetric").path("rawData"));
        }
      }
    }
    return new Spread(List.of());
  }

  private void how(StringBuilder out, String part) {
    JsonNode node = part(part);
    out.append(
        "\n%s, %s, commit %s, %s setting. Medians; in brackets the least and the most.\n\n"
            .formatted(
                node.path("machine").asText(),
                node.path("jdk").asText(),
                node.path("commit").asText(),
                node.path("setting").asText()));
  }

  private static void row(StringBuilder out, String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void head(StringBuilder out, String... cells) {
    row(out, cells);
    out.append("|---").append("|--:".repeat(cells.length - 1)).append("|\n");
  }

  private static String text(String form, double figure) {
    return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, form, figure);
  }

  private void goals(StringBuilder out) {
    if (!has("plans") && !has("facts") && !has("starts")) {
      return;
    }
    head(out, "goal", "reached");
    if (has("plans")) {
      double whole = whole().median();
      row(out, "10,000 plans a second on one core", text("%,.0f", whole));
      row(
          out,
          "half the rate of reading and writing the same JSON with no rules",
          text("%.2f", whole / plan("noRules").median())
              + " by mabsplan's own reader and writer, "
              + text("%.2f", whole / plan("jackson").median())
              + " by Jackson");
      row(
          out,
          "two threads at least 1.8 times one",
          text("%.2f", plan("wholeOnTwoThreads").median() / whole));
      row(
          out,
          "1,000 more rules that do not apply cost less than as much again",
          text("%.2f", idle("0").median() / idle("1000").median() - 1));
    }
    if (has("facts")) {
      row(
          out,
          "from 100 to 100,000 facts the time for each grows by less than a half",
          text("%.2f times", aFact("100000").median() / aFact("100").median()));
    }
    if (has("starts")) {
      for (JsonNode one : part("starts").path("results")) {
        String jdk = one.path("jdk").asText();
        String command = one.path("command").asText();
        if (command.equals("another jar")) {
          row(
              out,
              "the jar at most 0.45 of the CPU of another jar, at commit 4007ca3; JDK " + jdk,
              text("%.2f", start(jdk, "the jar", "cpu") / start(jdk, command, "cpu")));
        }
        if (command.startsWith("the launcher")) {
          row(
              out,
              "the launcher at most %s times the wall time of a program that prints a line, JDK %s"
                  .formatted(jdk.startsWith("17") ? "10" : "6", jdk),
              text("%.1f", Spread.of(one.path("wall")).median() / line(jdk, "wall")));
        }
      }
    }
  }

  Spread plan(String benchmark) {
    return jmh("plans", "PlanBenchmark." + benchmark, "");
  }

  Spread whole() {
    return plan("whole");
  }

  private Spread idle(String rules) {
    return jmh("plans", "IdleRulesBenchmark.whole", rules);
  }

  /** Returns the microseconds that each fact takes to be read and planned for. */
  private Spread aFact(String facts) {
    return jmh("facts", "FactsBenchmark.plan", facts).each(Double.parseDouble(facts));
  }

  private void plans(StringBuilder out) {
    if (!has("plans")) {
      return;
    }
    out.append("\n### Plans a second\n");
    how(out, "plans");
    head(out, "the fifteen examples by turns, from JSON to JSON", "a second");
    row(out, "whole plans, one thread", whole().text("%,.0f"));
    row(out, "whole plans, two threads", plan("wholeOnTwoThreads").text("%,.0f"));
    row(out, "plans in short, one thread", plan("inShort").text("%,.0f"));
    row(out, "whole plans beside 1,000 rules more", idle("1000").text("%,.0f"));
    row(out, "the same in its own run without them", idle("0").text("%,.0f"));
    row(out, "facts read and a plan written, no rules", plan("noRules").text("%,.0f"));
    row(out, "the same bytes read and written by Jackson", plan("jackson").text("%,.0f"));
  }

  private void facts(StringBuilder out) {
    if (!has("facts")) {
      return;
    }
    out.append("\n### Facts of one document\n");
    how(out, "facts");
    head(out, "facts", "a plan, ms", "for each fact, µs");
    for (String facts : new String[] {"100", "1000", "10000", "100000"}) {
      row(
          out,
          String.format(Locale.ROOT, "%,d", Integer.valueOf(facts)),
          jmh("facts", "FactsBenchmark.plan", facts).each(1_000).text("%.2f"),
          aFact(facts).text("%.1f"));
    }
  }

  private double line(String jdk, String kind) {
    return start(jdk, "a Java program", kind);
  }

  private double start(String jdk, String command, String kind) {
    for (JsonNode one : part("starts").path("results")) {
      if (one.path("jdk").asText().equals(jdk)
          && one.path("command").asText().startsWith(command)) {
        return Spread.of(one.path(kind)).median();
      }
    }
    return Double.NaN;
  }

  private void starts(StringBuilder out) {
    if (!has("starts")) {
      return;
    }
    out.append("\n### Starts\n");
    how(out, "starts");
    head(out, "the whole process", "JDK", "wall, s", "times a line", "CPU, s", "times a line");
    for (JsonNode one : part("starts").path("results")) {
      String jdk = one.path("jdk").asText();
      Spread wall = Spread.of(one.path("wall"));
      Spread cpu = Spread.of(one.path("cpu"));
      row(
          out,
          one.path("command").asText(),
          jdk,
          wall.text("%.3f"),
          text("%.1f", wall.median() / line(jdk, "wall")),
          cpu.text("%.2f"),
          text("%.1f", cpu.median() / line(jdk, "cpu")));
    }
  }

  private void engines(StringBuilder out) {
    if (!has("engines")) {
      return;
    }
    out.append("\n### Other engines\n");
    how(out, "engines");
    head(
        out,
        "engine",
        "rules × facts a second, millions",
        "a document, µs",
        "start, one document, s");
    for (JsonNode one : part("engines").path("results")) {
      String skipped = one.path("skipped").asText();
      if (skipped.isEmpty()) {
        row(
            out,
            one.path("engine").asText(),
            matched(one).text("%.2f"),
            Spread.of(one.path("rounds")).each(SERVERS / 1e6).text("%.1f"),
            Spread.of(one.path("starts")).text("%.3f"));
      } else {
        row(out, one.path("engine").asText(), skipped, "–", "–");
      }
    }
    JsonNode first = part("engines").path("results").path(0);
    out.append(
        """

        Twelve rules, eleven with the conditions that are shipped, over services, versions, volumes,
        the way to Azure, vaults and an error with a service beside it, written once for each
        engine; 1,000 documents of ten facts of one server, already in memory; one thread. All that
        ran came to the same %,d decisions, compared one by one before any time counts. This is
        matching alone: a plan also reads and takes apart what was reported, orders, asks, words and
        writes, which no engine here does. Drools and Evrete keep join memories that ten facts do
        not need; json-rules-engine knows no joins and gets each server as one document; CLIPS is C.
        """
            .formatted(first.path("decisions").asInt()));
  }

  /** Returns millions of pairs of a rule and a fact that an engine gets through in a second. */
  static Spread matched(JsonNode engine) {
    return Spread.of(engine.path("rounds")).under(SERVERS * RULES * Subject.FACTS / 1e6);
  }

  /** Returns what was measured of engines. */
  Iterable<JsonNode> ofEngines() {
    return has("engines") ? part("engines").path("results") : List.of();
  }
}
