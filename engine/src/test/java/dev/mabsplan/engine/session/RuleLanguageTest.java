package dev.mabsplan.engine.session;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.faults;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.lint.UnknownLint;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a rule need not say, since it is said once elsewhere or goes without saying. */
class RuleLanguageTest {

  private static final Symptom SYMPTOM =
      new Symptom("small/inconsistent", "FS01", "D:\\", Address.parse("errors[0]"));
  private static final Collected SERVICES = new Collected("FS01", FactKind.SERVICES);
  private static final Service VSS = Service.of("FS01", "VSS");

  private static Set<String> fired(SmallPack pack, Object... observed) {
    Set<String> fired = new TreeSet<>();
    pack.compile().derive(List.of(observed)).forEach(derivation -> fired.add(derivation.rule()));
    return fired;
  }

  private static boolean fires(String patterns, Object... observed) {
    return fired(good().rule("tested", patterns), observed).contains("small/tested");
  }

  @Nested
  class TheHeadOfAFile {

    private static final String RULE =
        """
        // A replica that differs from its source fails every later job.
        rule "inconsistent"
        when
          Symptom( id == "small/inconsistent", $server : server, $dataSource : dataSource )
        then
          problem( "small/inconsistent", $server, $dataSource );
        end
        """;

    @Test
    void goesWithoutSaying() {
      SmallPack pack = good().with("small/rules.drl", RULE);
      assertEquals(Set.of("small/inconsistent"), fired(pack, SYMPTOM));
      assertEquals(2, pack.compile().rule("small/inconsistent").orElseThrow().line());
    }

    @Test
    void mayNameThePackageAlone() {
      for (String head : List.of("package test.small\n", "// Replicas.\npackage test.small;\n")) {
        SmallPack pack = good().with("small/rules.drl", head + RULE);
        assertEquals(Set.of("small/inconsistent"), fired(pack, SYMPTOM));
      }
    }

    @Test
    void leavesFaultsOnTheirLines() {
      assertEquals(
          "pack/small/rules.drl:4: expected a component of Symptom: id, server, dataSource, error;"
              + " found \"idd == \"small/inconsistent\"\"; rule inconsistent: did you mean \"id\"?",
          faults(
                  good().with("small/rules.drl", RULE).replace("small/rules.drl", "id ==", "idd ==")
                      ::compile)
              .get(0));
    }
  }

  @Nested
  class ASymptomThatIsAProblem {

    private static SmallPack declared(String symptoms) {
      return good()
          .with("small/rules.drl", "")
          .replace("small/topic.yaml", "    severity: high\n", "    severity: high\n" + symptoms);
    }

    @Test
    void isSaidOnce() {
      SmallPack pack = declared("    per: data-source\n    symptoms: [inconsistent]\n");
      List<Derivation> derived = pack.compile().derive(List.of(SYMPTOM));
      assertEquals(
          List.of(new Problem("small/inconsistent", "FS01", "D:\\")),
          derived.stream().map(Derivation::finding).toList());
      assertEquals("small/inconsistent", derived.get(0).rule());
      assertEquals(
          List.of(new FactCited(Address.parse("errors[0]"), "small/inconsistent")),
          derived.get(0).facts());
    }

    @Test
    void isThatOfTheServerWhereNothingElseIsSaid() {
      SmallPack pack =
          declared("    symptoms: [inconsistent]\n")
              .replace("small/words.en.yaml", "of {dataSource} as", "as");
      assertEquals(
          List.of(new Problem("small/inconsistent", "FS01", null)),
          pack.compile().derive(List.of(SYMPTOM)).stream().map(Derivation::finding).toList());
    }

    @Test
    void isARuleLikeOthers() {
      RuleBase rules =
          declared("    per: data-source\n    symptoms:\n      inconsistent: Later jobs fail.\n")
              .compile();
      KnownRule rule = rules.rule("small/inconsistent").orElseThrow();
      assertEquals("Later jobs fail.", rule.why());
      assertEquals("pack/small/topic.yaml:17", rule.file() + ":" + rule.line());
      assertEquals(
          """
          rule "inconsistent"
          when
            Symptom( id == "small/inconsistent", $server : server, $dataSource : dataSource )
          then
            problem( "small/inconsistent", $server, $dataSource );
          end""",
          rule.drl());
      assertEquals(
          List.of("never fires", "without id == \"small/inconsistent\""),
          Mutants.of(rules, "small", UnknownLint::refuses).all().stream()
              .map(mutant -> mutant.id().substring("small/inconsistent: ".length()))
              .limit(2)
              .toList());
      assertTrue(rules.without("small/inconsistent").derive(List.of(SYMPTOM)).isEmpty());
    }

    @Test
    void needsNoReasonOfItsOwn() {
      SmallPack pack =
          declared("    symptoms: [inconsistent]\n")
              .replace(
                  "small/words.en.yaml",
                  "rules:\n  inconsistent: DPM reports the replica of {dataSource} as"
                      + " inconsistent\n",
                  "");
      assertEquals(Set.of("small/inconsistent"), fired(pack, SYMPTOM));
    }

