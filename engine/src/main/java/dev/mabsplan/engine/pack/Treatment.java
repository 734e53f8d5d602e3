package dev.mabsplan.engine.pack;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the remedies of a problem belong together. */
public sealed interface Treatment {

  /** Returns the parts, in the order of the file. */
  List<Treatment> parts();

  /** Returns every remedy in the tree, in the order of the file. */
  default Stream<Take> takes() {
    return parts().stream().flatMap(Treatment::takes);
  }

  /**
   * One remedy.
   *
   * @param remedy its id
   * @param fallbackOf the remedy that must have been tried or excluded before, or null
   */
  record Take(String remedy, @Nullable String fallbackOf) implements Treatment {
    @Override
    public List<Treatment> parts() {
      return List.of();
    }

    @Override
    public Stream<Take> takes() {
      return Stream.of(this);
    }
  }

  /**
   * Remedies for different causes, of which one is present: until one helps.
   *
   * @param parts the rivals
   */
  record Rivals(List<Treatment> parts) implements Treatment {}

  /**
   * Remedies for one cause: one is enough.
   *
   * @param parts the remedies to choose from
   */
  record Choice(List<Treatment> parts) implements Treatment {}

  /**
   * Remedies that are done one after the other.
   *
   * @param parts in order
   */
  record Sequence(List<Treatment> parts) implements Treatment {}

  /**
   * Remedies for causes that can be present together: each that is needed.
   *
   * @param parts the points of the list
   */
  record Checklist(List<Treatment> parts) implements Treatment {}
}
