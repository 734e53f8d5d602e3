package dev.mabsplan.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.shape.RecordShape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NameTest {

  @ParameterizedTest
  @EnumSource
  void everyKeyThatIsATextIsAName(FactKind kind) {
    assertEquals(
        List.of(),
        RecordShape.of(kind).keys().stream()
            .filter(key -> key.type() == String.class && key.sort().isEmpty())
            .toList());
  }

  @Test
  void whatSomebodyObservedIsNone() {
    assertEquals(Optional.empty(), component(FactKind.OBSERVATIONS, "value").sort());
    assertEquals(Optional.empty(), component(FactKind.REGISTRY_VALUES, "data").sort());
  }

  @Test
  void namesOfOneSortAreOfOneSort() {
    assertEquals(
        component(FactKind.PROTECTION_GROUPS, "name").sort(),
        component(FactKind.DATA_SOURCES, "protectionGroup").sort());
  }

  @Test
  void namesOfNoSortAreEachTheirOwn() {
    assertTrue(
        component(FactKind.SERVICES, "name").sort().isPresent()
            && !component(FactKind.SERVICES, "name")
                .sort()
                .equals(component(FactKind.WINDOWS_FEATURES, "name").sort()));
  }

  private static RecordShape.Component component(FactKind kind, String name) {
    return RecordShape.of(kind).component(name).orElseThrow();
  }
}
