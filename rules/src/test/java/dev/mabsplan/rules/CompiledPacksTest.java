package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.mabsplan.engine.CompiledPacks;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.facts.gathered.Facts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Packs that the build compiled plan as those do that are compiled now. */
@Tag("slow")
class CompiledPacksTest {

  private static final ClassLoader LOADER = CompiledPacksTest.class.getClassLoader();

  private static final Planner COMPILED_NOW = Planner.ofFiles(PackFiles.classPath(LOADER));

  private static String plan(Planner planner, Facts facts) {
    return PlanJson.write(planner.plan(facts, Language.SWEDISH), Detail.LEDGER);
  }

  @Test
  void areThere() {
    assertNotNull(LOADER.getResource(CompiledPacks.RESOURCE));
  }

  @Test
  void giveTheSamePlanInEveryScenario() {
    List<String> others = new ArrayList<>();
    for (Scenario scenario : Catalog.scenarios()) {
      Facts facts = scenario.given().facts();
      if (!plan(Catalog.PLANNER, facts).equals(plan(COMPILED_NOW, facts))) {
        others.add(scenario.name());
      }
    }
    assertEquals(List.of(), others);
  }

  /** One that has planned nothing yet has no more rules than the facts need. */
  @Test
  void giveTheSamePlanFirstOfAll() {
    List<Scenario> scenarios = Catalog.scenarios();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i += 40) {
      Facts facts = scenarios.get(i).given().facts();
      if (!plan(Planner.shipped(), facts).equals(plan(COMPILED_NOW, facts))) {
        others.add(scenarios.get(i).name());
      }
    }
    assertEquals(List.of(), others);
  }

  @Test
  void giveTheSamePlanWithoutAPack() {
    Planner fewer = Planner.without("dpm");
    Planner fewerNow =
        Planner.ofFiles(PackFiles.without(PackFiles.classPath(LOADER), Set.of("dpm")));
    List<String> others = new ArrayList<>();
    for (Scenario scenario : Catalog.scenarios()) {
      Facts facts = scenario.given().facts();
      if (facts.attempts().isEmpty()
          && facts.errors().stream().allMatch(error -> error.is() == null)
          && !plan(fewer, facts).equals(plan(fewerNow, facts))) {
        others.add(scenario.name());
      }
    }
    assertEquals(List.of(), others);
  }

  @Test
  void sayWhereTheirRulesAre() {
    String file =
        Workshop.of(Catalog.PLANNER).rules().rule("replica/vss-disabled").orElseThrow().file();

    assertEquals(
        Workshop.of(COMPILED_NOW).rules().rule("replica/vss-disabled").orElseThrow().file(), file);
    assertFalse(Path.of(file).getFileName().toString().isEmpty());
  }
}
