package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.fault.Source;
import java.util.Map;

/**
 * Where a thing was read.
 *
 * @param whole where it begins
 * @param components where each component was read, by its name; {@code whole} for the others
 */
record Places(Source whole, Map<String, Source> components) {

  Source of(Address address) {
    Source own = address.component().map(components::get).orElse(null);
    return own == null ? whole : own;
  }
}
