package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.shape.Spelling;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one of what was said of one thing, and keeps where it was read. */
final class Merging {

  private final Checks checks;
  private final Map<Address, Places> places = new HashMap<>();

  Merging(Checks checks) {
    this.checks = checks;
  }

  /** Returns where things were read. */
  Map<Address, Places> places() {
    return places;
  }

  /** Merges what was said of one thing; equal or unknown values are no contradiction. */
  @SuppressWarnings("unchecked")
  <T> T merge(Address address, List<Read<T>> reads) {
    keepPlaces(address, reads);
    Record first = (Record) reads.get(0).value();
    if (reads.size() == 1) {
      return (T) first;
    }
    RecordShape shape = RecordShape.of(first.getClass());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = merged(address, shape.components().get(i), reads);
    }
    return (T) shape.create(values);
  }

  private <T> @Nullable Object merged(
      Address address, RecordShape.Component component, List<Read<T>> reads) {
    Object value = null;
    Read<T> from = null;
    for (Read<T> read : reads) {
      Object other = component.value((Record) read.value());
      if (value == null || from == null) {
        value = other;
        from = read;
      } else if (value instanceof Set<?> set && other instanceof Set<?> more) {
        value = union(set, more);
      } else if (other != null && same(value, other)) {
        // of two spellings of one value the one that does not depend on the order
        value = value.toString().compareTo(other.toString()) <= 0 ? value : other;
      } else if (other != null) {
        checks.fault(
            "one value for " + address.component(component.name()),
            written(value)
                + Checks.at(from.at(component.name()))
                + " and "
                + written(other)
                + Checks.at(read.at(component.name())),
            read.at(component.name()),
            "leave out the one that no longer holds");
      }
    }
    return value;
  }

  private static Set<Object> union(Collection<?> some, Collection<?> more) {
    Set<Object> union = new HashSet<>(some);
    union.addAll(more);
    return union;
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof String left && b instanceof String right) {
      return Spelling.fold(left).equals(Spelling.fold(right));
    }
    return a.equals(b);
  }

  /** Keeps where a thing and its components were read; where it was read twice, the first place. */
  <T> void keepPlaces(Address address, List<Read<T>> reads) {
    if (reads.size() == 1) {
      Read<T> only = reads.get(0);
      if (only.source() != null) {
        places.put(address, new Places(only.source(), only.components()));
      }
      return;
    }
    Source whole = null;
    Map<String, Source> components = new HashMap<>();
    Set<String> knownBefore = new HashSet<>();
    for (Read<T> read : reads) {
      boolean first = whole == null;
      if (first && read.source() != null) {
        whole = read.source();
        components.putAll(read.components());
      }
      Record value = (Record) read.value();
      for (RecordShape.Component component : RecordShape.of(value.getClass()).components()) {
        Source own = read.source() == null || first ? null : read.at(component.name());
        if (component.known(value) && knownBefore.add(component.name()) && own != null) {
          components.putIfAbsent(component.name(), own);
        }
      }
    }
    if (whole != null) {
      places.put(address, new Places(whole, Map.copyOf(components)));
    }
  }

  /** Returns where a component was read, if anywhere. */
  @Nullable Source sourceOf(Address component) {
    Places read = places.get(component.whole());
    return read == null ? null : read.of(component);
  }

  private static String written(Object value) {
    if (value instanceof Enum<?> constant) {
      return Camel.word(constant);
    }
    return value instanceof String text ? Fault.quote(text) : value.toString();
  }
}
