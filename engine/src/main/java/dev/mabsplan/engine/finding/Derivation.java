package dev.mabsplan.engine.finding;

import java.util.List;
import java.util.Map;

/**
 * A finding and what it was derived from.
 *
 * @param finding what was derived
 * @param rule topic and name of the rule, such as {@code replica/vss-disabled}
 * @param facts the facts that matched
 * @param bindings the values the rule bound, by the name of the variable without its {@code $}
 */
public record Derivation(
    Finding finding, String rule, List<FactCited> facts, Map<String, Object> bindings) {

  /** What was derived, and by which rule, tells nearly all apart. */
  @Override
  public int hashCode() {
    return 31 * finding.hashCode() + rule.hashCode();
  }
}
