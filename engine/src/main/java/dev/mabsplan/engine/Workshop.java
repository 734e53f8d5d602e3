package dev.mabsplan.engine;

import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Collection;
import java.util.List;

/**
 * The inside of a planner, for those who test rules, change them and show them. Whoever wants plans
 * needs none of it, and it changes with what is inside.
 */
public final class Workshop {

  private final Planner planner;

  private Workshop(Planner planner) {
    this.planner = planner;
  }

  /** Returns the inside of a planner. */
  public static Workshop of(Planner planner) {
    return new Workshop(planner);
  }

  /**
   * Returns a planner with packs that were read before.
   *
   * @throws InvalidPackException where they are not as they must be, or there is none
   */
  public static Planner planner(Collection<RulePack> packs) {
    return Planner.of(packs);
  }

  /** Returns what the rule packs know beside their rules. */
  public PackContents contents() {
    return new PackContents(planner.knowledge());
  }

  /** Returns what the rule packs know. */
  public Knowledge knowledge() {
    return planner.knowledge();
  }

  /** Returns the rules. */
  public RuleBase rules() {
    return planner.rules();
  }

  /** Returns what may be known of each rule, sorted by topic and name. */
  public List<KnownRule> known() {
    return planner.rules().known();
  }

  /** Returns a planner that knows the same and has other rules, for seeing who misses one. */
  public Planner with(RuleBase others) {
    return planner.with(others);
  }

  /** Returns what rules see of facts: the facts themselves, and the symptoms that errors are. */
  public Collection<?> observed(Facts facts) {
    return planner.observed(facts);
  }

  /**
   * Lets the rules run over facts.
   *
   * @throws InvalidFactsException where an attempt or an error names a remedy or a problem that no
   *     pack knows
   */
  public Diagnosis diagnose(Facts facts) {
    return planner.diagnose(facts);
  }

  /**
   * Checks what the probes of the packs ask. No plan needs that: it takes time to read all samples.
   *
   * @return what is wrong, by file and line, each once
   */
  public List<Fault> checkAsked() {
    return Lint.checkAsked(planner.knowledge().packs());
  }
}
