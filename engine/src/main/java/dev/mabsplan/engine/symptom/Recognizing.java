package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.KnownStatement;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.facts.ReportedError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The recognition of one reported error: taken apart, and each part compared with what is known.
 */
final class Recognizing {

  /** What stands behind it belongs to the error before it. */
  private static final Pattern DETAILS =
      Pattern.compile(
          "\\s*(?:error details?|feldetaljer|details?|detaljer)\\s*:", Pattern.CASE_INSENSITIVE);

  /** A name that a program gives an error. */
  private static final Pattern SYMBOLIC = Pattern.compile("\\b(?:[A-Z][a-z]{1,20}){4,12}\\b");

  private final Aspects aspects;
  private final Clues clues;
  private final Suspicions suspicions;
  private final ErrorsBeside errorsBeside;

  Recognizing(Repertoire repertoire, ReportedError error) {
    this.aspects = Aspects.of(repertoire, error);
    this.clues = new Clues(aspects);
    this.suspicions = new Suspicions(aspects);
    this.errorsBeside = new ErrorsBeside(aspects);
  }

  /**
   * Returns the errors that were reported, each with what is made of it; where a person has settled
   * what it is, that counts.
   */
  List<Understood> understood() {
    String settled = aspects.report().error().is();
    List<Understood> parts = parts();
    return settled == null ? parts : new Settled(aspects).as(settled, parts);
  }

  private List<Understood> parts() {
    Map<Piece, List<Recognition>> known = new LinkedHashMap<>();
    for (Piece piece : aspects.report().pieces()) {
      known.put(piece, clues.recognitions(piece));
    }
    Repeats.leaveOut(known);
    List<Understood> all = new ArrayList<>();
    List<Piece> unknown = new ArrayList<>();
    List<Piece> silent = new ArrayList<>();
    known.forEach(
        (piece, recognitions) -> {
          List<Said> said = said(piece);
          boolean decided = !recognitions.isEmpty() || !said.isEmpty();
          List<Hint> hints = decided ? List.of() : suspicions.of(piece);
          if (decided || !hints.isEmpty()) {
            all.add(understood(piece, recognitions, said, hints));
            all.addAll(errorsBeside.in(piece, recognitions));
          } else {
            (isError(piece) ? unknown : silent).add(piece);
          }
        });
    if (all.isEmpty() && unknown.isEmpty()) {
      return List.of(whole());
    }
    if (!unknown.isEmpty()) {
      all.addAll(grouped(unknown, all.isEmpty() ? silent : List.of()));
    }
    return List.copyOf(all);
  }

  private Understood understood(
      Piece piece, List<Recognition> recognitions, List<Said> said, List<Hint> hints) {
    Optional<ErrorCode> code =
        recognitions.isEmpty() ? aspects.codes().first(List.of(piece)) : Optional.empty();
    return new Understood(
        ErrorText.of(List.of(piece)),
        recognitions,
        said,
        hints,
        code,
        aspects.whatWasDone().in(List.of(piece)),
        hints.stream().noneMatch(Hint::guessed));
  }

  /** Returns the facts that a part states. */
  private List<Said> said(Piece piece) {
    if (aspects.circumstances().isOfAnotherProduct(piece)
        || aspects.circumstances().isClosed(piece)) {
      return List.of();
    }
    List<Said> all = new ArrayList<>();
    for (Tellings.Match match : aspects.told().stated(piece)) {
      KnownStatement statement = aspects.repertoire().statement(match.ready().of());
      if (statement != null) {
        String given = aspects.report().error().server();
        String server =
            given != null ? given : aspects.owners().namedBy(piece, match, statement.on());
        all.add(
            new Said(statement, server, match.numbers(), piece.quote(match.from(), match.to())));
      }
    }
    return all;
  }

  /** What says nothing known and has no number is one error, as far as anybody can tell. */
  private Understood whole() {
    List<Piece> pieces = aspects.report().pieces();
    List<Hint> hints = suspicions.ofAll();
    boolean explained = !hints.isEmpty() && hints.stream().noneMatch(Hint::guessed);
    return new Understood(
        ErrorText.of(pieces),
        List.of(),
        List.of(),
        hints,
        aspects.codes().first(pieces),
        aspects.whatWasDone().in(pieces),
        explained);
  }

  /**
   * An alert and its cause are one error; another item of a list, or a sentence about another
   * server, is another one.
   */
  private List<Understood> grouped(List<Piece> unknown, List<Piece> silent) {
    List<List<Piece>> groups = new ArrayList<>();
    for (Piece piece : unknown) {
      List<Piece> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && goesOn(last, piece)) {
        last.add(piece);
      } else {
        groups.add(new ArrayList<>(List.of(piece)));
      }
    }
    if (groups.size() == 1 && !silent.isEmpty()) {
      List<Piece> all = new ArrayList<>(aspects.report().pieces());
      all.removeIf(piece -> !unknown.contains(piece) && !silent.contains(piece));
      groups = List.of(all);
    }
    return groups.stream()
        .map(
            group ->
                Understood.unknown(
                    ErrorText.of(group),
                    aspects.codes().first(group),
                    aspects.whatWasDone().in(group)))
        .toList();
  }

  private static boolean goesOn(List<Piece> group, Piece piece) {
    Piece last = group.get(group.size() - 1);
    if (last.passage() != piece.passage()) {
      // what an event's fields and its description say is one error
      return last.alertNumber() == piece.alertNumber() && piece.alert().area() != null;
    }
    String named = Whose.server(piece.text(), false);
    String before = Whose.server(group.get(0).text(), false);
    return named == null || named.equals(before);
  }

  /** Whether a part that nobody knows is an error, and not what somebody tells around one. */
  private boolean isError(Piece piece) {
    boolean heads = piece.text().strip().endsWith(":") && !piece.numbered();
    if (heads || (piece.index() > 0 && DETAILS.matcher(piece.text()).lookingAt())) {
      return false;
    }
    if (piece.numbered() || !piece.names().isEmpty()) {
      return true;
    }
    Passage passage = piece.passage();
    if (piece.alert().isDescribed()) {
      return passage.description();
    }
    boolean listed = piece.alert().passages().size() > 1 || aspects.report().hasAlerts();
    return listed
        && passage.isUndivided()
        && (aspects.spoken().has(piece, aspects.repertoire().terms().failure())
            || SYMBOLIC.matcher(piece.text()).find());
  }
}
