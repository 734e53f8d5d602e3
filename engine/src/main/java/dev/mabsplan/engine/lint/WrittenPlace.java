package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.InvalidAddressException;
import java.util.Collection;
import java.util.Optional;

/** The place of a fact as a pack writes it. */
final class WrittenPlace {

  private WrittenPlace() {}

  /**
   * Reads a place.
   *
   * @param expected what it is the place of
   * @param faults takes what is wrong with it
   */
  static Optional<FactPlace> of(
      String expected, String text, Source source, Collection<Fault> faults) {
    try {
      return Optional.of(FactPlace.parse(text));
    } catch (InvalidAddressException e) {
      faults.add(new Fault(expected, '"' + text + '"', source, FactPlace.advice(e)));
      return Optional.empty();
    }
  }
}
