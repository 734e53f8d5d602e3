package dev.mabsplan.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.Golden;
import dev.mabsplan.engine.scenario.Fate;
import dev.mabsplan.engine.scenario.Fate.End;
import dev.mabsplan.engine.session.Mutant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MutationTextTest {

  private static final List<Fate> FATES =
      List.of(
          new Fate(mutant("never fires"), End.NOTICED, "replica/vss"),
          new Fate(mutant("without startType == StartType.DISABLED"), End.SURVIVED, ""),
          new Fate(
              mutant("without name == \"VSS\""),
              End.NOT_EQUIVALENT,
              "replica/vss-not-looked-at#another disabled service says nothing of VSS"),
          new Fate(mutant("with name != \"VSS\""), End.EQUIVALENT, "No other service is disabled."),
          new Fate(mutant("with startType != StartType.DISABLED"), End.NOT_COMPILING, ""));

  private static Mutant mutant(String change) {
    return new Mutant(
        "replica/vss-disabled: " + change,
        "replica/vss-disabled",
        "rules/catalog/replica/rules.drl",
        70,
        Mutant.Kind.DROPPED,
        "",
        "");
  }

  @Test
  void whatNoScenarioNoticedIsListedAndTheRestCounted() {
    Golden.assertSame(
        "report/mutants.txt",
        MutationText.write(
            FATES, List.of("replica/vss-disabled: without state"), 80, "mabsplan test rules"));
  }

  @Test
  void whereAllWereNoticedThereIsOneLine() {
    assertEquals(
        "1 mutant: 1 noticed, 0 survived, 0 equivalent, 0 not compiling\n",
        MutationText.write(FATES.subList(0, 1), List.of(), 80, "mabsplan test"));
  }

  @Test
  void programsGetTheFateOfEveryMutant() {
    Golden.assertSame(
        "report/mutants.json", ResultJson.write(List.of(), Optional.empty(), Optional.of(FATES)));
  }
}
