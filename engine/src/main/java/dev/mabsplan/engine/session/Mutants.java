package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.session.Mutant.Kind;
import dev.mabsplan.facts.shape.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rules of one topic, each with one change: disabled, without one of its conditions or
 * patterns, or with the opposite of one. Tests that are worth their name notice every one.
 *
 * <p>What only binds a variable is no condition, and a dropped condition leaves its variable bound.
 * A pattern whose variables others use is not dropped. The opposite of a condition matches only
 * what is known; so {@code x != null} has none. Dropping {@code x != null} is no mutant where the
 * lint would refuse the rule, since {@code x} is asked or compared further on, nor where the
 * pattern goes on with a condition that matches nothing unknown either.
 *
 * <p>Thread-safe.
 */
public final class Mutants {

  private final RuleBase rules;

  /** What each mutant says, in the order of the file; nothing where it never fires. */
  private final Map<Mutant, Optional<RuleOutline>> changed;

  private final List<Mutant> notCompiling;

  /** All mutants that can fire, by their names in the session. */
  private final ExtraRules together;

  private final Map<Mutant, String> names;
  private final Map<Mutant, ExtraRules> apart = new ConcurrentHashMap<>();

  private Mutants(
      RuleBase rules,
      Map<Mutant, Optional<RuleOutline>> changed,
      Map<Mutant, String> names,
      ExtraRules together) {
    this.rules = rules;
    this.changed = changed;
    this.names = names;
    this.together = together;
    this.notCompiling =
        names.keySet().stream()
            .filter(mutant -> together.refused().contains(name(mutant)))
            .toList();
    notCompiling.forEach(changed::remove);
  }

  /**
   * Makes and compiles the mutants of the rules of a topic.
   *
   * @param refused whether the lint refuses a rule for what it does with an unknown
   * @throws IllegalArgumentException where no rule is of that topic, with the nearest that there is
   */
  public static Mutants of(RuleBase rules, String topic, Predicate<RuleOutline> refused) {
    return compiled(
        rules,
        rulesOf(rules, topic).stream()
            .flatMap(rule -> Mutator.of(rule, refused).stream())
            .toList());
  }

  /** Compiles changed rules. */
  static Mutants compiled(RuleBase rules, List<Mutator.Changed> mutants) {
    Map<Mutant, Optional<RuleOutline>> changed = new LinkedHashMap<>();
    Map<Mutant, String> names = new LinkedHashMap<>();
    Map<String, RuleOutline> named = new LinkedHashMap<>();
    for (Mutator.Changed one : mutants) {
      String name = one.mutant().rule() + "~" + names.size();
      changed.put(one.mutant(), one.rule());
      names.put(one.mutant(), name);
      one.rule().ifPresent(rule -> named.put(name, rule));
    }
    return new Mutants(rules, changed, names, ExtraRules.whole(named));
  }

  private static List<RuleOutline> rulesOf(RuleBase rules, String topic) {
    List<RuleOutline> own =
        rules.outlines().values().stream()
            .filter(rule -> rule.topic().equals(topic))
            .sorted(Comparator.comparing(RuleOutline::file).thenComparing(RuleOutline::line))
            .toList();
    if (own.isEmpty()) {
      Set<String> topics =
          rules.outlines().values().stream()
              .map(RuleOutline::topic)
              .collect(Collectors.toCollection(TreeSet::new));
      throw new IllegalArgumentException(
          "expected a topic with rules; found \""
              + topic
              + "\""
              + Nearest.to(topic, topics)
                  .map(near -> "; did you mean \"" + near + "\"?")
                  .orElse(""));
    }
    return own;
  }

  /** Returns the mutants that compile, in the order of the file. */
  public List<Mutant> all() {
    return List.copyOf(changed.keySet());
  }

  /** Returns the mutants that don't compile, in the order of the file. */
  public List<Mutant> notCompiling() {
    return notCompiling;
  }

