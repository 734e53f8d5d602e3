package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule pack of one topic, {@code t}, that a test writes in a few lines; what the test does not
 * say is something harmless. Its rules never run: a test says itself what they would derive.
 */
public final class SmallPack {

  /** The backup server of {@link #FACTS}. */
  public static final String MABS = "MABS01";

  /** A protected server of {@link #FACTS}. */
  public static final String FS = "FS01";

  /** Two servers, and nothing known about them. */
  public static final Facts FACTS = servers().build();

  private final Map<String, Map<String, String>> problems = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> remedies = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();
  private final StringBuilder checks = new StringBuilder();

  /** Begins facts that know two servers. */
  public static Facts.Builder servers() {
    return Facts.builder()
        .server(MABS, ServerRole.BACKUP_SERVER)
        .server(FS, ServerRole.PROTECTED_SERVER);
  }

  /**
   * Adds a problem: high, in the way of backups, without a retry.
   *
   * @param treatment its treatment, in YAML
   * @param fields what is otherwise, each as {@code name: value}
   */
  public SmallPack problem(String name, String treatment, String... fields) {
    Map<String, String> all =
        fields("entries: [E]", "operations: [disk-backup]", "severity: high", "retry: none");
    all.put("treatment", treatment);
    all.putAll(fields(fields));
    problems.put(name, all);
    return this;
  }

  /**
   * Adds a remedy: possible, short, reversible, on the backup server, and only trying tells.
   *
   * @param fields what is otherwise, each as {@code name: value}; {@code decidedBy: facts} stands
   *     for one fact of its own
   */
  public SmallPack remedy(String name, String... fields) {
    Map<String, String> all =
        fields(
            "entries: [E]",
            "likelihood: possible",
            "effort: short",
            "risk: reversible",
            "place: server",
            "on: backupServer",
            "per: server",
            "decidedBy: trial",
            "undo: words");
    all.putAll(fields(fields));
    all.computeIfPresent(
        "decidedBy", (field, value) -> value.equals("facts") ? "[" + name + "]" : value);
    remedies.put(name, all);
    return this;
  }

  /** Adds a basic check, with what is to be said beside its remedy. */
  public SmallPack check(String remedy, String... fields) {
    checks.append("  - {remedy: ").append(remedy);
    fields(fields).forEach((field, value) -> checks.append(", ").append(field + ": " + value));
    checks.append("}\n");
    return this;
  }

  /** Sets words in both languages, such as {@code remedies/a/do}. */
  public SmallPack words(String path, String sentence) {
    words.put(path, sentence);
    return this;
  }

