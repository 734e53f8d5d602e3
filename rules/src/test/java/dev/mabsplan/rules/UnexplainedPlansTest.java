package dev.mabsplan.rules;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanText;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An error that nobody knows still gets a plan: the looks that bear on what was being done, and
 * what goes to support. With {@code -Dgolden.update=true} the plans are written anew.
 */
class UnexplainedPlansTest {

  private static final Path PLANS =
      Path.of("src/test/resources/dev/mabsplan/rules/unexplained-plans");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          disk-backup   | Recovery point creation jobs for Volume D:\\ on FS01 have been failing. (ID 3114)
          online-backup | The online backup job for D:\\ on FS01 ended with a code that is not in the list. (ID 33999)
          recovery      | The recovery job for D:\\ on FS01 ended too early. (ID 3999)
          registration  | Register Server: the registration with the server ended with 0x8007000e.
          agent         | DPM failed to communicate with the protection agent on FS01 because access is denied. (ID 42)
          setup         | DPM Setup could not configure the report server. (ID 812)
          policy        | The retention of the group could not be read. (ID 33998)
          passphrase    | The page for the new passphrase closes by itself. (ID 33997)
          mail          | DPM could not send the report by e-mail. (ID 3010)
          console       | The console has lost its connection to the DPM engine. (ID 948)
          """)
  void whatBearsOnTheOperationIsLookedAtFirst(String operation, String text) throws IOException {
    Facts facts =
        Facts.builder()
            .server("MABS01", ServerRole.BACKUP_SERVER)
            .server("FS01", ServerRole.PROTECTED_SERVER)
            .error(ReportedError.ofText(text.replace("\\\\", "\\")).withReportedBy("MABS01"))
            .build();
    for (Language language : Language.all()) {
      String plan = PlanText.write(Catalog.PLANNER.plan(facts, language), 80, false, Detail.BRIEF);
      Golden.assertSame(PLANS.resolve(operation + "." + language.tag() + ".txt"), plan);
    }
  }
}