    @Test
    void isKnown() {
      assertFault(
          "pack/small/topic.yaml:15: expected the id of a symptom, as topic/name; found"
              + " \"small/inconsistant\"; rule inconsistant: did you mean \"small/inconsistent\"?",
          good()
                  .replace(
                      "small/topic.yaml",
                      "    severity: high\n",
                      "    severity: high\n    symptoms: [inconsistant]\n")
              ::compile);
    }

    @Test
    void isNoOtherRuleToo() {
      assertFault(
          "pack/small/topic.yaml:16: expected a name that no other rule has; found"
              + " \"inconsistent\", as in pack/small/rules.drl:8; rule inconsistent: say in the"
              + " name what sets it apart",
          good()
                  .replace(
                      "small/topic.yaml",
                      "    severity: high\n",
                      "    severity: high\n    per: data-source\n    symptoms: [inconsistent]\n")
              ::compile);
    }
  }

  @Nested
  class WhatACompleteListDoesNotHold {

    private static final String NO_VSS =
        "Service( name == \"VSS\", present == false, $server : server )";

    @Test
    void isAbsent() {
      assertTrue(fires(NO_VSS, SERVICES));
      assertTrue(fires(NO_VSS, SERVICES, Service.of("FS01", "BITS")));
    }

    @Test
    void isUnknownWhereTheListIsNotComplete() {
      assertTrue(!fires(NO_VSS));
      assertTrue(!fires(NO_VSS, Service.of("FS01", "BITS")));
      assertTrue(!fires(NO_VSS, new Collected("FS01", FactKind.VOLUMES)));
    }

    @Test
    void isNotAbsentInAnotherSpelling() {
      assertTrue(!fires(NO_VSS, SERVICES, Service.of("FS01", "vss")));
    }

    @Test
    void isCitedWithTheListThatItIsNotIn() {
      assertEquals(
          List.of(
              "servers[FS01].collected = services", "servers[FS01].services[VSS].present = false"),
          good().rule("tested", NO_VSS).compile().derive(List.of(SERVICES)).get(0).facts().stream()
              .map(cited -> cited.address() + " = " + cited.value())
              .toList());
    }

    @Test
    void isAnsweredForEveryNameThatARuleAsksFor() {
      String either =
          "Service( name in ( \"VSS\", \"BITS\" ), present == false, $server : server )";
      assertTrue(fires(either, SERVICES, VSS));
      assertTrue(!fires(either, SERVICES, VSS, Service.of("FS01", "BITS")));
    }

    @Test
    void isAnsweredForSeveralNamesOfOneThing() {
      String value =
          "RegistryValue( key == \"HKLM\\\\A\", name == \"B\", present == false, $server : server )";
      Collected whole = new Collected("FS01", FactKind.REGISTRY_VALUES);
      assertTrue(fires(value, whole, RegistryValue.of("FS01", "HKLM\\A", "C")));
      assertTrue(!fires(value, whole, RegistryValue.of("FS01", "HKLM\\A", "B")));
    }

    @Test
    void isNotAnsweredForNamesThatAreLeftOpen() {
      for (String open :
          List.of(
              "Service( named( \"SQLAgent$*\" ), present == false, $server : server )",
              "Service( name != \"VSS\", present == false, $server : server )",
              "Volume( $name : name, $server : server )\n"
                  + "Service( server == $server, name == $name, present == false )",
              "Service( present == false, $server : server )")) {
        assertTrue(!fires(open, SERVICES, Volume.of("FS01", "D:")), open);
      }
    }

    @Test
    void mayBeNegatedOnlyWhereItIsSaidThatItIsThere() {
      assertFault(
          "pack/small/rules.drl:19: expected present == true under \"not Service\"; found none;"
              + " rule tested: what is known to be absent is a fact too; where one thing is meant"
              + " by its name, write Service( …, present == false ): what was collected whole and"
              + " does not list it says so",
          good()
                  .rule(
                      "tested",
                      "Collected( kind == FactKind.SERVICES, $server : server )\n"
                          + "not Service( server == $server, name == \"VSS\" )")
              ::compile);
    }
  }

  @Nested
  class ARuleThatExtendsAnother {

    private static final String DISABLED =
        """

        // A service that may not start is of no use.
        rule "disabled"
        when
          Service( startType == StartType.DISABLED, $server : server )
        then
        end
        """;

    private static SmallPack pack() {
      return good()
          .append("small/rules.drl", DISABLED)
          .drl(
              "tested",
              """
              rule "tested" extends "disabled"
              when
                Volume( server == $server, freeBytes < 6 )
              then
                confirm( "small/let-vss-start", $server );
              end
              """);
    }

    @Test
    void demandsWhatTheOtherDemands() {
      Volume full = Volume.of("FS01", "D:").withFreeBytes(5);
      Service disabled = VSS.withStartType(StartType.DISABLED);
      assertEquals(Set.of("small/tested"), fired(pack(), disabled, full));
      assertEquals(Set.of(), fired(pack(), VSS.withStartType(StartType.MANUAL), full));
      assertEquals(Set.of(), fired(pack(), disabled));
    }

