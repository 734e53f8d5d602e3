package dev.mabsplan.engine.finding;

import dev.mabsplan.facts.gathered.Address;

/**
 * A fact that a reason rests on.
 *
 * @param address where it stands
 * @param value its value, as the document writes it
 */
public record FactCited(Address address, String value) implements Comparable<FactCited> {

  @Override
  public int compareTo(FactCited other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : value.compareTo(other.value);
  }
}
