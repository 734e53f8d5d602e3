package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.BasicCheck;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the data and words of packs to what a plan needs of them. Every fault names the line of
 * what is wrong or, where something is missing, of what lacks it.
 */
final class PackLint {

  private final List<Fault> faults;
  private final Map<String, Remedy> remedies = new TreeMap<>();
  private final Map<String, KnownProblem> problems = new TreeMap<>();
  private final Set<String> reachable = new HashSet<>();

  private PackLint(List<Fault> faults) {
    this.faults = faults;
  }

  /**
   * Checks packs that are to work together.
   *
   * @param faults takes everything that is wrong with their data and words
   */
  static void check(Collection<RulePack> packs, List<Fault> faults) {
    new PackLint(faults).all(packs);
  }

  /**
   * Checks that every pack has those that it builds on: where one is missing, whatever refers to it
   * is wrong, and says less.
   *
   * @param faults takes what is missing
   */
  static void checkThere(Collection<RulePack> packs, List<Fault> faults) {
    Set<String> ids = new TreeSet<>();
    packs.forEach(pack -> ids.add(pack.id()));
    for (RulePack pack : packs) {
      for (int i = 0; i < pack.buildsOn().size(); i++) {
        String id = pack.buildsOn().get(i);
        if (!ids.contains(id)) {
          String near = Meant.hint(id, ids);
          faults.add(
              new Fault(
                  "a rule pack that " + pack.id() + " builds on",
                  "none named \"" + id + "\"",
                  pack.lines().at("buildsOn", String.valueOf(i)),
                  near != null ? near : "name its folder with --rules"));
        }
      }
    }
  }

  private void all(Collection<RulePack> packs) {
    checkThere(packs, faults);
    if (!faults.isEmpty()) {
      return;
    }
    ids(packs);
    List<Topic> topics = packs.stream().flatMap(pack -> pack.topics().stream()).toList();
    for (Topic topic : topics) {
      topic.remedies().forEach(remedy -> remedies.put(remedy.id(), remedy));
      topic.problems().forEach(problem -> problems.put(problem.id(), problem));
    }
    for (Topic topic : topics) {
      topic.problems().forEach(problem -> problem(topic, problem));
      for (int i = 0; i < topic.checks().size(); i++) {
        check(topic.checks().get(i), topic.lines().at("checks", String.valueOf(i)));
      }
    }
    for (Topic topic : topics) {
      RemedyLint.check(topic, remedies, reachable, faults);
      entries(topic);
    }
    ProbeLint.check(packs, faults);
    WordsLint.check(packs, faults);
    Set<String> families = new HashSet<>();
    for (RulePack pack : packs) {
      pack.codes().ifPresent(codes -> faults.addAll(codes.faults(symptoms(topics))));
      pack.codes().ifPresent(codes -> families.add(codes.topic()));
    }
    SymptomLint.check(topics, families, Knowledge.names(packs), faults);
    Set<String> terms = new TreeSet<>();
    packs.forEach(pack -> pack.terms().forEach(term -> terms.add(term.name())));
    topics.forEach(topic -> topic.terms().forEach(term -> terms.add(term.name())));
    for (RulePack pack : packs) {
      pack.operations()
          .forEach(
              (operation, names) ->
                  names.stream()
                      .filter(name -> !terms.contains(name))
                      .forEach(
                          name ->
                              faults.add(
                                  new Fault(
                                      "a term that terms.yaml or a topic's terms define",
                                      "\"" + name + "\"",
                                      pack.lines().at("operations", Kebab.word(operation)),
                                      Meant.hint(name, terms)))));
    }
    SymptomLint.checkTellings(topics, terms, problems.keySet(), faults);
    RequiresLint.check(topics, faults);
    CircleLint.check(topics, faults);
  }

  private static Set<String> symptoms(List<Topic> topics) {
    Set<String> ids = new TreeSet<>();
    topics.forEach(topic -> topic.symptoms().forEach(symptom -> ids.add(symptom.id())));
    return ids;
  }

