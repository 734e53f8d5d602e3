package dev.mabsplan.engine.session;

import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.Matchable;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask for by name as absent, so that a list which was collected whole can answer: what
 * is not in it is not there. A rule then says {@code present == false}, whether somebody looked for
 * the one thing or collected all of its kind.
 *
 * <p>Only whole names can be answered for: a pattern that leaves one open, binds it elsewhere or
 * ends it in {@code *} asks for no one thing. It says {@code not} beside {@link Collected}, as does
 * a pattern over a kind of fact that is never known to be absent.
 */
final class Unlisted {

  private final Map<FactKind, Set<List<String>>> asked = new EnumMap<>(FactKind.class);

  private Unlisted() {}

  /** Returns what rules ask for as absent. */
  static Unlisted of(Collection<RuleOutline> rules) {
    Unlisted unlisted = new Unlisted();
    for (RuleOutline rule : rules) {
      for (PatternOutline pattern : rule.patterns()) {
        WatchedKeys.kind(pattern.type())
            .filter(kind -> Matchable.presence(kind).isPresent() && asksForAbsence(pattern))
            .ifPresent(kind -> unlisted.ask(kind, pattern));
      }
    }
    return unlisted;
  }

  private static boolean asksForAbsence(PatternOutline pattern) {
    return pattern.conditions().stream()
        .anyMatch(
            condition ->
                condition.component().equals("present")
                    && "==".equals(condition.operator())
                    && condition.values().equals(List.of("false")));
  }

  private void ask(FactKind kind, PatternOutline pattern) {
    List<List<String>> names = List.of(List.of());
    for (RecordShape.Component key : RecordShape.of(kind).keys()) {
      List<List<String>> longer = new ArrayList<>();
      for (String constant : constants(pattern, key)) {
        for (List<String> name : names) {
          List<String> more = new ArrayList<>(name);
          more.add(constant);
          longer.add(more);
        }
      }
      names = longer;
    }
    asked.computeIfAbsent(kind, k -> new LinkedHashSet<>()).addAll(names);
  }

  /** The names a key may have, where each stands for one thing; none where any does not. */
  private static Set<String> constants(PatternOutline pattern, RecordShape.Component key) {
    if (key.type() != String.class) {
      return Set.of();
    }
    Set<String> constants = new TreeSet<>();
    for (Condition condition : pattern.conditions()) {
      if (WatchedKeys.looksAt(condition, key.name())) {
        if (condition.texts().size() < condition.values().size()
            || condition.texts().stream().anyMatch(WatchedKeys::isBeginning)) {
          return Set.of();
        }
        constants.addAll(condition.texts());
      }
    }
    return constants;
  }

  /**
   * Returns what is absent, each with what says that its kind was collected whole.
   *
   * @param things what was observed, with names as rules spell them
   */
  Map<Record, Collected> among(Collection<?> things) {
    Map<Record, Collected> absent = new LinkedHashMap<>();
    for (Object thing : things) {
      if (thing instanceof Collected collected) {
        asked
            .getOrDefault(collected.kind(), Set.of())
            .forEach(names -> absent.putIfAbsent(absent(collected, names), collected));
      }
    }
    if (!absent.isEmpty()) {
      things.stream()
          .filter(Fact.class::isInstance)
          .forEach(fact -> absent.keySet().removeIf(one -> isSame(one, (Record) fact)));
    }
    return absent;
  }

  private static Record absent(Collected collected, List<String> names) {
    RecordShape shape = RecordShape.of(collected.kind());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    int name = 0;
    for (RecordShape.Component component : shape.components()) {
      if (component.key()) {
        values[component.place()] = names.get(name++);
      } else if (component.name().equals("server")) {
        values[component.place()] = collected.server();
      } else if (component.isPresence()) {
        values[component.place()] = false;
      } else if (Set.class.isAssignableFrom(component.type())) {
        values[component.place()] = Set.of();
      }
    }
    return shape.create(values);
  }

  private static boolean isSame(Record absent, Record fact) {
    return absent.getClass() == fact.getClass()
        && RecordShape.of(fact.getClass()).components().stream()
            .filter(component -> component.key() || component.name().equals("server"))
            .allMatch(component -> Objects.equals(component.value(absent), component.value(fact)));
  }
}
