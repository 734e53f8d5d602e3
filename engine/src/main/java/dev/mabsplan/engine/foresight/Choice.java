package dev.mabsplan.engine.foresight;

import java.util.List;
import java.util.Optional;

/**
 * One answer that a fact can give, as far as it makes a difference to rules.
 *
 * @param kind what is said
 * @param values the values that it is said with, as a facts document has them
 * @param sample a value that the fact has in this case, as a facts document has it
 */
public record Choice(Kind kind, List<String> values, String sample) {

  /** What an answer says. */
  public enum Kind {
    /** It is that value. */
    IS,
    /** It is below that value. */
    BELOW,
    /** It is that value or more. */
    FROM,
    /** It is the first value or more, and below the second. */
    BETWEEN,
    /** It is none of the values that the other answers name. */
    OTHER,
    /** It is there. */
    THERE,
    /** It is not there. */
    NOT_THERE
  }

  /** Copies the values. */
  public Choice {
    values = List.copyOf(values);
  }

  /** Returns what this and the next say together, where that is one stretch of values. */
  Optional<Choice> joined(Choice next) {
    boolean touches =
        (kind == Kind.BELOW || kind == Kind.BETWEEN)
            && (next.kind == Kind.BETWEEN || next.kind == Kind.FROM)
            && values.get(values.size() - 1).equals(next.values.get(0));
    if (!touches || (kind == Kind.BELOW && next.kind == Kind.FROM)) {
      return Optional.empty();
    }
    if (kind == Kind.BELOW) {
      return Optional.of(new Choice(Kind.BELOW, List.of(next.values.get(1)), sample));
    }
    return Optional.of(
        next.kind == Kind.FROM
            ? new Choice(Kind.FROM, List.of(values.get(0)), sample)
            : new Choice(Kind.BETWEEN, List.of(values.get(0), next.values.get(1)), sample));
  }

  /** Returns the answer that it is a value. */
  public static Choice is(String value) {
    return new Choice(Kind.IS, List.of(value), value);
  }
}
