package dev.mabsplan.engine.rule;

import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One pattern of a rule.
 *
 * @param type simple name of the type it matches
 * @param binding the variable that is bound to what it matches, without its {@code $}; empty where
 *     none is
 * @param role how it stands in the rule
 * @param line the line it stands on
 * @param conditions its conditions, in order
 */
public record PatternOutline(
    String type, String binding, Role role, int line, List<Condition> conditions) {

  /** How a pattern stands in a rule. */
  public enum Role {
    /** Matches, and can be cited. */
    MATCHED,
    /** Stands under {@code exists}. */
    EXISTS,
    /** Stands under {@code not}. */
    NEGATED
  }

  /** Returns the same pattern in another role. */
  public PatternOutline as(Role other) {
    return new PatternOutline(type, binding, other, line, conditions);
  }

  /** Returns the same pattern with other conditions. */
  public PatternOutline with(List<Condition> others) {
    return new PatternOutline(type, binding, role, line, others);
  }

  /** Returns the same pattern with others in the place of one condition. */
  public PatternOutline with(int place, List<Condition> others) {
    List<Condition> changed = new ArrayList<>(conditions);
    changed.remove(place);
    changed.addAll(place, others);
    return with(changed);
  }

  /** Returns whether some condition demands that a component is known, and nothing else. */
  public boolean saysKnown(String component) {
    return conditions.stream().anyMatch(c -> c.saysKnown() && c.component().equals(component));
  }

  /** Returns the variables that it binds, without their {@code $}. */
  public Set<String> bindings() {
    return Stream.concat(Stream.of(binding), conditions.stream().map(Condition::binding))
        .filter(variable -> !variable.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Returns the variables that it binds or compares with, without their {@code $}. */
  public Set<String> variables() {
    Set<String> variables = new HashSet<>(bindings());
    conditions.forEach(condition -> variables.addAll(condition.variables()));
    return variables;
  }

  /** Returns whether it speaks of one of some variables. */
  public boolean sharesVariable(Set<String> others) {
    return variables().stream().anyMatch(others::contains);
  }

  /** Returns whether what identifies a fact beside its server is compared with something. */
  public boolean namesOne() {
    return WatchedKeys.kind(type)
        .map(
            kind ->
                RecordShape.of(kind).components().stream()
                    .filter(RecordShape.Component::key)
                    .allMatch(
                        key ->
                            conditions.stream()
                                .anyMatch(
                                    c ->
                                        c.component().equals(key.name())
                                            && "==".equals(c.operator()))))
        .orElse(true);
  }

  /** Returns the pattern in DRL, on one line. */
  public String text() {
    String before =
        switch (role) {
          case MATCHED -> binding.isEmpty() ? "" : "$" + binding + " : ";
          case EXISTS -> "exists ";
          case NEGATED -> "not ";
        };
    return before
        + type
        + (conditions.isEmpty()
            ? "()"
            : conditions.stream()
                .map(Condition::line)
                .collect(Collectors.joining(", ", "( ", " )")));
  }
}
