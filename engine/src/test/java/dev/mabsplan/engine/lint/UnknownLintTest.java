package dev.mabsplan.engine.lint;

import static dev.mabsplan.engine.pack.SmallPack.assertFault;
import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nothing is concluded from what is unknown, by whatever way it comes into a rule. */
class UnknownLintTest {

  private static void assertFine(String patterns) {
    assertDoesNotThrow(good().rule("tested", patterns)::compile);
  }

  private static void assertRefused(int line, String patterns, String message) {
    assertFault(
        "pack/small/rules.drl:" + line + ": expected " + message,
        good().rule("tested", patterns)::compile);
  }

  @Nested
  class AComponentThatMayBeUnknown {

    private static void assertNeedsNotNull(String component, String condition) {
      assertRefused(
          18,
          "Software( $server : server, " + condition + " )",
          component
              + " != null before \""
              + condition
              + "\"; found none; rule tested: where it is unknown the condition would match or"
              + " fail");
      assertFine("Software( $server : server, " + component + " != null, " + condition + " )");
    }

    @Test
    void isNotSaidToBeDifferentUnlessKnown() {
      assertRefused(
          18,
          "Service( $server : server, startType != StartType.MANUAL )",
          "startType != null before \"startType != StartType.MANUAL\"; found none; rule tested:"
              + " where it is unknown the condition would match or fail");
      assertFine("Service( $server : server, startType != null, startType != StartType.MANUAL )");
    }

    @Test
    void isNotSaidToBeOutsideUnlessKnown() {
      assertRefused(
          18,
          "Service( $server : server, startType not in ( StartType.MANUAL ) )",
          "startType != null before \"startType not in ( StartType.MANUAL )\"; found none; rule"
              + " tested: where it is unknown the condition would match or fail");
    }

    @Test
    void isNotAskedUnlessKnown() {
      assertNeedsNotNull("version", "version.isBelow(\"2.0\")");
    }

    @Test
    void isNotKnownForBeingSaidToBeSoAfterwards() {
      assertRefused(
          18,
          "Software( $server : server, version.isBelow(\"2.0\"), version != null )",
          "version != null before \"version.isBelow(\"2.0\")\"; found none; rule tested: where it"
              + " is unknown the condition would match or fail");
    }

    @Test
    void isNotKnownForBeingKnownInAnotherFact() {
      assertRefused(
          19,
          "Software( $server : server, version != null )\nSoftware( version.isBelow(\"2.0\") )",
          "version != null before \"version.isBelow(\"2.0\")\"; found none; rule tested: where it"
              + " is unknown the condition would match or fail");
    }

    @Test
    void isKnownWhereItIsCompared() {
      assertFine(
          "Volume( $server : server, freeBytes < 5000, freeBytes != 7 )\n"
              + "Service( server == $server, state in ( ServiceState.STOPPED ), state !="
              + " ServiceState.RUNNING )");
    }

    @Test
    void isNeverAskedForBecauseItIsUnknown() {
      String hint =
          "; rule tested: nothing is concluded from an unknown; only \"!= null\" may ask for it";
      assertRefused(
          18,
          "Service( $server : server, startType == null )",
          "conditions on what is known; found \"startType == null\"" + hint);
      assertRefused(
          18,
          "Service( $server : server, startType in ( StartType.MANUAL, null ) )",
          "conditions on what is known; found \"startType in ( StartType.MANUAL, null )\"" + hint);
    }
  }

  @Nested
  class ASetThatMayBeUnknown {

    @Test
    void isAskedForWhatItContains() {
      assertFine("Volume( $server : server, purposes contains VolumePurpose.SCRATCH )");
    }

    @Test
    void isNotAskedForWhatItDoesNotContain() {
      assertRefused(
          18,
          "Volume( $server : server, purposes not contains VolumePurpose.SCRATCH )",
          "\"contains\" for purposes; found \"purposes not contains VolumePurpose.SCRATCH\"; rule"
              + " tested: where it is empty it is unknown, and the condition would match");
    }

    @Test
    void isNotAskedWhetherItIsEmpty() {
      assertRefused(
          18,
          "Volume( $server : server, purposes.isEmpty() )",
          "\"contains\" for purposes; found \"purposes.isEmpty()\"; rule tested: where it is empty"
              + " it is unknown, and the condition would match");
    }
  }

  @Nested
  class AVariableThatMayBeUnknown {

    private static final String BOUND =
        "DataSource( $server : server, $group : protectionGroup )\n";

