package dev.mabsplan.engine.image;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, and what they are made of, as bytes that {@link ImageReader} reads. The order of
 * collections is kept; a text and the name of a type are written once and then called by number.
 */
public final class ImageWriter {

  /** What {@code Map.of}, {@code Set.copyOf} and their kind return. */
  private static final String OF_ANY_ORDER = "java.util.ImmutableCollections$";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<Class<?>, Integer> types = new HashMap<>();
  private final List<Stand<?, ?>> stands;

  /**
   * Makes a writer.
   *
   * @param stands the forms of what is no record
   */
  public ImageWriter(List<Stand<?, ?>> stands) {
    this.stands = stands;
  }

  /** Returns what was written. */
  public Image image() {
    return Image.of(out.toByteArray());
  }

  /**
   * Writes a value with all that it holds.
   *
   * @throws IllegalArgumentException where it holds something of which there is no form
   */
  public void write(@Nullable Object value) {
    if (value == null) {
      tag(Tag.NULL);
    } else if (value instanceof String text) {
      tag(Tag.TEXT);
      text(text);
    } else if (value instanceof Boolean truth) {
      tag(truth ? Tag.TRUE : Tag.FALSE);
    } else if (value instanceof Integer number) {
      tag(Tag.INTEGER);
      number(number);
    } else if (value instanceof Enum<?> constant) {
      tag(Tag.CONSTANT);
      type(constant.getDeclaringClass());
      text(constant.name());
    } else if (value instanceof Optional<?> optional) {
      tag(optional.isEmpty() ? Tag.NOTHING : Tag.SOMETHING);
      optional.ifPresent(this::write);
    } else if (value instanceof Map<?, ?> map) {
      tag(Tag.MAP);
      number(map.size());
      for (Map.Entry<?, ?> entry : inOrder(map, map.entrySet())) {
        write(entry.getKey());
        write(entry.getValue());
      }
    } else if (value instanceof Collection<?> all) {
      tag(all instanceof Set ? Tag.SET : Tag.LIST);
      number(all.size());
      (all instanceof Set ? inOrder(all, all) : all).forEach(this::write);
    } else if (value instanceof Record composed) {
      tag(Tag.RECORD);
      composed(composed);
    } else {
      write(standFor(value).frozen(value));
    }
  }

  /**
   * Java keeps copies of maps and sets in another order in each run. They are written in that of
   * their names, so that two builds are the same to the byte.
   */
  private static <T> Collection<T> inOrder(Object kept, Collection<T> all) {
    return kept.getClass().getName().startsWith(OF_ANY_ORDER)
        ? all.stream().sorted(Comparator.comparing(String::valueOf)).toList()
        : all;
  }

  private Stand<?, ?> standFor(Object value) {
    return stands.stream()
        .filter(stand -> stand.type().isInstance(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no form of " + value.getClass()));
  }

  private void composed(Record value) {
    type(value.getClass());
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        write(component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("can't read " + component, e);
      }
    }
  }

  /** A type is told by its name and by its components: another version may have others. */
  private void type(Class<?> type) {
    Integer known = types.putIfAbsent(type, types.size());
    if (known != null) {
      number(known + 1);
      return;
    }
    number(0);
    text(type.getName());
    text(shape(type));
  }

  static String shape(Class<?> type) {
    StringBuilder shape = new StringBuilder();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        shape.append(component.getName()).append(' ').append(component.getType().getName());
        shape.append(' ');
      }
    }
    return shape.toString();
  }

  private void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    if (known != null) {
      number(known + 1);
      return;
    }
    number(0);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    out.writeBytes(bytes);
  }

  /** Seven bits a byte, of which the last has the eighth clear. */
  private void number(int number) {
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private void tag(Tag tag) {
    out.write(tag.number());
  }
}