  private static Map<String, String> fields(String... fields) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String field : fields) {
      int colon = field.indexOf(": ");
      all.put(field.substring(0, colon), field.substring(colon + 2));
    }
    return all;
  }

  private static String fact(String remedy) {
    return "services[" + remedy + "].state";
  }

  /** Returns the pack, read and checked. */
  public Knowledge knowledge() {
    Map<String, String> files = new TreeMap<>();
    files.put("pack.yaml", "id: test\nversion: '1'\nlanguages: [en, sv]\n");
    files.put("t/topic.yaml", topic());
    files.put("t/probes.yaml", probes());
    files.put("t/rules.drl", "package test.t\n");
    for (String language : List.of("en", "sv")) {
      files.put("words." + language + ".yaml", "escalation: {title: ask, send: [this plan]}\n");
      files.put("t/words." + language + ".yaml", wordsFile());
    }
    return Lint.knowledge(List.of(PackReader.read(new PackFiles("test", new TreeMap<>(files)))));
  }

  /** One for each remedy that is decided by one. */
  private String probes() {
    StringBuilder yaml = new StringBuilder("# probes\n{}\n");
    remedies.forEach(
        (name, fields) -> {
          if (fields.getOrDefault("decidedBy", "").equals("[" + name + "]")) {
            yaml.append(
                block(
                    name,
                    fields(
                        "tells: ['" + fact(name) + "']",
                        "shell: powershell",
                        "command: Get-Service " + name,
                        "format: Get-Service | ConvertTo-Json",
                        "effort: instant")));
          }
        });
    return yaml.length() > 12 ? yaml.substring(12) : yaml.toString();
  }

  private String topic() {
    StringBuilder yaml = new StringBuilder("entries: {E: 'https://example.org'}\n");
    yaml.append("problems:\n");
    problems.forEach((name, fields) -> yaml.append(block(name, fields)));
    for (Map<String, String> problem : problems.values()) {
      Map<String, String> retry = remedies.get(problem.getOrDefault("retry", "none"));
      if (retry != null) {
        retry.putIfAbsent("effects", "{errors: gone}");
      }
    }
    yaml.append("remedies:\n");
    remedies.forEach((name, fields) -> yaml.append(block(name, fields)));
    return checks.isEmpty() ? yaml.toString() : yaml + "checks:\n" + checks;
  }

  private static String block(String name, Map<String, String> fields) {
    StringBuilder yaml = new StringBuilder("  " + name + ":\n");
    fields.forEach((field, value) -> yaml.append("    " + field + ": " + value + "\n"));
    return yaml.toString();
  }

  private String wordsFile() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("entries/E", "an entry");
    problems.keySet().forEach(name -> all.put("problems/" + name, name + " is wrong"));
    remedies.forEach(
        (name, fields) -> {
          for (String part : List.of("title", "why", "do", "verify", "undo")) {
            all.put("remedies/" + name + "/" + part, part + " of " + name);
          }
          if (fields.containsValue("destructive")) {
            all.put("remedies/" + name + "/loses", "loses of " + name);
          }
          if (fields.getOrDefault("decidedBy", "").equals("[" + name + "]")) {
            all.put("facts/" + fact(name), "the state of " + name);
          }
        });
    all.putAll(words);
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    all.forEach(
        (path, sentence) -> {
          int slash = path.indexOf('/');
          sections
              .computeIfAbsent(path.substring(0, slash), section -> new LinkedHashMap<>())
              .put(path.substring(slash + 1), sentence);
        });
    StringBuilder yaml = new StringBuilder();
    sections.forEach(
        (section, sentences) -> {
          yaml.append(section).append(":\n");
          String open = "";
          for (Map.Entry<String, String> sentence : sentences.entrySet()) {
            String[] names = sentence.getKey().split("/", 2);
            if (names.length == 2 && !names[0].equals(open)) {
              yaml.append("  \"" + names[0] + "\":\n");
              open = names[0];
            }
            yaml.append(names.length == 2 ? "    " : "  ")
                .append('"' + names[names.length - 1] + "\": ")
                .append(
                    '"' + sentence.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n");
          }
        });
    return yaml.toString();
  }

  /** Returns what is made of findings, in the situation of two servers. */
  Assessment assess(Derivation... derivations) {
    return assess(FACTS, derivations);
  }

  Assessment assess(Facts facts, Derivation... derivations) {
    return Assessor.assess(knowledge(), situation(facts), Arrays.asList(derivations));
  }

  /** Returns the situation of facts whose errors nobody recognises. */
  public static Situation situation(Facts facts) {
    return Situation.of(facts, new Recognizer(List.of(), List.of()));
  }

  /** Says that a problem was derived. */
  public static Derivation found(String name, String server, @Nullable String dataSource) {
    return by("problem-" + name, new Problem("t/" + name, server, dataSource));
  }

  /** Says that a problem of the backup server was derived. */
  public static Derivation found(String name) {
    return found(name, MABS, null);
  }

  /** Says that a remedy is needed on the backup server. */
  public static Derivation confirmed(String remedy) {
    return evidence(Evidence.Verdict.CONFIRMED, remedy, MABS);
  }

  /** Says that what a remedy brings about is so already on the backup server. */
  public static Derivation satisfied(String remedy) {
    return evidence(Evidence.Verdict.SATISFIED, remedy, MABS);
  }

  /** Says that a remedy does not apply on the backup server. */
  public static Derivation inapplicable(String remedy) {
    return evidence(Evidence.Verdict.INAPPLICABLE, remedy, MABS);
  }

  static Derivation evidence(Evidence.Verdict verdict, String remedy, String server) {
    return by(verdict + "-" + remedy, new Evidence(verdict, "t/" + remedy, null, server));
  }

  static Derivation evidence(Evidence.Verdict verdict, String remedy, Problem problem) {
    return by(verdict + "-" + remedy, new Evidence(verdict, "t/" + remedy, problem, null));
  }

  /** Says whether one thing that a remedy needs on the backup server is so. */
  static Derivation need(Need.State state, String remedy, String item) {
    return by(state + "-" + item, new Need(state, item, "t/" + remedy, null, MABS));
  }

  /** Says what a rule derived, from the fact that a service of the rule's name runs. */
  public static Derivation by(String rule, Finding finding) {
    return new Derivation(
        finding,
        "t/" + rule,
        List.of(
            new FactCited(
                Address.parse("servers[MABS01].services[" + rule + "].state"), "running")),
        Map.of());
  }
}
