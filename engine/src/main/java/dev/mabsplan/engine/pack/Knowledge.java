package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.format.NamesReader;
import dev.mabsplan.facts.input.Probes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all packs of a planner know, found by id. */
public final class Knowledge {

  private final List<RulePack> packs;
  private final Map<String, Topic> topics;
  private final Map<String, Remedy> remedies;
  private final Map<String, KnownProblem> problems;
  private final List<BasicCheck> checks = new ArrayList<>();
  private final Map<String, Probe> probes = new TreeMap<>();
  private final Map<String, List<DecidingFact>> deciding = new HashMap<>();
  private final Map<String, FactPlace> places = new ConcurrentHashMap<>();

  /** Puts packs together that were found to fit together. */
  public Knowledge(Collection<RulePack> packs) {
    this.packs = packs.stream().sorted(Comparator.comparing(RulePack::id)).toList();
    List<Topic> all = this.packs.stream().flatMap(pack -> pack.topics().stream()).toList();
    this.topics = byName(all, Topic::name);
    this.remedies = byName(all.stream().flatMap(t -> t.remedies().stream()).toList(), Remedy::id);
    this.problems =
        byName(all.stream().flatMap(t -> t.problems().stream()).toList(), KnownProblem::id);
    for (Topic topic : all) {
      topic.probes().forEach(probe -> probes.put(probe.id(), probe));
      checks.addAll(topic.checks());
    }
    remedies.values().forEach(this::decide);
  }

