package dev.mabsplan.engine.session;

import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.Matchable;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.PatternOutline.Role;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.session.Mutant.Kind;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes the mutants of one rule. */
final class Mutator {

  /**
   * A mutant and what its rule says.
   *
   * @param rule the changed rule; nothing where it never fires
   */
  record Changed(Mutant mutant, Optional<RuleOutline> rule) {}

  private final RuleOutline rule;
  private final Predicate<RuleOutline> refused;
  private final List<Changed> changed = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private Mutator(RuleOutline rule, Predicate<RuleOutline> refused) {
    this.rule = rule;
    this.refused = refused;
  }

  /**
   * Returns the mutants of a rule, in the order in which it is written.
   *
   * @param refused whether a rule is none that may be written, for what it does with an unknown
   */
  static List<Changed> of(RuleOutline rule, Predicate<RuleOutline> refused) {
    Mutator mutator = new Mutator(rule, refused);
    mutator.add(Kind.DISABLED, rule.line(), "", "", Optional.empty());
    for (int place = 0; place < rule.patterns().size(); place++) {
      mutator.pattern(place);
    }
    for (int call = 0; rule.calls().size() > 1 && call < rule.calls().size(); call++) {
      String was = rule.calls().get(call).text();
      mutator.add(Kind.DROPPED, rule.line(), was, "", Optional.of(rule.withoutCall(call)));
    }
    return mutator.changed;
  }

  private void pattern(int place) {
    PatternOutline pattern = rule.patterns().get(place);
    if (rule.patterns().size() > 1 && isIndependent(place)) {
      add(Kind.DROPPED, pattern.line(), pattern.text(), "", Optional.of(rule.without(place)));
    }
    if (pattern.role() != Role.MATCHED) {
      PatternOutline opposite =
          pattern.as(pattern.role() == Role.NEGATED ? Role.EXISTS : Role.NEGATED);
      add(
          Kind.FLIPPED,
          pattern.line(),
          pattern.text(),
          opposite.text(),
          Optional.of(rule.with(place, opposite)));
    }
    for (int i = 0; i < pattern.conditions().size(); i++) {
      if (pattern.conditions().get(i).demands()) {
        dropped(place, i);
        flipped(place, i);
      }
    }
  }

  /** Returns whether nothing else uses what a pattern binds. */
  private boolean isIndependent(int place) {
    Set<String> used = new HashSet<>();
    rule.calls().stream()
        .flatMap(call -> call.arguments().stream())
        .filter(argument -> argument.startsWith("$"))
        .forEach(argument -> used.add(argument.substring(1)));
    rule.without(place).patterns().stream()
        .flatMap(pattern -> pattern.conditions().stream())
        .forEach(condition -> used.addAll(condition.variables()));
    Set<String> bound = rule.patterns().get(place).bindings();
    return rule.patterns().get(place).role() != Role.MATCHED
        || bound.stream().noneMatch(used::contains);
  }

  private void dropped(int place, int at) {
    PatternOutline pattern = rule.patterns().get(place);
    Condition condition = pattern.conditions().get(at);
    Optional<Condition> left = condition.bindingAlone();
    RuleOutline fewer = rule.with(place, pattern.with(at, left.stream().toList()));
    if (condition.saysKnown() && (isIdle(pattern, condition) || refused.test(fewer))) {
      return;
    }
    add(
        Kind.DROPPED,
        pattern.line(),
        condition.line(),
        left.map(Condition::line).orElse(""),
        Optional.of(fewer));
  }

  /** Returns whether another condition of the pattern matches nothing unknown either. */
  private static boolean isIdle(PatternOutline pattern, Condition guard) {
    return pattern.conditions().stream()
        .filter(other -> other.component().equals(guard.component()))
        .filter(other -> other.demands() && !other.saysKnown())
        .anyMatch(
            other ->
                !other.calls()
                    && !other.matchesUnknown()
                    && !other.values().contains("null")
                    && !("==".equals(other.operator()) && !other.variables().isEmpty()));
  }

  private void flipped(int place, int at) {
    PatternOutline pattern = rule.patterns().get(place);
    Condition condition = pattern.conditions().get(at);
    if (condition.saysKnown()) {
      return;
    }
    Condition negated = condition.negated();
    List<Condition> guarded =
        Stream.concat(guards(place, negated).stream().map(Condition::read), Stream.of(negated))
            .toList();
    add(
        Kind.FLIPPED,
        pattern.line(),
        condition.line(),
        negated.line(),
        Optional.of(rule.with(place, pattern.with(at, guarded))));
  }

  /** What the original could not match since it is unknown, its opposite must not match either. */
  private List<String> guards(int place, Condition negated) {
    if (!negated.matchesUnknown()) {
      return List.of();
    }
    PatternOutline pattern = rule.patterns().get(place);
    List<String> guards = new ArrayList<>();
    unknowable(pattern, negated.component())
        .map(
            component ->
                component.element().isPresent()
                    ? component + ".isEmpty() == false"
                    : component + " != null")
        .ifPresent(guards::add);
    negated.variables().stream()
        .filter(this::mayBeUnknown)
        .map(variable -> "$" + variable + " != null")
        .forEach(guards::add);
    return guards;
  }

  private boolean mayBeUnknown(String variable) {
    return rule.patterns().stream()
        .anyMatch(
            pattern ->
                pattern.conditions().stream()
                    .filter(condition -> condition.binding().equals(variable))
                    .anyMatch(c -> unknowable(pattern, c.component()).isPresent()));
  }

  private static Optional<RecordShape.Component> unknowable(PatternOutline pattern, String name) {
    return Matchable.type(pattern.type())
        .flatMap(
            type ->
                RecordShape.of(type)
                    .component(name)
                    .filter(component -> Matchable.unknowable(type, component)))
        .filter(component -> !pattern.saysKnown(name));
  }

  private void add(Kind kind, int line, String was, String becomes, Optional<RuleOutline> to) {
    String change =
        switch (kind) {
          case DISABLED -> "never fires";
          case DROPPED -> "without " + was;
          case FLIPPED -> "with " + becomes;
        };
    int times = seen.merge(change, 1, Integer::sum);
    String id = rule.id() + ": " + change + (times == 1 ? "" : " (" + ordinal(times) + ")");
    changed.add(new Changed(new Mutant(id, rule.id(), rule.file(), line, kind, was, becomes), to));
  }

  private static String ordinal(int number) {
    return switch (number) {
      case 2 -> "2nd";
      case 3 -> "3rd";
      default -> number + "th";
    };
  }
}
