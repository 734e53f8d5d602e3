package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.scenario.Coverage;
import dev.mabsplan.engine.scenario.Coverage.Level;
import dev.mabsplan.engine.scenario.EquivalentMutants;
import dev.mabsplan.engine.scenario.Fate;
import dev.mabsplan.engine.scenario.Fate.End;
import dev.mabsplan.engine.scenario.Mutation;
import dev.mabsplan.engine.scenario.ScenarioRunner;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scenarios leave no rule and no remedy untested. */
@Tag("slow")
class CoverageTest {

  /** May be made smaller, never larger: a mutant more is a scenario that is missing. */
  private static final int MOST_EQUIVALENT_MUTANTS = 0;

  private static final Coverage COVERAGE =
      Coverage.of(
          Catalog.PLANNER,
          new ScenarioRunner(Catalog.PLANNER).run(Catalog.scenarios()),
          id -> true);

  @ParameterizedTest
  @EnumSource(
      value = Level.class,
      names = {"FIRED", "SILENT", "CLOSED"})
  void leavesNothingOut(Level level) {
    assertEquals(List.of(), COVERAGE.missing(level));
  }

  @Test
  void everyChangeOfARuleIsNoticedByAScenario() {
    EquivalentMutants equivalent =
        EquivalentMutants.of(Catalog.PACKS.stream().map(PackFiles::directory).toList());
    Mutation mutation = new Mutation(Catalog.PLANNER, Catalog.scenarios(), equivalent);
    List<Fate> fates = mutation.run(rule -> true, topic -> {});
    assertEquals(
        List.of(),
        fates.stream()
            .filter(fate -> fate.end() != End.NOTICED && fate.end() != End.EQUIVALENT)
            .map(fate -> fate.mutant().id() + " " + fate.end())
            .toList());
    assertEquals(List.of(), mutation.gone(fates), "listed as equivalent, and no mutant any more");
  }

  @Test
  void theListOfEquivalentMutantsOnlyShrinks() {
    EquivalentMutants equivalent =
        EquivalentMutants.of(Catalog.PACKS.stream().map(PackFiles::directory).toList());
    assertTrue(
        equivalent.reasons().size() <= MOST_EQUIVALENT_MUTANTS,
        () -> equivalent.reasons().size() + " mutants are listed as equivalent");
  }
}
