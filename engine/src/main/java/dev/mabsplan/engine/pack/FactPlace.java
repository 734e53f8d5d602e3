package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.FolderPurpose;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.InvalidAddressException;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place of a fact on its server, as a topic writes it: {@code services[VSS].startType}. It is
 * an address without its server; its names may hold placeholders such as {@code {dataSource}}, and
 * a volume or a folder may be named by what it is used for, as in {@code volumes[scratch]}.
 *
 * @param kind the kind of fact
 * @param keys its names; none for a kind of which a server has but one fact
 * @param component the component; empty for the fact as a whole
 */
public record FactPlace(FactKind kind, List<String> keys, Optional<String> component) {

  /** Stands before a place, so that it is an address. */
  private static final String SERVER = "servers[].";

  /**
   * Reads a place.
   *
   * @throws InvalidAddressException where it is none
   */
  public static FactPlace parse(String text) {
    Address address = Address.parse(SERVER + text);
    FactKind kind =
        address
            .kind()
            .orElseThrow(
                () -> new InvalidAddressException("\"" + text + "\" names no kind of fact"));
    return new FactPlace(kind, address.keys(), address.component());
  }

  /** Returns what helps to write the place that a text is meant to be. */
  public static String advice(InvalidAddressException wrong) {
    return wrong
        .unnamed()
        .map(kind -> "name one: " + kind.property() + "[NAME]")
        .or(() -> wrong.near().map(near -> "did you mean " + near + "?"))
        .orElseGet(() -> wrong.said().replace(SERVER, ""));
  }

  /** Returns the same place with other names, such as those that placeholders were filled with. */
  public FactPlace named(List<String> names) {
    return new FactPlace(kind, names, component);
  }

  /** Returns whether two places are parts of one fact, such as its presence and its version. */
  public boolean isOfSameFact(FactPlace other) {
    return kind == other.kind && keys.equals(other.keys);
  }

  /** Returns whether it names a fact of its kind: by its names or by what it is used for. */
  public boolean names(Fact fact) {
    return byName(fact) || byPurpose(fact);
  }

  /** A name that ends in {@code *} is any that begins like it. */
  private boolean byName(Fact fact) {
    List<String> names = Address.keysOf(fact);
    boolean all = true;
    for (int i = 0; i < keys.size(); i++) {
      all &= matches(keys.get(i), names.get(i));
    }
    return all;
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.regionMatches(true, 0, pattern, 0, pattern.length() - 1)
        : name.equalsIgnoreCase(pattern);
  }

  /** Returns whether it names a volume or a folder by what that is used for. */
  public boolean byPurpose(Fact fact) {
    return (fact instanceof Volume volume
            && volume.purposes().stream().anyMatch(purpose -> keys.contains(Camel.word(purpose))))
        || (fact instanceof Folder folder
            && folder.purpose() != null
            && keys.contains(Camel.word(folder.purpose())));
  }

  /**
   * Returns whether its name is what a volume or a folder is used for: a list of all of them does
   * not tell which one that is.
   */
  public boolean isPurpose() {
    return keys.size() == 1
        && switch (kind) {
          case VOLUMES -> isWord(VolumePurpose.values());
          case FOLDERS -> isWord(FolderPurpose.values());
          default -> false;
        };
  }

  private boolean isWord(Enum<?>[] purposes) {
    return Arrays.stream(purposes).anyMatch(purpose -> Camel.word(purpose).equals(keys.get(0)));
  }

  /**
   * Returns the fact that has a value at this place.
   *
   * @param server whose fact
   * @param value as it is written in a facts document
   * @throws IllegalArgumentException where the place is no component or its value is another kind
   *     of thing
   */
  public Fact with(String server, String value) {
    RecordShape shape = RecordShape.of(kind);
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    boolean found = false;
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component part = shape.components().get(i);
      if (part.name().equals("server")) {
        values[i] = server;
      } else if (part.key()) {
        values[i] = typed(part.type(), keys.get(shape.keys().indexOf(part)));
      } else if (component.isPresent() && part.name().equals(component.get())) {
        values[i] = typed(part.type(), value);
        found = true;
      } else if (part.isPresence()) {
        values[i] = true;
      } else if (part.type().equals(Set.class)) {
        values[i] = Set.of();
      }
    }
    if (!found) {
      throw new IllegalArgumentException("there is no component at " + this);
    }
    return (Fact) shape.create(values);
  }

  private static Object typed(Class<?> type, String value) {
    if (type.equals(String.class)) {
      return value;
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> Camel.word((Enum<?>) constant).equals(value))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("\"" + value + "\" is no " + type));
    }
    if (type.equals(Boolean.class) || type.equals(boolean.class)) {
      return Boolean.valueOf(value);
    }
    if (type.equals(Long.class)) {
      return Long.valueOf(value);
    }
    if (type.equals(Integer.class)) {
      return Integer.valueOf(value);
    }
    if (type.equals(Version.class)) {
      return Version.parse(value);
    }
    throw new IllegalArgumentException("nobody says a " + type.getSimpleName() + " in words");
  }

  /** Returns the address of the place on a server. */
  public Address on(String server) {
    Address fact = Address.of(server, kind, keys);
    return component.map(fact::component).orElse(fact);
  }
}
