package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import dev.mabsplan.facts.ServerRole;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a part of a report may be, where nothing in it decides. */
final class Suspicions {

  /** An expert asks about no more than these first. */
  private static final int MOST = 3;

  private final Aspects aspects;

  Suspicions(Aspects aspects) {
    this.aspects = aspects;
  }

  /** Somebody who tells a story needs more than a sentence for it. */
  List<Hint> ofAll() {
    Piece whole = aspects.report().asOne();
    return whole == null ? List.of() : of(whole);
  }

  /** Returns what a part may be, the likeliest first. */
  List<Hint> of(Piece piece) {
    if (aspects.circumstances().isOfAnotherProduct(piece)
        || aspects.circumstances().isClosed(piece)) {
      return List.of();
    }
    Gathered gathered = new Gathered(piece);
    byNumbers(gathered);
    byMessages(gathered);
    byCatalogue(gathered);
    byWords(gathered);
    if (gathered.hints.isEmpty()
        && piece.numbers().isEmpty()
        && aspects.circumstances().isOurs(piece)
        && aspects.circumstances().isTrouble(piece)) {
      bySubject(gathered);
    }
    return gathered.hints.values().stream().limit(MOST).toList();
  }

  private void byNumbers(Gathered gathered) {
    Piece piece = gathered.piece;
    if (piece.numbers().isEmpty()) {
      return;
    }
    for (Known known : aspects.repertoire().errors().all()) {
      for (Numbered number : piece.numbers()) {
        if (known.mayBe(number)
            && (number.place() < 0 || !aspects.circumstances().isOver(piece, number))
            && !aspects.whatWasDone().isOther(known, piece)
            && !isOtherwiseTold(known, piece)) {
          gathered.add(known.id(), number.found());
          break;
        }
      }
    }
  }

  /** Whether a code or a word says that a generic number stands for another error here. */
  private boolean isOtherwiseTold(Known known, Piece piece) {
    boolean otherCode =
        !known.codes().isEmpty()
            && !piece.codes().isEmpty()
            && piece.codes().stream().noneMatch(known.codes()::contains);
    return otherCode
        || aspects.repertoire().tellings().of(known.id()).stream()
            .anyMatch(ready -> ready.isExcluded(term -> aspects.spoken().has(piece, term)));
  }

  private void byMessages(Gathered gathered) {
    Set<Known> generic = new LinkedHashSet<>();
    for (Hit hit : aspects.quotations().genericIn(gathered.piece)) {
      if (!aspects.whatWasDone().isOther(hit.known(), gathered.piece) && generic.add(hit.known())) {
        gathered.add(hit.known().id(), hit.quote());
      }
    }
  }

  private void byCatalogue(Gathered gathered) {
    for (ErrorCode code : aspects.codes().of(gathered.piece)) {
      String said = "ID " + code.id() + ": " + code.clue();
      for (String family : code.families()) {
        gathered.add(family, said, Optional.of(code), false);
      }
    }
  }

  private void byWords(Gathered gathered) {
    Piece piece = gathered.piece;
    aspects.told().any(piece).stream()
        .filter(match -> match.whole() || nearCounts(piece, match))
        .filter(match -> (certain(match) && match.sure()) || !isOtherNumber(piece))
        .filter(
            match -> certain(match) || !match.sure() || aspects.circumstances().isTrouble(piece))
        .sorted(
            Comparator.comparing((Tellings.Match match) -> !match.whole())
                .thenComparing(match -> -match.places().size())
                .thenComparing(match -> match.to() - match.from())
                .thenComparing(match -> match.ready().of()))
        .forEach(match -> gathered.add(match.ready().of(), piece.quote(match.from(), match.to())));
  }

  private static boolean certain(Tellings.Match match) {
    return match.ready().telling().certain();
  }

  /** All but one of the words count where it is about a backup and no number says otherwise. */
  private boolean nearCounts(Piece piece, Tellings.Match match) {
    return piece.numbers().isEmpty()
        && aspects.circumstances().isOurs(piece)
        && certain(match)
        && match.wrong() != null
        && aspects.circumstances().isTrouble(piece);
  }

  /** Whether a number says that it is an error that nobody here knows. */
  private boolean isOtherNumber(Piece piece) {
    return piece.numbers().stream()
        .filter(number -> !number.said())
        .anyMatch(
            number ->
                aspects.repertoire().errors().numbered(number.id()).stream()
                    .noneMatch(known -> known.hasNumber(number)));
  }

  private void bySubject(Gathered gathered) {
    Piece piece = gathered.piece;
    for (Subjects.Subject subject :
        aspects
            .repertoire()
            .subjects()
            .in(aspects.spoken().in(piece.passage()), piece.from(), piece.to())) {
      for (Found place : subject.places()) {
        gathered.add(subject.id(), piece.words(place.from(), place.to()), Optional.empty(), true);
      }
    }
  }

  /** The hints of one part, in the order in which something first spoke for each. */
  private final class Gathered {
    private final Piece piece;
    private final Map<String, Hint> hints = new LinkedHashMap<>();

    Gathered(Piece piece) {
      this.piece = piece;
    }

    void add(String id, String because) {
      add(id, because, Optional.empty(), false);
    }

    void add(String id, String because, Optional<ErrorCode> code, boolean guessed) {
      Hint known = hints.get(id);
      hints.put(id, known == null ? hint(id, because, code, guessed) : known.and(because, guessed));
    }

    private Hint hint(String id, String because, Optional<ErrorCode> code, boolean guessed) {
      Known known = aspects.repertoire().errors().of(id);
      ServerRole affects = aspects.repertoire().affects(id);
      return new Hint(
          id,
          affects,
          aspects.repertoire().roles(id),
          aspects.owners().server(piece, affects),
          aspects.owners().dataSource(piece.text(), affects),
          List.of(because),
          known == null ? List.of() : known.wouldDecide(),
          code,
          guessed);
    }
  }
}
