package dev.mabsplan.engine.session;

import dev.mabsplan.facts.Observation;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Server;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives names that differ only in case one spelling throughout a session, so that rules can join
 * facts by comparing them exactly: the protection group of a data source with the group itself, a
 * path in the registry with the folder. Servers keep theirs; otherwise the first counts.
 */
final class OneSpelling {

  private final Map<String, String> spellings = new HashMap<>();

  private OneSpelling() {}

  /** Returns the same things with one spelling for each name. */
  static List<Object> of(Collection<?> observed) {
    OneSpelling one = new OneSpelling();
    Stream.concat(
            observed.stream().filter(Server.class::isInstance),
            observed.stream().filter(thing -> !(thing instanceof Server)))
        .forEach(one::learn);
    return observed.stream().map(one::spell).toList();
  }

  private void learn(Object thing) {
    if (thing instanceof Record record) {
      for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
        if (component.value(record) instanceof String text) {
          spellings.putIfAbsent(text.toLowerCase(Locale.ROOT), text);
        }
      }
    }
  }

  private Object spell(Object thing) {
    // What a rule of a user's own compares is the value as it was observed.
    if (!(thing instanceof Record record) || thing instanceof Observation) {
      return thing;
    }
    RecordShape shape = RecordShape.of(record.getClass());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      Object value = shape.components().get(i).value(record);
      values[i] =
          value instanceof String text
              ? spellings.getOrDefault(text.toLowerCase(Locale.ROOT), text)
              : value;
    }
    return shape.create(values);
  }
}