  private void ids(Collection<RulePack> packs) {
    Map<String, RulePack> seenPacks = new HashMap<>();
    Map<String, Topic> seenTopics = new HashMap<>();
    for (RulePack pack : packs) {
      RulePack same = seenPacks.put(pack.id(), pack);
      if (same != null) {
        faults.add(
            new Fault(
                "a pack id that no other pack has",
                "\"" + pack.id() + "\" twice, first at " + same.lines().at("id"),
                pack.lines().at("id"),
                "name it for who writes it, such as contoso." + pack.id()));
      }
      for (Topic topic : pack.topics()) {
        Topic other = seenTopics.put(topic.name(), topic);
        if (other != null) {
          faults.add(
              new Fault(
                  "a topic name that no other pack has",
                  "\"" + topic.name() + "\", as in " + other.lines().file(),
                  Source.of(topic.lines().file(), 1),
                  "give its folder another name"));
        }
      }
    }
  }

  private void problem(Topic topic, KnownProblem problem) {
    Map<String, Source> taken = new TreeMap<>();
    List<WrittenTake> takes = WrittenTake.of(topic, problem);
    for (WrittenTake take : takes) {
      known(take.remedy(), "the treatment of " + problem.id(), take.source());
      Source first = taken.putIfAbsent(take.remedy(), take.source());
      if (first != null) {
        faults.add(
            new Fault(
                "each remedy once in the treatment of " + problem.id(),
                take.remedy() + " a second time",
                take.source(),
                "the first is at " + first + "; leave it in one place"));
      }
    }
    for (WrittenTake take : takes) {
      String fallbackOf = take.fallbackOf();
      List<String> others = taken.keySet().stream().filter(r -> !r.equals(take.remedy())).toList();
      if (fallbackOf != null && !others.contains(fallbackOf)) {
        faults.add(
            new Fault(
                "fallbackOf another remedy of the same treatment",
                fallbackOf,
                take.source(),
                Meant.hint(fallbackOf, others)));
      }
    }
    if (taken.isEmpty()) {
      faults.add(
          new Fault(
              "at least one remedy in the treatment of " + problem.id(),
              "none",
              topic.line("problems", problem.id(), "treatment"),
              "name a remedy, of another topic as topic/remedy"));
    }
    retry(topic, problem);
  }

  private void retry(Topic topic, KnownProblem problem) {
    String id = problem.retry();
    if (id == null) {
      if (problem.retryAlone()) {
        faults.add(
            new Fault(
                "a retry of " + problem.id() + " that can mend it alone",
                "retry: none",
                topic.line("problems", problem.id(), "retryAlone"),
                "name the retry, or leave retryAlone out"));
      }
      return;
    }
    Source source = topic.line("problems", problem.id(), "retry");
    known(id, "the retry of " + problem.id(), source);
    Remedy remedy = remedies.get(id);
    if (remedy != null && !remedy.effects().containsKey("errors")) {
      faults.add(
          new Fault(
              "a retry of " + problem.id() + " after which its errors are gone",
              id + ", which does not say so",
              source,
              "write effects: {errors: gone} at " + id));
    }
  }

  private void check(BasicCheck check, Source source) {
    known(check.remedy(), "a basic check", source);
    Remedy remedy = remedies.get(check.remedy());
    if (remedy != null && !(remedy.decision() instanceof Decision.ByFacts)) {
      faults.add(
          new Fault(
              "a basic check that facts decide",
              check.remedy() + ", which they don't",
              source,
              "name probes or facts under decidedBy of " + check.remedy()));
    }
  }

  private void known(String remedy, String where, Source source) {
    reachable.add(remedy);
    if (!remedies.containsKey(remedy)) {
      faults.add(
          new Fault(
              "a remedy in " + where,
              "\"" + remedy + "\"",
              source,
              Meant.hint(remedy, remedies.keySet())));
    }
  }

  private void entries(Topic topic) {
    topic.symptoms().forEach(one -> cited(topic, "symptoms", one.id(), one.entries()));
    topic.problems().forEach(one -> cited(topic, "problems", one.id(), one.entries()));
    topic.remedies().forEach(one -> cited(topic, "remedies", one.id(), one.entries()));
  }

  private void cited(Topic topic, String section, String id, List<String> entries) {
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      if (!topic.entries().containsKey(entry)) {
        String near = Meant.hint(entry, topic.entries().keySet());
        faults.add(
            new Fault(
                "an entry of this topic for " + id,
                entry,
                topic.line(section, id, "entries", String.valueOf(i)),
                near == null ? "name it under entries, with its source" : near));
      }
    }
  }
}