    @Test
    void citesWhatBothMatch() {
      assertEquals(
          List.of(
              "servers[FS01].services[VSS].startType = disabled",
              "servers[FS01].volumes[D:].freeBytes = 5"),
          pack()
              .compile()
              .derive(
                  List.of(
                      VSS.withStartType(StartType.DISABLED),
                      Volume.of("FS01", "D:").withFreeBytes(5)))
              .get(0)
              .facts()
              .stream()
              .map(cited -> cited.address() + " = " + cited.value())
              .toList());
    }

    @Test
    void isChangedInWhatTheOtherDemandsToo() {
      List<Mutant> mutants =
          Mutants.of(pack().compile(), "small", UnknownLint::refuses).all().stream()
              .filter(mutant -> mutant.rule().equals("small/tested"))
              .toList();
      assertTrue(
          mutants.stream()
              .anyMatch(
                  mutant ->
                      mutant.was().equals("startType == StartType.DISABLED")
                          && mutant.line() == 18));
    }

    @Test
    void isShownWithTheOther() {
      assertEquals(Set.of("small/inconsistent", "small/tested"), pack().compile().rules());
      String drl = pack().compile().rule("small/tested").orElseThrow().drl();
      assertTrue(drl.contains("rule \"disabled\"") && drl.contains("extends \"disabled\""), drl);
    }
  }

  @Nested
  class SeveralCalls {

    @Test
    void eachDeriveAndEachAreMissed() {
      RuleBase rules =
          good()
              .rule(
                  "tested",
                  "Service( startType == StartType.DISABLED, $server : server )",
                  "confirm( \"small/let-vss-start\", $server );\n"
                      + "satisfy( \"small/check\", $server );")
              .compile();
      List<Object> facts = List.of(VSS.withStartType(StartType.DISABLED));
      assertEquals(2, rules.derive(facts).size());
      Mutants mutants = Mutants.of(rules, "small", UnknownLint::refuses);
      Mutant one =
          mutants.all().stream()
              .filter(mutant -> mutant.was().equals("satisfy( \"small/check\", $server )"))
              .findFirst()
              .orElseThrow();
      assertTrue(mutants.differing(facts).contains(one));
      assertEquals(1, mutants.with(one).derive(facts).size());
    }
  }

  @Nested
  class AKey {

    private static SmallPack pack(String name) {
      return good()
          .append("pack.yaml", "keys:\n  DPM_SETUP: HKLM\\Software\\DPM \"Setup\"\n")
          .rule(
              "tested",
              "RegistryValue( key == Keys." + name + ", name == \"A\", $server : server )");
    }

    @Test
    void isCalledByAShortName() {
      assertEquals(
          Set.of("small/tested"),
          fired(pack("DPM_SETUP"), RegistryValue.of("FS01", "HKLM\\Software\\DPM \"Setup\"", "A")));
    }

    @Test
    void isShownAsItIsWritten() {
      String drl = pack("DPM_SETUP").compile().rule("small/tested").orElseThrow().drl();
      assertTrue(drl.contains("Keys.DPM_SETUP"), drl);
    }

    @Test
    void isKnown() {
      assertFault(
          "pack/small/rules.drl:18: expected a key that keys: of pack.yaml or topic.yaml defines;"
              + " found Keys.DPM_SETTUP; did you mean \"DPM_SETUP\"?",
          pack("DPM_SETTUP")::compile);
    }

    @Test
    void isOfTheTopicOrOfThePackAndNotOfBoth() {
      assertFault(
          "pack/small/topic.yaml:47:3, /keys/DPM_SETUP: expected a key that the pack has not;"
              + " found \"DPM_SETUP\"; take it out, or name it for this topic",
          pack("DPM_SETUP").append("small/topic.yaml", "keys:\n  DPM_SETUP: x\n")::read);
    }

    @Test
    void isNamedInCapitals() {
      assertFault(
          "pack/small/topic.yaml:47:3, /keys/dpmSetup: expected a key named in capitals, such as"
              + " DPM_SETUP; found \"dpmSetup\"; write \"DPM_SETUP\"",
          good().append("small/topic.yaml", "keys:\n  dpmSetup: x\n")::read);
    }

    @Test
    void standsInDataAndWordsToo() {
      SmallPack pack =
          good()
              .append("small/topic.yaml", "keys:\n  SHADOW: VSS\n")
              .replace("small/topic.yaml", "- services[VSS]", "- services[Keys.SHADOW]")
              .replace(
                  "small/probes.yaml", "tells: [\"services[VSS]", "tells: [\"services[Keys.SHADOW]")
              .replace("small/words.en.yaml", "services[VSS]", "services[Keys.SHADOW]");
      assertEquals(Set.of("small/inconsistent"), fired(pack, SYMPTOM));
    }

    @Test
    void isNoTextInQuotesNorAComment() {
      assertEquals(
          Set.of("small/tested"),
          fired(
              good()
                  .rule(
                      "tested",
                      "// Keys.NONE\nRegistryValue( key == \"Keys.NONE\", $server : server )"),
              RegistryValue.of("FS01", "Keys.NONE", "A")));
    }
  }
}
