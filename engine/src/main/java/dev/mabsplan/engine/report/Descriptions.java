package dev.mabsplan.engine.report;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.DecidingFact;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.report.Description.Cited;
import dev.mabsplan.engine.report.Description.Deciding;
import dev.mabsplan.engine.report.Description.OfProblem;
import dev.mabsplan.engine.report.Description.OfRemedy;
import dev.mabsplan.engine.report.Description.OfRule;
import dev.mabsplan.engine.report.Description.Weight;
import dev.mabsplan.engine.report.Description.Work;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.facts.fault.Source;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gathers what rule packs say of an id. */
public final class Descriptions {

  private final Planner planner;
  private final List<Scenario> scenarios;

  /**
   * Makes portraits.
   *
   * @param scenarios those to look for rules in
   */
  public Descriptions(Planner planner, Collection<Scenario> scenarios) {
    this.planner = planner;
    this.scenarios = List.copyOf(scenarios);
  }

  /** Returns the ids of all rules, problems and remedies, sorted. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>(Workshop.of(planner).rules().rules());
    ids.addAll(Workshop.of(planner).knowledge().problems());
    ids.addAll(Workshop.of(planner).knowledge().remedies());
    return ids;
  }

  /** Returns what the packs say of each problem, sorted by id. */
  public List<Description> problems() {
    return all(Workshop.of(planner).knowledge().problems());
  }

  /** Returns what the packs say of each remedy, sorted by id. */
  public List<Description> remedies() {
    return all(Workshop.of(planner).knowledge().remedies());
  }

  private List<Description> all(Collection<String> ids) {
    return ids.stream().sorted().flatMap(id -> of(id).stream()).toList();
  }

  /** Returns what the packs say of an id; nothing where they don't know it. */
  public Optional<Description> of(String id) {
    if (!ids().contains(id)) {
      return Optional.empty();
    }
    return Optional.of(
        new Description(
            id,
            Workshop.of(planner).rules().rule(id).map(this::rule),
            Workshop.of(planner).knowledge().problem(id).map(this::problem),
            Workshop.of(planner).knowledge().remedy(id).map(this::remedy)));
  }

  private OfRule rule(KnownRule rule) {
    Call first = rule.calls().get(0);
    return new OfRule(
        rule,
        first.isProblem() ? problemTitle(first.target()) : remedyTitle(first.target()),
        words("rules", rule.id(), ""),
        rule.calls().stream()
            .flatMap(call -> entries(call.target(), entries(call)).stream())
            .distinct()
            .toList(),
        named(scenario -> scenario.firing().contains(rule.id())),
        named(scenario -> scenario.silent().contains(rule.id())));
  }

  private List<String> entries(Call call) {
    return call.isProblem()
        ? Workshop.of(planner)
            .knowledge()
            .problem(call.target())
            .map(KnownProblem::entries)
            .orElse(List.of())
        : Workshop.of(planner)
            .knowledge()
            .remedy(call.target())
            .map(Remedy::entries)
            .orElse(List.of());
  }

  private List<String> named(Predicate<Scenario> saying) {
    return scenarios.stream().filter(saying).map(Scenario::name).sorted().toList();
  }

  private OfProblem problem(KnownProblem problem) {
    return new OfProblem(
        place("problems", problem.id()),
        problemTitle(problem.id()),
        problem.treatment(),
        Optional.ofNullable(problem.retry()),
        speakingOf(problem.id()),
        entries(problem.id(), problem.entries()));
  }

  private OfRemedy remedy(Remedy remedy) {
    Decision decision = remedy.decision();
    return new OfRemedy(
        place("remedies", remedy.id()),
        remedyTitle(remedy.id()),
        new Weight(remedy.likelihood(), remedy.effort(), remedy.risk()),
        work(remedy),
        word(decision),
        Workshop.of(planner).knowledge().deciding(remedy).stream().map(this::deciding).toList(),
        Workshop.of(planner).knowledge().problems().stream()
            .filter(
                id ->
                    Workshop.of(planner).knowledge().problem(id).orElseThrow().asksFor(remedy.id()))
            .toList(),
        checkedFor(remedy),
        speakingOf(remedy.id()),
        entries(remedy.id(), remedy.entries()));
  }

  private Work work(Remedy remedy) {
    return new Work(
        Optional.ofNullable(remedy.shell()),
        remedy.elevated(),
        remedy.commands(),
        words("remedies", remedy.id(), "do"),
        Optional.ofNullable(remedy.verifyCommand()),
        remedy.undoCommands(),
        remedy.undoable());
  }

  private Source place(String section, String id) {
    return inTopic(topic(id))
        .map(found -> found.line(section, id))
        .orElseThrow(() -> new IllegalStateException(id + " is of no topic"));
  }

  private static String word(Decision decision) {
    if (decision instanceof Decision.ByFacts) {
      return "facts";
    }
    return decision instanceof Decision.Always ? "always" : "trial";
  }

  private Deciding deciding(DecidingFact fact) {
    return new Deciding(
        fact.fact(),
        words("facts", fact.topic() + "/" + fact.fact(), ""),
        fact.probe().map(Probe::id),
        fact.probe().map(Probe::command));
  }

  private List<String> checkedFor(Remedy remedy) {
    return Workshop.of(planner).knowledge().checks().stream()
        .filter(check -> check.remedy().equals(remedy.id()))
        .flatMap(check -> check.operations().stream().sorted())
        .map(Kebab::word)
        .toList();
  }

  /** In a rule an id stands in quotes, whether it is derived or looked for. */
  private List<String> speakingOf(String id) {
    return Workshop.of(planner).rules().known().stream()
        .filter(rule -> rule.drl().contains('"' + id + '"'))
        .map(KnownRule::id)
        .toList();
  }

  private List<Cited> entries(String of, List<String> ids) {
    String topic = topic(of);
    return ids.stream()
        .map(
            id ->
                new Cited(
                    id,
                    words("entries", topic + "/" + id, ""),
                    inTopic(topic).map(found -> found.entries().get(id)).orElse("")))
        .toList();
  }

  private Map<Language, String> problemTitle(String id) {
    return words("problems", id, "");
  }

  private Map<Language, String> remedyTitle(String id) {
    return words("remedies", id, "title");
  }

  /** What is said in each language that the pack has. */
  private Map<Language, String> words(String section, String id, String part) {
    Map<Language, String> words = new TreeMap<>();
    for (Language language : inTopic(topic(id)).map(t -> t.words().keySet()).orElse(Set.of())) {
      words.put(
          language,
          Workshop.of(planner).knowledge().words(language, section, id, part).stream()
              .map(sentence -> sentence.text())
              .collect(Collectors.joining(" ")));
    }
    return Collections.unmodifiableMap(words);
  }

  private Optional<Topic> inTopic(String name) {
    return Workshop.of(planner).knowledge().packs().stream()
        .flatMap(pack -> pack.topics().stream())
        .filter(topic -> topic.name().equals(name))
        .findFirst();
  }

  private static String topic(String id) {
    return id.substring(0, id.indexOf('/'));
  }
}
