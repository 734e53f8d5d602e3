package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says that something is not wrong does not report it. */
class DeniedTest {

  private static List<String> problems(String text) {
    return Catalog.PLANNER
        .plan(Facts.builder().error(ReportedError.ofText(text)).build())
        .problems()
        .stream()
        .map(PlannedProblem::id)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The replica of D:\\ on FS01 is not inconsistent.",
        "The replica of D:\\ on FS01 is no longer inconsistent.",
        "The scratch volume on MABS01 is by no means full.",
        "SQL Server Agent on MABS01 is running and automatic.",
        "Antivirus on MABS01 does not quarantine infected files.",
        "The vault credentials are not invalid.",
        "Repliken för D:\\ på FS01 är inte inkonsekvent.",
        "The volume with the MARS scratch folder on MABS01 is not full.",
        "Scratch-volymen på MABS01 är inte full.",
        "The OBEngine service on MABS01 is not stopped.",
        "OBEngine-tjänsten på MABS01 är inte stoppad.",
        "SQL Server Agent on MABS01 is not stopped.",
        "SQL Server Agent on MABS01 is not disabled."
      })
  void isNoProblem(String text) {
    assertEquals(List.of(), problems(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Antivirus did not delete a file from the replica on MABS01.",
        "MABS01 is not registered in the old vault any more, registration works."
      })
  void isNoProblemWhereItIsDeniedEarlier(String text) {
    assertEquals(List.of(), problems(text));
  }
}
