package dev.mabsplan.engine.site;

import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A site's own say. Every piece has a reason that plans quote where it acted.
 *
 * @param name what plans call it
 * @param backupServer what the backup server is called where facts name none
 * @param remedies how remedies are weighed here
 * @param rulesOff rules that derive nothing here
 * @param waivers problems that are accepted for a time
 */
public record Site(
    String name,
    Optional<String> backupServer,
    List<Weighed> remedies,
    List<RuleOff> rulesOff,
    List<Waiver> waivers) {

  public Site {
    remedies = List.copyOf(remedies);
    rulesOff = List.copyOf(rulesOff);
    waivers = List.copyOf(waivers);
  }

  /**
   * How a remedy is weighed.
   *
   * @param remedy topic and name
   * @param likelihood how often it is what helps here; none where the pack's holds
   * @param effort how long it takes here; none where the pack's holds
   */
  public record Weighed(
      String remedy,
      Optional<Likelihood> likelihood,
      Optional<Effort> effort,
      String because,
      Source source) {}

  /**
   * A rule that derives nothing here.
   *
   * @param rule topic and name
   */
  public record RuleOff(String rule, String because, Source source) {}

  /**
   * A problem that is accepted.
   *
   * @param problem topic and name
   * @param server on which server; none where on all
   * @param until the last day of it
   */
  public record Waiver(
      String problem, Optional<String> server, String because, LocalDate until, Source source) {

    /** Returns whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
      return !day.isAfter(until);
    }

    /** Returns whether it is about a problem of a server. */
    public boolean isAbout(String id, String host) {
      return problem.equals(id) && server.map(host::equalsIgnoreCase).orElse(true);
    }
  }

  /** Returns facts in which the backup server has its name here, where they name none. */
  public Facts named(Facts facts) {
    boolean unnamed =
        facts.servers().stream()
            .anyMatch(server -> server.name().equals(Server.UNNAMED_BACKUP_SERVER));
    return backupServer
        .filter(name -> unnamed)
        .map(name -> facts.toBuilder().server(name, ServerRole.BACKUP_SERVER).build())
        .orElse(facts);
  }
}
