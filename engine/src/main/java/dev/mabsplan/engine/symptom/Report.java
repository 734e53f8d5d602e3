package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.text.Alert;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.engine.symptom.text.Passage.Segment;
import dev.mabsplan.engine.symptom.text.Products;
import dev.mabsplan.engine.symptom.text.Reading;
import dev.mabsplan.facts.ReportedError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A reported error taken apart: each part has its numbers, codes and names, and nobody else's. */
final class Report {

  /** How far above an error its heading may stand. */
  private static final int REACH_OF_HEADING = 4;

  private final ReportedError error;
  private final IntPredicate numbers;
  private final Products products;
  private final Reading reading;
  private final @Nullable String product;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * Takes an error apart.
   *
   * @param numbers which numbers are known to be those of errors
   */
  Report(ReportedError error, IntPredicate numbers, Products products) {
    this.error = error;
    this.numbers = numbers;
    this.products = products;
    this.reading = Reading.of(error, numbers, products);
    String named = error.product();
    this.product = named == null || named.isBlank() ? null : products.family(named);
    List<Numbered> ofFields = new ArrayList<>();
    for (Reading.Numeral id : reading.ids()) {
      ofFields.add(Numbered.ofField(id.id(), product, id.found(), id.tag()));
    }
    for (int i = 0; i < reading.alerts().size(); i++) {
      takeApart(i, i == 0 ? ofFields : List.of());
    }
    if (pieces.isEmpty()) {
      addOfFields(new Alert(List.of()), ofFields);
    }
  }

  private void takeApart(int number, List<Numbered> ofFields) {
    Alert alert = reading.alerts().get(number);
    List<Numbered> first = new ArrayList<>(ofFields);
    String provider = alert.provider();
    String ofEvent = provider == null || provider.isBlank() ? product : products.family(provider);
    for (int id : alert.eventIds()) {
      first.add(Numbered.ofField(id, ofEvent, "ID " + id, false));
    }
    String family = products.quotedBy(product != null ? product : provider);
    boolean described = alert.isDescribed();
    boolean waiting = true;
    for (Passage passage : alert.passages()) {
      for (Segment segment : passage.segments()) {
        if (segment.start() == segment.end()) {
          continue;
        }
        boolean takesFirst = waiting && (passage.description() || !described);
        boolean takesFields = takesFirst && number == 0;
        waiting &= !takesFirst;
        pieces.add(
            new Piece(
                alert,
                number,
                pieces.size(),
                passage,
                segment,
                takesFirst ? first : List.of(),
                takesFields ? reading.codes() : List.of(),
                takesFields ? reading.names() : List.of(),
                family,
                products));
      }
    }
    if (waiting && !first.isEmpty()) {
      addOfFields(alert, first);
    }
  }

  /** An error of which nothing is known but numbers. */
  private void addOfFields(Alert alert, List<Numbered> ofFields) {
    Passage nothing = passage("");
    pieces.add(
        new Piece(
            alert,
            reading.alerts().indexOf(alert),
            pieces.size(),
            nothing,
            nothing.segments().get(0),
            ofFields,
            reading.codes(),
            reading.names(),
            product,
            products));
  }

  /** Returns a passage of clean text. */
  Passage passage(String clean) {
    return new Passage(clean, false, numbers);
  }

  /** Returns all that the passages say as one part, or null where there are no two of them. */
  @Nullable Piece asOne() {
    List<Passage> passages = pieces.stream().map(Piece::passage).distinct().toList();
    if (passages.size() < 2) {
      return null;
    }
    StringBuilder all = new StringBuilder();
    passages.forEach(passage -> all.append(passage.text().strip()).append('\n'));
    Passage whole = passage(all.toString());
    return new Piece(
        new Alert(List.of(whole)),
        0,
        0,
        whole,
        whole.segments().get(0),
        List.of(),
        List.of(),
        List.of(),
        product,
        products);
  }

  ReportedError error() {
    return error;
  }

  /** Returns the catalogue that its product means, or null where it names none. */
  @Nullable String product() {
    return product;
  }

  /** Returns its parts, in the order of the text. */
  List<Piece> pieces() {
    return pieces;
  }

  /** Whether it lists alerts. */
  boolean hasAlerts() {
    return reading.alerts().size() > 1;
  }

  /** Returns a part's passage, and what stands above it without being an error itself. */
  List<Passage> contextOf(Piece piece) {
    List<Passage> passages = new ArrayList<>(List.of(piece.passage()));
    int at = piece.index();
    for (int i = at - 1; i >= Math.max(0, at - REACH_OF_HEADING); i--) {
      Piece other = pieces.get(i);
      if (other.alertNumber() == piece.alertNumber()
          && !other.numbered()
          && !passages.contains(other.passage())) {
        passages.add(other.passage());
      }
    }
    return passages;
  }
}
