package dev.mabsplan.engine.session;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names that rules look at: constants that a rule compares with a key of a fact. A fact that
 * nobody looks at is no error, but one whose name is nearly right is a slip of the pen that must
 * not pass in silence.
 */
public final class WatchedKeys {

  private static final String CALLED_BY_NAME = "named";

  /** By kind and key component: the constants by their lower case. */
  private final Map<FactKind, Map<String, Map<String, String>>> constants =
      new EnumMap<>(FactKind.class);

  /** Kinds that some rule looks at whatever the name. */
  private final Set<FactKind> anyName = EnumSet.noneOf(FactKind.class);

  private WatchedKeys() {}

  static WatchedKeys of(Collection<RuleOutline> rules) {
    WatchedKeys watched = new WatchedKeys();
    for (RuleOutline rule : rules) {
      for (PatternOutline pattern : rule.patterns()) {
        kind(pattern.type()).ifPresent(kind -> watched.add(kind, pattern));
      }
    }
    return watched;
  }

  /** Returns the kind of fact whose record has the given simple name, or nothing. */
  static Optional<FactKind> kind(String type) {
    for (FactKind kind : FactKind.values()) {
      if (kind.type().getSimpleName().equals(type)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private void add(FactKind kind, PatternOutline pattern) {
    boolean named = false;
    for (Condition condition : pattern.conditions()) {
      for (RecordShape.Component key : RecordShape.of(kind).keys()) {
        if (looksAt(condition, key.name()) && !condition.texts().isEmpty()) {
          named = true;
          Map<String, String> spellings =
              constants
                  .computeIfAbsent(kind, k -> new TreeMap<>())
                  .computeIfAbsent(key.name(), k -> new TreeMap<>());
          condition.texts().forEach(text -> spellings.put(text.toLowerCase(Locale.ROOT), text));
        }
      }
    }
    if (!named) {
      anyName.add(kind);
    }
  }

  private static boolean looksAt(Condition condition, String key) {
    String operator = condition.operator();
    boolean compared =
        condition.component().equals(key)
            && operator != null
            && (operator.equals("==") || operator.equals("in"));
    return compared || (condition.component().equals(CALLED_BY_NAME) && key.equals("name"));
  }

  /**
   * Returns the fact with its names spelled as the rules spell them, so that rules can compare them
   * exactly.
   */
  Fact respell(Fact fact) {
    Map<String, Map<String, String>> spellings = constants.get(FactKind.of(fact.getClass()));
    if (spellings == null) {
      return fact;
    }
    Record record = (Record) fact;
    RecordShape shape = RecordShape.of(record.getClass());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Object value = component.value(record);
      values[i] =
          value instanceof String text
              ? spellings
                  .getOrDefault(component.name(), Map.of())
                  .getOrDefault(text.toLowerCase(Locale.ROOT), text)
              : value;
    }
    return (Fact) shape.create(values);
  }

  /** Tells whether some rule looks at a fact. */
  public boolean looksAt(Fact fact) {
    FactKind kind = FactKind.of(fact.getClass());
    return anyName.contains(kind)
        || constants.getOrDefault(kind, Map.of()).entrySet().stream()
            .anyMatch(
                key ->
                    key.getValue().keySet().stream()
                        .anyMatch(watched -> matches(watched, name(fact, key.getKey()))));
  }

  private static boolean matches(String watched, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return watched.endsWith("*")
        ? lower.startsWith(watched.substring(0, watched.length() - 1))
        : lower.equals(watched);
  }

  /**
   * Returns the watched name that a fact's name is within two letters of, or nothing. A name that
   * has a meaning of its own is no slip, however near.
   */
  public Optional<String> nearest(Fact fact) {
    if (hasMeaning(fact)) {
      return Optional.empty();
    }
    Map<String, Map<String, String>> watched =
        constants.getOrDefault(FactKind.of(fact.getClass()), Map.of());
    for (Map.Entry<String, Map<String, String>> key : watched.entrySet()) {
      String name = name(fact, key.getKey()).toLowerCase(Locale.ROOT);
      for (Map.Entry<String, String> constant : key.getValue().entrySet()) {
        int allowed = Math.min(2, constant.getKey().length() / 2);
        if (Nearest.distance(name, constant.getKey()) <= allowed) {
          return Optional.of(constant.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasMeaning(Fact fact) {
    return RecordShape.of(FactKind.of(fact.getClass())).keys().stream()
        .anyMatch(key -> key.words().contains(String.valueOf(key.value((Record) fact))));
  }

  /** Returns the names that are spelled in two ways, which differ in case only. */
  static List<String> twoSpellings(Collection<RuleOutline> rules) {
    Map<String, Set<String>> spellings = new TreeMap<>();
    for (RuleOutline rule : rules) {
      for (PatternOutline pattern : rule.patterns()) {
        Optional<FactKind> kind = kind(pattern.type());
        if (kind.isPresent()) {
          for (Condition condition : pattern.conditions()) {
            for (RecordShape.Component key : RecordShape.of(kind.get()).keys()) {
              if (looksAt(condition, key.name())) {
                for (String text : condition.texts()) {
                  spellings
                      .computeIfAbsent(
                          pattern.type() + "." + key.name() + " " + text.toLowerCase(Locale.ROOT),
                          k -> new TreeSet<>())
                      .add(text);
                }
              }
            }
          }
        }
      }
    }
    List<String> doubles = new ArrayList<>();
    for (Set<String> spelling : spellings.values()) {
      if (spelling.size() > 1) {
        doubles.add(String.join(" and ", spelling));
      }
    }
    return doubles;
  }

  private static String name(Fact fact, String key) {
    return RecordShape.of(FactKind.of(fact.getClass()))
        .component(key)
        .map(component -> String.valueOf(component.value((Record) fact)))
        .orElse("");
  }
}
