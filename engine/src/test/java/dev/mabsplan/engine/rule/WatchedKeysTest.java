package dev.mabsplan.engine.rule;

import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Volume;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WatchedKeysTest {

  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";
  private static final String IN_DRL = KEY.replace("\\", "\\\\");

  /** The names that a rule with one pattern looks at. */
  private static WatchedKeys watched(String... patterns) {
    SmallPack pack = good();
    for (int i = 0; i < patterns.length; i++) {
      pack = pack.rule("rule-" + i, patterns[i]);
    }
    return pack.compile().watchedKeys();
  }

  private static Fact service(String name) {
    return Service.of("FS01", name);
  }

  private static final WatchedKeys VSS = watched("Service( name == \"VSS\", $server : server )");
  private static final WatchedKeys AGENTS =
      watched("Service( named( \"SQLAgent$*\" ), $server : server )");
  private static final WatchedKeys SCRATCH =
      watched(
          "RegistryValue( key == \""
              + IN_DRL
              + "\", name == \"ScratchLocation\", $server : server )");

  @Nested
  class AFactIsLookedAt {

    @Test
    void whereARuleNamesIt() {
      assertTrue(VSS.looksAt(service("VSS")));
    }

    @Test
    void whateverItsCase() {
      assertTrue(VSS.looksAt(service("vss")));
    }

    @Test
    void whereItIsOneOfSeveralNames() {
      WatchedKeys watched = watched("Service( name in ( \"VSS\", \"SDRSVC\" ), $server : server )");
      assertTrue(watched.looksAt(service("SDRSVC")));
    }

    @Test
    void whereARuleNamesTheBeginning() {
      assertTrue(AGENTS.looksAt(service("sqlagent$PAYROLL")));
    }

    @Test
    void whereARuleLooksAtItsKindWhateverTheName() {
      WatchedKeys watched = watched("Service( state == ServiceState.STOPPED, $server : server )");
      assertTrue(watched.looksAt(service("anything")));
    }

    @Test
    void whereAllItsNamesAreRight() {
      assertTrue(SCRATCH.looksAt(RegistryValue.of("FS01", KEY, "ScratchLocation")));
    }

    @Test
    void alsoWhereItsNameHasBackslashes() {
      WatchedKeys watched =
          watched("Folder( path == \"C:\\\\Windows\\\\Temp\", $server : server )");
      assertTrue(watched.looksAt(Folder.of("FS01", "C:\\Windows\\Temp")));
    }

    @Test
    void alsoByARuleThatNegatesIt() {
      WatchedKeys watched =
          watched(
              "Collected( kind == FactKind.SERVICES, $server : server )\n"
                  + "not Service( server == $server, name == \"VSS\", present == true )");
      assertTrue(watched.looksAt(service("VSS")));
      assertFalse(watched.looksAt(service("BITS")));
    }
  }

  @Nested
  class AFactIsNotLookedAt {

    @Test
    void whereRulesNameOthersOfItsKind() {
      assertFalse(VSS.looksAt(service("BITS")));
    }

    @Test
    void whereNoRuleLooksAtItsKind() {
      assertFalse(VSS.looksAt(Volume.of("FS01", "D:")));
    }

    @Test
    void whereOnlyOneOfItsNamesIsRight() {
      assertFalse(SCRATCH.looksAt(RegistryValue.of("FS01", KEY, "ProxyServer")));
      assertFalse(
          SCRATCH.looksAt(RegistryValue.of("FS01", "HKLM\\SOFTWARE\\Other", "ScratchLocation")));
    }

    @Test
    void whereTheBeginningIsAnother() {
      assertFalse(AGENTS.looksAt(service("SQLSERVERAGENT")));
    }
  }

  @Nested
  class ASlip {

    @Test
    void isANameWithinTwoLetters() {
      assertEquals(Optional.of("VSS"), VSS.nearest(service("VS")));
      WatchedKeys watched = watched("Service( name == \"obengine\", $server : server )");
      assertEquals(Optional.of("obengine"), watched.nearest(service("obegnin")));
    }

    @Test
    void isNotANameFurtherOff() {
      WatchedKeys watched = watched("Service( name == \"obengine\", $server : server )");
      assertEquals(Optional.empty(), watched.nearest(service("oben")));
    }

    @Test
    void isNotAShortNameThatSharesNothing() {
      assertEquals(Optional.empty(), VSS.nearest(service("RPC")));
    }

    @Test
    void canBeInTheBeginningOfAName() {
      assertEquals(Optional.of("SQLAgent$*"), AGENTS.nearest(service("SQLAgnet$PAYROLL")));
      assertEquals(Optional.empty(), AGENTS.nearest(service("MSSQL$PAYROLL")));
    }

    @Test
    void canBeInOneOfSeveralNames() {
      assertEquals(
          Optional.of("ScratchLocation"),
          SCRATCH.nearest(RegistryValue.of("FS01", KEY, "ScratchLocaton")));
    }

    @Test
    void isNoLikenessInOneNameWhereTheOtherIsWrong() {
      assertEquals(
          Optional.empty(),
          SCRATCH.nearest(RegistryValue.of("FS01", "HKLM\\SOFTWARE\\Other", "ScratchLocaton")));
    }
  }
}
