package dev.mabsplan.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.order.SmallPack;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.facts.fault.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a remedy requires, and no plan that has the remedy would have. */
class RequiresLintTest {

  private static final String RETRY = "retry: again";

  private static List<String> faults(SmallPack pack) {
    try {
      pack.knowledge();
      return List.of();
    } catch (InvalidPackException e) {
      return e.faults().stream().map(Fault::message).toList();
    }
  }

  /** A window that must be open before agents are updated, and what is done again afterwards. */
  private static SmallPack pack(String treatment) {
    return new SmallPack()
        .problem("outdated", treatment, RETRY)
        .remedy("update", "requires: [open]")
        .remedy("open", "decidedBy: facts")
        .remedy("again", "effects: {errors: gone}", "decidedBy: always");
  }

  @Test
  void isSaidWithTheProblemAndWhatToWrite() {
    List<String> faults = faults(pack("update").problem("closed", "open", RETRY));

    assertEquals(1, faults.size(), faults::toString);
    assertEquals(
        "expected t/open in the treatment of t/outdated, since t/update requires it; found nothing"
            + " that brings it into the plan; requires only orders: write treatment: {sequence:"
            + " [t/open, …]} there, or make it a basic check, or a problem of its own with retry:"
            + " none",
        faults.get(0).substring(faults.get(0).indexOf("expected")));
  }

  @Test
  void isNothingWhereTheTreatmentHasIt() {
    assertEquals(List.of(), faults(pack("{sequence: [open, update]}")));
  }

  @Test
  void isNothingWhereABasicCheckHasIt() {
    assertEquals(List.of(), faults(pack("update").check("open", "operations: [disk-backup]")));
  }

  @Test
  void isNothingWhereFactsShowItByThemselves() {
    assertEquals(List.of(), faults(pack("update").problem("closed", "open")));
  }
}
