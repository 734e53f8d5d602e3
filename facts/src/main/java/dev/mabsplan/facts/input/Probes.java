package dev.mabsplan.facts.input;

import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.format.NamesReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands of which it is known what their answers mean, and the names in those. */
@FunctionalInterface
public interface Probes {

  /** Knows none: every answer is read as what it looks like. */
  Probes NONE = List::of;

  /** Returns all of them. */
  Collection<Probe> all();

  /** Returns what names in answers stand for. */
  default KnownNames names() {
    return NamesReader.SHIPPED;
  }

  /** Returns probes that somebody is asked for once they are needed. */
  static Probes later(Supplier<Probes> probes) {
    return new Probes() {
      @Override
      public Collection<Probe> all() {
        return probes.get().all();
      }

      @Override
      public KnownNames names() {
        return probes.get().names();
      }
    };
  }

  /** Returns the one that is called so. */
  default Optional<Probe> named(String id) {
    return all().stream().filter(probe -> probe.id().equals(id)).findFirst();
  }

  /** Returns the one whose command was typed, to the letter. */
  default Optional<Probe> typed(String command) {
    return all().stream().filter(probe -> probe.isTyped(command)).findFirst();
  }
}
