package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.Observation;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.shape.RecordShape;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds each condition to what its fact has: a component, a question, a constant of its type. */
final class ConditionLint {

  private static final Set<String> OF_ANY_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> BY_WHOLE_NAMES = Set.of("", "==", "!=", "in", "not in");
  private static final Set<String> BY_ORDER = Set.of("<", "<=", ">", ">=");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?[LIDFB]?");
  private static final String NEVER_MATCHES =
      "what is compared with a constant of another type compiles and never matches";

  private final RuleOutline rule;
  private final RuleFaults faults;

  ConditionLint(RuleFaults faults) {
    this.rule = faults.rule();
    this.faults = faults;
  }

  void check(PatternOutline pattern, Class<? extends Record> type) {
    RecordShape shape = RecordShape.of(type);
    for (Condition condition : pattern.conditions()) {
      String text = "\"" + condition.text() + "\"";
      if (condition.operator() == null) {
        faults.add(
            pattern.line(),
            "one comparison with constants or variables, one call or one binding between two commas",
            text,
            "write && as two conditions, || as two rules");
        continue;
      }
      if (condition.callsFact()) {
        call(pattern, type, condition);
        continue;
      }
      Optional<RecordShape.Component> component = shape.component(condition.component());
      if (component.isEmpty()) {
        List<String> names = shape.components().stream().map(RecordShape.Component::name).toList();
        faults.add(
            pattern.line(),
            "a component of " + pattern.type() + ": " + String.join(", ", names),
            text,
            Meant.hint(condition.component(), names));
        continue;
      }
      if (component.get().key()
          && component.get().type() == String.class
          && !BY_WHOLE_NAMES.contains(condition.operator())) {
        faults.add(
            pattern.line(),
            "a name compared as a whole: ==, !=, in, not in",
            text,
            "names count without case, which nothing else compares");
      } else if (BY_ORDER.contains(condition.operator()) && !hasOrder(component.get())) {
        faults.add(
            pattern.line(),
            "==, !=, in or not in for " + component.get() + ", which has no order",
            text,
            type == Observation.class
                ? "of a number ask isAbove( \"100\" ), isAtLeast( \"100\" ) or isBelow( \"100\" )"
                : null);
      } else if (condition.calls()) {
        componentCall(pattern, component.get(), condition);
      } else {
        for (String value : condition.values()) {
          if (!fits(component.get(), value)) {
            faults.add(pattern.line(), constantOf(component.get(), value), text, NEVER_MATCHES);
          }
        }
      }
    }
  }

  /** Texts would be compared letter by letter, so that 99 is above 100. */
  private static boolean hasOrder(RecordShape.Component component) {
    Class<?> type = component.type();
    return Number.class.isAssignableFrom(type)
        || type == int.class
        || type == long.class
        || type == Version.class
        || type == Instant.class;
  }

  /** A call asks something of a fact, mostly with what it is to be compared with, or binds it. */
  private void call(PatternOutline pattern, Class<? extends Record> type, Condition condition) {
    boolean asks = condition.binding().isEmpty();
    boolean has =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !OF_ANY_OBJECT.contains(method.getName()))
            .filter(method -> method.getName().equals(condition.component()))
            .filter(method -> method.getParameterCount() == condition.values().size())
            .anyMatch(
                method ->
                    asks == (method.getReturnType() == boolean.class)
                        && (asks || condition.values().isEmpty()));
    if (!has) {
      faults.add(
          pattern.line(),
          "a condition that " + pattern.type() + " has",
          "\"" + condition.text() + "\"",
          Meant.hint(condition.component(), answered(type)));
    } else if (type == Observation.class) {
      condition.values().stream()
          .filter(value -> !value.startsWith("$"))
          .filter(value -> !value.startsWith("\"") || !Observation.isNumber(unquoted(value)))
          .forEach(
              value ->
                  faults.add(
                      pattern.line(),
                      "a number in quotes, such as \"100\" or \"-2.5\"",
                      "\"" + condition.text() + "\"",
                      null));
    }
  }

  private static String unquoted(String value) {
    return value.substring(1, value.length() - 1);
  }

  /** Returns what can be asked of a type, with a yes or no for an answer. */
  private static Set<String> answered(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !OF_ANY_OBJECT.contains(method.getName()))
        .filter(method -> method.getReturnType() == boolean.class)
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void componentCall(
      PatternOutline pattern, RecordShape.Component component, Condition condition) {
    String name = String.valueOf(condition.operator()).substring(1);
    boolean has =
        Arrays.stream(component.type().getMethods())
            .filter(method -> !OF_ANY_OBJECT.contains(name) && method.getName().equals(name))
            .filter(method -> method.getParameterCount() == condition.values().size())
            .anyMatch(method -> method.getReturnType() == boolean.class);
    if (!has) {
      faults.add(
          pattern.line(),
          "a question that " + component + " answers with yes or no",
          "\"" + condition.text() + "\"",
          Meant.hint(name, answered(component.type())));
    } else if (component.type() == Version.class) {
      condition.values().forEach(value -> version(pattern, condition, value));
    }
  }

  private void version(PatternOutline pattern, Condition condition, String value) {
    String text = "\"" + condition.text() + "\"";
    if (value.startsWith("$")) {
      boolean isVersion =
          VariableLint.component(rule, value.substring(1))
              .filter(bound -> bound.type() == Version.class)
              .isPresent();
      if (!isVersion) {
        return;
      }
      faults.add(
          pattern.line(),
          "a version in quotes, such as \"13.0.415.0\"",
          text,
          "versions are compared by <, <=, > and >= too: " + condition.component() + " < " + value);
    } else if (!isVersion(value)) {
      faults.add(pattern.line(), "a version in quotes, such as \"13.0.415.0\"", text, null);
    }
  }

  private static boolean isVersion(String value) {
    try {
      Version.parse(value.replace("\"", ""));
      return value.startsWith("\"");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a value can be compared with a component; of a variable Drools sees it. */
  private static boolean fits(RecordShape.Component component, String value) {
    if (value.startsWith("$") || value.equals("null")) {
      return true;
    }
    Class<?> type = component.element().orElse(component.type());
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .anyMatch(
              constant -> value.equals(type.getSimpleName() + "." + ((Enum<?>) constant).name()));
    }
    if (type == String.class) {
      return value.startsWith("\"");
    }
    if (type == boolean.class || type == Boolean.class) {
      return value.equals("true") || value.equals("false");
    }
    return Number.class.isAssignableFrom(type) && NUMBER.matcher(value).matches();
  }

  private static String constantOf(RecordShape.Component component, String value) {
    Class<?> type = component.element().orElse(component.type());
    if (!type.isEnum()) {
      return type == String.class
          ? "a text in quotes for " + component
          : "a " + type.getSimpleName() + " for " + component;
    }
    List<String> constants =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .toList();
    String written = value.replaceAll("^.*\\.|\"", "");
    return type.getSimpleName()
        + "."
        + Nearest.to(written, constants).orElseGet(() -> String.join(" or ", constants));
  }
}
