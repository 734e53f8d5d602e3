package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.rule.RuleOutline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderError;

/**
 * Rules that no pack has: changed ones, and the beginnings of others. They are compiled by
 * themselves and run by themselves, over what is known and what the rules of the packs derived from
 * it. So those of the packs need not be compiled again, and a base that shared compiled packages
 * with another, which Drools copies for each, is not needed. Thread-safe.
 */
final class ExtraRules {

  private static final String HEAD = RuleText.head("dev.mabsplan.extra") + "\n";

  private final KieBase base;
  private final Map<String, RuleOutline> rules;
  private final Set<String> refused;

  private ExtraRules(KieBase base, Map<String, RuleOutline> rules, Set<String> refused) {
    this.base = base;
    this.rules = rules;
    this.refused = refused;
  }

  /** Compiles rules, each under a name of its own; those that don't compile are left out. */
  static ExtraRules whole(Map<String, RuleOutline> rules) {
    return compiled(rules, (name, rule) -> rule.drl(name));
  }

  /** Compiles the conditions of rules, each under a name of its own; they derive nothing. */
  static ExtraRules conditions(Map<String, RuleOutline> rules) {
    ExtraRules compiled = compiled(rules, (name, rule) -> rule.conditions(name));
    if (!compiled.refused.isEmpty()) {
      throw new IllegalStateException(
          "the beginning of a rule does not compile: "
              + compiled.refused.stream()
                  .map(name -> Objects.requireNonNull(rules.get(name)).conditions(name))
                  .collect(Collectors.joining("\n")));
    }
    return compiled;
  }

  private static ExtraRules compiled(
      Map<String, RuleOutline> rules, BiFunction<String, RuleOutline, String> drl) {
    Map<String, RuleOutline> left = new LinkedHashMap<>(rules);
    Set<String> refused = new TreeSet<>();
    while (true) {
      TreeMap<Integer, String> begins = new TreeMap<>();
      StringBuilder text = new StringBuilder(HEAD);
      int line = (int) HEAD.lines().count() + 1;
      for (Map.Entry<String, RuleOutline> rule : left.entrySet()) {
        String written = drl.apply(rule.getKey(), rule.getValue());
        begins.put(line, rule.getKey());
        text.append(written);
        line += (int) written.lines().count();
      }
      KnowledgeBuilder builder = RuleBase.builder();
      builder.add(RuleBase.drl(text.toString()), ResourceType.DRL);
      if (!builder.hasErrors()) {
        return new ExtraRules(RuleBase.base(builder), left, refused);
      }
      Set<String> wrong = new TreeSet<>();
      for (KnowledgeBuilderError error : builder.getErrors()) {
        for (int at : error.getLines()) {
          Map.Entry<Integer, String> rule = begins.floorEntry(at);
          if (rule != null) {
            wrong.add(rule.getValue());
          }
        }
      }
      if (wrong.isEmpty()) {
        throw new IllegalStateException(
            "rules do not compile, and none is to blame: " + builder.getErrors());
      }
      left.keySet().removeAll(wrong);
      refused.addAll(wrong);
    }
  }

  /** Returns the names of the rules that don't compile. */
  Set<String> refused() {
    return refused;
  }

  /**
   * Lets the rules fire on what is known; none goes on from what another derives.
   *
   * @param problems the problems that are known besides
   * @return what each derived, by its own name; as the rule that it was made of
   * @throws MutantFailedException where one fails
   */
  Map<String, List<Derivation>> derive(Seen seen, Collection<Problem> problems) {
    Map<String, List<Derivation>> derived = new TreeMap<>();
    boolean ends;
    try {
      ends =
          Run.once(
              base,
              seen.with(problems),
              firing -> {
                String name = firing.rule().getName();
                derived
                    .computeIfAbsent(name, n -> new ArrayList<>())
                    .add(Told.by(Objects.requireNonNull(rules.get(name))).derivation(firing, seen));
              });
    } catch (RuntimeException e) {
      throw new MutantFailedException(made(), e);
    }
    if (!ends) {
      throw new MutantFailedException(made(), "it matches without end");
    }
    return derived;
  }

  /**
   * Lets the rules fire on what is known, like {@link #derive}, for a plan to be made of it.
   *
   * @throws MutantFailedException where one fails, or derives something of an unknown
   */
  List<Derivation> deriveWhole(Seen seen, Collection<Problem> problems) {
    List<Derivation> derived = new ArrayList<>();
    derive(seen, problems).values().forEach(derived::addAll);
    derived.forEach(ExtraRules::holdToBeWhole);
    return derived;
  }

  /** What a rule of a pack derives is whole, which the lint sees to; a changed one may fail to. */
  private static void holdToBeWhole(Derivation derivation) {
    Finding finding = derivation.finding();
    boolean whole = true;
    if (finding instanceof Problem problem) {
      whole = isWhole(problem, null);
    } else if (finding instanceof Evidence evidence) {
      whole = isWhole(evidence.problem(), evidence.server());
    } else if (finding instanceof Need need) {
      whole = need.item() != null && isWhole(need.problem(), need.server());
    }
    if (!whole) {
      throw new MutantFailedException(derivation.rule(), "it derived " + finding);
    }
  }

  private static boolean isWhole(@Nullable Problem problem, @Nullable String server) {
    return problem == null ? server != null : problem.server() != null;
  }

  private String made() {
    return rules.values().stream()
        .map(RuleOutline::id)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Hands over the name of each rule whose conditions match, and what they match, each time. */
  void matches(Iterable<?> known, BiConsumer<String, List<Object>> found) {
    Run.dry(
        base,
        known,
        match -> {
          found.accept(match.getRule().getName(), match.getObjects());
          return false;
        });
  }
}
