package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the first condition of a rule that nothing meets. Drools says so itself: every beginning of
 * the rule is a rule of its own, and what counts is the longest that matches.
 */
final class NearMisses {

  private static final int MOST_FOUND = 3;
  private static final String UNKNOWN = "unknown";

  /**
   * One condition, or one pattern that counts as one.
   *
   * @param text how it is written
   * @param met the rule up to here
   * @param instead the rule up to what is met in its place; nothing where that can't be told
   * @param pattern the pattern that it stands in
   * @param condition the condition; nothing for a whole pattern
   */
  private record Step(
      String text,
      RuleOutline met,
      Optional<RuleOutline> instead,
      PatternOutline pattern,
      Optional<Condition> condition) {}

  /** The beginnings of rules, and their names in the session. */
  private final Map<RuleOutline, String> names = new LinkedHashMap<>();

  /** The steps that want to know what a beginning matches, by its name. */
  private final Map<String, Step> askers = new HashMap<>();

  private final Set<String> matched = new HashSet<>();
  private final Map<String, NavigableSet<FactCited>> found = new HashMap<>();

  private final Seen seen;

  private NearMisses(Seen seen) {
    this.seen = seen;
  }

  /**
   * Finds out how near rules came.
   *
   * @param seen what was observed
   * @param problems the problems that were derived from it
   */
  static List<NearMiss> of(List<RuleOutline> rules, Seen seen, Collection<Problem> problems) {
    return rules.isEmpty() ? List.of() : new NearMisses(seen).all(rules, seen.with(problems));
  }

  private List<NearMiss> all(List<RuleOutline> rules, List<Object> known) {
    Map<RuleOutline, List<Step>> steps = new LinkedHashMap<>();
    rules.forEach(rule -> steps.put(rule, steps(rule)));
    steps.values().forEach(all -> all.forEach(this::ask));
    Map<String, RuleOutline> beginnings = new LinkedHashMap<>();
    names.forEach((rule, name) -> beginnings.put(name, rule));
    ExtraRules.conditions(beginnings).matches(known, this::take);
    List<NearMiss> misses = new ArrayList<>();
    steps.forEach((rule, all) -> miss(rule, all).ifPresent(misses::add));
    return misses.stream()
        .sorted(
            Comparator.comparingDouble((NearMiss miss) -> -(double) miss.met() / miss.conditions())
                .thenComparing(miss -> miss.rule().id()))
        .toList();
  }

  private static List<Step> steps(RuleOutline rule) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < rule.patterns().size(); i++) {
      PatternOutline pattern = rule.patterns().get(i);
      List<PatternOutline> before = rule.patterns().subList(0, i);
      if (pattern.role() != PatternOutline.Role.MATCHED) {
        PatternOutline instead =
            pattern.role() == PatternOutline.Role.NEGATED ? pattern : joined(pattern);
        steps.add(
            whole(
                beginning(rule, before, pattern),
                Optional.of(beginning(rule, before, instead.as(PatternOutline.Role.MATCHED))),
                pattern));
      } else if (pattern.conditions().stream().noneMatch(Condition::demands)) {
        steps.add(whole(beginning(rule, before, pattern), Optional.empty(), pattern));
      } else {
        conditions(rule, before, pattern, steps);
      }
    }
    return steps;
  }

  /** Returns a pattern with only what joins it with others. */
  private static PatternOutline joined(PatternOutline pattern) {
    return pattern.with(
        pattern.conditions().stream()
            .filter(condition -> "==".equals(condition.operator()))
            .filter(condition -> !condition.variables().isEmpty())
            .toList());
  }

  private static Step whole(
      RuleOutline met, Optional<RuleOutline> instead, PatternOutline pattern) {
    return new Step(pattern.text(), met, instead, pattern, Optional.empty());
  }

  private static void conditions(
      RuleOutline rule, List<PatternOutline> before, PatternOutline pattern, List<Step> steps) {
    int demands = 0;
    for (Condition condition : pattern.conditions()) {
      if (condition.demands()) {
        steps.add(
            new Step(
                pattern.type() + ": " + condition.line(),
                beginning(rule, before, with(pattern, demands + 1)),
                Optional.of(beginning(rule, before, with(pattern, demands))),
                pattern,
                Optional.of(condition)));
        demands++;
      }
    }
  }

  private static RuleOutline beginning(
      RuleOutline rule, List<PatternOutline> before, PatternOutline last) {
    return rule.with(Stream.concat(before.stream(), Stream.of(last)).toList());
  }

  /** Returns a pattern with the first of its conditions, and all that it binds. */
  private static PatternOutline with(PatternOutline pattern, int demands) {
    List<Condition> first = new ArrayList<>();
    int demanded = 0;
    for (Condition condition : pattern.conditions()) {
      if (!condition.demands() || demanded++ < demands) {
        first.add(condition);
      } else {
        condition.bindingAlone().ifPresent(first::add);
      }
    }
    return pattern.with(first);
  }

  private void ask(Step step) {
    name(step.met());
    step.instead().ifPresent(instead -> askers.put(name(instead), step));
  }

  private String name(RuleOutline beginning) {
    return names.computeIfAbsent(beginning, rule -> rule.name() + "~" + names.size());
  }

  private void take(String name, List<Object> objects) {
    matched.add(name);
    Step step = askers.get(name);
    if (step != null) {
      found
          .computeIfAbsent(name, n -> new TreeSet<>())
          .addAll(cited(seen.original(objects.get(objects.size() - 1)), step));
    }
  }

  private Optional<NearMiss> miss(RuleOutline rule, List<Step> steps) {
    int met = 0;
    while (met < steps.size() && matched.contains(name(steps.get(met).met()))) {
      met++;
    }
    if (met == steps.size()) {
      return Optional.empty();
    }
    Step unmet = steps.get(met);
    List<FactCited> instead =
        unmet.instead().map(this::name).map(found::get).stream()
            .flatMap(NavigableSet::stream)
            .limit(MOST_FOUND)
            .toList();
    return Optional.of(
        new NearMiss(
            rule.known(),
            met,
            steps.size(),
            unmet.text(),
            instead,
            LeastChange.of(unmet.pattern(), unmet.condition(), instead)));
  }

  private static List<FactCited> cited(Object object, Step step) {
    String component = step.condition().map(Condition::component).orElse("");
    if (object instanceof Server server) {
      return List.of(cited(server, component));
    }
    if (object instanceof Fact fact) {
      Optional<RecordShape.Component> looked =
          RecordShape.of(((Record) fact).getClass()).component(component);
      if (looked.isPresent()) {
        return List.of(cited(fact, looked.get()));
      }
    }
    return Citation.by(step.pattern()).of(object);
  }

  private static FactCited cited(Fact fact, RecordShape.Component component) {
    Address address = Address.of(fact);
    boolean inAddress = component.key() || component.name().equals("server");
    return new FactCited(
        inAddress ? address : address.component(component.name()), value((Record) fact, component));
  }

  private static FactCited cited(Server server, String name) {
    Address address = Address.ofServer(server.name());
    RecordShape.Component component =
        RecordShape.of(Server.class)
            .component(name)
            .orElseThrow(() -> new IllegalStateException("a server has no " + name));
    return new FactCited(
        name.equals("name") ? address : address.component(name), value(server, component));
  }

  private static String value(Record of, RecordShape.Component component) {
    return component.known(of) ? Citation.written(component.value(of)) : UNKNOWN;
  }
}
