package dev.mabsplan.engine.image;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ImageWriter} wrote. Makes nothing but records and enums of this program,
 * through their own constructors, whatever the bytes say.
 */
public final class ImageReader {

  private static final String OURS = "dev.mabsplan.";

  private final byte[] bytes;
  private int at;
  private final List<String> texts = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();
  private final Map<Class<?>, Stand<?, ?>> stands;

  private record Type(
      Class<?> type, @Nullable Constructor<?> constructor, List<Object> constants) {}

  /**
   * Makes a reader.
   *
   * @param image what was written
   * @param stands the forms of what is no record
   */
  public ImageReader(Image image, List<Stand<?, ?>> stands) {
    this.bytes = image.bytes();
    this.stands = new LinkedHashMap<>();
    stands.forEach(stand -> this.stands.put(stand.form(), stand));
  }

  /**
   * Reads the next value.
   *
   * @throws UnfitImageException where the bytes are those of another version, or damaged
   */
  public @Nullable Object read() {
    Tag tag = Tag.of(next());
    return switch (tag) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case INTEGER -> number();
      case TEXT -> text();
      case CONSTANT -> constant();
      case RECORD -> composed();
      case LIST -> List.of(all());
      case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(all())));
      case MAP -> map();
      case NOTHING -> Optional.empty();
      case SOMETHING -> Optional.of(known());
    };
  }

  private Object known() {
    Object value = read();
    if (value == null) {
      throw new UnfitImageException("nothing where something is");
    }
    return value;
  }

  private Object[] all() {
    Object[] all = new Object[size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = known();
    }
    return all;
  }

  private Map<Object, Object> map() {
    int size = size();
    Map<Object, Object> map = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      map.put(known(), known());
    }
    return Collections.unmodifiableMap(map);
  }

  private Object constant() {
    Type type = type();
    String name = text();
    for (Object constant : type.constants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new UnfitImageException(type.type() + " has no " + name);
  }

  private Object composed() {
    Type type = type();
    Constructor<?> constructor = type.constructor();
    if (constructor == null) {
      throw new UnfitImageException(type.type() + " is no record");
    }
    @Nullable Object[] values = new @Nullable Object[constructor.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = read();
    }
    try {
      Object made = constructor.newInstance(values);
      Stand<?, ?> stand = stands.get(type.type());
      return stand == null ? made : stand.thawed(made);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new UnfitImageException("no " + type.type() + " can be made", e);
    }
  }

  private Type type() {
    int number = number();
    if (number > 0) {
      if (number > types.size()) {
        throw new UnfitImageException("no type " + number);
      }
      return types.get(number - 1);
    }
    String name = text();
    String shape = text();
    Type type = type(name);
    if (!ImageWriter.shape(type.type()).equals(shape)) {
      throw new UnfitImageException(name + " has other components");
    }
    types.add(type);
    return type;
  }

  private static Type type(String name) {
    try {
      Class<?> type =
          name.startsWith(OURS)
              ? Class.forName(name, true, ImageReader.class.getClassLoader())
              : Object.class;
      if (type.isEnum()) {
        return new Type(type, null, List.of(type.getEnumConstants()));
      }
      if (!type.isRecord()) {
        throw new UnfitImageException(name + " is neither record nor enum of ours");
      }
      Class<?>[] components =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(components);
      constructor.setAccessible(true);
      return new Type(type, constructor, List.of());
    } catch (ReflectiveOperationException e) {
      throw new UnfitImageException("there is no " + name, e);
    }
  }

  private String text() {
    int number = number();
    if (number > 0) {
      if (number > texts.size()) {
        throw new UnfitImageException("no text " + number);
      }
      return texts.get(number - 1);
    }
    int length = size();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    texts.add(text);
    return text;
  }

  /** No more can follow than there are bytes left. */
  private int size() {
    int size = number();
    if (size < 0 || size > bytes.length - at) {
      throw new UnfitImageException("more than there is");
    }
    return size;
  }

  private int number() {
    int number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = next();
      number |= (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return number;
      }
    }
    throw new UnfitImageException("a number that does not end");
  }

  private int next() {
    if (at >= bytes.length) {
      throw new UnfitImageException("it ends in the middle");
    }
    return bytes[at++] & 0xFF;
  }
}
