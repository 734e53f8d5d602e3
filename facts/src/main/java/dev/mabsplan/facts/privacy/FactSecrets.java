package dev.mabsplan.facts.privacy;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is secret out of the texts of a fact, as it is taken out of a document that the fact
 * is written to: a text that was found in a file says more, or less, than the file did around it.
 */
public final class FactSecrets {

  private FactSecrets() {}

  /**
   * Returns a fact without what is secret in it; the same where nothing is.
   *
   * @param messages tells what is no secret
   */
  public static Fact removedFrom(Fact fact, Messages messages) {
    RecordShape shape = RecordShape.of(((Record) fact).getClass());
    String named =
        shape.component("name").map(name -> String.valueOf(name.value((Record) fact))).orElse("");
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    boolean changed = false;
    for (RecordShape.Component component : shape.components()) {
      Object value = component.value((Record) fact);
      boolean isOfName = SecretNames.isOfNamed(component.name()) && !named.isEmpty();
      Object clean = removedFrom(isOfName ? named : component.name(), value, messages);
      values[component.place()] = clean;
      changed |= clean != value;
    }
    return changed ? (Fact) shape.create(values) : fact;
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
