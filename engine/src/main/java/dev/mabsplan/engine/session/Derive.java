package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.Evidence.Verdict;
import dev.mabsplan.engine.finding.Finding;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.facts.WindowsPath;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.Channel;
import org.kie.api.runtime.rule.RuleContext;

/**
 * What a rule can derive: the functions that DRL calls. A rule's consequence is one call of one of
 * them; it also records which rule it was and which facts matched.
 */
public final class Derive {

  /** The channel of a session that takes what is derived. */
  static final String CHANNEL = "findings";

  private Derive() {}

  /** Derives that something is wrong with a server. */
  public static void problem(RuleContext drools, String problem, String server) {
    problem(drools, problem, server, null);
  }

  /** Derives that something is wrong with a data source of a server. */
  public static void problem(
      RuleContext drools, String problem, String server, @Nullable String dataSource) {
    record(drools, new Problem(problem, server, dataSource));
  }

  /** Derives that a remedy is needed on a server. */
  public static void confirm(RuleContext drools, String remedy, String server) {
    record(drools, new Evidence(Verdict.CONFIRMED, remedy, null, server));
  }

  /** Derives that a remedy is needed for a problem. */
  public static void confirm(RuleContext drools, String remedy, Problem problem) {
    record(drools, new Evidence(Verdict.CONFIRMED, remedy, problem, null));
  }

  /** Derives that what a remedy brings about is so already on a server. */
  public static void satisfy(RuleContext drools, String remedy, String server) {
    record(drools, new Evidence(Verdict.SATISFIED, remedy, null, server));
  }

  /** Derives that what a remedy brings about is so already for a problem. */
  public static void satisfy(RuleContext drools, String remedy, Problem problem) {
    record(drools, new Evidence(Verdict.SATISFIED, remedy, problem, null));
  }

  /** Derives that a remedy does not apply on a server. */
  public static void exclude(RuleContext drools, String remedy, String server) {
    record(drools, new Evidence(Verdict.INAPPLICABLE, remedy, null, server));
  }

  /** Derives that a remedy does not apply to a problem. */
  public static void exclude(RuleContext drools, String remedy, Problem problem) {
    record(drools, new Evidence(Verdict.INAPPLICABLE, remedy, problem, null));
  }

  /** Derives that a person has to judge whether a remedy is needed on a server. */
  public static void judge(RuleContext drools, String remedy, String server) {
    record(drools, new Evidence(Verdict.OPEN, remedy, null, server));
  }

  /** Derives that a person has to judge whether a remedy is needed for a problem. */
  public static void judge(RuleContext drools, String remedy, Problem problem) {
    record(drools, new Evidence(Verdict.OPEN, remedy, problem, null));
  }

  /** Derives that one thing a remedy needs is so on a server. */
  public static void met(RuleContext drools, String remedy, String server, String item) {
    record(drools, new Need(Need.State.MET, item, remedy, null, server));
  }

  /** Derives that one thing a remedy needs is so for a problem. */
  public static void met(RuleContext drools, String remedy, Problem problem, String item) {
    record(drools, new Need(Need.State.MET, item, remedy, problem, null));
  }

  /** Derives that one thing a remedy needs is not so on a server. */
  public static void missing(RuleContext drools, String remedy, String server, String item) {
    record(drools, new Need(Need.State.MISSING, item, remedy, null, server));
  }

  /** Derives that one thing a remedy needs is not so for a problem. */
  public static void missing(RuleContext drools, String remedy, Problem problem, String item) {
    record(drools, new Need(Need.State.MISSING, item, remedy, problem, null));
  }

  /** Derives that one thing must be so on a server, of which nobody knows whether it is. */
  public static void needed(RuleContext drools, String remedy, String server, String item) {
    record(drools, new Need(Need.State.UNKNOWN, item, remedy, null, server));
  }

  /** Derives that one thing must be so for a problem, of which nobody knows whether it is. */
  public static void needed(RuleContext drools, String remedy, Problem problem, String item) {
    record(drools, new Need(Need.State.UNKNOWN, item, remedy, problem, null));
  }

  /**
   * Derives that a path a remedy needs is not as it must be on a server.
   *
   * @param folder a folder
   * @param name what is in it, or below it
   */
  public static void missing(
      RuleContext drools, String remedy, String server, String folder, String name) {
    missing(drools, remedy, server, WindowsPath.of(folder, name));
  }

  private static void record(RuleContext drools, Finding finding) {
    Channel findings = drools.getKieRuntime().getChannels().get(CHANNEL);
    Objects.requireNonNull(findings, "a session of the planner has the channel " + CHANNEL)
        .send(new Firing(drools.getRule(), drools.getMatch(), finding));
  }
}
