package dev.mabsplan.engine.scenario;

import static dev.mabsplan.engine.scenario.SmallScenario.PACK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectsTest {

  private static final Facts FACTS =
      FactsDocument.parse(
          """
          {"servers": [
             {"name": "MABS01", "role": "backupServer"},
             {"name": "FS01", "role": "protectedServer",
              "services": [{"name": "vss", "state": "stopped", "startType": "disabled"}],
              "folders": [{"path": "C:\\\\A", "present": false}, {"path": "C:\\\\B", "present": false},
                          {"path": "C:\\\\C", "present": true}]}],
           "errors": [{"id": 3106, "server": "FS01", "dataSource": "D:"}, {"id": 99999}]}
          """);

  private static final String EFFECT = "effects: {\"services[VSS].startType\": manual}";

  private static Facts after(Planner planner, Facts facts) {
    return Effects.after(Workshop.of(planner).knowledge(), planner.plan(facts), facts);
  }

  private static Facts after() {
    return after(SmallScenario.PLANNER, FACTS);
  }

  /** What would be so where the first remedy had another effect. */
  private static Facts with(String effect) {
    return after(
        Workshop.planner(List.of(PACK.replace("small/topic.yaml", EFFECT, effect).read())), FACTS);
  }

  private static Optional<Fact> fact(Facts facts, String address) {
    return facts.fact(Address.parse(address));
  }

  @Test
  void changeAComponentAndKeepTheOthers() {
    assertEquals(
        Optional.of(
            Service.of("FS01", "vss")
                .withState(ServiceState.STOPPED)
                .withStartType(StartType.MANUAL)),
        fact(after(), "servers[FS01].services[VSS]"));
  }

  @Test
  void goForEveryItemOfAStepAndNoOther() {
    assertEquals(
        List.of("C:\\A true", "C:\\B true", "C:\\C true"),
        after().facts().stream()
            .filter(Folder.class::isInstance)
            .map(Folder.class::cast)
            .map(folder -> folder.path() + " " + folder.present())
            .toList());
  }

  @Test
  void ofTheRetryAreThatTheErrorsOfItsProblemAreGone() {
    assertEquals(List.of(99999), after().errors().stream().map(error -> error.id()).toList());
  }

  @Test
  void areThoseOfTheStepsThatAreDone() {
    Plan plan = SmallScenario.PLANNER.plan(FACTS);
    Facts after =
        Effects.after(
            Workshop.of(SmallScenario.PLANNER).knowledge(),
            plan,
            FACTS,
            List.of(plan.steps().get(0)));
    assertEquals(2, after.errors().size());
    assertEquals(
        fact(FACTS, "servers[FS01].folders[C:\\A]"), fact(after, "servers[FS01].folders[C:\\A]"));
    assertNotEquals(
        fact(FACTS, "servers[FS01].services[VSS]"), fact(after, "servers[FS01].services[VSS]"));
  }

  @Test
  void ofNoStepAreNone() {
    Plan plan = SmallScenario.PLANNER.plan(FACTS);
    assertEquals(
        FACTS,
        Effects.after(Workshop.of(SmallScenario.PLANNER).knowledge(), plan, FACTS, List.of()));
  }

  @Test
  void makeAFactThatWasNotKnown() {
    assertEquals(
        Optional.of(Service.of("FS01", "BITS").withState(ServiceState.RUNNING)),
        fact(with("effects: {\"services[BITS].state\": running}"), "servers[FS01].services[BITS]"));
  }

  @Test
  void makeTheOneFactOfAKind() {
    assertTrue(
        fact(with("effects: {systemProxy.enabled: true}"), "servers[FS01].systemProxy")
            .orElseThrow()
            .toString()
            .contains("enabled=true"));
  }

  @Test
  void leaveNothingKnownOfWhatIsNoLongerThere() {
    assertEquals(
        Optional.of(new Service("FS01", "vss", false, null, null)),
        fact(with("effects: {\"services[VSS].present\": false}"), "servers[FS01].services[VSS]"));
  }

  @Test
  void bringBackWhatWasNotThere() {
    assertEquals(
        Optional.of(Folder.of("FS01", "C:\\A")),
        fact(
            with("effects: {\"folders[C:\\\\A].present\": true}"), "servers[FS01].folders[C:\\A]"));
  }

  @Test
  void areLeftOutWhereAPlaceholderIsUnknown() {
    assertEquals(
        3,
        with("effects: {\"folders[{item}].present\": true}").facts().stream()
            .filter(Folder.class::isInstance)
            .count());
  }

  @Test
  void ofATestThatIsUndoneAreNone() {
    assertEquals(
        fact(FACTS, "servers[FS01].services[VSS]"),
        fact(with("temporary: true\n    " + EFFECT), "servers[FS01].services[VSS]"));
  }
}
