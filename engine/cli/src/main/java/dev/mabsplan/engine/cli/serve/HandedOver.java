package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.PackContents;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.cli.intake.Intake;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import dev.mabsplan.facts.input.Parcel;
import dev.mabsplan.facts.input.Probes;
import dev.mabsplan.facts.input.Since;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * Reads the body of a request: a facts document, or what {@code input} says: a {@code file}, the
   * {@code text} of an error, or what {@code plan --serve} has {@code found}.
   */
  static HandedOver of(Planner planner, Request request, Language language) {
    Reader reader = new Reader(planner, request);
    String input = request.parameter("input").orElse("facts");
    Intake taken =
        Case.legible(
            () ->
                switch (input) {
                  case "facts" -> reader.taken(reader.document(), Optional.empty());
                  case "file" -> reader.taken(reader.file(), Optional.empty());
                  case "text" -> reader.taken(Intake.NOTHING, Optional.of(request.body()));
                  case "found" -> reader.found();
                  default ->
                      throw new Refused(
                          400, "No such input", "input is facts, file, text or found");
                });
    return new HandedOver(Case.planned(planner, taken.facts(), language), taken.said());
  }

  private record Reader(Planner planner, Request request) {

    Imported document() {
      FactsDocument.Reading read =
          FactsDocument.reading(
              Case.DOCUMENT, new ByteArrayInputStream(request.body()), planner.messages());
      List<Remark> remarks =
          read.leftOut().stream()
              .map(left -> Remark.secret(left.source(), left.what(), left.count()))
              .toList();
      return new Imported(read.facts(), remarks, 1, Set.of());
    }

    Imported file() {
      return read(Parcel.of(request.parameter("name").orElse(Case.DOCUMENT), request.body()));
    }

    /** The error that was given beside files stands before them. */
    Intake found() {
      int length = request.length("text");
      byte[] body = request.body();
      Imported read = read(Parcel.unpacked(Arrays.copyOfRange(body, length, body.length)));
      return taken(read, length == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(body, length)));
    }

    private Imported read(Parcel parcel) {
      return Bundle.read(
          parcel,
          owner(request),
          request.parameter("since").map(HandedOver::since),
          planner.messages(),
          Probes.later(() -> contents().answers()));
    }

    Intake taken(Imported read, Optional<byte[]> text) {
      boolean redacts = request.parameter("redact").filter("true"::equals).isPresent();
      return Intake.of(
          read,
          text.map(bytes -> new Intake.Pasted(error(bytes), TEXT)),
          new Intake.Terms(
              Intake.MOST_ERRORS,
              owner(request),
              planner.messages(),
              planner::named,
              redacts ? Optional.of(this::contents) : Optional.empty()));
    }

    private ReportedError error(byte[] text) {
      ReportedError error = ReportedError.ofText(TextFile.of("text", text).text());
      return request.parameter("is").map(error::withIs).orElse(error);
    }

    private PackContents contents() {
      return Workshop.of(planner).contents();
    }
  }

  private static Since since(String text) {
    try {
      return Since.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, "No such time", "--since: " + e.getMessage());
    }
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
