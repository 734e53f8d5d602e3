package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of the catalog is what the catalog says. */
@Tag("slow")
class CatalogPageTest {

  private static final Path PAGE = Catalog.ROOT.resolve("README.md");

  @Test
  void thePageIsUpToDate() throws IOException {
    Golden.assertSame(PAGE, CatalogPage.write(Catalog.PLANNER));
  }

  @Test
  void thePageHasARowForEveryEntryOfTheSourceAndNoCellIsEmpty() {
    List<String> rows =
        CatalogPage.write(Catalog.PLANNER)
            .lines()
            .filter(line -> line.startsWith("| ") && !line.matches("\\| (entry|family) .*"))
            .toList();
    long ofTheBackupServer =
        rows.stream().filter(row -> row.matches("\\| (DPM-[A-Z]+-\\d+|CATALOGUE) .*")).count();
    long families = rows.stream().filter(row -> row.startsWith("| `families/")).count();
    long ofTheAgent = rows.stream().filter(row -> row.startsWith("| MARS-")).count();
    assertEquals(
        49,
        rows.size() - families - ofTheAgent - ofTheBackupServer,
        "29 errors, 8 basic checks and 12 antivirus items");
    assertEquals(22, ofTheAgent, "21 of the page, without what both pages say, and one article");
    assertEquals(21, ofTheBackupServer, "articles on the backup server, and the catalogue");
    assertEquals(35, families);
    for (String row : rows) {
      assertFalse(row.contains("|  |"), "an empty cell in " + row);
    }
  }
}
