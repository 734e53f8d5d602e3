package dev.mabsplan.facts.document;

import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.shape.Nearest;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads values as what components are, and says what is wrong with those that are none. */
final class ValueBinder {

  private static final int LONGEST_NUMBER = 100;
  private static final String LEAVE_OUT = "leave it out where it is unknown";

  private final Collection<Fault> faults;
  private final Map<Class<?>, Map<String, Object>> words = new HashMap<>();

  ValueBinder(Collection<Fault> faults) {
    this.faults = faults;
  }

  /** Returns the value of a component, nothing where it is none. */
  Optional<?> value(RecordShape.Component component, Node json) {
    Class<?> type = component.type();
    if (type == String.class) {
      return text(json);
    }
    if (type == boolean.class || type == Boolean.class) {
      return truth(json);
    }
    if (type == Integer.class) {
      return integer(json, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
    }
    if (type == Long.class) {
      return integer(json, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == Instant.class) {
      return instant(json);
    }
    if (type == Version.class) {
      return version(json);
    }
    if (type.isEnum()) {
      return word(json, words.computeIfAbsent(type, ValueBinder::words));
    }
    Map<String, Object> wordsOfElement =
        words.computeIfAbsent(component.element().orElseThrow(), ValueBinder::words);
    Set<Object> set = new LinkedHashSet<>();
    for (Node item : items(json, component.name())) {
      word(item, wordsOfElement).ifPresent(set::add);
    }
    return Optional.of(set);
  }

  private static Map<String, Object> words(Class<?> type) {
    Map<String, Object> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(Camel.word((Enum<?>) constant), constant);
    }
    return words;
  }

  private void wrongType(Node json, String expected, @Nullable String hint) {
    String advice = json.is(Kind.NOTHING) ? LEAVE_OUT : hint;
    faults.add(new Fault(expected, json.inJson(), json.source(), advice));
  }

  Optional<String> text(Node json) {
    if (json instanceof Scalar text && text.is(Kind.TEXT)) {
      return Optional.of(text.text());
    }
    boolean plain = json.is(Kind.NUMBER) || json.is(Kind.BOOLEAN);
    wrongType(json, "a text", plain ? "put it in quotes: \"" + json.inJson() + "\"" : null);
    return Optional.empty();
  }

  private Optional<Boolean> truth(Node json) {
    if (json instanceof Scalar truth && truth.is(Kind.BOOLEAN)) {
      return Optional.of(Boolean.parseBoolean(truth.text()));
    }
    boolean quoted =
        json instanceof Scalar text
            && text.is(Kind.TEXT)
            && (text.text().equalsIgnoreCase("true") || text.text().equalsIgnoreCase("false"));
    wrongType(json, "true or false", quoted ? "write it without quotes, in small letters" : null);
    return Optional.empty();
  }

  private Optional<Long> integer(Node json, long minimum, long maximum) {
    if (!(json instanceof Scalar number) || !number.is(Kind.NUMBER)) {
      boolean quoted =
          json instanceof Scalar text && text.is(Kind.TEXT) && text.text().matches("-?\\d{1,19}");
      wrongType(json, "an integer", quoted ? "write it without quotes" : null);
      return Optional.empty();
    }
    String range = "an integer from " + minimum + " to " + maximum;
    if (number.text().length() > LONGEST_NUMBER) {
      wrongType(json, range, null);
      return Optional.empty();
    }
    try {
      // 20.0 is an integer, as in JSON Schema: PowerShell writes whole numbers so
      BigDecimal exact = new BigDecimal(number.text());
      if (exact.signum() != 0 && exact.stripTrailingZeros().scale() > 0) {
        wrongType(json, "an integer", "round it");
        return Optional.empty();
      }
      long value = exact.longValueExact();
      if (value >= minimum && value <= maximum) {
        return Optional.of(value);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // falls out of every range
    }
    wrongType(json, range, null);
    return Optional.empty();
  }

  Optional<Instant> instant(Node json) {
    String expected = "a time such as 2026-01-15T03:10:00Z (ISO 8601)";
    if (!(json instanceof Scalar text) || !text.is(Kind.TEXT)) {
      wrongType(json, expected, null);
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.text()).toInstant());
    } catch (DateTimeException e) {
      boolean local = text.text().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
      wrongType(
          json, expected, local ? "add Z for UTC, or the offset from it such as +01:00" : null);
      return Optional.empty();
    }
  }

  private Optional<Version> version(Node json) {
    String expected = "a version, which is one to six numbers with dots between";
    if (!(json instanceof Scalar text) || !text.is(Kind.TEXT)) {
      wrongType(json, expected, json.is(Kind.NUMBER) ? "put it in quotes" : null);
      return Optional.empty();
    }
    try {
      return Optional.of(Version.parse(text.text()));
    } catch (IllegalArgumentException e) {
      wrongType(json, expected, "such as \"2.0.9249.0\"");
      return Optional.empty();
    }
  }

  <T> Optional<T> word(Node json, Map<String, T> words) {
    T value = json instanceof Scalar text && text.is(Kind.TEXT) ? words.get(text.text()) : null;
    if (value == null) {
      String expected =
          words.size() == 1
              ? words.keySet().iterator().next()
              : "one of " + String.join(", ", words.keySet());
      wrongType(
          json,
          expected,
          json instanceof Scalar text && text.is(Kind.TEXT)
              ? Nearest.to(text.text(), words.keySet())
                  .map(word -> "did you mean " + Fault.quote(word) + "?")
                  .orElse(null)
              : null);
    }
    return Optional.ofNullable(value);
  }

  /** Returns what is in a list; nothing where there is none. */
  List<Node> items(@Nullable Node json, String property) {
    if (json == null) {
      return List.of();
    }
    if (json instanceof Items array) {
      return array.items();
    }
    faults.add(
        new Fault(
            "a list",
            json.inJson(),
            json.source(),
            json instanceof Mapping ? "put it in brackets: \"" + property + "\": [{…}]" : null));
    return List.of();
  }
}
