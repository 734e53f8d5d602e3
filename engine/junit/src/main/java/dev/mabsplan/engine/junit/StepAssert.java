package dev.mabsplan.engine.junit;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says what a step must be. Where several steps of a plan have the remedy, everything that is said
 * must hold for one of them.
 */
public final class StepAssert {

  private final PlanAssert plan;
  private final PlanOutline outline;
  private final String remedy;
  private final String said;
  private final List<Step> left;

  StepAssert(PlanAssert plan, PlanOutline outline, String remedy, String said, List<Step> left) {
    this.plan = plan;
    this.outline = outline;
    this.remedy = remedy;
    this.said = said;
    this.left = left;
  }

  /** It is done on or about this server. */
  public StepAssert isOn(String server) {
    return narrow("on " + server, step -> step.server().equals(server));
  }

  /** It is done for this data source. */
  public StepAssert isFor(String dataSource) {
    return narrow(
        "for " + dataSource, step -> step.dataSource().filter(dataSource::equals).isPresent());
  }

  /** It has this number, such as {@code 2}, or {@code 2b} among alternatives. */
  public StepAssert hasNumber(String number) {
    return narrow("numbered " + number, step -> step.number().equals(number));
  }

  /** It is needed as surely as this. */
  public StepAssert hasStatus(Status status) {
    return narrow(Kebab.word(status), step -> step.status() == status);
  }

  /** It can break this much. */
  public StepAssert hasRisk(Risk risk) {
    return narrow("with risk " + Kebab.word(risk), step -> step.risk() == risk);
  }

  /** These items are missing, and no others. */
  public StepAssert hasItems(String... items) {
    return narrow(
        "with the items " + PlanOutline.names(List.of(items)),
        step -> step.items().equals(List.of(items)));
  }

  /** These rules are among its reasons, as {@code topic/rule}. */
  public StepAssert because(String... rules) {
    return narrow(
        "because of " + PlanOutline.names(List.of(rules)),
        step -> step.reasons().stream().map(Reason::rule).toList().containsAll(List.of(rules)));
  }

  /**
   * This fact is among those that its reasons rest on.
   *
   * @param fact its address, such as {@code servers[FS01].services[VSS].startType}
   * @throws IllegalArgumentException where that is no address
   */
  public StepAssert restsOn(String fact) {
    Address address = Address.parse(fact);
    return narrow(
        "resting on " + address,
        step ->
            step.reasons().stream()
                .flatMap(reason -> reason.facts().stream())
                .anyMatch(cited -> cited.address().equals(address)));
  }

  /** Returns to the plan. */
  public PlanAssert and() {
    return plan;
  }

  private StepAssert narrow(String more, Predicate<Step> holds) {
    List<Step> those = left.stream().filter(holds).toList();
    String all = said + ", " + more;
    if (those.isEmpty()) {
      throw outline.failure("a step " + remedy + all, outline.of(remedy));
    }
    return new StepAssert(plan, outline, remedy, all, those);
  }
}
