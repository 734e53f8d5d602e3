package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.Likelihood;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a site's own say changed in a plan.
 *
 * @param name what the site is called
 * @param weighed remedies of the plan's steps that are weighed otherwise there
 * @param silenced rules that are switched off there and would have derived something
 * @param waived problems that are accepted there
 * @param expired waivers that hold no longer
 */
public record SiteUsed(
    String name,
    List<Weighed> weighed,
    List<Silenced> silenced,
    List<Waived> waived,
    List<Waived> expired) {

  public SiteUsed {
    weighed = List.copyOf(weighed);
    silenced = List.copyOf(silenced);
    waived = List.copyOf(waived);
    expired = List.copyOf(expired);
  }

  /**
   * A remedy that is weighed otherwise.
   *
   * @param remedy topic and name
   */
  public record Weighed(
      String remedy, Optional<Likelihood> likelihood, Optional<Effort> effort, String because) {}

  /**
   * A rule that is switched off.
   *
   * @param rule topic and name
   */
  public record Silenced(String rule, String because) {}

  /**
   * A problem that is accepted.
   *
   * @param problem topic and name
   * @param server the server it is on; none for an expired waiver of all servers
   * @param until the last day
   */
  public record Waived(String problem, Optional<String> server, LocalDate until, String because) {}

  /** Returns whether nothing of it acted and nothing of it has ended. */
  public boolean isEmpty() {
    return weighed.isEmpty() && silenced.isEmpty() && waived.isEmpty() && expired.isEmpty();
  }
}
