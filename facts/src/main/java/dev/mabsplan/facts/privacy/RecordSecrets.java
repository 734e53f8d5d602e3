package dev.mabsplan.facts.privacy;

import dev.mabsplan.facts.shape.RecordShape;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is secret out of the texts of a fact or an error, as it is taken out of a document
 * that it is written to: a text that was found in a file says more, or less, than the file did
 * around it.
 */
public final class RecordSecrets {

  private RecordSecrets() {}

  /**
   * Returns a record without what is secret in it; the same where nothing is.
   *
   * @param messages tells what is no secret
   */
  @SuppressWarnings("unchecked") // a shape creates what it is the shape of
  public static <R extends Record> R removedFrom(R of, Messages messages) {
    RecordShape shape = RecordShape.of(of.getClass());
    String named = shape.component("name").map(name -> String.valueOf(name.value(of))).orElse("");
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    boolean changed = false;
    for (RecordShape.Component component : shape.components()) {
      Object value = component.value(of);
      boolean isOfName = SecretNames.isOfNamed(component.name()) && !named.isEmpty();
      Object clean = removedFrom(isOfName ? named : component.name(), value, messages);
      values[component.place()] = clean;
      changed |= clean != value;
    }
    return changed ? (R) shape.create(values) : of;
  }

  private static @Nullable Object removedFrom(
      String name, @Nullable Object value, Messages messages) {
    if (value instanceof String text) {
      String clean = Secrets.removedFromValue(name, text, messages).text();
      return clean.equals(text) ? value : clean;
    }
    if (value instanceof Set<?> texts) {
      Set<Object> all = new LinkedHashSet<>();
      texts.forEach(text -> all.add(removedFrom(name, text, messages)));
      return all.equals(texts) ? value : all;
    }
    return value;
  }
}
