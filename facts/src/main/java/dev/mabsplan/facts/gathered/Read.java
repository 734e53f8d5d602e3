package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.fault.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something added to a builder.
 *
 * @param source where it was read; null where it was not read from anywhere
 * @param components where each component was read, by its name; {@code source} for the others
 */
record Read<T>(T value, @Nullable Source source, Map<String, Source> components) {

  Read {
    components = Map.copyOf(components);
  }

  @Nullable Source at(String component) {
    Source own = components.get(component);
    return own == null ? source : own;
  }

  <U> Read<U> with(U other) {
    return new Read<>(other, source, components);
  }
}
