package dev.mabsplan.engine.session;

/**
 * One change to a rule that some scenario should notice.
 *
 * @param id the rule and the change in words, such as {@code replica/vss-disabled: without
 *     startType == StartType.DISABLED}; the same as long as the rule is the same
 * @param rule topic and name of the rule
 * @param file the file the rule is in
 * @param line the line of the pattern that is changed or, where the rule is disabled, of the rule
 * @param kind what is done to the rule
 * @param was the condition, pattern or call that is changed; empty where the rule is disabled
 * @param becomes what stands in its place; empty where nothing does
 */
public record Mutant(
    String id, String rule, String file, int line, Kind kind, String was, String becomes) {

  /** What can be done to a rule. */
  public enum Kind {
    /** It never fires. */
    DISABLED,
    /** It does without a condition, a whole pattern, or one of several calls. */
    DROPPED,
    /** It demands the opposite of a condition, or {@code exists} for {@code not}. */
    FLIPPED
  }
}
