package dev.mabsplan.facts.shape;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Key;
import dev.mabsplan.facts.Name;
import dev.mabsplan.facts.Range;
import dev.mabsplan.facts.Reveals;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record of this package consists of, for code that treats all kinds of fact alike: reading,
 * writing, merging, comparing.
 */
public final class RecordShape {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type.asSubclass(Record.class));
        }
      };

  private final List<Component> components;
  private final List<Component> keys;
  private final List<Component> names;
  private final List<String> called;
  private final List<String> told;
  private final Map<String, Component> byName = new HashMap<>();
  private final Constructor<? extends Record> constructor;

  private RecordShape(Class<? extends Record> type) {
    RecordComponent[] found = type.getRecordComponents();
    List<Component> all = new ArrayList<>();
    List<Component> marked = new ArrayList<>();
    for (RecordComponent part : found) {
      Component component = new Component(part, all.size());
      all.add(component);
      byName.put(component.name(), component);
      if (component.key()) {
        marked.add(component);
      }
    }
    components = List.copyOf(all);
    keys = List.copyOf(marked);
    names = all.stream().filter(component -> component.sort().isPresent()).toList();
    called = all.stream().map(Component::name).toList();
    told =
        all.stream()
            .filter(component -> !component.key() && !component.name().equals("server"))
            .map(Component::name)
            .toList();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(found).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
    constructor.setAccessible(true);
  }

  /** Returns the shape of a record class. */
  public static RecordShape of(Class<? extends Record> type) {
    return SHAPES.get(type);
  }

  /** Returns the shape of the facts of a kind. */
  public static RecordShape of(FactKind kind) {
    return of(kind.type());
  }

  /** Returns all components in the order of the canonical constructor. */
  public List<Component> components() {
    return components;
  }

  /** Returns the components marked {@link Key}, in the same order. */
  public List<Component> keys() {
    return keys;
  }

  /** Returns the components marked {@link Name}, in the same order. */
  public List<Component> names() {
    return names;
  }

  /** Returns the names of all components, in the same order. */
  public List<String> called() {
    return called;
  }

  /** Returns the names of those that say something of a fact, and not only which it is. */
  public List<String> told() {
    return told;
  }

  /** Returns the component of the given name, or nothing. */
  public Optional<Component> component(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Returns whether a record tells a component: it has a value of it, or says that what it speaks
   * of is not there, so that there is nothing to know.
   */
  public boolean tells(String name, Record in) {
    boolean absent =
        component("present").map(present -> Boolean.FALSE.equals(present.value(in))).orElse(false);
    return absent || component(name).map(part -> part.known(in)).orElse(false);
  }

  /**
   * Creates a record.
   *
   * @param values one value for each component, in order; null for what is unknown
   */
  public Record create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(constructor + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }

  /** One component of a record. */
  public static final class Component {

    private final String name;
    private final int place;
    private final Optional<String> sort;
    private final Class<?> type;
    private final Optional<Class<?>> element;
    private final boolean required;
    private final boolean key;
    private final List<String> words;
    private final Optional<Reveals.What> reveals;
    private final long minimum;
    private final long maximum;
    private final Method accessor;

    private Component(RecordComponent component, int place) {
      this.place = place;
      name = component.getName();
      sort =
          Optional.ofNullable(component.getAnnotation(Name.class))
              .map(marked -> sort(marked, component));
      type = component.getType();
      element =
          component.getGenericType() instanceof ParameterizedType parameterized
                  && parameterized.getActualTypeArguments()[0] instanceof Class<?> argument
              ? Optional.of(argument)
              : Optional.empty();
      Key marked = component.getAnnotation(Key.class);
      key = marked != null;
      words = marked == null ? List.of() : List.of(marked.words());
      reveals =
          name.equals("server")
              ? Optional.of(Reveals.What.SERVER)
              : Optional.ofNullable(component.getAnnotation(Reveals.class)).map(Reveals::value);
      required =
          !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
              && !name.equals("present")
              && !type.equals(Set.class);
      Range range = component.getAnnotation(Range.class);
      minimum = range == null ? Long.MIN_VALUE : range.min();
      maximum = range == null ? Long.MAX_VALUE : range.max();
      accessor = component.getAccessor();
      // else every call looks anew whether it may be made
      accessor.setAccessible(true);
    }

    private static String sort(Name marked, RecordComponent component) {
      return marked.value() == Name.Of.ITS_OWN
          ? component.getDeclaringRecord().getSimpleName() + "." + component.getName()
          : marked.value().name();
    }

    /** Returns its name, which is also the property in the facts document. */
    public String name() {
      return name;
    }

    /** Returns its Java type; a set has {@link #element} besides. */
    public Class<?> type() {
      return type;
    }

    /** Returns the type of the elements of a set; nothing for anything else. */
    public Optional<Class<?>> element() {
      return element;
    }

    /**
     * Returns whether it is always known. A set, and {@code present}, can be left out in a
     * document.
     */
    public boolean required() {
      return required;
    }

    /** Returns where it stands among the components, from 0. */
    public int place() {
      return place;
    }

    /** Returns the sort of thing it names; nothing where it is not marked {@link Name}. */
    public Optional<String> sort() {
      return sort;
    }

    /** Returns whether it is marked {@link Key}. */
    public boolean key() {
      return key;
    }

    /**
     * Returns the names among its values that have a meaning of their own; none where all are free.
     */
    public List<String> words() {
      return words;
    }

    /** Returns what it is the name of, for those who hand facts on; nothing where it is prose. */
    public Optional<Reveals.What> reveals() {
      return reveals;
    }

    /**
     * Returns whether it says that the thing is there at all, which it is unless said otherwise.
     */
    public boolean isPresence() {
      return type == boolean.class && name.equals("present");
    }

    /** Returns the smallest number it can be. */
    public long minimum() {
      return minimum;
    }

    /** Returns the largest number it can be. */
    public long maximum() {
      return maximum;
    }

    /** Returns its value in a record, or null where it is unknown. */
    public @Nullable Object value(Record of) {
      try {
        return accessor.invoke(of);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(accessor + " cannot be called", e);
      }
    }

    /** Returns whether its value in a record is known: neither null nor an empty set. */
    public boolean known(Record in) {
      Object value = value(in);
      return value instanceof Collection<?> elements ? !elements.isEmpty() : value != null;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
