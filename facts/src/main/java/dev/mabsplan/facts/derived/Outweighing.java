package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What counts of two facts at one address. */
final class Outweighing {

  private Outweighing() {}

  /** Returns of two facts that follow what neither contradicts: of the rest nobody knows. */
  static Fact agreed(Fact one, Fact other) {
    return components(one, other, (a, b) -> a == null ? b : b == null || a.equals(b) ? a : null);
  }

  /** Returns what a fact that follows adds to the one that was observed, or nothing. */
  static Optional<Fact> added(Optional<Fact> observed, Fact follows) {
    if (observed.isEmpty()) {
      return saysSomething(follows) ? Optional.of(follows) : Optional.empty();
    }
    Fact beside = observed.get();
    RecordShape shape = RecordShape.of(((Record) beside).getClass());
    for (RecordShape.Component component : shape.components()) {
      if (component.isPresence()
          && !Objects.equals(component.value((Record) beside), component.value((Record) follows))) {
        return Optional.empty();
      }
    }
    Fact adding = components(beside, follows, (known, other) -> known == null ? other : null);
    boolean more =
        shape.components().stream()
            .filter(component -> !component.required() && !component.isPresence())
            .anyMatch(component -> isNew(component, (Record) beside, (Record) adding));
    return more ? Optional.of(adding) : Optional.empty();
  }

  /** Returns whether more is known than whose fact it is. */
  private static boolean saysSomething(Fact fact) {
    return RecordShape.of(((Record) fact).getClass()).components().stream()
        .anyMatch(
            component ->
                component.isPresence()
                    || (!component.required() && component.known((Record) fact)));
  }

  private static boolean isNew(RecordShape.Component component, Record known, Record adding) {
    return component.value(adding) instanceof Set<?> set
        ? component.value(known) instanceof Set<?> before && !before.containsAll(set)
        : component.known(adding);
  }

  /** Takes of two facts what is known of them; what one is known by, and a set, of the second. */
  private static Fact components(Fact first, Fact second, BinaryOperator<@Nullable Object> counts) {
    RecordShape shape = RecordShape.of(((Record) first).getClass());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (RecordShape.Component component : shape.components()) {
      Object value = component.value((Record) second);
      values[component.place()] =
          component.required() || component.isPresence() || value instanceof Set<?>
              ? value
              : counts.apply(component.value((Record) first), value);
    }
    return (Fact) shape.create(values);
  }
}
