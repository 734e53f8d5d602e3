package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.Deciding;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds the words of packs to what they are asked for: all of that, and nothing else. */
final class WordsLint {

  private static final Set<String> OF_A_PROBLEM = Set.of("server", "backupServer", "dataSource");

  /** The words of a pack itself, and what they can be filled in with. */
  private static final Map<String, Set<String>> OF_A_PACK =
      Map.of(
          "escalation/title", Set.of("backupServer"),
          "escalation/send", Set.of("backupServer"),
          "escalation/agentServer", Set.of("server"),
          "servers/backupServer", Set.of(),
          "servers/agentServer", Set.of(),
          "servers/protectedServer", Set.of(),
          "servers/dataSource", Set.of());

  /** What can be said otherwise where the server has the agent alone, whose console is another. */
  private static final List<String> ON_AN_AGENT_SERVER =
      List.of("title", "why", "do", "note", "verify", "undo", "wanted");

  private final Topic topic;
  private final Words words;
  private final List<Fault> faults;
  private final Set<String> wanted = new TreeSet<>();

  private WordsLint(Topic topic, Words words, List<Fault> faults) {
    this.topic = topic;
    this.words = words;
    this.faults = faults;
  }

  /** Checks the words of packs and of their topics; those of rules are the business of rules. */
  static void check(Collection<RulePack> packs, List<Fault> faults) {
    for (RulePack pack : packs) {
      pack.words().values().forEach(words -> ofPack(words, faults));
      for (Topic topic : pack.topics()) {
        topic.words().values().forEach(words -> new WordsLint(topic, words, faults).all());
        alike(topic.words().values(), faults);
      }
    }
  }

  /** What one language names and another does not, its readers never learn. */
  private static void alike(Collection<Words> languages, List<Fault> faults) {
    for (Words words : languages) {
      for (Words other : languages) {
        for (String path : words.sentences().keySet()) {
          Set<String> missing = placeholders(other, path);
          missing.removeAll(placeholders(words, path));
          if (!missing.isEmpty() && !words.listAt(path).get(0).text().isBlank()) {
            faults.add(
                new Fault(
                    "at "
                        + path
                        + " what "
                        + other.file()
                        + " names: {"
                        + String.join("}, {", missing)
                        + "}",
                    "words without it",
                    words.source(path),
                    "name it in every language, or in none"));
          }
        }
      }
    }
  }

  private static Set<String> placeholders(Words words, String path) {
    Set<String> names = new TreeSet<>();
    words.listAt(path).forEach(sentence -> names.addAll(sentence.placeholders()));
    return names;
  }

  /** A sentence that YAML took for something else would be missing in the plan. */
  private static void strays(Words words, List<Fault> faults) {
    words
        .strays()
        .forEach(
            stray ->
                faults.add(
                    new Fault(
                        "a sentence",
                        stray.inYaml(),
                        stray.source(),
                        "put it between quotes: YAML reads a colon and a space as a key")));
  }

  private static void ofPack(Words words, List<Fault> faults) {
    strays(words, faults);
    for (String path : words.sentences().keySet()) {
      Set<String> placeholders = OF_A_PACK.get(path);
      if (placeholders == null) {
        faults.add(
            new Fault(
                "words that a pack has: " + String.join(", ", new TreeSet<>(OF_A_PACK.keySet())),
                path,
                words.source(path),
                Meant.hint(path, OF_A_PACK.keySet())));
      } else {
        filled(words, path, placeholders, faults);
      }
    }
  }

  private void all() {
    strays(words, faults);
    topic.entries().keySet().forEach(this::entry);
    topic.problems().forEach(this::problem);
    topic.remedies().forEach(this::remedy);
    topic.probes().forEach(this::probe);
    for (String path : words.sentences().keySet()) {
      if (!path.startsWith("rules/") && !wanted.contains(path)) {
        String near = Meant.hint(path, wanted);
        faults.add(
            new Fault(
                "words that something uses",
                path,
                words.source(path),
                near == null ? "take them out, or name what uses them in topic.yaml" : near));
      }
    }
  }

