package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds the data and words of packs to what a plan needs of them. */
final class PackLint {

  private static final Set<String> OF_A_STEP =
      Set.of("server", "backupServer", "dataSource", "protectionGroup", "item", "items");
  private static final Set<String> OF_A_PROBLEM = Set.of("server", "backupServer", "dataSource");

  private static final Set<String> OF_A_PACK =
      Set.of(
          "opening/fact",
          "opening/obtain",
          "escalation/title",
          "escalation/send",
          "servers/backupServer",
          "servers/protectedServer",
          "servers/dataSource");

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Remedy> remedies = new TreeMap<>();
  private final Map<String, KnownProblem> problems = new TreeMap<>();
  private final Set<String> reachable = new HashSet<>();

  /**
   * Checks packs that are to work together.
   *
   * @throws InvalidPackException with everything that is wrong
   */
  static void check(Collection<RulePack> packs) {
    PackLint lint = new PackLint();
    lint.all(packs);
    if (!lint.faults.isEmpty()) {
      throw new InvalidPackException(lint.faults);
    }
  }

  private void all(Collection<RulePack> packs) {
    ids(packs);
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        topic.remedies().forEach(remedy -> remedies.put(remedy.id(), remedy));
        topic.problems().forEach(problem -> problems.put(problem.id(), problem));
      }
    }
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        topic.problems().forEach(problem -> problem(topic, problem));
        topic.checks().forEach(check -> check(topic, check));
      }
    }
    for (RulePack pack : packs) {
      pack.words().forEach((language, words) -> packWords(pack, language, words));
      for (Topic topic : pack.topics()) {
        topic.remedies().forEach(remedy -> remedy(topic, remedy));
        entries(topic);
        topic.words().forEach((language, words) -> words(topic, language, words));
      }
    }
    symptoms(packs);
    circles(packs);
  }

  private void ids(Collection<RulePack> packs) {
    Map<String, RulePack> seenPacks = new HashMap<>();
    Map<String, Topic> seenTopics = new HashMap<>();
    for (RulePack pack : packs) {
      if (seenPacks.put(pack.id(), pack) != null) {
        faults.add(
            new Fault(
                "a pack id that no other pack has", "\"" + pack.id() + "\" twice", null, null));
      }
      for (Topic topic : pack.topics()) {
        Topic other = seenTopics.put(topic.name(), topic);
        if (other != null) {
          fault(
              topic,
              "a topic name that no other pack has",
              "\"" + topic.name() + "\", as in pack " + other.pack(),
              null);
        }
      }
    }
  }

  private void packWords(RulePack pack, Language language, Words words) {
    for (String path : words.sentences().keySet()) {
      if (!OF_A_PACK.contains(path)) {
        faults.add(
            new Fault(
                "words that a pack has",
                path,
                Source.of("words." + language.tag() + ".yaml of pack " + pack.id()),
                nearest(path, OF_A_PACK)));
      }
    }
  }

  private void problem(Topic topic, KnownProblem problem) {
    List<Treatment.Take> takes = problem.treatment().takes().toList();
    Set<String> taken = new HashSet<>();
    for (Treatment.Take take : takes) {
      known(topic, take.remedy(), "the treatment of " + problem.id());
      if (!taken.add(take.remedy())) {
        fault(
            topic,
            "each remedy once in the treatment of " + problem.id(),
            take.remedy() + " twice",
            null);
      }
    }
    for (Treatment.Take take : takes) {
      String fallbackOf = take.fallbackOf();
      if (fallbackOf != null && !taken.contains(fallbackOf)) {
        fault(
            topic,
            "fallbackOf a remedy of the same treatment",
            fallbackOf,
            nearest(fallbackOf, taken));
      }
    }
    if (takes.isEmpty()) {
      fault(topic, "at least one remedy in the treatment of " + problem.id(), "none", null);
    }
    String retry = problem.retry();
    if (retry != null) {
      known(topic, retry, "the retry of " + problem.id());
    }
  }

  private void check(Topic topic, BasicCheck check) {
    known(topic, check.remedy(), "a basic check");
    Remedy remedy = remedies.get(check.remedy());
    if (remedy != null && !(remedy.decision() instanceof Decision.ByFacts)) {
      fault(topic, "a basic check that facts decide", check.remedy() + ", which they don't", null);
    }
    String problem = check.problem();
    if (problem != null && !problems.containsKey(problem)) {
      fault(topic, "a problem for a basic check", problem, nearest(problem, problems.keySet()));
    }
  }

  private void known(Topic topic, String remedy, String where) {
    reachable.add(remedy);
    if (!remedies.containsKey(remedy)) {
      fault(
          topic, "a remedy in " + where, "\"" + remedy + "\"", nearest(remedy, remedies.keySet()));
    }
  }

  private void remedy(Topic topic, Remedy remedy) {
    String id = remedy.id();
    if (!reachable.contains(id)) {
      fault(topic, "a treatment, retry or check that uses " + id, "none", null);
    }
    if (remedy.entries().isEmpty()) {
      fault(topic, "the entries that " + id + " comes from", "none", null);
    }
    if (!remedy.commands().isEmpty() && remedy.shell() == null) {
      fault(topic, "the shell of the commands of " + id, "none", null);
    }
    if (remedy.risk() == Risk.DESTRUCTIVE && !remedy.commands().isEmpty()) {
      fault(
          topic,
          "no commands for " + id + ", since it is destructive",
          remedy.commands().get(0),
          "what loses data is never offered to paste and run; say in words what to do");
    }
    for (String required : remedy.requires()) {
      if (!remedies.containsKey(required)) {
        fault(
            topic,
            "a remedy that " + id + " requires",
            "\"" + required + "\"",
            nearest(required, remedies.keySet()));
      }
    }
    if (remedy.decision() instanceof Decision.ByFacts byFacts) {
      for (DecidingFact fact : byFacts.facts()) {
        try {
          FactPlace.parse(fact.fact());
        } catch (IllegalArgumentException e) {
          fault(
              topic,
              "the place of a fact that decides " + id,
              String.valueOf(e.getMessage()),
              null);
        }
        if (fact.obtain() != null && fact.shell() == null) {
          fault(topic, "the shell of the command that obtains " + fact.fact(), "none", null);
        }
      }
    }
    commands(topic, remedy);
    for (String effect : remedy.effects().keySet()) {
      if (!effect.equals("errors")) {
        try {
          FactPlace.parse(effect);
        } catch (IllegalArgumentException e) {
          fault(
              topic,
              "the place of a fact that " + id + " changes",
              String.valueOf(e.getMessage()),
              null);
        }
      }
    }
  }

  private void commands(Topic topic, Remedy remedy) {
    List<String> lines = new ArrayList<>(remedy.commands());
    lines.addAll(remedy.undoCommands());
    if (remedy.verifyCommand() != null) {
      lines.add(remedy.verifyCommand());
    }
    if (remedy.decision() instanceof Decision.ByFacts byFacts) {
      byFacts.facts().stream()
          .map(DecidingFact::obtain)
          .filter(Objects::nonNull)
          .forEach(lines::add);
    }
    for (String line : lines) {
      for (String name : new Sentence(line).placeholders()) {
        if (!OF_A_STEP.contains(name)) {
          fault(
              topic,
              "placeholders in the commands of " + remedy.id() + " out of " + sorted(OF_A_STEP),
              "{" + name + "}",
              nearest(name, OF_A_STEP));
        }
      }
    }
  }

  private static Set<String> sorted(Set<String> names) {
    return new TreeSet<>(names);
  }

  private void entries(Topic topic) {
    topic.symptoms().forEach(symptom -> cited(topic, symptom.id(), symptom.entries()));
    topic.problems().forEach(problem -> cited(topic, problem.id(), problem.entries()));
    topic.remedies().forEach(remedy -> cited(topic, remedy.id(), remedy.entries()));
  }

  private void cited(Topic topic, String id, List<String> entries) {
    for (String entry : entries) {
      if (!topic.entries().containsKey(entry)) {
        fault(
            topic,
            "an entry of this topic for " + id,
            entry,
            nearest(entry, topic.entries().keySet()));
      }
    }
  }

  private void words(Topic topic, Language language, Words words) {
    Set<String> wanted = new TreeSet<>();
    topic
        .entries()
        .keySet()
        .forEach(entry -> want(topic, language, words, "entries/" + entry, Set.of(), wanted));
    for (KnownProblem problem : topic.problems()) {
      want(topic, language, words, "problems/" + name(problem.id()), OF_A_PROBLEM, wanted);
    }
    for (Remedy remedy : topic.remedies()) {
      String path = "remedies/" + name(remedy.id()) + "/";
      want(topic, language, words, path + "title", OF_A_STEP, wanted);
      want(topic, language, words, path + "why", OF_A_STEP, wanted);
      want(topic, language, words, path + "verify", OF_A_STEP, wanted);
      may(topic, language, words, path + "note", wanted);
      if (remedy.commands().isEmpty()) {
        want(topic, language, words, path + "do", OF_A_STEP, wanted);
      } else {
        may(topic, language, words, path + "do", wanted);
      }
      if (remedy.undoCommands().isEmpty()) {
        want(topic, language, words, path + "undo", OF_A_STEP, wanted);
      } else {
        may(topic, language, words, path + "undo", wanted);
      }
      if (remedy.risk() == Risk.DESTRUCTIVE) {
        want(topic, language, words, path + "loses", OF_A_STEP, wanted);
      }
      if (remedy.decision() instanceof Decision.ByFacts byFacts) {
        byFacts
            .facts()
            .forEach(
                fact -> want(topic, language, words, "facts/" + fact.fact(), OF_A_STEP, wanted));
      }
    }
    for (String path : words.sentences().keySet()) {
      if (!path.startsWith("rules/") && !wanted.contains(path)) {
        faults.add(
            new Fault(
                "words that something uses",
                path,
                Source.of(file(topic, language)),
                nearest(path, wanted)));
      }
    }
  }

  private void want(
      Topic topic,
      Language language,
      Words words,
      String path,
      Set<String> placeholders,
      Set<String> wanted) {
    wanted.add(path);
    List<Sentence> sentences = words.listAt(path);
    if (sentences.isEmpty() || sentences.get(0).text().isBlank()) {
      faults.add(new Fault("words at " + path, "none", Source.of(file(topic, language)), null));
    }
    filled(topic, language, path, sentences, placeholders);
  }

  private void may(Topic topic, Language language, Words words, String path, Set<String> wanted) {
    wanted.add(path);
    filled(topic, language, path, words.listAt(path), OF_A_STEP);
  }

  private void filled(
      Topic topic,
      Language language,
      String path,
      List<Sentence> sentences,
      Set<String> placeholders) {
    for (Sentence sentence : sentences) {
      for (String name : sentence.placeholders()) {
        if (!placeholders.contains(name)) {
          faults.add(
              new Fault(
                  "placeholders at " + path + " out of " + sorted(placeholders),
                  "{" + name + "}",
                  Source.of(file(topic, language)),
                  nearest(name, placeholders)));
        }
      }
    }
  }

  /** An id that decides alone decides for one symptom. */
  private void symptoms(Collection<RulePack> packs) {
    Map<String, String> owners = new HashMap<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        for (KnownSymptom symptom : topic.symptoms()) {
          if (symptom.ids().isEmpty()
              && symptom.genericIds().isEmpty()
              && symptom.codes().isEmpty()
              && symptom.names().isEmpty()
              && symptom.messages().isEmpty()) {
            fault(
                topic,
                "an id, code, name or message that " + symptom.id() + " is recognised by",
                "none",
                null);
          }
          symptom
              .ids()
              .forEach(
                  (product, ids) ->
                      ids.forEach(
                          id -> {
                            String other = owners.put(product + " " + id, symptom.id());
                            if (other != null) {
                              fault(
                                  topic,
                                  "one symptom for id " + id + " of " + product,
                                  other + " and " + symptom.id(),
                                  "mark it generic in both, or leave it in one");
                            }
                          }));
        }
      }
    }
  }

  /** What comes before what can't run in a circle. */
  private void circles(Collection<RulePack> packs) {
    Map<String, Set<String>> before = new TreeMap<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        for (Remedy remedy : topic.remedies()) {
          before.computeIfAbsent(remedy.id(), k -> new TreeSet<>()).addAll(remedy.requires());
        }
        for (KnownProblem problem : topic.problems()) {
          problem
              .treatment()
              .takes()
              .forEach(
                  take -> {
                    String fallbackOf = take.fallbackOf();
                    if (fallbackOf != null) {
                      before.computeIfAbsent(take.remedy(), k -> new TreeSet<>()).add(fallbackOf);
                    }
                  });
        }
      }
    }
    for (String start : before.keySet()) {
      if (reaches(start, start, before, new HashSet<>())) {
        faults.add(
            new Fault(
                "remedies that come before one another in a line",
                "a circle through " + start,
                null,
                "look at its requires and fallbackOf"));
      }
    }
  }

  private static boolean reaches(
      String from, String to, Map<String, Set<String>> before, Set<String> seen) {
    for (String next : before.getOrDefault(from, Set.of())) {
      if (next.equals(to) || (seen.add(next) && reaches(next, to, before, seen))) {
        return true;
      }
    }
    return false;
  }

  private static String name(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private static String file(Topic topic, Language language) {
    return topic.drlFile().replace("rules.drl", "words." + language.tag() + ".yaml");
  }

  private static @Nullable String nearest(String name, Collection<String> known) {
    return Nearest.to(name, known).map(n -> "did you mean \"" + n + "\"?").orElse(null);
  }

  private void fault(Topic topic, String expected, String found, @Nullable String hint) {
    faults.add(
        new Fault(
            expected, found, Source.of(topic.drlFile().replace("rules.drl", "topic.yaml")), hint));
  }
}
