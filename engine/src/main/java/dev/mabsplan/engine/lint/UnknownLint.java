package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.Matchable;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows through one rule what of it can be unknown, and finds where it would conclude from that.
 * In the session an unknown component is null, and a variable bound to it too. On null, {@code !=}
 * and {@code not in} match, {@code ==} matches another null, and a call fails; the other operators
 * don't match, so what passes them is known.
 */
public final class UnknownLint {

  private static final Set<String> NULL_AS_NULL = Set.of("Symptom", "Problem");

  /** Takes what is wrong. */
  interface Faults {
    /** Takes one thing that is wrong with a condition or argument. */
    void take(int line, String expected, String found, String hint);
  }

  private final Faults faults;

  /** Variables that are bound and can't be null, without their {@code $}. */
  private final Set<String> known = new HashSet<>();

  private final Set<String> bound = new HashSet<>();

  /** Whether the rule says no more than that something is worth finding out. */
  private final boolean asks;

  UnknownLint(boolean asks, Faults faults) {
    this.asks = asks;
    this.faults = faults;
  }

  /** Returns whether a rule is refused for what it does with an unknown. */
  public static boolean refuses(RuleOutline rule) {
    List<String> faults = new ArrayList<>();
    UnknownLint lint =
        new UnknownLint(rule.asks(), (line, expected, found, hint) -> faults.add(found));
    rule.patterns()
        .forEach(
            pattern -> Matchable.type(pattern.type()).ifPresent(t -> lint.pattern(pattern, t)));
    lint.consequence(rule);
    return !faults.isEmpty();
  }

  private static boolean isSet(RecordShape.Component component) {
    return Set.class.isAssignableFrom(component.type());
  }

  /** Follows a pattern, in the order of the rule. */
  void pattern(PatternOutline pattern, Class<? extends Record> type) {
    if (!pattern.binding().isEmpty()) {
      bound.add(pattern.binding());
      known.add(pattern.binding());
    }
    Map<String, String> bindings = new HashMap<>();
    Set<String> components = new HashSet<>();
    RecordShape.of(type).components().stream()
        .filter(component -> !Matchable.unknowable(type, component))
        .forEach(component -> components.add(component.name()));
    for (Condition condition : pattern.conditions()) {
      if (condition.operator() == null) {
        continue;
      }
      if (condition.callsFact()) {
        need(condition.variables(), pattern, condition);
        if (!condition.binding().isEmpty()) {
          bound.add(condition.binding());
          if (answersAlways(type, condition.component())) {
            known.add(condition.binding());
          }
        }
        continue;
      }
      RecordShape.of(type)
          .component(condition.component())
          .ifPresent(component -> condition(pattern, component, condition, components));
      if (!condition.binding().isEmpty()) {
        bound.add(condition.binding());
        bindings.put(condition.binding(), condition.component());
      }
      bindings.forEach(
          (variable, component) -> {
            if (components.contains(component)) {
              known.add(variable);
            }
          });
    }
  }

  /** Returns whether what a fact works out about itself is never unknown. */
  private static boolean answersAlways(Class<?> type, String method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> m.getName().equals(method) && m.getParameterCount() == 0)
        .noneMatch(m -> m.getAnnotatedReturnType().isAnnotationPresent(Nullable.class));
  }

  private void condition(
      PatternOutline pattern,
      RecordShape.Component component,
      Condition condition,
      Set<String> components) {
    boolean sure = components.contains(component.name());
    String operator = String.valueOf(condition.operator());
    if (condition.saysKnown()) {
      components.add(component.name());
    } else if (operator.isEmpty()) {
      return;
    } else if (asks && operator.equals("==") && condition.values().equals(List.of("null"))) {
      return;
    } else if (condition.values().contains("null")) {
      take(
          pattern,
          "conditions on what is known",
          condition,
          "nothing is concluded from an unknown; only \"!= null\" may ask for it");
    } else if (isSet(component) && !operator.equals("contains")) {
      take(
          pattern,
          "\"contains\" for " + component,
          condition,
          "where it is empty it is unknown, and the condition would match");
    } else if (condition.matchesUnknown() || condition.calls()) {
      if (!sure) {
        faults.take(
            pattern.line(),
            component + " != null before \"" + condition.text() + "\"",
            "none",
            "where it is unknown the condition would match or fail");
      }
      need(condition.variables(), pattern, condition);
      components.add(component.name());
    } else if (operator.equals("==") || operator.equals("in")) {
      equal(pattern, component, condition, components, sure);
    } else {
      if (operator.endsWith("contains") || operator.endsWith("memberOf")) {
        need(condition.variables(), pattern, condition);
      }
      components.add(component.name());
      learn(pattern, condition.variables());
    }
  }

  private void equal(
      PatternOutline pattern,
      RecordShape.Component component,
      Condition condition,
      Set<String> components,
      boolean sure) {
    List<String> unsure =
        condition.variables().stream().filter(variable -> !known.contains(variable)).toList();
    if (pattern.role() == PatternOutline.Role.NEGATED) {
      need(condition.variables(), pattern, condition);
    } else if (!sure && !unsure.isEmpty()) {
      // A symptom or problem without a data source is one of the server as a whole.
      if (!NULL_AS_NULL.contains(pattern.type())) {
        take(
            pattern,
            component + " != null or $" + unsure.get(0) + " known before it",
            condition,
            "where both are unknown the condition would match");
      }
      return;
    }
    components.add(component.name());
    if ("==".equals(condition.operator())) {
      learn(pattern, unsure);
    }
  }

  private void learn(PatternOutline pattern, List<String> variables) {
    if (pattern.role() == PatternOutline.Role.MATCHED) {
      known.addAll(variables);
    }
  }

  private void need(List<String> variables, PatternOutline pattern, Condition condition) {
    for (String variable : variables) {
      if (!known.contains(variable)) {
        take(
            pattern,
            "$" + variable + " known before it is used",
            condition,
            "say \"!= null\" where it is bound");
      }
    }
  }

  /** Looks at what the consequence hands over. */
  void consequence(RuleOutline rule) {
    rule.calls().forEach(call -> consequence(rule, call));
  }

  private void consequence(RuleOutline rule, Call call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      String argument = call.arguments().get(i);
      boolean dataSource = call.isProblem() && i == 1;
      if (argument.startsWith("$") && !dataSource && bound.contains(argument.substring(1))) {
        if (!known.contains(argument.substring(1))) {
          faults.take(
              rule.line(),
              argument + " known before it is used",
              "\"" + call.function() + "( … " + argument + " … )\"",
              "say \"!= null\" where it is bound");
        }
      }
    }
    if (!call.arguments().get(0).startsWith("$")) {
      faults.take(
          rule.line(),
          "a server or a problem that a pattern binds",
          call.arguments().get(0),
          "a rule knows no server by name");
    }
  }

  private void take(PatternOutline pattern, String expected, Condition condition, String hint) {
    faults.take(pattern.line(), expected, "\"" + condition.text() + "\"", hint);
  }
}
