package dev.mabsplan.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.SiteUsed;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.engine.site.InvalidSiteException;
import dev.mabsplan.engine.site.Site;
import dev.mabsplan.engine.site.SiteReader;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a site's own say changes in plans, and that plans say so. */
class SitePlansTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Planner PLANNER = Planner.of(List.of(SmallPack.good().read()));
  private static final Facts FACTS =
      FactsDocument.parse(
          """
          {"servers": [{"name": "MABS01", "role": "backupServer"},
                       {"name": "FS01", "role": "protectedServer"}],
           "errors": [{"id": 3106, "reportedBy": "MABS01", "server": "FS01", "dataSource": "D:\\\\"}]}
          """);

  private static Plan plan(String site) {
    return PLANNER.at(SiteReader.read("site.yaml", "site: contoso\n" + site), TODAY).plan(FACTS);
  }

  private static SiteUsed used(String site) {
    return plan(site).site().orElseThrow();
  }

  @Test
  void whatIsSaidOfOtherThingsChangesNothing() {
    assertEquals(
        PLANNER.plan(FACTS),
        plan(
            "waivers: [{problem: small/inconsistent, server: FS02, until: 2026-12-31, because: x}]"));
  }

  @Test
  void anAcceptedProblemIsNoneAndItsErrorIsExplained() {
    Plan plan =
        plan("waivers: [{problem: small/inconsistent, until: 2026-12-31, because: CHG-77}]");

    assertEquals(List.of(), plan.problems());
    assertEquals(List.of(), plan.steps());
    assertEquals(List.of(), plan.unexplained());
    assertEquals(
        List.of(
            new SiteUsed.Waived(
                "small/inconsistent", Optional.of("FS01"), LocalDate.of(2026, 12, 31), "CHG-77")),
        plan.site().orElseThrow().waived());
    String text = PlanText.write(plan, 80, false, Detail.BRIEF);
    assertTrue(text.contains("Accepted until 2026-12-31: small/inconsistent (FS01). CHG-77"), text);
  }

  @Test
  void aWaiverThatEndedIsToldAndTheProblemIsBack() {
    Plan plan =
        plan("waivers: [{problem: small/inconsistent, until: 2026-05-31, because: CHG-77}]");

    assertEquals(PLANNER.plan(FACTS).problems(), plan.problems());
    assertEquals(1, plan.site().orElseThrow().expired().size());
  }

  @Test
  void aRuleThatIsSwitchedOffDerivesNothingAndIsNamedWhereItWould() {
    String rule = Workshop.of(PLANNER).diagnose(FACTS).fired().stream().findFirst().orElseThrow();
    Plan plan = plan("rulesOff: {" + rule + ": {because: ours}}");

    assertEquals(List.of(), plan.problems());
    assertEquals(
        List.of(new SiteUsed.Silenced(rule, "ours")), plan.site().orElseThrow().silenced());
  }

  @Test
  void aRemedyTakesAsLongAsTheSiteSays() {
    Plan before = PLANNER.plan(FACTS);
    String remedy = before.steps().get(0).remedy();
    String site = "remedies: {" + remedy + ": {effort: very-long, because: 40 TB}}";
    Plan after = plan(site);

    assertEquals(
        240,
        after.steps().stream()
            .filter(step -> step.remedy().equals(remedy))
            .findFirst()
            .orElseThrow()
            .effortMinutes());
    assertEquals("40 TB", used(site).weighed().get(0).because());
    assertTrue(
        PlanText.write(
                PLANNER
                    .at(SiteReader.read("site.yaml", "site: contoso\n" + site), TODAY)
                    .plan(FACTS, Language.SWEDISH),
                80,
                false,
                Detail.ALL)
            .contains("Enligt platsfilen contoso"));
  }

  @Test
  void whatNoPackKnowsIsRefusedWithTheNearestName() {
    Site site =
        SiteReader.read(
            "site.yaml",
            "site: a\nwaivers: [{problem: small/inconsistant, until: 2026-12-31, because: x}]");
    InvalidSiteException refused =
        assertThrows(InvalidSiteException.class, () -> PLANNER.at(site, TODAY));

    assertEquals(
        "site.yaml:2:11, /waivers/0: expected a problem that a rule pack knows, as topic/name;"
            + " found \"small/inconsistant\"; did you mean \"small/inconsistent\"?",
        refused.faults().get(0).message());
  }
}
