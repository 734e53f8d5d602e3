package dev.mabsplan.engine.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call in the consequence of a rule.
 *
 * @param function what it derives, such as {@code problem} or {@code confirm}
 * @param target id of the problem or remedy it speaks of
 * @param arguments what else it hands over: variables with their {@code $}, constants in quotes
 */
public record Call(String function, String target, List<String> arguments) {

  /** Returns whether it derives that something is wrong. */
  public boolean isProblem() {
    return function.equals("problem");
  }

  /** Returns what a constant in quotes stands for. */
  public static String text(String constant) {
    return constant.substring(1, constant.length() - 1).replace("\\\\", "\\");
  }

  /** Returns the call as a rule says it. */
  public String text() {
    return Stream.concat(Stream.of("\"" + target + "\""), arguments.stream())
        .collect(Collectors.joining(", ", function + "( ", " )"));
  }

  /** Returns the call in DRL. */
  public String drl() {
    return Stream.concat(Stream.of("drools", "\"" + target + "\""), arguments.stream())
        .collect(Collectors.joining(", ", function + "( ", " );"));
  }
}
