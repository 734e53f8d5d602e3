package dev.mabsplan.engine.cli.guide;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody pasted, read as {@code import} reads it. */
final class PastedOutput {

  private static final String NAME = "pasted";

  private static final Set<String> NO_NAMES =
      Set.of(
          Server.UNNAMED_BACKUP_SERVER,
          Server.UNNAMED_AGENT_SERVER,
          Server.UNNAMED_PROTECTED_SERVER);

  private final Planner planner;
  private final Dialogue dialogue;

  PastedOutput(Planner planner, Dialogue dialogue) {
    this.planner = planner;
    this.dialogue = dialogue;
  }

  /** Returns what output of a server says; nothing where it is none that can be read. */
  Optional<Facts> read(String text, Optional<Owner> owner) {
    try {
      Imported imported = planner.read(NAME, text.getBytes(StandardCharsets.UTF_8), owner);
      imported.remarks().stream()
          // whose it is was asked
          .filter(remark -> remark.kind() != Remark.Kind.ASSUMED)
          .forEach(remark -> dialogue.say(Printable.of(remark.toString())));
      return Optional.of(imported.facts());
    } catch (InvalidFactsException e) {
      return Optional.empty();
    }
  }

  /** Returns the facts with the later ones; nothing where they contradict each other. */
  Optional<Facts> merged(Facts facts, Facts later) {
    try {
      return Optional.of(facts.withNewer(later));
    } catch (InvalidFactsException e) {
      e.faults().stream().map(Fault::message).forEach(dialogue::say);
      return Optional.empty();
    }
  }

  /** Returns a text as an error that was reported, without what is secret in it. */
  ReportedError error(String text) {
    return planner.reported(text.strip());
  }

  /** Returns whose output it is, once its name is known. */
  static Optional<Owner> owner(Facts facts, String name, String asked) {
    if (name.isEmpty() || name.equals(Server.UNNAMED_AGENT_SERVER)) {
      return Optional.empty();
    }
    Optional<ServerRole> known = facts.server(name).map(Server::role).flatMap(Optional::ofNullable);
    boolean protectedOne = asked.equals(Server.UNNAMED_PROTECTED_SERVER);
    return Optional.of(
        new Owner(
            name,
            known.isEmpty() && protectedOne ? Optional.of(ServerRole.PROTECTED_SERVER) : known));
  }

  /** Returns the names of the servers that facts and plan speak of. */
  static List<String> named(Facts facts, Plan plan) {
    return Stream.concat(
            facts.servers().stream().map(Server::name),
            plan.problems().stream()
                .flatMap(problem -> Stream.of(problem.server(), problem.backupServer())))
        .filter(name -> !NO_NAMES.contains(name))
        .distinct()
        .toList();
  }
}
