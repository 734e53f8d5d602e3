package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The least that would have to be otherwise for a condition that nothing meets. */
final class LeastChange {

  private static final String ANY = "…";

  private final PatternOutline pattern;
  private final FactKind kind;

  private LeastChange(PatternOutline pattern, FactKind kind) {
    this.pattern = pattern;
    this.kind = kind;
  }

  /**
   * Returns an address, and the value that would do where one does; nothing where what is wanted is
   * no fact, where the fact itself is asked, or where something stands in the way.
   *
   * @param condition the condition that nothing meets; nothing for a whole pattern
   * @param found what was met in its place
   */
  static Optional<String> of(
      PatternOutline pattern, Optional<Condition> condition, List<FactCited> found) {
    boolean reckoned = condition.filter(Condition::callsFact).isPresent();
    if (reckoned || pattern.role() == PatternOutline.Role.NEGATED) {
      return Optional.empty();
    }
    return kind(pattern).flatMap(kind -> new LeastChange(pattern, kind).of(condition, found));
  }

  private static Optional<FactKind> kind(PatternOutline pattern) {
    return Arrays.stream(FactKind.values())
        .filter(kind -> kind.type().getSimpleName().equals(pattern.type()))
        .findFirst();
  }

  private Optional<String> of(Optional<Condition> condition, List<FactCited> found) {
    Optional<RecordShape.Component> looked =
        condition.flatMap(one -> RecordShape.of(kind).component(one.component()));
    Optional<Address> met = found.stream().map(FactCited::address).findFirst();
    if (looked.isEmpty() || isName(looked.get())) {
      // what was met is another fact, on this server if that is not what is wrong with it
      boolean here = looked.filter(component -> component.name().equals("server")).isEmpty();
      return Optional.of(whole(met.filter(address -> here).flatMap(Address::server).orElse(ANY)));
    }
    if (met.isEmpty()) {
      return Optional.of(
          condition.flatMap(one -> value(one, looked.get())).isPresent()
              ? whole(ANY)
              : Address.of(ANY, kind, keys()).component(looked.get().name()).toString());
    }
    Address component = met.get().whole().component(looked.get().name());
    return Optional.of(
        condition
            .flatMap(one -> value(one, looked.get()))
            .map(value -> component + "=" + value)
            .orElseGet(component::toString));
  }

  private static boolean isName(RecordShape.Component component) {
    return component.key() || component.name().equals("server");
  }

  /** Returns the fact that the pattern demands, with what it must be. */
  private String whole(String server) {
    Address address = Address.of(server, kind, keys());
    Map<String, String> demanded = new LinkedHashMap<>();
    for (RecordShape.Component component : RecordShape.of(kind).components()) {
      if (!isName(component)) {
        pattern.conditions().stream()
            .filter(condition -> condition.component().equals(component.name()))
            .flatMap(condition -> value(condition, component).stream())
            .findFirst()
            .ifPresent(value -> demanded.put(component.name(), value));
      }
    }
    return demanded.isEmpty()
        ? address.toString()
        : address
            + demanded.entrySet().stream()
                .map(one -> quoted(one.getKey()) + ": " + json(one.getValue(), one.getKey()))
                .collect(Collectors.joining(", ", "={", "}"));
  }

  private String json(String value, String component) {
    Class<?> type = RecordShape.of(kind).component(component).orElseThrow().type();
    boolean bare =
        type.isPrimitive() || Number.class.isAssignableFrom(type) || type == Boolean.class;
    return bare ? value : quoted(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private List<String> keys() {
    return RecordShape.of(kind).keys().stream().map(this::key).toList();
  }

  /** Returns the name that the pattern demands. */
  private String key(RecordShape.Component key) {
    return pattern.conditions().stream()
        .filter(condition -> condition.component().equals(key.name()))
        .flatMap(condition -> value(condition, key).stream())
        .findFirst()
        .orElse(ANY);
  }

  /** Returns a value that does, as a document has it. */
  private static Optional<String> value(Condition condition, RecordShape.Component component) {
    boolean chosen = "==".equals(condition.operator()) || "in".equals(condition.operator());
    if (!chosen || condition.values().isEmpty()) {
      return Optional.empty();
    }
    String text = condition.values().get(0);
    if (text.startsWith("$") || text.equals("null")) {
      return Optional.empty();
    }
    if (text.startsWith("\"")) {
      return condition.texts().stream().findFirst();
    }
    Object[] constants = component.type().getEnumConstants();
    String name = text.substring(text.lastIndexOf('.') + 1);
    if (constants == null) {
      return Optional.of(text.replaceAll("(?<=\\d)[A-Za-z]$", ""));
    }
    return Arrays.stream(constants)
        .map(constant -> (Enum<?>) constant)
        .filter(constant -> constant.name().equals(name))
        .map(Camel::word)
        .findFirst();
  }
}
