package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.Matchable;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a rule does with variables that the compiler would say in a page, or not in words. */
final class VariableLint {

  private final RuleOutline rule;
  private final RuleFaults faults;

  VariableLint(RuleFaults faults) {
    this.rule = faults.rule();
    this.faults = faults;
  }

  /** The compiler says the same, but neither which variable was meant nor in words. */
  void checkBound() {
    Set<String> bound = new TreeSet<>();
    for (PatternOutline pattern : rule.patterns()) {
      bound.add("$" + pattern.binding());
      pattern.conditions().forEach(condition -> bound.add("$" + condition.binding()));
    }
    bound.remove("$");
    for (PatternOutline pattern : rule.patterns()) {
      for (Condition condition : pattern.conditions()) {
        condition.variables().forEach(name -> bound(pattern.line(), "$" + name, bound));
      }
    }
    rule.calls().stream()
        .flatMap(call -> call.arguments().stream())
        .filter(argument -> argument.startsWith("$"))
        .distinct()
        .forEach(argument -> bound(rule.line(), argument, bound));
  }

  private void bound(int line, String variable, Set<String> bound) {
    if (!bound.contains(variable)) {
      String near = Meant.hint(variable, bound);
      faults.add(
          line,
          "a variable that a pattern binds",
          variable,
          near == null ? "bind it: " + variable + " : …" : near);
    }
  }

  /** What is handed to a consequence is a text or a problem; the compiler says so in a page. */
  void checkArguments() {
    for (Call call : rule.calls()) {
      for (String argument : call.arguments()) {
        if (argument.startsWith("$")) {
          typeOf(argument.substring(1))
              .filter(type -> type != String.class && type != Problem.class)
              .ifPresent(
                  type ->
                      faults.add(
                          rule.line(),
                          "a text for each argument of " + call.function(),
                          argument + ", which is " + article(type),
                          "write the text in quotes, or the problem or name that is meant"));
        }
      }
    }
  }

  private Optional<Class<?>> typeOf(String variable) {
    return rule.patterns().stream()
        .filter(pattern -> pattern.binding().equals(variable))
        .findFirst()
        .<Class<?>>flatMap(pattern -> Matchable.type(pattern.type()))
        .or(() -> component(rule, variable).map(RecordShape.Component::type));
  }

  /** Returns the component that a variable is bound to, by its name without the sign. */
  static Optional<RecordShape.Component> component(RuleOutline rule, String variable) {
    for (PatternOutline pattern : rule.patterns()) {
      for (Condition condition : pattern.conditions()) {
        if (condition.binding().equals(variable) && !condition.callsFact()) {
          return Matchable.type(pattern.type())
              .flatMap(type -> RecordShape.of(type).component(condition.component()));
        }
      }
    }
    return Optional.empty();
  }

  private static String article(Class<?> type) {
    String name = type.getSimpleName();
    return ("AEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }
}