  private void entry(String entry) {
    want("entries/" + entry, topic.lines().at("entries", entry), Set.of());
  }

  private void problem(KnownProblem problem) {
    want(
        "problems/" + topic.nameOf(problem.id()),
        topic.line("problems", problem.id()),
        OF_A_PROBLEM);
  }

  private void remedy(Remedy remedy) {
    Source source = topic.line("remedies", remedy.id());
    String path = "remedies/" + topic.nameOf(remedy.id()) + "/";
    want(path + "title", source, RemedyLint.OF_A_STEP);
    want(path + "why", source, RemedyLint.OF_A_STEP);
    want(path + "verify", source, RemedyLint.OF_A_STEP);
    may(path + "note");
    may(path + "wanted");
    ON_AN_AGENT_SERVER.forEach(part -> may(path + "agentServer/" + part));
    wantUnless(!remedy.commands().isEmpty(), path + "do", source);
    wantUnless(!remedy.undoCommands().isEmpty(), path + "undo", source);
    if (remedy.risk() == Risk.DESTRUCTIVE) {
      want(path + "loses", source, RemedyLint.OF_A_STEP);
    } else if (remedy.risk() == Risk.DISRUPTIVE) {
      may(path + "loses");
    }
    if (remedy.decision() instanceof Decision.ByFacts byFacts) {
      for (int i = 0; i < byFacts.by().size(); i++) {
        if (byFacts.by().get(i) instanceof Deciding.BySight sight) {
          Source fact = topic.line("remedies", remedy.id(), "decidedBy", String.valueOf(i), "fact");
          want("facts/" + sight.fact(), fact, RemedyLint.OF_A_STEP);
        }
      }
    }
  }

  /** What a probe tells has words each for itself; of several, it may have words for all. */
  private void probe(Probe probe) {
    for (int i = 0; i < probe.tells().size(); i++) {
      Source fact = topic.probeLine(probe.id(), "tells", String.valueOf(i));
      want("facts/" + probe.tells().get(i), fact, RemedyLint.OF_A_STEP);
    }
    if (probe.tells().size() > 1) {
      may("probes/" + topic.nameOf(probe.id()));
    }
  }

  private void wantUnless(boolean commands, String path, Source source) {
    if (commands) {
      may(path);
    } else {
      want(path, source, RemedyLint.OF_A_STEP);
    }
  }

  private void want(String path, Source asker, Set<String> placeholders) {
    boolean first = wanted.add(path);
    List<Sentence> sentences = words.listAt(path);
    if (sentences.isEmpty() || sentences.get(0).text().isBlank()) {
      boolean written = words.sources().containsKey(path);
      faults.add(
          new Fault(
              "words at " + path,
              "none",
              written ? words.source(path) : asker,
              written ? "write the sentence" : "write them in " + words.file()));
    }
    if (first) {
      filled(words, path, placeholders, faults);
    }
  }

  private void may(String path) {
    wanted.add(path);
    filled(words, path, RemedyLint.OF_A_STEP, faults);
  }

  private static void filled(
      Words words, String path, Set<String> placeholders, List<Fault> faults) {
    List<Sentence> sentences = words.listAt(path);
    for (int i = 0; i < sentences.size(); i++) {
      for (String name : sentences.get(i).placeholders()) {
        if (!placeholders.contains(name)) {
          faults.add(
              new Fault(
                  "placeholders at "
                      + path
                      + (placeholders.isEmpty()
                          ? " to be none"
                          : " out of " + new TreeSet<>(placeholders)),
                  "{" + name + "}",
                  words.source(path, i),
                  Meant.hint(name, placeholders)));
        }
      }
      for (String format : sentences.get(i).formats()) {
        faults.add(
            new Fault(
                "placeholders at " + path + " without a way of writing, which only reasons have",
                "\":" + format + "\"",
                words.source(path, i),
                "leave it out: the values here are names"));
      }
    }
  }
}
