package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.engine.session.WrittenRules;
import dev.mabsplan.facts.fault.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Packs that fit together, and what their rules say; only the compiler may still refuse them.
 *
 * @param packs the packs, sorted by id
 * @param rules what their rules say
 */
public record CheckedPacks(List<RulePack> packs, WrittenRules rules) {

  /**
   * Checks packs that are to work together.
   *
   * @throws InvalidPackException with all that is wrong with them, by file and line
   */
  public static CheckedPacks of(Collection<RulePack> packs) {
    List<RulePack> sorted = Lint.inOrder(packs);
    WrittenRules rules = WrittenRules.of(sorted);
    List<Fault> faults = new ArrayList<>();
    Lint.refused(sorted, rules, faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(Lint.sorted(faults));
    }
    return new CheckedPacks(sorted, rules);
  }

  /**
   * Compiles the rules.
   *
   * @throws InvalidPackException with all that the compiler says is wrong with them, by file and
   *     line
   */
  public RuleBase compiled() {
    try {
      return RuleBase.compile(packs, rules);
    } catch (InvalidPackException e) {
      throw new InvalidPackException(Lint.sorted(e.faults()));
    }
  }
}
