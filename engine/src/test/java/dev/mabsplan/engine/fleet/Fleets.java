package dev.mabsplan.engine.fleet;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Small plans of a fleet. */
final class Fleets {

  private Fleets() {}

  static Known known(String key, List<ShortPlan.Problem> problems, ShortPlan.Step... steps) {
    return new Known(
        key,
        "d".repeat(32),
        "a".repeat(32),
        new ShortPlan(Language.ENGLISH, problems, List.of(steps), 0));
  }

  static ShortPlan.Problem problem(String server, Severity severity) {
    return new ShortPlan.Problem(
        "online/way-closed", "the way to Azure is closed", server, Optional.empty(), severity);
  }

  static ShortPlan.Step step(String remedy, String server, int minutes, Status status) {
    return step(remedy, server, minutes, status, Risk.REVERSIBLE, Step.Kind.REMEDY);
  }

  static ShortPlan.Step step(
      String remedy, String server, int minutes, Status status, Risk risk, Step.Kind kind) {
    return new ShortPlan.Step(
        "1",
        remedy + "@" + server,
        kind,
        remedy,
        "Do " + remedy,
        server,
        status,
        List.of(1),
        minutes,
        risk);
  }

  /** A server behind a backup server whose firewall needs a rule. */
  static Known behindFirewall(String server) {
    return known(
        server.toLowerCase(Locale.ROOT) + ",mabs01",
        List.of(problem(server, Severity.HIGH)),
        step("online/open-firewall", "MABS01", 20, Status.CONFIRMED),
        step("online/let-agent-start", server, 1, Status.TRY));
  }

  static List<Known> behindFirewall(int servers) {
    List<Known> all = new ArrayList<>();
    for (int i = 1; i <= servers; i++) {
      all.add(behindFirewall("FS%02d".formatted(i)));
    }
    return all;
  }
}
