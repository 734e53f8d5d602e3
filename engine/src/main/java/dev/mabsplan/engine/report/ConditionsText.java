package dev.mabsplan.engine.report;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.shape.RecordShape;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells an author of rules what a pattern may ask of each kind of fact. */
public final class ConditionsText {

  private static final Set<String> OF_ANY_RECORD = Set.of("equals", "hashCode", "toString");

  private ConditionsText() {}

  /** Returns the names that patterns call kinds of facts by, and what else they may match. */
  public static List<String> kinds() {
    return List.copyOf(types().keySet());
  }

  private static Map<String, Class<? extends Record>> types() {
    Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      types.put(kind.type().getSimpleName(), kind.type());
    }
    for (Class<? extends Record> type :
        List.of(Server.class, Collected.class, Symptom.class, Problem.class)) {
      types.put(type.getSimpleName(), type);
    }
    return types;
  }

  /**
   * Returns what a pattern over a kind may ask.
   *
   * @param kind one of {@link #kinds}
   * @throws IllegalArgumentException where there is no such kind
   */
  public static String write(String kind) {
    Class<? extends Record> type = types().get(kind);
    if (type == null) {
      throw new IllegalArgumentException("no kind of fact is called " + kind);
    }
    List<String> lines = new ArrayList<>();
    lines.add(kind + "( … )");
    int width =
        RecordShape.of(type).components().stream().mapToInt(c -> c.name().length()).max().orElse(0);
    for (RecordShape.Component component : RecordShape.of(type).components()) {
      lines.add("  " + padded(component.name(), width) + "  " + told(component));
    }
    methods(type).forEach(method -> lines.add("  " + asked(method) + "  yes or no"));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String told(RecordShape.Component component) {
    String what =
        component
            .element()
            .map(element -> "several of " + value(element) + "; contains, not contains")
            .orElseGet(() -> value(component.type()) + operators(component));
    boolean certain = component.key() || component.name().equals("server") || component.required();
    boolean unknown = !certain && !component.type().isPrimitive() && component.element().isEmpty();
    return what + (unknown ? "; may be unknown: != null before != and a question" : "");
  }

  private static String value(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> type.getSimpleName() + "." + ((Enum<?>) constant).name())
          .collect(Collectors.joining(", "));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true, false";
    }
    return Number.class.isAssignableFrom(type) || type.isPrimitive()
        ? "number"
        : type == String.class ? "text in quotes" : type.getSimpleName();
  }

  private static String operators(RecordShape.Component component) {
    if (component.key() && component.type() == String.class) {
      return "; a name: ==, !=, in, not in, without case";
    }
    if (component.type() == Version.class) {
      return "; <, <=, >, >= with another, isBelow( \"1.2\" ), isAtLeast( \"1.2\" )";
    }
    return Number.class.isAssignableFrom(component.type()) || component.type().isPrimitive()
        ? component.type() == boolean.class ? "" : "; ==, !=, <, <=, >, >="
        : "";
  }

  private static List<Method> methods(Class<? extends Record> type) {
    Set<String> components =
        RecordShape.of(type).components().stream()
            .map(RecordShape.Component::name)
            .collect(Collectors.toSet());
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() == boolean.class)
        .filter(method -> !OF_ANY_RECORD.contains(method.getName()))
        .filter(method -> !components.contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static String asked(Method method) {
    return Arrays.stream(method.getParameters())
        .map(
            parameter ->
                parameter.getType() == String.class
                    ? "\"" + parameter.getName() + "\""
                    : parameter.getName())
        .collect(Collectors.joining(", ", method.getName() + "( ", " )"));
  }
}
