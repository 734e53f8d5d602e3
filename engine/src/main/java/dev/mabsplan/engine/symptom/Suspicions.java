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

  private final Report report;
  private final Repertoire repertoire;
  private final SpokenTerms spoken;
  private final Circumstances circumstances;
  private final Quotations quotations;
  private final Told told;
  private final WhatWasDone whatWasDone;
  private final CatalogueCodes codes;
  private final Owners owners;

  Suspicions(
      Report report,
      Repertoire repertoire,
      SpokenTerms spoken,
      Circumstances circumstances,
      Quotations quotations,
      Told told,
      WhatWasDone whatWasDone,
      CatalogueCodes codes,
      Owners owners) {
    this.report = report;
    this.repertoire = repertoire;
    this.spoken = spoken;
    this.circumstances = circumstances;
    this.quotations = quotations;
    this.told = told;
    this.whatWasDone = whatWasDone;
    this.codes = codes;
    this.owners = owners;
  }

  /** Somebody who tells a story needs more than a sentence for it. */
  List<Hint> ofAll() {
    Piece whole = report.asOne();
    return whole == null ? List.of() : of(whole);
  }

  /** Returns what a part may be, the likeliest first. */
  List<Hint> of(Piece piece) {
    if (circumstances.isOfAnotherProduct(piece) || circumstances.isClosed(piece)) {
      return List.of();
    }
    Gathered gathered = new Gathered(piece);
    byNumbers(gathered);
    byMessages(gathered);
    byCatalogue(gathered);
    byWords(gathered);
    if (gathered.hints.isEmpty()
        && piece.numbers().isEmpty()
        && circumstances.isOurs(piece)
        && circumstances.isTrouble(piece)) {
      bySubject(gathered);
    }
    return gathered.hints.values().stream().limit(MOST).toList();
  }

  private void byNumbers(Gathered gathered) {
    Piece piece = gathered.piece;
    if (piece.numbers().isEmpty()) {
      return;
    }
    for (Known known : repertoire.errors().all()) {
      for (Numbered number : piece.numbers()) {
        if (known.mayBe(number)
            && (number.place() < 0 || !circumstances.isOver(piece, number))
            && !whatWasDone.isOther(known, piece)
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
        || repertoire.tellings().of(known.id()).stream()
            .anyMatch(ready -> ready.isExcluded(term -> spoken.has(piece, term)));
  }

  private void byMessages(Gathered gathered) {
    Set<Known> generic = new LinkedHashSet<>();
    for (Hit hit : quotations.genericIn(gathered.piece)) {
      if (!whatWasDone.isOther(hit.known(), gathered.piece) && generic.add(hit.known())) {
        gathered.add(hit.known().id(), hit.quote());
      }
    }
  }

  private void byCatalogue(Gathered gathered) {
    for (ErrorCode code : codes.of(gathered.piece)) {
      String said = "ID " + code.id() + ": " + code.clue();
      for (String family : code.families()) {
        gathered.add(family, said, Optional.of(code), false);
      }
    }
  }

  private void byWords(Gathered gathered) {
    Piece piece = gathered.piece;
    told.any(piece).stream()
        .filter(match -> match.whole() || nearCounts(piece, match))
        .filter(match -> (certain(match) && match.sure()) || !isOtherNumber(piece))
        .filter(match -> certain(match) || !match.sure() || circumstances.isTrouble(piece))
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
        && circumstances.isOurs(piece)
        && certain(match)
        && match.wrong() != null
        && circumstances.isTrouble(piece);
  }

  /** Whether a number says that it is an error that nobody here knows. */
  private boolean isOtherNumber(Piece piece) {
    return piece.numbers().stream()
        .filter(number -> !number.said())
        .anyMatch(
            number ->
                repertoire.errors().numbered(number.id()).stream()
                    .noneMatch(known -> known.hasNumber(number)));
  }

  private void bySubject(Gathered gathered) {
    Piece piece = gathered.piece;
    for (Subjects.Subject subject :
        repertoire.subjects().in(spoken.in(piece.passage()), piece.from(), piece.to())) {
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
      Known known = repertoire.errors().of(id);
      ServerRole affects = repertoire.affects(id);
      return new Hint(
          id,
          affects,
          repertoire.roles(id),
          owners.server(piece, affects),
          owners.dataSource(piece.text(), affects),
          List.of(because),
          known == null ? List.of() : known.wouldDecide(),
          code,
          guessed);
    }
  }
}
