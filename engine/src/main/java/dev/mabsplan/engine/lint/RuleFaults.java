package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what is wrong with one rule, at its place and under its name. */
record RuleFaults(RuleOutline rule, List<Fault> faults) {

  /**
   * Takes one fault of a line of the rule; one that it inherits is said of the rule that has it.
   */
  void add(int line, String expected, String found, @Nullable String hint) {
    if (rule.inherits(line)) {
      return;
    }
    faults.add(
        new Fault(
            expected,
            found,
            Source.of(rule.file(), Math.max(1, line)),
            hint == null ? "rule " + rule.name() : "rule " + rule.name() + ": " + hint));
  }

  /** Takes one fault of the rule as a whole. */
  void add(String expected, String found, @Nullable String hint) {
    add(rule.line(), expected, found, hint);
  }
}
