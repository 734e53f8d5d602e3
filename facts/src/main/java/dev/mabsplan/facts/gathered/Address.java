package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Key;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.shape.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a fact by name, known or not: {@code servers[FS01].services[VSS].startType}.
 *
 * <p>The forms are
 *
 * <pre>
 * servers[FS01]                                            a server
 * servers[FS01].role                                       what is known of the server itself
 * servers[FS01].clock                                      the one fact of a kind
 * servers[FS01].services                                   all facts of a kind
 * servers[FS01].services[VSS]                              one of several
 * servers[FS01].services[VSS].startType                    a component of a fact
 * servers[MABS01].registryValues[HKLM\SOFTWARE\X, Name]    a fact with more than one key
 * servers[].services[obengine]                             on the backup server without a name
 * errors                                                   all errors
 * errors[3106 on FS01, D:\]                                an error
 * attempts[replica/let-vss-start on FS01]                  an attempt
 * </pre>
 *
 * <p>Inside brackets {@code ]} and {@code ,} that belong to a name are doubled. Addresses that
 * differ in case only are equal, and the order is that of the text without case.
 */
public final class Address implements Comparable<Address> {

  static final String SERVERS = "servers";
  static final String ERRORS = "errors";
  static final String ATTEMPTS = "attempts";
  static final List<String> SERVER_COMPONENTS = List.of("role", "backupServer", "collected");
  private static final int QUOTED_LENGTH = 40;

  private final String root;
  private final @Nullable String server;
  private final @Nullable FactKind kind;
  private final List<String> keys;
  private final @Nullable String component;
  private final String text;
  private final String folded;

  private Address(
      String root,
      @Nullable String server,
      @Nullable FactKind kind,
      List<String> keys,
      @Nullable String component) {
    this.root = root;
    this.server = server;
    this.kind = kind;
    this.keys = List.copyOf(keys);
    this.component = component;
    this.text = write(root, server, kind, keys, component);
    this.folded = Spelling.fold(text);
  }

  /** Makes the address of a component of a thing, or of the thing itself again. */
  private Address(Address of, @Nullable String component, String text, String folded) {
    this.root = of.root;
    this.server = of.server;
    this.kind = of.kind;
    this.keys = of.keys;
    this.component = component;
    this.text = text;
    this.folded = folded;
  }

  private static String write(
      String root,
      @Nullable String server,
      @Nullable FactKind kind,
      List<String> keys,
      @Nullable String component) {
    StringBuilder text = new StringBuilder(64).append(root);
    if (server != null) {
      addName(server, text.append('['));
      text.append(']');
    }
    if (kind != null) {
      text.append('.').append(kind.property());
    }
    if (!keys.isEmpty()) {
      addBracketed(keys, text);
    }
    if (component != null) {
      text.append('.').append(component);
    }
    return text.toString();
  }

  private static void addBracketed(List<String> names, StringBuilder text) {
    String before = "[";
    for (String name : names) {
      addName(name, text.append(before));
      before = ", ";
    }
    text.append(']');
  }

  private static void addName(String name, StringBuilder text) {
    if (name.indexOf(']') < 0 && name.indexOf(',') < 0) {
      text.append(name);
    } else {
      text.append(name.replace("]", "]]").replace(",", ",,"));
    }
  }

  /**
   * Reads an address.
   *
   * @throws InvalidAddressException where the text is no address, with what was expected and where
   */
  public static Address parse(String text) {
    return new AddressReader(text).address();
  }

  /** Returns the address of a fact. */
  public static Address of(Fact fact) {
    FactKind kind = FactKind.of(fact.getClass());
    return new Address(SERVERS, fact.server().strip(), kind, keysOf(fact), null);
  }

  /** Returns the {@linkplain #keys() keys} in the address of a fact. */
  public static List<String> keysOf(Fact fact) {
    FactKind kind = FactKind.of(fact.getClass());
    List<String> keys = new ArrayList<>();
    for (RecordShape.Component key : RecordShape.of(kind).keys()) {
      Object value = key.value((Record) fact);
      keys.add(value instanceof Enum<?> constant ? Camel.word(constant) : String.valueOf(value));
    }
    return spelled(kind, keys);
  }

  /**
   * Returns the address of a fact that need not be known.
   *
   * @param server name of the server
   * @param kind kind of the fact
   * @param keys one for each {@link Key} of the kind, in order; none for all facts of the kind
   * @throws InvalidAddressException where the number of keys is neither that of the kind nor 0
   */
  public static Address of(String server, FactKind kind, List<String> keys) {
    List<RecordShape.Component> wanted = RecordShape.of(kind).keys();
    if (!keys.isEmpty() && keys.size() != wanted.size()) {
      String expected =
          "expected "
              + (wanted.isEmpty()
                  ? "no brackets after " + kind.property() + ", of which a server has one"
                  : "for "
                      + kind.property()
                      + wanted.stream()
                          .map(RecordShape.Component::name)
                          .collect(Collectors.joining(", ", " [", "]")));
      StringBuilder found = new StringBuilder(expected).append("; found ");
      addBracketed(keys, found);
      throw new InvalidAddressException(
          found.toString(), expected, Optional.empty(), Optional.empty());
    }
    return new Address(SERVERS, server.strip(), kind, spelled(kind, keys), null);
  }

  private static List<String> spelled(FactKind kind, List<String> keys) {
    List<String> spelled = new ArrayList<>();
    for (String key : keys) {
      spelled.add(Spelling.key(kind, spelled.size(), key));
    }
    return spelled;
  }

  /** Returns the address of a server. */
  public static Address ofServer(String name) {
    return new Address(SERVERS, name.strip(), null, List.of(), null);
  }

