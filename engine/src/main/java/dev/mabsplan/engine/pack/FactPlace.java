package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.FactKind;
import java.util.List;
import java.util.Optional;

/**
 * The place of a fact on its server, as a topic writes it: {@code services[VSS].startType}. It is
 * an address without its server; its names may hold placeholders such as {@code {dataSource}}.
 *
 * @param kind the kind of fact
 * @param keys its names; none for a kind of which a server has but one fact
 * @param component the component; empty for the fact as a whole
 */
public record FactPlace(FactKind kind, List<String> keys, Optional<String> component) {

  /**
   * Reads a place.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static FactPlace parse(String text) {
    Address address = Address.parse("servers[]." + text);
    FactKind kind =
        address
            .kind()
            .orElseThrow(
                () -> new IllegalArgumentException("\"" + text + "\" names no kind of fact"));
    return new FactPlace(kind, address.keys(), address.component());
  }

  /** Returns the address of the place on a server. */
  public Address on(String server) {
    Address fact = Address.of(server, kind, keys);
    return component.map(fact::component).orElse(fact);
  }
}
