package dev.mabsplan.engine.rule;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names that rules look at: constants that a rule compares with a key of a fact. A fact that
 * nobody looks at is no error, but one whose name is nearly right is a slip of the pen that must
 * not pass in silence.
 */
public final class WatchedKeys {

  private static final String CALLED_BY_NAME = "named";
  private static final String ANY_ENDING = "*";

  /** What a pattern says of names, by where they stand among the keys of a kind. */
  private record Watch(Map<Integer, Constants> names) {}

  /**
   * What a name may be.
   *
   * @param written the constants
   * @param folded the same, as they are compared
   */
  private record Constants(Set<String> written, Set<String> folded) {

    static Constants of(Set<String> written) {
      Set<String> folded = new LinkedHashSet<>();
      written.forEach(constant -> folded.add(WatchedKeys.folded(constant)));
      return new Constants(written, folded);
    }
  }

  private static final Map<String, FactKind> BY_TYPE =
      Arrays.stream(FactKind.values())
          .collect(Collectors.toUnmodifiableMap(kind -> kind.type().getSimpleName(), kind -> kind));

  private final Map<FactKind, List<PatternOutline>> patterns = new EnumMap<>(FactKind.class);

  /** Made for the kinds that facts are of: most of what rules look at no document has. */
  private final Map<FactKind, Set<Watch>> watches = new ConcurrentHashMap<>();

  private WatchedKeys() {}

  public static WatchedKeys of(Collection<RuleOutline> rules) {
    WatchedKeys watched = new WatchedKeys();
    for (RuleOutline rule : rules) {
      for (PatternOutline pattern : rule.patterns()) {
        kind(pattern.type())
            .ifPresent(
                kind ->
                    watched
                        .patterns
                        .computeIfAbsent(kind, unseen -> new ArrayList<>())
                        .add(pattern));
      }
    }
    return watched;
  }

  /** Returns the kind of fact whose record has the given simple name, or nothing. */
  public static Optional<FactKind> kind(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  private Set<Watch> watches(Fact fact) {
    return watches.computeIfAbsent(
        FactKind.of(fact.getClass()),
        kind -> {
          Set<Watch> made = new LinkedHashSet<>();
          for (PatternOutline pattern : patterns.getOrDefault(kind, List.of())) {
            made.add(new Watch(constants(kind, pattern)));
          }
          return made;
        });
  }

  private static Map<Integer, Constants> constants(FactKind kind, PatternOutline pattern) {
    Map<String, Set<String>> written = watched(kind, pattern);
    List<RecordShape.Component> keys = RecordShape.of(kind).keys();
    Map<Integer, Constants> names = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Set<String> constants = written.get(keys.get(i).name());
      if (constants != null) {
        names.put(i, Constants.of(constants));
      }
    }
    return names;
  }

  /** Returns the constants that a pattern compares the names of its kind with, by component. */
  public static Map<RecordShape.Component, Set<String>> names(
      FactKind kind, PatternOutline pattern) {
    Map<RecordShape.Component, Set<String>> names = new LinkedHashMap<>();
    for (RecordShape.Component name : RecordShape.of(kind).names()) {
      Set<String> constants =
          constants(
              pattern,
              condition ->
                  condition.component().equals(name.name()) || callsByName(condition, name.name()));
      if (!constants.isEmpty()) {
        names.put(name, constants);
      }
    }
    return names;
  }