    private static void assertNeedsKnown(String patterns, String condition) {
      assertRefused(
          19,
          patterns,
          "$group known before it is used; found \""
              + condition
              + "\"; rule tested: say \"!= null\" where it is bound");
    }

    @Test
    void isNotWhatANameDiffersFrom() {
      assertNeedsKnown(BOUND + "ProtectionGroup( name != $group )", "name != $group");
      assertNeedsKnown(
          BOUND + "ProtectionGroup( name not in ( \"A\", $group ) )",
          "name not in ( \"A\", $group )");
    }

    @Test
    void isNotHandedToACall() {
      assertNeedsKnown(BOUND + "Service( named( $group ) )", "named( $group )");
    }

    @Test
    void isNotWhatAbsenceIsToldBy() {
      assertNeedsKnown(
          "Collected( kind == FactKind.PROTECTION_GROUPS, $s : server ) "
              + BOUND
              + "not ProtectionGroup( server == $s, name == $group )",
          "name == $group");
    }

    @Test
    void isNotEqualToAnotherUnknown() {
      assertRefused(
          19,
          BOUND + "DataSource( protectionGroup == $group )",
          "protectionGroup != null or $group known before it; found \"protectionGroup == $group\";"
              + " rule tested: where both are unknown the condition would match");
      assertRefused(
          19,
          BOUND + "DataSource( protectionGroup in ( \"A\", $group ) )",
          "protectionGroup != null or $group known before it; found \"protectionGroup in ( \"A\","
              + " $group )\"; rule tested: where both are unknown the condition would match");
    }

    @Test
    void mayBeEqualToWhatIsKnown() {
      assertFine(BOUND + "ProtectionGroup( name == $group )");
      assertFine(BOUND + "DataSource( protectionGroup != null, protectionGroup == $group )");
    }

    @Test
    void isKnownOnceItEqualsWhatIsKnown() {
      assertFine(BOUND + "ProtectionGroup( name == $group )\nProtectionGroup( name != $group )");
    }

    @Test
    void isKnownWhereItsComponentIs() {
      assertFine(
          "DataSource( $server : server, protectionGroup != null, $group : protectionGroup )\n"
              + "ProtectionGroup( name != $group )");
      assertFine(
          "DataSource( $server : server, $group : protectionGroup, protectionGroup != null )\n"
              + "ProtectionGroup( name != $group )");
    }

    @Test
    void isKnownWhereItIsOneOfTheNames() {
      assertFine("Service( $server : server, $name : name )\nService( name != $name )");
    }

    @Test
    void isComparedAsASizeOnlyWithWhatIsKnown() {
      assertFine(
          "DataSource( $server : server, $needed : requiredBytes )\n"
              + "Volume( freeBytes < $needed, sizeBytes != null, sizeBytes != $needed )");
    }
  }

  @Nested
  class AConsequence {

    @Test
    void isNotDerivedForAServerThatMayBeUnknown() {
      assertFault(
          "pack/small/rules.drl:16: expected $backup known before it is used; found \"confirm( …"
              + " $backup … )\"; rule tested: say \"!= null\" where it is bound",
          good()
                  .rule(
                      "tested",
                      "Server( $backup : backupServer )",
                      "confirm( drools, \"small/let-vss-start\", $backup );")
              ::compile);
    }

    @Test
    void isNotDerivedForAnItemThatMayBeUnknown() {
      assertFault(
          "pack/small/rules.drl:16: expected $group known before it is used; found \"missing( …"
              + " $group … )\"; rule tested: say \"!= null\" where it is bound",
          good()
                  .rule(
                      "tested",
                      "DataSource( $server : server, $group : protectionGroup )",
                      "missing( drools, \"small/let-vss-start\", $server, $group );")
              ::compile);
    }

    @Test
    void mayBeAProblemOfTheServerAsAWhole() {
      assertDoesNotThrow(
          good()
                  .rule(
                      "tested",
                      "Symptom( $server : server, $dataSource : dataSource )",
                      "problem( drools, \"small/inconsistent\", $server, $dataSource );")
              ::compile);
    }
  }

  @Nested
  class ADataSourceOfASymptom {

    @Test
    void isThatOfAProblemAlsoWhereBothAreOfTheServerAsAWhole() {
      assertFine(
          "Problem( $server : server, $dataSource : dataSource )\n"
              + "Symptom( server == $server, dataSource == $dataSource )");
    }
  }
}
