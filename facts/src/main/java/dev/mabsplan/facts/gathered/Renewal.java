package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of an older fact still holds once a newer one is known. */
final class Renewal {

  private Renewal() {}

  /**
   * Returns the older fact with nothing of what the newer one says; nothing where the one was there
   * and the other is not, or where what is left would be none.
   */
  static Optional<Fact> remaining(Fact older, Fact newer) {
    List<RecordShape.Component> components =
        RecordShape.of(FactKind.of(older.getClass())).components();
    @Nullable Object[] values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = components.get(i);
      Object before = component.value((Record) older);
      Object after = component.value((Record) newer);
      boolean replaced = isReplaced(component, before, after);
      if (replaced && (component.required() || component.isPresence())) {
        return Optional.empty();
      }
      values[i] = replaced ? null : before;
    }
    return Optional.of((Fact) RecordShape.of(FactKind.of(older.getClass())).create(values));
  }

  /** Keys are equal but for their spelling; of collections, both are true. */
  private static boolean isReplaced(
      RecordShape.Component component, @Nullable Object before, @Nullable Object after) {
    return !component.key()
        && !component.name().equals("server")
        && before != null
        && after != null
        && !(before instanceof Collection<?>)
        && !Objects.equals(before, after);
  }
}
