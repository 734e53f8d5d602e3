package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.facts.Facts;
import org.junit.jupiter.api.Test;

/** A plan in short is made in a shorter way, and says the same. */
class ShortPlansTest {

  @Test
  void aPlanInShortHasTheProblemsAndStepsOfThePlan() {
    int count = 0;
    for (Scenario scenario : Catalog.scenarios()) {
      Facts facts = scenario.given().facts();
      // each language for half of them
      Language language = Language.values()[count++ % 2];
      assertEquals(
          ShortPlan.of(Catalog.PLANNER.plan(facts, language)),
          Catalog.PLANNER.shortPlan(facts, language),
          () -> scenario.name());
    }
  }
}
