package dev.mabsplan.engine.foresight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.compare.PlanDifference.Changed;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.engine.foresight.Choice.Kind;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.report.OutlookText;
import dev.mabsplan.engine.session.Compared;
import dev.mabsplan.engine.session.Compared.Constant;
import dev.mabsplan.engine.session.Compared.Division;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ForesightTest {

  private static final Facts FACTS =
      FactsDocument.parse(
          """
          {"servers": [{"name": "MABS01", "role": "backupServer"},
                       {"name": "FS01", "role": "protectedServer"}],
           "errors": [{"id": 3106, "reportedBy": "MABS01", "server": "FS01", "dataSource": "D:\\\\"}]}
          """);

  private static final SmallPack DECIDED =
      SmallPack.good()
          .rule(
              "vss-disabled",
              "Service( name == \"VSS\", startType == StartType.DISABLED, $server : server )")
          .rule(
              "vss-may-start",
              "Service( name == \"VSS\", startType == StartType.MANUAL, $server : server )",
              "satisfy( drools, \"small/let-vss-start\", $server );");

  private static final SmallPack DECIDED_TOGETHER =
      SmallPack.good()
          .replace(
              "small/topic.yaml",
              "- services[VSS].startType",
              "- services[VSS].startType\n          - services[VSS].state")
          .replace(
              "small/probes.yaml",
              "[\"services[VSS].startType\"]",
              "[\"services[VSS].startType\", \"services[VSS].state\"]")
          .replace(
              "small/words.en.yaml",
              "facts:\n",
              "facts:\n  services[VSS].state: the state of the Volume Shadow Copy service\n")
          .rule(
              "vss-dead",
              "Service( name == \"VSS\", startType == StartType.DISABLED,"
                  + " state == ServiceState.STOPPED, $server : server )");

  private static List<Outlook> outlooks(SmallPack pack) {
    Planner planner = Workshop.planner(List.of(pack.read()));
    Plan plan = planner.plan(FACTS);
    return Foresight.of(planner, FACTS, plan, plan.questions());
  }

  private static String values(Prospect prospect) {
    return String.join(
        " ",
        prospect.choices().stream()
            .map(choice -> choice.kind() + String.join("-", choice.values()))
            .toList());
  }

  private static Prospect prospect(Outlook outlook, String values) {
    return outlook.prospects().stream()
        .filter(one -> values(one).contains(values))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class Alone {

    private final Outlook outlook = outlooks(DECIDED).get(0);

    @Test
    void whatConfirmsMakesTheStepSure() {
      Prospect disabled = prospect(outlook, "ISdisabled");

      assertTrue(disabled.changes());
      assertEquals(
          List.of("small/let-vss-start"),
          disabled.difference().changed().stream()
              .filter(Changed::isSurer)
              .map(Changed::after)
              .filter(step -> step.status().equals("confirmed"))
              .map(Step::remedy)
              .toList());
    }

    @Test
    void whatSatisfiesTakesTheStepAway() {
      assertEquals(
          List.of("small/let-vss-start"),
          prospect(outlook, "ISmanual").difference().steps().gone().stream()
              .map(Step::remedy)
              .toList());
    }

    @Test
    void whatComesToTheSameIsToldOnce() {
      Prospect rest = prospect(outlook, "ISautomatic");

      assertFalse(rest.changes());
      assertTrue(values(rest).contains("NOT_THERE"), values(rest));
      assertEquals(3, outlook.prospects().size());
    }

    @Test
    void itIsToldWithTheCommand() {
      String text = OutlookText.questions(List.of(outlook), Language.ENGLISH, 400, false);

      assertTrue(text.contains("Get-Service -Name VSS"), text);
      assertTrue(text.contains("disabled: "), text);
      assertTrue(text.contains("manual: "), text);
      assertTrue(text.contains("falls away: Let the Volume Shadow Copy service start"), text);
      assertTrue(text.contains(": nothing changes"), text);
    }
  }

  @Test
  void whatNoRuleLooksAtNeedNotBeAsked() {
    List<Outlook> outlooks = outlooks(SmallPack.good());

    assertEquals(1, outlooks.size());
    assertTrue(outlooks.get(0).isIdle());
    assertEquals(
        "1 question is not asked: no answer would change anything.\n",
        OutlookText.questions(outlooks, Language.ENGLISH, 100, false));
  }

  @Test
  void whatDecidesOnlyWithAnotherFactNamesIt() {
    Outlook outlook = outlooks(DECIDED_TOGETHER).get(0);

    assertFalse(outlook.changesSomething());
    assertFalse(outlook.isIdle());
    Joint joint = outlook.joints().get(0);
    assertEquals(Choice.is("disabled"), joint.choice());
    assertEquals("servers[FS01].services[VSS].state", joint.other().toString());
    assertEquals(Choice.is("stopped"), joint.otherChoice());
    assertTrue(joint.prospect().changes());
  }

  /** A rule that compares with another fact knows values that nobody can list. */
  @Test
  void whatIsComparedWithAnotherFactIsAskedAnyway() {
    Outlook outlook =
        outlooks(
                SmallPack.good()
                    .rule(
                        "vss-differs",
                        "Service( name == \"MSDPM\", $type : startType, startType != null )\n"
                            + "Service( name == \"VSS\", startType != null, startType == $type,"
                            + " $server : server )"))
            .get(0);

    assertFalse(outlook.whole());
    assertFalse(outlook.isIdle());
  }

  @Nested
  class OfOneFact {

    private static List<String> choices(String address, Constant... constants) {
      return Choices.of(
              Address.parse("servers[FS01]." + address), new Compared(List.of(constants), true))
          .all()
          .stream()
          .map(choice -> choice.kind() + " " + choice.values() + " " + choice.sample())
          .toList();
    }

    @Test
    void numbersAreCutWhereRulesCutThem() {
      assertEquals(
          List.of("BELOW [10] 9", "BETWEEN [10, 21] 10", "FROM [21] 21"),
          choices(
              "volumes[D:].freeBytes",
              new Constant(Division.FROM, "10"),
              new Constant(Division.ABOVE, "20")));
    }

    @Test
    void aNumberThatIsNamedStandsAlone() {
      assertEquals(
          List.of("BELOW [10] 9", "IS [10] 10", "FROM [11] 11"),
          choices("volumes[D:].freeBytes", new Constant(Division.EQUAL, "10")));
    }

    @Test
    void whatComesToTheSameIsOneStretch() {
      Choice low = new Choice(Kind.BETWEEN, List.of("1", "10"), "1");

      assertEquals(
          new Choice(Kind.FROM, List.of("1"), "1"),
          low.joined(new Choice(Kind.FROM, List.of("10"), "10")).orElseThrow());
      assertEquals(
          new Choice(Kind.BELOW, List.of("10"), "0"),
          new Choice(Kind.BELOW, List.of("1"), "0").joined(low).orElseThrow());
      assertTrue(low.joined(new Choice(Kind.FROM, List.of("11"), "11")).isEmpty());
      assertTrue(Choice.is("1").joined(low).isEmpty());
    }

    @Test
    void versionsAreCutWhereRulesCutThem() {
      assertEquals(
          List.of(
              "BELOW [2.0.9249.0] 0.0.0.1", "FROM [2.0.9249.0] 2.0.9249.0", "NOT_THERE [] false"),
          choices("software[Agent].version", new Constant(Division.FROM, "2.0.9249.0")));
    }

    @Test
    void aNameIsOneOfThoseThatRulesNameOrAnother() {
      assertEquals(
          List.of("IS [1] 1", "OTHER [] something else", "NOT_THERE [] false"),
          choices("registryValues[HKLM\\A, B].data", new Constant(Division.EQUAL, "1")));
    }

    @Test
    void whatIsThereOrNotIsAskedAsThat() {
      assertEquals(
          Stream.of(Kind.THERE, Kind.NOT_THERE).map(kind -> kind + " []").toList(),
          choices("services[VSS].present").stream()
              .map(choice -> choice.substring(0, choice.indexOf(']') + 1))
              .toList());
    }
  }
}
