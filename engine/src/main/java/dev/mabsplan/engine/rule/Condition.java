package dev.mabsplan.engine.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a pattern, such as {@code $free : freeBytes}, {@code name == "VSS"} or {@code
 * version.isBelow("2.0.9249.0")}. Values are constants and variables and nothing else: what is not
 * computed here can't depend on a clock or on an unknown.
 *
 * @param text as it is written
 * @param binding the variable that is bound, without its {@code $}; empty where none is
 * @param component the component or, for a call on the fact itself, the method
 * @param operator the operator; {@code .method} for a call on a component, {@code ()} for one on
 *     the fact itself; empty for a binding alone; null where the condition has no form that rules
 *     may use
 * @param values the constants and variables to the right, as they are written
 */
public record Condition(
    String text, String binding, String component, @Nullable String operator, List<String> values) {

  private static final Pattern BINDING = Pattern.compile("\\$(\\w+)\\s*:\\s*(.*)", Pattern.DOTALL);
  private static final String VALUE =
      "(?:\"(?:[^\"\\\\]|\\\\[\"\\\\])*\"|-?\\d+(?:\\.\\d+)?[A-Za-z]?|\\$\\w+|\\w+\\.\\w+|\\w+)";
  private static final String VALUES = VALUE + "(?:\\s*,\\s*" + VALUE + ")*";
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(\\w+)\\s*(==|!=|<=|>=|<|>|(?:not\\s+)?(?:memberOf|contains)\\b)\\s*(" + VALUE + ")");
  private static final Pattern CHOICE =
      Pattern.compile("(\\w+)\\s*((?:not\\s+)?in)\\s*\\(\\s*(" + VALUES + ")\\s*\\)");
  private static final Pattern CALL =
      Pattern.compile("(\\w+)(\\s*\\.\\s*\\w+)?\\s*\\(\\s*(|" + VALUES + ")\\s*\\)");
  private static final Map<String, String> FLIPPED =
      Map.ofEntries(
          Map.entry("==", "!="),
          Map.entry("!=", "=="),
          Map.entry("<", ">="),
          Map.entry(">=", "<"),
          Map.entry(">", "<="),
          Map.entry("<=", ">"),
          Map.entry("in", "not in"),
          Map.entry("not in", "in"),
          Map.entry("memberOf", "not memberOf"),
          Map.entry("not memberOf", "memberOf"),
          Map.entry("contains", "not contains"),
          Map.entry("not contains", "contains"));
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern ONE_VALUE = Pattern.compile(VALUE);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /** Reads a condition. */
  public static Condition read(String text) {
    String rest = text.strip();
    String binding = "";
    Matcher bound = BINDING.matcher(rest);
    if (bound.matches()) {
      binding = bound.group(1);
      rest = bound.group(2).strip();
    }
    for (Pattern form : List.of(COMPARISON, CHOICE)) {
      Matcher comparison = form.matcher(rest);
      if (comparison.matches()) {
        String operator = comparison.group(2).replaceAll("\\s+", " ");
        return new Condition(
            text, binding, comparison.group(1), operator, values(comparison.group(3)));
      }
    }
    Matcher call = CALL.matcher(rest);
    if (call.matches()) {
      String operator = call.group(2) == null ? "()" : call.group(2).replaceAll("\\s+", "");
      return new Condition(text, binding, call.group(1), operator, values(call.group(3)));
    }
    if (!binding.isEmpty() && NAME.matcher(rest).matches()) {
      return new Condition(text, binding, rest, "", List.of());
    }
    return new Condition(text, binding, "", null, List.of());
  }

  private static List<String> values(String text) {
    return ONE_VALUE.matcher(text).results().map(result -> result.group()).toList();
  }

  /** Returns whether it says that the component is known, and nothing else. */
  public boolean saysKnown() {
    return "!=".equals(operator) && values.equals(List.of("null"));
  }

  /** Returns whether it matches also where the component is unknown. */
  public boolean matchesUnknown() {
    return operator != null
        && !saysKnown()
        && Set.of("!=", "not in", "not memberOf", "not contains").contains(operator);
  }

  /** Returns whether it is a call on a component, which fails where the component is unknown. */
  public boolean calls() {
    return operator != null && operator.startsWith(".");
  }

  /** Returns whether it is a call on the fact itself. */
  public boolean callsFact() {
    return "()".equals(operator);
  }

  /** Returns the variables to the right, without their {@code $}. */
  public List<String> variables() {
    return values.stream()
        .filter(value -> value.startsWith("$"))
        .map(value -> value.substring(1))
        .toList();
  }

  /** Returns the texts in quotes to the right, as they are meant: without escapes. */
  public List<String> texts() {
    return values.stream()
        .filter(value -> value.startsWith("\""))
        .map(value -> ESCAPE.matcher(value.substring(1, value.length() - 1)).replaceAll("$1"))
        .toList();
  }

  /** Returns whether it demands something and does not only bind a variable. */
  public boolean demands() {
    return operator != null
        && !operator.isEmpty()
        && !(callsFact() && values.isEmpty())
        && !((calls() || callsFact()) && !binding.isEmpty());
  }

  /** Returns its text on one line. */
  public String line() {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** Returns the binding without the demand; nothing where it binds no variable. */
  public Optional<Condition> bindingAlone() {
    return binding.isEmpty()
        ? Optional.empty()
        : Optional.of(read("$" + binding + " : " + component));
  }

  /** Returns the condition that matches what is known and does not match this one. */
  public Condition negated() {
    String bound = binding.isEmpty() ? "" : "$" + binding + " : ";
    String value = String.join(", ", values);
    String flipped = FLIPPED.get(String.valueOf(operator));
    if (flipped == null) {
      return read(line() + " == false");
    }
    return read(
        bound
            + component
            + " "
            + flipped
            + " "
            + (flipped.endsWith("in") ? "( " + value + " )" : value));
  }
}
