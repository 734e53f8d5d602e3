package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.Reason;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says why a remedy must be left out. Where it is left out for several servers, everything that is
 * said must hold for one of them.
 */
public final class ExclusionAssert {

  private final PlanAssert plan;
  private final PlanOutline outline;
  private final String remedy;
  private final String said;
  private final List<Excluded> left;

  ExclusionAssert(
      PlanAssert plan, PlanOutline outline, String remedy, String said, List<Excluded> left) {
    this.plan = plan;
    this.outline = outline;
    this.remedy = remedy;
    this.said = said;
    this.left = left;
  }

  /** It would be done on or about this server. */
  public ExclusionAssert on(String server) {
    return narrow("on " + server, excluded -> excluded.server().equals(server));
  }

  /** It is left out with this verdict. */
  public ExclusionAssert as(Excluded.Verdict verdict) {
    return narrow("as " + Kebab.word(verdict), excluded -> excluded.verdict() == verdict);
  }

  /** These rules are among its reasons, as {@code topic/rule}; returns to the plan. */
  public PlanAssert forReason(String... rules) {
    return narrow(
            "because of " + PlanOutline.names(List.of(rules)),
            excluded ->
                excluded.reasons().stream().map(Reason::rule).toList().containsAll(List.of(rules)))
        .and();
  }

  /** Returns to the plan. */
  public PlanAssert and() {
    return plan;
  }

  private ExclusionAssert narrow(String more, Predicate<Excluded> holds) {
    List<Excluded> those = left.stream().filter(holds).toList();
    String all = said + ", " + more;
    if (those.isEmpty()) {
      throw outline.failure(remedy + " left out" + all, outline.of(remedy));
    }
    return new ExclusionAssert(plan, outline, remedy, all, those);
  }
}
