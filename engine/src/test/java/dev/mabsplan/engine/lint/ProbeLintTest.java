package dev.mabsplan.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.pack.SmallPack;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProbeLintTest {

  private static final String PROBES = "small/probes.yaml";
  private static final String TOPIC = "small/topic.yaml";
  private static final String NAMED =
      """
            - probe: vss-start-type
              on: protectedServer
              facts:
                - services[VSS].startType
      """;

  /** A pack that decides by what its probe tells. */
  private static SmallPack good() {
    return SmallPack.good()
        .rule(
            "off",
            "  Service( $server : server, name == \"VSS\", startType == StartType.DISABLED )");
  }

  private static SmallPack probes(String text, String by) {
    return good().replace(PROBES, text, by);
  }

  private static List<String> said(SmallPack... packs) {
    return Lint.check(Arrays.stream(packs).map(SmallPack::files).toList()).stream()
        .map(fault -> fault.message())
        .toList();
  }

  private static void assertSaid(String message, SmallPack... packs) {
    assertEquals(List.of(message), said(packs));
  }

  @Test
  void nothingIsWrongWithAGoodProbe() {
    assertEquals(List.of(), said(good()));
  }

  @Nested
  class AProbe {

    @Test
    void isNamedByARemedy() {
      assertEquals(
          "pack/small/probes.yaml:1:1, /vss-start-type: expected a remedy that"
              + " small/vss-start-type decides; found none; name it under decidedBy of one, or take"
              + " it out with its words and its sample",
          said(good().replace(TOPIC, NAMED, "      - vss-start\n")).get(0));
    }

    @Test
    void thatARemedyNamesIsThere() {
      assertEquals(
          "pack/small/topic.yaml:27:9, /remedies/let-vss-start/decidedBy/0: expected a probe that"
              + " decides small/let-vss-start; found \"small/vss-start\"",
          said(good().replace(TOPIC, NAMED, "      - vss-start\n"))
              .get(1)
              .replaceAll("; did .*", ""));
    }

    @Test
    void tellsTheFactsThatARemedyTakesOfIt() {
      assertSaid(
          "pack/small/topic.yaml:27:16, /remedies/let-vss-start/decidedBy/0/probe: expected a fact"
              + " that small/vss-start-type tells; found \"services[VSS].state\";"
              + " did you mean \"services[VSS].startType\"?",
          good().replace(TOPIC, "- services[VSS].startType", "- services[VSS].state"));
    }

    @Test
    void hasAFormatThatIsKnown() {
      assertSaid(
          "pack/small/probes.yaml:5:11, /vss-start-type/format: expected the format of what"
              + " small/vss-start-type prints; found \"Get-Servise | ConvertTo-Json\"; did you mean"
              + " \"Get-Service | ConvertTo-Json\"?",
          probes("format: Get-Service", "format: Get-Servise"));
    }

    @Test
    void hasACommandOfItsOwn() {
      assertEquals(
          "pack/small/probes.yaml:4:12, /vss-start-type/command: expected a command that no other"
              + " probe has; found that of tape/vss-start-type; let tape/vss-start-type tell both,"
              + " and name it as tape/vss-start-type",
          said(
                  good(),
                  SmallPack.good()
                      .renamed("other", "tape")
                      .replace("tape/probes.yaml", "Get-Service VSS", "Get-Service -Name VSS"))
              .get(0));
    }

    @Test
    void hasPlaceholdersThatAreFilled() {
      assertSaid(
          "pack/small/probes.yaml:4:12, /vss-start-type/command: expected placeholders in the"
              + " command of small/vss-start-type out of [backupServer, dataSource, item, items,"
              + " protectedServer, protectionGroup, server]; found {sever}; did you mean \"server\"?",
          probes("Get-Service -Name VSS", "Get-Service -ComputerName '{sever}' -Name VSS"));
    }

    @Test
    void asksNoServerWhetherItReachesItself() {
      assertEquals(
          "pack/small/probes.yaml:2:11, /vss-start-type/tells/0: expected another server than the"
              + " one that is asked; found {server}; write {backupServer} or {protectedServer}",
          said(probes("services[VSS].startType", "networkReach[{server}].reachable")).get(0));
    }

    @Test
    void mayHaveBracesInItsCommand() {
      assertEquals(
          List.of(),
          said(
              probes("Get-Service -Name VSS", "Get-Service | Where-Object { $_.Name -eq 'VSS' }")));
    }

    @Test
    void saysWhatAnEmptyAnswerMeansAsAFact() {
      assertSaid(
          "pack/small/probes.yaml:6:36, /vss-start-type/empty/services[VSS].present: expected true"
              + " or false for what empty means at small/vss-start-type; found \"no\"",
          probes("present\": false", "present\": no"));
    }
  }

  @Nested
  class ASample {

    @Test
    void isThere() {
      assertEquals(
          "pack/small/probes.yaml:1:1, /vss-start-type: expected a sample of what"
              + " small/vss-start-type prints; found none; put one into small/samples, in a file"
              + " named like the probe",
          said(good().without("small/samples/vss-start-type.json")).get(0));
    }

    @Test
    void isReadByItsFormat() {
      List<String> said =
          said(good().with("small/samples/vss-start-type.json", "STATE : 1  STOPPED\n"));
      assertEquals(
          "pack/small/probes.yaml:1:1, /vss-start-type: expected a sample of small/vss-start-type"
              + " that is read as Get-Service | ConvertTo-Json; found the answer to"
              + " small/vss-start-type is not what Get-Service | ConvertTo-Json prints; let the"
              + " command print it as it is, or name another format",
          said.get(0));
    }

    @Test
    void tellsTheFactsOfItsProbe() {
      assertEquals(
          "pack/small/probes.yaml:1:1, /vss-start-type: expected a sample of small/vss-start-type"
              + " that tells services[VSS].startType; found others; take the fact out of tells, or"
              + " let the command show it",
          said(good()
                  .with(
                      "small/samples/vss-start-type.json",
                      "{\"Name\": \"BITS\", \"Status\": 1, \"StartType\": 4}"))
              .get(0));
    }

    @Test
    void isOfAProbe() {
      assertSaid(
          "pack/small/probes.yaml: expected a probe for every sample; found none named vss-state;"
              + " did you mean \"small/vss-start-type\"?",
          good().with("small/samples/vss-state.json", "{}"));
    }
  }

  @Nested
  class AFact {

    @Test
    void thatIsAskedIsReadByARule() {
      assertSaid(
          "pack/small/probes.yaml:2:11, /vss-start-type/tells/0: expected a rule that reads"
              + " services[VSS].startType; found none; take it out of tells, or write the rule that"
              + " it decides by",
          SmallPack.good());
    }

    @Test
    void thatIsAskedMayBeMoreOfOneThatIsReadByARule() {
      assertEquals(
          List.of(),
          said(
              good()
                  .replace(
                      PROBES,
                      "[\"services[VSS].startType\"]",
                      "[\"services[VSS].startType\", \"services[VSS].state\"]")
                  .replace(
                      "small/words.en.yaml",
                      "facts:\n",
                      "facts:\n  services[VSS].state: whether it runs\n")));
    }

    @Test
    void thatAPersonSeesIsReadByARule() {
      SmallPack pack =
          good()
              .replace(
                  TOPIC, NAMED, NAMED + "      - {fact: retention, seen: console, effort: short}\n")
              .replace(
                  "small/words.en.yaml",
                  "facts:\n",
                  "facts:\n  retention: how long points are kept\n");
      assertSaid(
          "pack/small/topic.yaml:31:16, /remedies/let-vss-start/decidedBy/1/fact: expected a rule"
              + " that reads retention; found none; leave it out, or write the rule that decides by"
              + " it",
          pack);
    }

    @Test
    void thatNoCommandShowsIsSeenSomewhere() {
      assertEquals(
          List.of(
              "pack/small/topic.yaml:27:9, /remedies/let-vss-start/decidedBy/0: expected"
                  + " \"seen\"; found nothing; write one of server, console, azure-portal, vcenter,"
                  + " exchange, network"),
          said(
              good()
                  .replace(
                      TOPIC,
                      NAMED,
                      "      - {fact: \"services[VSS].startType\", effort: short}\n")));
    }

    @Test
    void thatARuleDecidesByIsAsked() {
      SmallPack pack =
          good()
              .rule(
                  "stopped",
                  "  Service( $server : server, name == \"BITS\", state == ServiceState.STOPPED )");
      assertEquals(
          List.of(
              "expected a probe whose sample tells services[BITS].state, or a person who sees it;"
                  + " found none; rule stopped: name it under decidedBy of what it decides, as a"
                  + " probe or with seen:"),
          said(pack).stream().map(line -> line.replaceFirst("^\\S+ ", "")).toList());
    }

    @Test
    void thatARuleOnlyListensToNeedNotBeAsked() {
      SmallPack pack =
          good()
              .rule(
                  "stopped",
                  "  Service( $server : server, name == \"BITS\", state == ServiceState.STOPPED )",
                  "confirm( drools, \"small/check\", $server );");
      assertEquals(List.of(), said(pack));
    }
  }
}
