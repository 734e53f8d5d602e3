package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.facts.gathered.Facts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan in short is made in a shorter way, and says the same. */
@Tag("slow")
class ShortPlansTest {

  @Test
  void aPlanInShortHasTheProblemsAndStepsOfThePlan() {
    for (Scenario scenario : Catalog.scenarios()) {
      Facts facts = scenario.given().facts();
      assertEquals(
          ShortPlan.of(Catalog.PLANNER.plan(facts, Language.SWEDISH)),
          Catalog.PLANNER.shortPlan(facts, Language.SWEDISH),
          () -> scenario.name());
    }
  }
}
