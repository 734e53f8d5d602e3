package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what of a fact a pattern matched, for people to look up. */
final class Citation {

  private final Set<String> components = new HashSet<>();

  private Citation(PatternOutline pattern) {
    pattern.conditions().forEach(condition -> components.add(condition.component()));
  }

  /** Makes ready to cite what one pattern looks at. */
  static Citation by(PatternOutline pattern) {
    return new Citation(pattern);
  }

  /** Returns what the pattern looks at in what it matched; nothing of problems and servers. */
  List<FactCited> of(Object matched) {
    if (matched instanceof Fact fact) {
      return components(fact);
    }
    if (matched instanceof Symptom symptom) {
      return List.of(new FactCited(symptom.error(), symptom.id()));
    }
    if (matched instanceof Collected collected) {
      return List.of(
          new FactCited(
              Address.ofServer(collected.server()).component("collected"),
              collected.kind().property()));
    }
    return List.of();
  }

  /**
   * The components that the conditions look at; where they look at none but the key, that it is
   * there.
   */
  private List<FactCited> components(Fact fact) {
    Record record = (Record) fact;
    RecordShape shape = RecordShape.of(record.getClass());
    Address address = Address.of(fact);
    List<FactCited> cited = new ArrayList<>();
    for (RecordShape.Component component : shape.components()) {
      if (!component.key()
          && components.contains(component.name())
          && !component.name().equals("server")) {
        Object value = component.value(record);
        if (value != null) {
          cited.add(new FactCited(address.component(component.name()), written(value)));
        }
      }
    }
    if (cited.isEmpty()) {
      cited.add(
          shape
              .component("present")
              .map(
                  present ->
                      new FactCited(
                          address.component(present.name()), written(present.value(record))))
              .orElseGet(() -> new FactCited(address, "known")));
    }
    return cited;
  }

  /** Returns a value as the facts document writes it. */
  static String written(@Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      return Camel.word(constant);
    }
    if (value instanceof Set<?> set) {
      return set.stream().map(Citation::written).collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }
}
