package dev.mabsplan.engine.session;

import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a pack can't be carried out over the facts at hand. The planner is none the worse for
 * it: other facts are planned as before.
 */
public final class RuleFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  RuleFailedException(Fault fault, Throwable cause) {
    super(fault.message(), cause);
    this.fault = fault;
  }

  private RuleFailedException(Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  /** Rules fired and fired. */
  static RuleFailedException endless(int firings, Optional<RuleOutline> last) {
    return new RuleFailedException(
        new Fault(
            "rules that come to rest",
            firings + " firings, the last of rule " + last.map(RuleOutline::id).orElse("unknown"),
            last.map(RuleFailedException::source).orElse(null),
            "join its patterns, or derive fewer problems from problems"));
  }

  /** A rule would match too much at once. */
  static RuleFailedException tooMany(RuleOutline rule, String matches) {
    return new RuleFailedException(
        new Fault(
            "patterns of rule " + rule.id() + " that match little at once",
            matches,
            source(rule),
            "name what is meant in all of them but one, such as name == \"…\""));
  }

  /** Returns what an exception of the rule engine means; that of anybody else as it is. */
  static RuntimeException of(RuntimeException thrown, Collection<RuleOutline> rules) {
    if (!thrown.getClass().getName().startsWith("org.")) {
      return thrown;
    }
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = String.valueOf(thrown.getMessage());
    Optional<RuleOutline> rule =
        rules.stream().filter(one -> said.contains('"' + one.name() + '"')).findFirst();
    return new RuleFailedException(
        new Fault(
            "conditions that can be asked of these facts",
            rule.map(one -> "rule " + one.id() + ": ").orElse("") + cause.getMessage(),
            rule.map(RuleFailedException::source).orElse(null),
            null),
        thrown);
  }

  private static Source source(RuleOutline rule) {
    return Source.of(rule.file(), rule.line());
  }

  /** Returns the faults, as other exceptions have several. */
  public List<Fault> faults() {
    return List.of(fault);
  }
}