  /** Returns the constants that a pattern looks for among the keys of its kind, by key. */
  public static Map<String, Set<String>> watched(FactKind kind, PatternOutline pattern) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (RecordShape.Component key : RecordShape.of(kind).keys()) {
      Set<String> constants = constants(pattern, condition -> looksAt(condition, key.name()));
      if (!constants.isEmpty()) {
        names.put(key.name(), constants);
      }
    }
    return names;
  }

  private static Set<String> constants(PatternOutline pattern, Predicate<Condition> concerns) {
    Set<String> constants = new TreeSet<>();
    for (Condition condition : pattern.conditions()) {
      if (concerns.test(condition)) {
        constants.addAll(condition.texts());
      }
    }
    return constants;
  }

  public static boolean looksAt(Condition condition, String key) {
    String operator = condition.operator();
    boolean compared =
        condition.component().equals(key)
            && operator != null
            && (operator.equals("==") || operator.equals("in"));
    return compared || callsByName(condition, key);
  }

  private static boolean callsByName(Condition condition, String key) {
    return condition.callsFact()
        && condition.component().equals(CALLED_BY_NAME)
        && key.equals("name");
  }

  /** Tells whether a pattern looks at what stands, or would stand, at an address. */
  public static boolean looksAt(PatternOutline pattern, Address address) {
    Optional<FactKind> kind = kind(pattern.type());
    if (kind.isEmpty() || !kind.equals(address.kind())) {
      return false;
    }
    Map<String, Set<String>> names = watched(kind.get(), pattern);
    List<RecordShape.Component> keys = RecordShape.of(kind.get()).keys();
    for (int i = 0; i < address.keys().size(); i++) {
      String name = address.keys().get(i);
      Set<String> constants = names.get(keys.get(i).name());
      if (constants != null && constants.stream().noneMatch(name::equalsIgnoreCase)) {
        return false;
      }
    }
    return address.component().isEmpty()
        || pattern.conditions().stream()
            .anyMatch(condition -> condition.component().equals(address.component().get()));
  }

  /** Tells whether some rule looks at a fact. */
  public boolean looksAt(Fact fact) {
    List<String> names = names(fact).stream().map(WatchedKeys::folded).toList();
    for (Watch watch : watches(fact)) {
      if (looksAt(watch, names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksAt(Watch watch, List<String> folded) {
    for (Map.Entry<Integer, Constants> name : watch.names().entrySet()) {
      if (!matchesOne(name.getValue().folded(), folded.get(name.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a name is one of some constants, all of them folded. */
  public static boolean matchesOne(Set<String> constants, String name) {
    if (constants.contains(name)) {
      return true;
    }
    for (String constant : constants) {
      if (isBeginning(constant) && name.startsWith(withoutStar(constant))) {
        return true;
      }
    }
    return false;
  }

  public static boolean matches(String constant, String name) {
    return constant.endsWith(ANY_ENDING)
        ? folded(name).startsWith(folded(withoutStar(constant)))
        : folded(name).equals(folded(constant));
  }

  /**
   * Returns the watched name that a fact's name is within two letters of, or nothing. A name that
   * has a meaning of its own is no slip, however near.
   */
  public Optional<String> nearest(Fact fact) {
    if (hasMeaning(fact)) {
      return Optional.empty();
    }
    List<String> names = names(fact);
    return watches(fact).stream().flatMap(watch -> slip(names, watch).stream()).findFirst();
  }

  /** Of several names all but one must be right: a slip is one, not a likeness in everything. */
  private static Optional<String> slip(List<String> names, Watch watch) {
    Optional<String> slip = Optional.empty();
    for (Map.Entry<Integer, Constants> key : watch.names().entrySet()) {
      String name = names.get(key.getKey());
      if (matchesOne(key.getValue().folded(), folded(name))) {
        continue;
      }
      Optional<String> near =
          key.getValue().written().stream().filter(constant -> near(name, constant)).findFirst();
      if (near.isEmpty() || slip.isPresent()) {
        return Optional.empty();
      }
      slip = near;
    }
    return slip;
  }

  private static boolean near(String name, String constant) {
    if (!constant.endsWith(ANY_ENDING)) {
      int allowed = Math.min(2, constant.length() / 2);
      return Math.abs(name.length() - constant.length()) <= allowed
          && Nearest.distance(name, constant) <= allowed;
    }
    String beginning = withoutStar(constant);
    int allowed = Math.min(2, beginning.length() / 2);
    int longest = Math.min(name.length(), beginning.length() + allowed);
    for (int length = beginning.length() - allowed; length <= longest; length++) {
      if (Nearest.distance(name.substring(0, length), beginning) <= allowed) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a name stands for all that begin as it does. */
  public static boolean isBeginning(String name) {
    return name.endsWith(ANY_ENDING);
  }

  private static String withoutStar(String constant) {
    return constant.substring(0, constant.length() - ANY_ENDING.length());
  }

  private static boolean hasMeaning(Fact fact) {
    return RecordShape.of(FactKind.of(fact.getClass())).keys().stream()
        .anyMatch(key -> key.words().contains(String.valueOf(key.value((Record) fact))));
  }

  /** Returns a name as it is compared. */
  public static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<String> names(Fact fact) {
    List<String> names = new ArrayList<>();
    for (RecordShape.Component key : RecordShape.of(FactKind.of(fact.getClass())).keys()) {
      names.add(String.valueOf(key.value((Record) fact)));
    }
    return names;
  }
}