  /**
   * Returns the mutants that derive something else from facts than the rule they were made of, or
   * fail over them. Whoever expects of the same facts what the rules derive can notice these and no
   * others.
   *
   * @param observed facts, servers, what was collected, and symptoms
   */
  public Set<Mutant> differing(Collection<?> observed) {
    List<Derivation> original = rules.derive(observed);
    Map<String, Set<Finding>> expected =
        original.stream()
            .collect(
                Collectors.groupingBy(
                    Derivation::rule, Collectors.mapping(Derivation::finding, Collectors.toSet())));
    Seen seen = rules.seen(observed);
    Set<Problem> problems = RuleBase.problems(original);
    Optional<Map<String, List<Derivation>>> derived = derivedTogether(seen, problems);
    Set<Mutant> differing = new LinkedHashSet<>();
    changed.forEach(
        (mutant, rule) -> {
          Set<Finding> wanted = expected.getOrDefault(mutant.rule(), Set.of());
          boolean differs =
              rule.isEmpty()
                  ? !wanted.isEmpty()
                  : goesOn(rule.get())
                      ? differsInPlace(mutant, observed, wanted)
                      : derived.isPresent()
                          ? !wanted.equals(findings(derived.get(), mutant))
                          : differsApart(mutant, seen, problems, wanted);
          if (differs) {
            differing.add(mutant);
          }
        });
    return differing;
  }

  /** Returns what all derive, or nothing where one fails, which stops the others too. */
  private Optional<Map<String, List<Derivation>>> derivedTogether(
      Seen seen, Set<Problem> problems) {
    try {
      return Optional.of(together.derive(seen, problems));
    } catch (MutantFailedException e) {
      return Optional.empty();
    }
  }

  private boolean differsApart(
      Mutant mutant, Seen seen, Set<Problem> problems, Set<Finding> wanted) {
    try {
      return !wanted.equals(findings(apart(mutant).derive(seen, problems), mutant));
    } catch (MutantFailedException failed) {
      return true;
    }
  }

  /**
   * Returns whether a rule derives problems from problems, which may be its own: then what it
   * derives with the problems of the original tells nothing.
   */
  private static boolean goesOn(RuleOutline rule) {
    return rule.calls().stream().anyMatch(Call::isProblem)
        && rule.patterns().stream().anyMatch(pattern -> pattern.type().equals("Problem"));
  }

  private boolean differsInPlace(Mutant mutant, Collection<?> observed, Set<Finding> wanted) {
    try {
      return !wanted.equals(
          rules.with(mutant.rule(), apart(mutant)).derive(observed).stream()
              .filter(derivation -> derivation.rule().equals(mutant.rule()))
              .map(Derivation::finding)
              .collect(Collectors.toSet()));
    } catch (MutantFailedException failed) {
      return true;
    }
  }

  private Set<Finding> findings(Map<String, List<Derivation>> derived, Mutant mutant) {
    return derived.getOrDefault(name(mutant), List.of()).stream()
        .map(Derivation::finding)
        .collect(Collectors.toSet());
  }

  private ExtraRules apart(Mutant mutant) {
    return apart.computeIfAbsent(mutant, this::compile);
  }

  private ExtraRules compile(Mutant mutant) {
    return ExtraRules.whole(
        Map.of(name(mutant), Objects.requireNonNull(changed.get(mutant)).orElseThrow()));
  }

  private String name(Mutant mutant) {
    return Objects.requireNonNull(names.get(mutant));
  }

  /**
   * Returns the same rules with that one change. What the mutant derives carries the id of the rule
   * and cites what the mutant matched. Where it fails over facts, {@link RuleBase#derive} throws
   * {@link MutantFailedException}.
   *
   * @throws IllegalArgumentException where it is none of {@link #all}
   */
  public RuleBase with(Mutant mutant) {
    if (!changed.containsKey(mutant)) {
      throw new IllegalArgumentException("expected a mutant of this topic; found " + mutant.id());
    }
    return mutant.kind() == Kind.DISABLED
        ? rules.without(mutant.rule())
        : rules.with(mutant.rule(), compile(mutant));
  }
}
