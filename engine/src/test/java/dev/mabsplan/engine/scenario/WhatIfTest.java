package dev.mabsplan.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.scenario.WhatIf.Add;
import dev.mabsplan.engine.scenario.WhatIf.Change;
import dev.mabsplan.engine.scenario.WhatIf.Set;
import dev.mabsplan.engine.scenario.WhatIf.Unset;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.Messages;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

  private static final String ONE_SERVER =
      """
      {"servers": [{"name": "MABS01", "role": "backupServer", "collected": ["services"],
        "services": [{"name": "VSS", "state": "stopped", "startType": "disabled"}],
        "volumes": [{"name": "D:", "freeBytes": 5}]}]}
      """;

  private static final String TWO_SERVERS =
      """
      {"observedAt": "2026-01-15T03:10:00Z",
       "servers": [{"name": "MABS01", "role": "backupServer"},
        {"name": "FS01.contoso.com", "role": "protectedServer",
         "services": [{"name": "VSS", "state": "stopped", "startType": "disabled"}]}],
       "errors": [{"id": 3106, "server": "FS01.contoso.com"}, {"id": 104, "server": "FS01.contoso.com"}],
       "attempts": [{"remedy": "replica/let-vss-start", "outcome": "failed"}]}
      """;

  private static Facts changed(String document, Change... changes) {
    return WhatIf.of(FactsDocument.parse(document), List.of(changes), Messages.NONE);
  }

  private static void becomes(String document, String from, String to, Change... changes) {
    assertTrue(document.contains(from), from);
    assertEquals(
        FactsDocument.write(FactsDocument.parse(document.replace(from, to))),
        FactsDocument.write(changed(document, changes)));
  }

  private static String refused(String document, Change change) {
    InvalidFactsException e =
        assertThrows(InvalidFactsException.class, () -> changed(document, change));
    return e.faults().get(0).message();
  }

  @Nested
  class Adding {

    @Test
    void anErrorComesToTheOthers() {
      becomes(
          TWO_SERVERS,
          "{\"id\": 104, \"server\": \"FS01.contoso.com\"}]",
          "{\"id\": 104, \"server\": \"FS01.contoso.com\"}, {\"id\": 33, \"message\": \"a = b\"}]",
          new Add("errors", "{\"id\": 33, \"message\": \"a = b\"}"));
    }

    @Test
    void theFirstErrorComesToo() {
      assertEquals(33, changed(ONE_SERVER, new Add("errors", "{\"id\": 33}")).errors().get(0).id());
    }

    @Test
    void anAttemptComesToTheOthers() {
      assertEquals(
          List.of("replica/consistency-check", "replica/let-vss-start"),
          changed(
                  TWO_SERVERS,
                  new Add(
                      "attempts",
                      "{\"remedy\": \"replica/consistency-check\", \"outcome\": \"impossible\"}"))
              .attempts()
              .stream()
              .map(Attempt::remedy)
              .toList());
    }

    @Test
    void aServerComesToTheOthers() {
      becomes(
          TWO_SERVERS,
          "{\"name\": \"MABS01\", \"role\": \"backupServer\"},",
          "{\"name\": \"MABS01\", \"role\": \"backupServer\"},"
              + " {\"name\": \"FS02\", \"role\": \"protectedServer\"},",
          new Add("servers", "{\"name\": \"FS02\", \"role\": \"protectedServer\"}"));
    }

    @Test
    void whatIsNoListIsTold() {
      assertEquals(
          "--add services={}: expected one of errors, attempts, servers; found \"services\"; a fact comes"
              + " by its address: --set 'services[VSS]={\"state\": \"stopped\"}'",
          refused(ONE_SERVER, new Add("services", "{}")));
    }

    @Test
    void whatIsNoObjectIsTold() {
      assertEquals(
          "--add errors=3106: expected an object as JSON, such as {\"id\": 3106, \"server\":"
              + " \"FS01\"}; found \"3106\"",
          refused(ONE_SERVER, new Add("errors", "3106")));
    }

    @Test
    void aFieldThatNobodyKnowsIsTold() {
      assertTrue(refused(ONE_SERVER, new Add("errors", "{\"idd\": 3106}")).contains("idd"));
    }
  }

  @Nested
  class Setting {

    @Test
    void aComponentOfAFact() {
      becomes(
          TWO_SERVERS,
          "disabled",
          "manual",
          new Set("servers[FS01.contoso.com].services[VSS].startType", "manual"));
    }

    @Test
    void theShortNameOfAServerIsEnough() {
      becomes(
          TWO_SERVERS,
          "disabled",
          "manual",
          new Set("servers[fs01].services[vss].startType", "manual"));
    }

    @Test
    void theOnlyServerNeedNotBeNamed() {
      becomes(
          ONE_SERVER,
          "\"freeBytes\": 5",
          "\"freeBytes\": 7",
          new Set("volumes[D:].freeBytes", "7"));
    }

    @Test
    void theServerOfADocumentThatNamesNone() {
      assertEquals(
          FactsDocument.write(
              FactsDocument.parse(
                  "{\"servers\": [{\"name\": \"\", \"role\": \"backupServer\", \"services\":"
                      + " [{\"name\": \"VSS\", \"state\": \"running\"}]}], \"errors\": [{\"id\": 1}]}")),
          FactsDocument.write(
              changed("{\"errors\": [{\"id\": 1}]}", new Set("services[VSS].state", "running"))));
    }

    @Test
    void aWholeFact() {
      becomes(
          ONE_SERVER,
          "\"services\": [",
          "\"services\": [{\"name\": \"DPMRA\", \"state\": \"running\", \"startType\": \"manual\"}, ",
          new Set("services[DPMRA]", "{\"state\": \"running\", \"startType\": \"manual\"}"));
    }

    @Test
    void whatIsAbsentHasNoState() {
      becomes(
          ONE_SERVER,
          "\"state\": \"stopped\", \"startType\": \"disabled\"",
          "\"present\": false",
          new Set("services[VSS].present", "false"));
    }

    @Test
    void aListOfWords() {
      becomes(
          ONE_SERVER,
          "[\"services\"]",
          "[\"services\", \"volumes\"]",
          new Set("collected", "services, volumes"));
    }

    @Test
    void whatAnErrorIs() {
      becomes(
          TWO_SERVERS,
          "\"id\": 104,",
          "\"id\": 104, \"is\": \"replica/inconsistent\",",
          new Set("errors[104 on FS01.contoso.com].is", "replica/inconsistent"));
    }

    @Test
    void theClock() {
      becomes(
          TWO_SERVERS, "2026-01-15", "2026-02-15", new Set("observedAt", "2026-02-15T03:10:00Z"));
    }
  }

  @Nested
  class Forgetting {

    @Test
    void aComponent() {
      becomes(
          ONE_SERVER, ", \"startType\": \"disabled\"", "", new Unset("services[VSS].startType"));
    }

    @Test
    void aFactOfAKindThatThenWasNotCollectedWhole() {
      Facts facts = changed(ONE_SERVER, new Unset("services[VSS]"));

      assertEquals(1, facts.facts().size());
      assertTrue(facts.collected().isEmpty());
    }

    @Test
    void anError() {
      becomes(
          TWO_SERVERS,
          ", {\"id\": 104, \"server\": \"FS01.contoso.com\"}",
          "",
          new Unset("errors[104 on FS01.contoso.com]"));
    }

    @Test
    void anAttempt() {
      assertTrue(
          changed(TWO_SERVERS, new Unset("attempts[replica/let-vss-start]")).attempts().isEmpty());
    }

    @Test
    void theClock() {
      becomes(
          TWO_SERVERS, "\"observedAt\": \"2026-01-15T03:10:00Z\",", "", new Unset("observedAt"));
    }
  }

  @Test
  void changesFollowOneAnother() {
    becomes(
        ONE_SERVER,
        "\"freeBytes\": 5",
        "\"sizeBytes\": 9",
        new Unset("volumes[D:].freeBytes"),
        new Set("volumes[D:].sizeBytes", "9"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "services[VSS].startType | manual | expected an address that begins with servers[NAME], since"
            + " there are several; found \"services[VSS].startType\"; there are FS01.contoso.com, MABS01",
        "servers[FS02].services[VSS].state | running | expected a server that the facts name; found"
            + " \"servers[FS02].services[VSS].state\"; there are FS01.contoso.com, MABS01",
        "servers[FS01].services[VSS].startType | manuel | expected one of automatic, manual, disabled;"
            + " found \"manuel\"; did you mean \"manual\"?",
        "servers[FS01].servces[VSS].state | running | expected an address, such as"
            + " servers[FS01].services[VSS].startType; found \"servers[FS01].servces[VSS].state\";"
            + " expected a kind of fact; did you mean services? in the address"
            + " \"servers[FS01].servces[VSS].state\"; found \"servces[VSS].state\" at column 15",
        "servers[FS01].services[VSS] | running | expected the address of a component, or an object as"
            + " the value; found \"servers[FS01].services[VSS]\"; components are present, state,"
            + " startType",
        "errors[3107].is | a/b | expected an error or attempt that is there; found"
            + " \"errors[3107].is\"; mabsplan import shows what the facts hold"
      })
  void whatCannotBeSetIsSaidWithItsAddress(String address, String value, String expected) {
    assertEquals(
        "--set " + address + "=" + value + ": " + expected,
        refused(TWO_SERVERS, new Set(address, value)));
  }

  @Test
  void whatIsNotThereCannotBeForgotten() {
    assertEquals(
        "--unset servers[FS01].services[VSX]: expected an address at which something stands; found"
            + " \"servers[FS01].services[VSX]\"; did you mean"
            + " servers[FS01.contoso.com].services[VSS]?",
        refused(TWO_SERVERS, new Unset("servers[FS01].services[VSX]")));
  }
}
