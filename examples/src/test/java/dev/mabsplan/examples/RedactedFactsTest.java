package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.windows.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactedFactsTest {

  private static final Planner PLANNER = Planner.shipped();

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void thePlanHasTheSameSteps(Path example) {
    Facts facts = FactsDocument.read(example);

    assertEquals(steps(facts), steps(Redaction.of(facts)));
  }

  private static List<String> steps(Facts facts) {
    return PLANNER.plan(facts).steps().stream()
        .map(step -> step.number() + " " + step.remedy() + " " + step.status())
        .toList();
  }
}