  /**
   * Returns the address of an error, made from what it says. Different errors can say the same
   * here; {@link Facts#addressOf} tells them apart.
   */
  public static Address of(ReportedError error) {
    String label =
        Stream.of(
                Optional.ofNullable(error.id()).map(String::valueOf),
                known(error.code()),
                known(error.name()),
                known(error.message()).map(Address::quoted),
                known(error.text()).map(Address::quoted),
                known(error.operation()).map(Address::quoted))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("?");
    return listed(ERRORS, place(label, error.server(), error.dataSource()));
  }

  /** Returns the address of an attempt. */
  public static Address of(Attempt attempt) {
    String label =
        attempt.remedy().strip() + known(attempt.problem()).map(id -> " for " + id).orElse("");
    return listed(ATTEMPTS, place(label, attempt.server(), attempt.dataSource()));
  }

  /** Returns the address of what stands in a list of its own; without keys, of all of it. */
  static Address listed(String root, List<String> keys) {
    return new Address(root, null, null, keys, null);
  }

  private static List<String> place(
      String label, @Nullable String server, @Nullable String dataSource) {
    List<String> keys = new ArrayList<>();
    keys.add(label + known(server).map(name -> " on " + name).orElse(""));
    known(dataSource).ifPresent(keys::add);
    return keys;
  }

  private static Optional<String> known(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Returns a message with one blank for several, and no more of it than tells that it is long. */
  private static String beginning(String message) {
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < message.length() && line.length() <= 2 * QUOTED_LENGTH; i++) {
      char c = message.charAt(i);
      boolean another = c == ' ' || (c >= '\t' && c <= '\r');
      if (!another || !blank) {
        line.append(another ? ' ' : c);
      }
      blank = another;
    }
    return line.toString();
  }

  private static String quoted(String message) {
    String line = beginning(message);
    if (line.codePointCount(0, line.length()) <= QUOTED_LENGTH) {
      return '"' + line + '"';
    }
    String cut = line.substring(0, line.offsetByCodePoints(0, QUOTED_LENGTH));
    int space = cut.lastIndexOf(' ');
    return '"' + (space > QUOTED_LENGTH / 2 ? cut.substring(0, space) : cut) + "…\"";
  }

  /** Returns the address of all errors together. */
  public static Address ofErrors() {
    return listed(ERRORS, List.of());
  }

  /** Returns the address of the error or attempt with its label numbered. */
  Address numbered(int number) {
    List<String> numbered = new ArrayList<>(keys);
    numbered.set(0, keys.get(0) + " #" + number);
    return new Address(root, server, kind, numbered, null);
  }

  /** Returns the same address on another server. */
  Address on(String otherServer) {
    return otherServer.equals(server)
        ? this
        : new Address(root, otherServer, kind, keys, component);
  }

  /**
   * Returns the address of a component of what is at this address.
   *
   * @throws InvalidAddressException where there can be no such component here
   */
  public Address component(String name) {
    String spelled = spelled(name);
    if (spelled == null) {
      List<String> known = components();
      if (known.isEmpty()) {
        String expected = "expected nothing after " + whole();
        throw new InvalidAddressException(
            expected + "; found ." + name, expected, Optional.empty(), kind());
      }
      String expected = "expected after " + whole() + " one of " + String.join(", ", known);
      Optional<String> near = Nearest.to(name, known);
      throw new InvalidAddressException(
          expected + "; found " + name + didYouMean(near), expected, near, Optional.empty());
    }
    Address whole = whole();
    return new Address(
        whole, spelled, whole.text + '.' + spelled, whole.folded + '.' + Spelling.fold(spelled));
  }

  private @Nullable String spelled(String component) {
    for (String known : components()) {
      if (known.equalsIgnoreCase(component)) {
        return known;
      }
    }
    return null;
  }

  /** Returns the components that what is at this address can have; none for all facts of a kind. */
  private List<String> components() {
    if (!root.equals(SERVERS) && keys.isEmpty()) {
      return List.of();
    }
    if (root.equals(ERRORS)) {
      return RecordShape.of(ReportedError.class).called();
    }
    if (root.equals(ATTEMPTS)) {
      return RecordShape.of(Attempt.class).called();
    }
    if (kind == null) {
      return SERVER_COMPONENTS;
    }
    if (kind.many() && keys.isEmpty()) {
      return List.of();
    }
    return RecordShape.of(kind).told();
  }

  static String didYouMean(Optional<String> near) {
    return near.map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Returns this address without its component. */
  public Address whole() {
    if (component == null) {
      return this;
    }
    int end = text.length() - component.length() - 1;
    return new Address(this, null, text.substring(0, end), folded.substring(0, end));
  }

  /** Returns the name of the server, empty for the unnamed one; nothing for an error or attempt. */
  public Optional<String> server() {
    return Optional.ofNullable(server);
  }

  /** Returns the kind of fact; nothing for a server, an error or an attempt. */
  public Optional<FactKind> kind() {
    return Optional.ofNullable(kind);
  }

  /** Returns the keys of the fact, or what the label of an error or attempt consists of. */
  public List<String> keys() {
    return keys;
  }

  /** Returns the component, or nothing where the address is that of a whole fact. */
  public Optional<String> component() {
    return Optional.ofNullable(component);
  }

  /** Returns whether this is the address of an error or of a component of one. */
  public boolean isError() {
    return root.equals(ERRORS);
  }

  /** Returns whether this is the address of an attempt or of a component of one. */
  public boolean isAttempt() {
    return root.equals(ATTEMPTS);
  }

  @Override
  public int compareTo(Address other) {
    return folded.compareTo(other.folded);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address address && folded.equals(address.folded);
  }

  @Override
  public int hashCode() {
    return folded.hashCode();
  }

  /** Returns the address in the form that {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
