package dev.mabsplan.facts.input;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The commands of which it is known what their answers mean. */
@FunctionalInterface
public interface Probes {

  /** Knows none: every answer is read as what it looks like. */
  Probes NONE = List::of;

  /** Returns all of them. */
  Collection<Probe> all();

  /** Returns the one that is called so. */
  default Optional<Probe> named(String id) {
    return all().stream().filter(probe -> probe.id().equals(id)).findFirst();
  }

  /** Returns the one whose command was typed, to the letter. */
  default Optional<Probe> typed(String command) {
    return all().stream().filter(probe -> probe.isTyped(command)).findFirst();
  }
}
