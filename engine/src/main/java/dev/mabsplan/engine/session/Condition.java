package dev.mabsplan.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a pattern, such as {@code $free : freeBytes}, {@code name == "VSS"} or {@code
 * version.isBelow("2.0.9249.0")}.
 *
 * @param text as it is written
 * @param binding the variable that is bound, without its {@code $}; empty where none is
 * @param component the component or, for a call on the fact itself, the method
 * @param operator the operator; {@code .method} for a call on a component, {@code ()} for one on
 *     the fact itself; empty for a binding alone; null where the condition has no form that rules
 *     may use
 * @param value what stands to the right
 */
record Condition(
    String text, String binding, String component, @Nullable String operator, String value) {

  private static final Pattern BINDING = Pattern.compile("\\$(\\w+)\\s*:\\s*(.*)", Pattern.DOTALL);
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(\\w+)\\s*(==|!=|<=|>=|<|>|not\\s+in\\b|in\\b|not\\s+memberOf\\b|memberOf\\b|not\\s+contains\\b|contains\\b)\\s*(.*)",
          Pattern.DOTALL);
  private static final Pattern CALL =
      Pattern.compile("(\\w+)(?:\\s*\\.\\s*(\\w+))?\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern SEVERAL =
      Pattern.compile("&&|\\|\\||\\bmatches\\b|\\bsoundslike\\b|\\bstr\\s*\\[|\\beval\\s*\\(");

  /** Reads a condition. */
  static Condition read(String text) {
    String rest = text.strip();
    String binding = "";
    Matcher bound = BINDING.matcher(rest);
    if (bound.matches()) {
      binding = bound.group(1);
      rest = bound.group(2).strip();
    }
    String bare = TEXT.matcher(rest).replaceAll("\"\"");
    if (SEVERAL.matcher(bare).find()) {
      return new Condition(text, binding, "", null, "");
    }
    Matcher comparison = COMPARISON.matcher(rest);
    if (comparison.matches()) {
      String operator = comparison.group(2).replaceAll("\\s+", " ");
      return new Condition(
          text, binding, comparison.group(1), operator, comparison.group(3).strip());
    }
    Matcher call = CALL.matcher(rest);
    if (call.matches()) {
      return call.group(2) == null
          ? new Condition(text, binding, call.group(1), "()", call.group(3).strip())
          : new Condition(text, binding, call.group(1), "." + call.group(2), call.group(3).strip());
    }
    if (NAME.matcher(rest).matches()) {
      return new Condition(text, binding, rest, "", "");
    }
    return new Condition(text, binding, "", null, "");
  }

  /** Returns whether it matches also where the component is unknown. */
  boolean matchesUnknown() {
    return operator != null
        && ((operator.equals("!=") && !value.equals("null"))
            || Set.of("not in", "not memberOf", "not contains").contains(operator));
  }

  /** Returns whether it is a call on a component, which fails where the component is unknown. */
  boolean calls() {
    return operator != null && operator.startsWith(".");
  }

  /** Returns the texts in quotes to the right. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    Matcher matcher = TEXT.matcher(value);
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }
}
