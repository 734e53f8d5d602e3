package dev.mabsplan.engine.rule;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types that patterns match: the kinds of facts, and what is derived or given besides. */
public final class Matchable {

  private static final Map<String, Class<? extends Record>> DERIVED_OR_GIVEN =
      Map.of(
          "Symptom", Symptom.class,
          "Problem", Problem.class,
          "Server", Server.class,
          "Collected", Collected.class);

  private Matchable() {}

  /** Returns the type that patterns call by a simple name, or nothing. */
  public static Optional<Class<? extends Record>> type(String name) {
    return WatchedKeys.kind(name)
        .<Class<? extends Record>>map(FactKind::type)
        .or(() -> Optional.ofNullable(DERIVED_OR_GIVEN.get(name)));
  }

  /** Returns the simple names of all types, sorted. */
  public static Set<String> names() {
    Set<String> types = new TreeSet<>(DERIVED_OR_GIVEN.keySet());
    Arrays.stream(FactKind.values()).map(kind -> kind.type().getSimpleName()).forEach(types::add);
    return types;
  }

  /** Returns whether a component can be null in the session or, if it is a set, be unknown. */
  public static boolean unknowable(Class<? extends Record> type, RecordShape.Component component) {
    if (Fact.class.isAssignableFrom(type)) {
      return Set.class.isAssignableFrom(component.type())
          || (!component.required() && !component.type().isPrimitive());
    }
    return Set.of("dataSource", "role", "backupServer").contains(component.name());
  }

  /** Returns the component that says whether something of a kind is there at all, or nothing. */
  public static Optional<RecordShape.Component> presence(FactKind kind) {
    return RecordShape.of(kind).component("present").filter(RecordShape.Component::isPresence);
  }
}
