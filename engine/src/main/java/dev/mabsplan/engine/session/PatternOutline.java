package dev.mabsplan.engine.session;

import java.util.List;

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
record PatternOutline(
    String type, String binding, Role role, int line, List<Condition> conditions) {

  /** How a pattern stands in a rule. */
  enum Role {
    /** Matches, and can be cited. */
    MATCHED,
    /** Stands under {@code exists}. */
    EXISTS,
    /** Stands under {@code not}. */
    NEGATED
  }
}
