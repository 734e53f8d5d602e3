package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.symptom.Known.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the product's public catalogue says of the numbers of a report that no rule knows. */
final class CatalogueCodes {

  private final Repertoire repertoire;
  private final Circumstances circumstances;

  CatalogueCodes(Repertoire repertoire, Circumstances circumstances) {
    this.repertoire = repertoire;
    this.circumstances = circumstances;
  }

  /** Returns what it says of each such number of a part. */
  List<ErrorCode> of(Piece piece) {
    List<ErrorCode> codes = new ArrayList<>();
    for (Numbered number : piece.numbers()) {
      if (number.called()
          && repertoire.errors().numbered(number.id()).isEmpty()
          && !circumstances.isOver(piece, number)) {
        repertoire
            .catalogue()
            .find(number.family(), number.id(), piece.codes())
            .ifPresent(codes::add);
      }
    }
    return codes;
  }

  /** Returns the first thing that it says of some parts. */
  Optional<ErrorCode> first(List<Piece> group) {
    return group.stream().flatMap(piece -> of(piece).stream()).findFirst();
  }
}