  /** Returns things sorted by their names, to be found by them time and again. */
  private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
    Map<String, T> sorted = new TreeMap<>();
    things.forEach(thing -> sorted.put(name.apply(thing), thing));
    return new LinkedHashMap<>(sorted);
  }

  /** Returns the same knowledge with others in the place of some remedies. */
  public Knowledge with(Map<String, Remedy> others) {
    return others.isEmpty()
        ? this
        : new Knowledge(packs.stream().map(pack -> pack.with(others)).toList());
  }

  private void decide(Remedy remedy) {
    List<DecidingFact> facts =
        remedy.decision() instanceof Decision.ByFacts byFacts
            ? byFacts.by().stream().flatMap(by -> facts(remedy, by)).toList()
            : List.of();
    deciding.put(remedy.id(), facts);
  }

  private Stream<DecidingFact> facts(Remedy remedy, Deciding by) {
    if (by instanceof Deciding.BySight sight) {
      String topic = remedy.id().substring(0, remedy.id().indexOf('/'));
      return Stream.of(
          new DecidingFact(sight.fact(), topic, sight.on(), Optional.empty(), sight.effort()));
    }
    Deciding.ByProbe asked = (Deciding.ByProbe) by;
    Probe probe = Objects.requireNonNull(probes.get(asked.probe()), "a probe that was checked");
    List<String> facts = asked.facts().isEmpty() ? probe.tells() : asked.facts();
    return facts.stream()
        .map(
            fact ->
                new DecidingFact(
                    fact, probe.topic(), asked.on(), Optional.of(probe), probe.effort()));
  }

  /** Returns the facts that decide a remedy; none where it always follows or only trying tells. */
  public List<DecidingFact> deciding(Remedy remedy) {
    return deciding.getOrDefault(remedy.id(), List.of());
  }

  /** Returns the minutes of the look that tells whether a remedy is needed: it is one look. */
  public int minutesOfLook(Remedy remedy) {
    List<DecidingFact> facts = deciding(remedy);
    if (facts.isEmpty()) {
      return remedy.effort().minutes();
    }
    int minutes = facts.get(0).effort().minutes();
    for (DecidingFact fact : facts) {
      minutes = Math.max(minutes, fact.effort().minutes());
    }
    return minutes;
  }

  /** Returns all probes, sorted by id. */
  public Collection<Probe> probes() {
    return probes.values();
  }

  /** Returns what the probes say of their answers, for whoever reads those. */
  public Probes answers() {
    return AskedProbes.of(probes.values(), names());
  }

  /** Returns what names in native output stand for; of two packs the later by id decides. */
  public KnownNames names() {
    return names(packs);
  }

  /** Returns what names in native output stand for, of packs in order. */
  public static KnownNames names(Collection<RulePack> packs) {
    return packs.stream().map(RulePack::names).reduce(NamesReader.SHIPPED, KnownNames::and);
  }

  /** Returns the probe that shows the errors, where nothing at all is known. */
  public Optional<Probe> opening() {
    return packs.stream()
        .flatMap(pack -> Optional.ofNullable(pack.opening()).stream())
        .flatMap(id -> Optional.ofNullable(probes.get(id)).stream())
        .findFirst();
  }

  /** Returns the place of a fact that decides one of the remedies. */
  public FactPlace place(DecidingFact fact) {
    return places.computeIfAbsent(fact.fact(), FactPlace::parse);
  }

  /** Returns the packs, sorted by id. */
  public List<RulePack> packs() {
    return packs;
  }

  /** Returns the remedy with the given id, or nothing. */
  public Optional<Remedy> remedy(String id) {
    return Optional.ofNullable(remedies.get(id));
  }

  /** Returns the ids of all remedies, sorted. */
  public Collection<String> remedies() {
    return remedies.keySet();
  }

  /** Returns the problem with the given id, or nothing. */
  public Optional<KnownProblem> problem(String id) {
    return Optional.ofNullable(problems.get(id));
  }

  /** Returns the ids of all problems, sorted. */
  public Collection<String> problems() {
    return problems.keySet();
  }

  /** Returns the basic checks of all topics. */
  public List<BasicCheck> checks() {
    return checks;
  }

  /** Returns every symptom. */
  public Stream<KnownSymptom> symptoms() {
    return topics.values().stream().flatMap(topic -> topic.symptoms().stream());
  }

  /** Returns everything that people say that is a fact. */
  public Stream<KnownStatement> statements() {
    return topics.values().stream().flatMap(topic -> topic.statements().stream());
  }

  /** Returns every term that tellings are made of. */
  public Stream<Term> terms() {
    return Stream.concat(
        packs.stream().flatMap(pack -> pack.terms().stream()),
        topics.values().stream().flatMap(topic -> topic.terms().stream()));
  }

  /** Returns the terms that say which operation an error is about, in the order of the packs. */
  public Map<Operation, List<String>> operations() {
    Map<Operation, List<String>> all = new LinkedHashMap<>();
    packs.forEach(
        pack ->
            pack.operations()
                .forEach(
                    (operation, terms) ->
                        all.computeIfAbsent(operation, o -> new ArrayList<>()).addAll(terms)));
    return all;
  }

  /** Returns how the product writes data sources. */
  public Stream<DataSourcePhrase> dataSources() {
    return packs.stream().flatMap(pack -> pack.dataSources().stream());
  }

  /**
   * Returns the words for something of a topic: in the language asked for or, where its pack does
   * not have that, in English.
   *
   * @param section the section of the words file, such as {@code remedies}
   * @param id topic and name, such as {@code replica/let-vss-start}
   * @param part the part, such as {@code title}; empty where there is but one sentence
   */
  public List<Sentence> words(Language language, String section, String id, String part) {
    int slash = id.indexOf('/');
    Topic topic = topics.get(id.substring(0, slash));
    if (topic == null) {
      return List.of();
    }
    Words words = words(topic.words(), language);
    String path = section + "/" + id.substring(slash + 1) + (part.isEmpty() ? "" : "/" + part);
    return words == null ? List.of() : words.listAt(path);
  }

  private static @Nullable Words words(Map<Language, Words> words, Language language) {
    Words there = words.get(language);
    return there == null ? words.get(Language.ENGLISH) : there;
  }

  /** Returns the words of the packs themselves, from the first pack that has them. */
  public List<Sentence> packWords(Language language, String path) {
    for (RulePack pack : packs) {
      Words words = words(pack.words(), language);
      List<Sentence> sentences = words == null ? List.of() : words.listAt(path);
      if (!sentences.isEmpty()) {
        return sentences;
      }
    }
    return List.of();
  }
}
