package dev.mabsplan.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.engine.pack.Treatment.Checklist;
import dev.mabsplan.engine.pack.Treatment.Choice;
import dev.mabsplan.engine.pack.Treatment.Rivals;
import dev.mabsplan.engine.pack.Treatment.Sequence;
import dev.mabsplan.engine.pack.Treatment.Take;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreatmentTextTest {

  private static Treatment take(String remedy) {
    return new Take("tape/" + remedy, null);
  }

  @Test
  void oneRemedyIsItself() {
    assertEquals(List.of("tape/cable"), TreatmentText.lines(take("cable")));
  }

  @Test
  void partsStandBelowWhatBringsThemTogether() {
    assertEquals(
        """
        rivals, until one helps
          tape/cable
          sequence, one after the other
            tape/unload
            choice, of which one is enough
              tape/driver
              tape/drive, where not tape/driver
          checklist, each where it is needed
            tape/door
        """,
        String.join(
                "\n",
                TreatmentText.lines(
                    new Rivals(
                        List.of(
                            take("cable"),
                            new Sequence(
                                List.of(
                                    take("unload"),
                                    new Choice(
                                        List.of(
                                            take("driver"),
                                            new Take("tape/drive", "tape/driver"))))),
                            new Checklist(List.of(take("door")))))))
            + "\n");
  }
}
