package dev.mabsplan.engine.session;

import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearMissTest {

  private static final Service VSS = Service.of("FS01", "VSS");
  private static final Symptom SYMPTOM =
      new Symptom("small/inconsistent", "FS01", "D:\\", Address.parse("errors[0]"));
  private static final SmallPack VSS_DISABLED =
      good()
          .rule(
              "tested",
              "Service( name == \"VSS\", startType == StartType.DISABLED, $server : server )");

  private static String shown(NearMiss miss) {
    return miss.met()
        + " of "
        + miss.conditions()
        + "; "
        + miss.unmet()
        + "; "
        + miss.found().stream().map(f -> f.address() + " = " + f.value()).toList();
  }

  /** How near the rule {@code tested} came. */
  private static String miss(SmallPack pack, Object... observed) {
    List<NearMiss> misses = pack.compile().nearMisses(List.of("small/tested"), List.of(observed));
    assertEquals(1, misses.size(), misses::toString);
    assertEquals("small/tested", misses.get(0).rule().id());
    return shown(misses.get(0));
  }

  private static String miss(String patterns, Object... observed) {
    return miss(good().rule("tested", patterns), observed);
  }

  @Test
  void namesTheFirstConditionThatNothingMeetsAndWhatWasMetInstead() {
    assertEquals(
        "1 of 2; Service: startType == StartType.DISABLED;"
            + " [servers[FS01].services[VSS].startType = manual]",
        miss(VSS_DISABLED, VSS.withStartType(StartType.MANUAL)));
  }

  @Test
  void saysUnknownForWhatIsUnknown() {
    assertEquals(
        "1 of 2; Service: startType == StartType.DISABLED;"
            + " [servers[FS01].services[VSS].startType = unknown]",
        miss(VSS_DISABLED, VSS));
    assertEquals(
        "0 of 1; Volume: purposes contains VolumePurpose.SCRATCH;"
            + " [servers[FS01].volumes[D:].purposes = unknown]",
        miss(
            "Volume( purposes contains VolumePurpose.SCRATCH, $server : server )",
            Volume.of("FS01", "D:")));
  }

  @Test
  void namesTheFirstConditionOfAPatternOfWhichThereIsNoFact() {
    assertEquals("0 of 2; Service: name == \"VSS\"; []", miss(VSS_DISABLED));
  }

  @Test
  void showsWholeNamesWhereANameIsNotMet() {
    assertEquals(
        "0 of 2; Service: name == \"VSS\"; [servers[FS01].services[BITS] = BITS]",
        miss(VSS_DISABLED, Service.of("FS01", "BITS").withStartType(StartType.DISABLED)));
  }

  @Test
  void showsAtMostThreeFactsInTheOrderOfAddresses() {
    assertEquals(
        "0 of 2; Service: name == \"VSS\"; [servers[FS01].services[A] = A,"
            + " servers[FS01].services[B] = B, servers[FS01].services[C] = C]",
        miss(
            VSS_DISABLED,
            Service.of("FS01", "D"),
            Service.of("FS01", "B"),
            Service.of("FS01", "C"),
            Service.of("FS01", "A")));
  }

  @Test
  void followsWhatJoinsPatterns() {
    assertEquals(
        "3 of 4; Service: server == $server; [servers[FS02].services[VSS] = FS02]",
        miss(
            """
            Problem( id == "small/inconsistent", $server : server )
            Volume( name == "D:", freeBytes < 5 )
            Service( server == $server )
            """,
            SYMPTOM,
            Volume.of("FS02", "D:").withFreeBytes(1),
            Service.of("FS02", "VSS")));
  }

  @Test
  void seesProblemsThatOtherRulesDerive() {
    assertEquals(
        "1 of 2; Service: server == $server; []",
        miss(
            """
            Problem( id == "small/inconsistent", $server : server )
            Service( server == $server )
            """,
            SYMPTOM));
  }

  @Test
  void countsAPatternUnderNotAsOneAndShowsWhatStandsInTheWay() {
    assertEquals(
        "1 of 3; not Service( server == $server, name == \"VSS\", present == true );"
            + " [servers[FS01].services[VSS].present = true]",
        miss(
            """
            Collected( kind == FactKind.SERVICES, $server : server )
            not Service( server == $server, name == "VSS", present == true )
            Volume( server == $server )
            """,
            new Collected("FS01", FactKind.SERVICES),
            Service.of("FS02", "VSS"),
            VSS));
  }

  @Test
  void countsAPatternUnderExistsAsOneAndShowsWhatItIsJoinedWith() {
    assertEquals(
        "1 of 2; exists Service( server == $server, startType == StartType.DISABLED );"
            + " [servers[FS01].services[VSS].startType = manual]",
        miss(
            """
            Volume( freeBytes < 5, $server : server )
            exists Service( server == $server, startType == StartType.DISABLED )
            """,
            Volume.of("FS01", "D:").withFreeBytes(1),
            VSS.withStartType(StartType.MANUAL),
            Service.of("FS02", "VSS").withStartType(StartType.MANUAL)));
  }

  @Test
  void countsAPatternThatOnlyBindsAsOne() {
    assertEquals(
        "0 of 2; $problem : Problem( $server : server ); []",
        miss("$problem : Problem( $server : server )\nService( server == $server )", VSS));
  }

  @Test
  void asksAVersionOnlyWhereItIsKnown() {
    String patterns =
        "Software( product == \"mars\", version != null, version.isBelow(\"2.0\"), $server : server"
            + " )";
    assertEquals(
        "1 of 3; Software: version != null; [servers[FS01].software[mars].version = unknown]",
        miss(patterns, Software.of("FS01", "mars")));
    assertEquals(
        "2 of 3; Software: version.isBelow(\"2.0\"); [servers[FS01].software[mars].version = 2.1]",
        miss(patterns, Software.of("FS01", "mars").withVersion(Version.parse("2.1"))));
  }

  @Test
  void showsWhatThePatternLooksAtWhereTheFactItselfIsAsked() {
    assertEquals(
        "1 of 2; Volume: freeBelow(5); [servers[FS01].volumes[D:].freeBytes = 9,"
            + " servers[FS01].volumes[D:].purposes = scratch]",
        miss(
            "Volume( purposes contains VolumePurpose.SCRATCH, freeBelow(5), $free : freeBytes,"
                + " $server : server )",
            Volume.of("FS01", "D:")
                .withPurposes(Set.of(VolumePurpose.SCRATCH))
                .withSizeBytes(10)
                .withFreeBytes(9)));
  }

  @Test
  void showsWhatAServerIsAndWhatWasCollected() {
    assertEquals(
        "0 of 1; Server: role == ServerRole.BACKUP_SERVER; [servers[FS01].role = protectedServer]",
        miss(
            "Server( role == ServerRole.BACKUP_SERVER, $server : name )",
            new Server("FS01", ServerRole.PROTECTED_SERVER, null)));
    assertEquals(
        "0 of 1; Collected: kind == FactKind.SERVICES; [servers[FS01].collected = volumes]",
        miss(
            "Collected( kind == FactKind.SERVICES, $server : server )",
            new Collected("FS01", FactKind.VOLUMES)));
  }

  @Test
  void showsTheSymptomsThatAreThere() {
    assertEquals(
        "0 of 1; Symptom: server == \"FS02\"; [errors[0] = small/inconsistent]",
        miss("Symptom( server == \"FS02\", $server : server )", SYMPTOM));
  }

  @Test
  void isTheSameForNamesInAnyCase() {
    assertEquals(
        "1 of 2; Service: startType == StartType.DISABLED;"
            + " [servers[FS01].services[vss].startType = manual]",
        miss(VSS_DISABLED, Service.of("FS01", "vss").withStartType(StartType.MANUAL)));
  }

  private static final RuleBase THREE =
      good()
          .rule("a-fires", "Service( name == \"VSS\", $server : server )")
          .rule("b-far", "Volume( freeBytes < 5, sizeBytes < 5, $server : server )")
          .rule("c-far", "Volume( freeBytes < 6, sizeBytes < 5, $server : server )")
          .rule(
              "d-near",
              "Service( name == \"VSS\", startType == StartType.MANUAL, $server : server )")
          .compile();

  private static final List<String> ALL =
      List.of("small/d-near", "small/c-far", "small/b-far", "small/a-fires");

  private static List<String> ids(RuleBase rules) {
    return rules.nearMisses(ALL, List.of(VSS)).stream().map(miss -> miss.rule().id()).toList();
  }

  @Test
  void theNearestComesFirstThenTheIdDecides() {
    assertEquals(List.of("small/d-near", "small/b-far", "small/c-far"), ids(THREE));
  }

  @Test
  void aRuleThatOnlyIsDisabledIsNoNearMiss() {
    assertEquals(
        List.of("small/d-near", "small/b-far", "small/c-far"), ids(THREE.without("small/a-fires")));
  }

  @Test
  void aRuleThatIsNotThereIsRefusedWithTheNearest() {
    assertEquals(
        "expected topic and name of a rule; found \"small/d-nea\"; did you mean \"small/d-near\"?",
        assertThrows(
                IllegalArgumentException.class,
                () -> THREE.nearMisses(List.of("small/d-nea"), List.of()))
            .getMessage());
  }

  @Test
  void leavesNoSessionBehindAndTheRulesAsTheyWere() {
    List<?> before = THREE.derive(List.of(VSS, SYMPTOM));
    THREE.nearMisses(ALL, List.of(VSS, SYMPTOM));
    assertEquals(before, THREE.derive(List.of(VSS, SYMPTOM)));
    assertEquals(0, THREE.openSessions());
  }
}
