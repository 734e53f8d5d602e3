package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.PastedError;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.Remark;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import dev.mabsplan.facts.input.Probes;
import dev.mabsplan.facts.input.Since;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody hands over for a plan, read as the command {@code plan} reads it.
 *
 * @param at the case that it makes
 * @param remarks what was not understood of it, or left out
 */
record HandedOver(Case at, List<String> remarks) {

  private static final String TEXT = "--text";

  HandedOver {
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads the body of a request: a facts document, or what {@code input} says, a {@code file} or
   * the {@code text} of an error.
   */
  static HandedOver of(Planner planner, Request request, Language language) {
    String input = request.parameter("input").orElse("facts");
    return switch (input) {
      case "facts" -> new HandedOver(Case.of(planner, request.body(), language), List.of());
      case "file" -> file(planner, request, language);
      case "text" -> text(planner, request, language);
      default -> throw new Refused(400, "No such input", "input is facts, file or text");
    };
  }

  private static HandedOver file(Planner planner, Request request, Language language) {
    Optional<Since> since = request.parameter("since").map(HandedOver::since);
    Imported imported =
        Case.legible(
            () ->
                Bundle.read(
                    request.parameter("name").orElse(Case.DOCUMENT),
                    request.body(),
                    owner(request),
                    since,
                    planner.messages(),
                    Probes.later(() -> Workshop.of(planner).contents().answers())));
    return new HandedOver(
        Case.of(planner, imported.facts(), language),
        imported.remarks().stream().map(Remark::toString).toList());
  }

  private static Since since(String text) {
    try {
      return Since.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, "No such time", "--since: " + e.getMessage());
    }
  }

  private static HandedOver text(Planner planner, Request request, Language language) {
    ReportedError error = ReportedError.ofText(new String(request.body(), StandardCharsets.UTF_8));
    PastedError pasted =
        PastedError.of(
            request.parameter("is").map(error::withIs).orElse(error), TEXT, planner.messages());
    Facts.Builder facts = Facts.builder();
    Optional<Owner> owner = owner(request);
    Facts all =
        Case.legible(
            () ->
                owner
                    .map(whose -> whose.with(facts, pasted.error()))
                    .orElseGet(() -> facts.error(pasted.error()))
                    .build());
    return new HandedOver(
        Case.of(planner, all, language), pasted.remarks().stream().map(Remark::toString).toList());
  }

  private static Optional<Owner> owner(Request request) {
    return owner(request, Facts.builder().build());
  }

  /** Whose output it is, as NAME or NAME:ROLE, where it does not say so itself. */
  static Optional<Owner> owner(Request request, Facts facts) {
    return request
        .parameter("server")
        .map(
            text -> {
              String[] parts = text.split(":", 2);
              String name = parts[0].strip();
              Optional<ServerRole> role =
                  parts.length > 1
                      ? Optional.of(role(parts[1].strip()))
                      : facts.server(name).map(Server::role).flatMap(Optional::ofNullable);
              return new Owner(name, role);
            });
  }

  private static ServerRole role(String word) {
    return Arrays.stream(ServerRole.values())
        .filter(role -> role.name().replace("_", "").equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () -> new Refused(400, "No such role", "backupServer, agentServer or protectedServer"));
  }
}
