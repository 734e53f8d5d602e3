package dev.mabsplan.facts.format;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.FolderPurpose;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A format of rows is its declaration and nothing else. */
class RowFormatTest {

  private static final Words<FolderPurpose> PURPOSES =
      Words.<FolderPurpose>noneOfParts().and(FolderPurpose.SCRATCH, "azurescratch").andOther("any");

  private static final class Folders extends RowFormat {

    Folders() {
      super(
          "Get-Folder | ConvertTo-Json",
          having("Path", "Files").or("Path", "Owner"),
          key(name("Path").unless(text("Type").where("link"::equals), "a link"), Folder::of)
              .settle(truth("Exists").where(there -> !there), (folder, gone) -> folder.absent())
              .need(text("Owner").orUnread("no owner").orMissing("no column of owners"))
              .set(number("Files").orDamaged("Files is no count"), Folder::withFileCount)
              .set(text("Use").as(PURPOSES::meaning), Folder::withPurpose)
              .server(text("Host")));
    }
  }

  private static Sample rows(String... lines) {
    return read(new Folders(), "[\n" + String.join(",\n", lines) + "\n]");
  }

  @Test
  void aRowIsAFactWhereItsKeyStands() {
    Sample sample =
        rows(
            "{\"Owner\": \"SYSTEM\",\n\"Path\": \"D:\\\\S\", \"Files\": 7, \"Use\": \"Azure Scratch\"}");

    assertEquals(
        List.of(Folder.of(SERVER, "D:\\S").withFileCount(7).withPurpose(FolderPurpose.SCRATCH)),
        sample.facts());
    assertEquals(List.of(3), sample.lines());
    assertEquals(List.of(), sample.remarkLines());
  }

  @Test
  void whatIsUnknownIsNoRemarkAndWhatIsDamagedIsOne() {
    Sample sample =
        rows(
            "{\"Path\": \"D:\\\\A\", \"Owner\": \"SYSTEM\", \"Files\": null}",
            "{\"Path\": \"D:\\\\B\", \"Owner\": \"SYSTEM\", \"Files\": \"many\"}");

    assertEquals(List.of(Folder.of(SERVER, "D:\\A"), Folder.of(SERVER, "D:\\B")), sample.facts());
    assertEquals(List.of("UNREAD 3: Files is no count"), sample.remarkLines());
  }

  @Test
  void whatSettlesTheFactIsWhereItStandsAndTheRestIsNotAskedFor() {
    Sample sample = rows("{\"Path\": \"D:\\\\A\",\n\"Exists\": false, \"Owner\": null}");

    assertEquals(List.of(Folder.of(SERVER, "D:\\A").absent()), sample.facts());
    assertEquals(List.of(3), sample.lines());
    assertEquals(List.of(), sample.remarkLines());
  }

  @Test
  void withoutWhatItNeedsThereIsNoFact() {
    Sample sample =
        rows(
            "{\"Path\": \"D:\\\\A\", \"Owner\": null}",
            "{\"Path\": \"D:\\\\B\", \"Files\": \"many\"}",
            "{\"Path\": \"D:\\\\C\", \"Type\": \"link\"}",
            "{\"Path\": \"\", \"Type\": \"link\"}");

    assertEquals(List.of(), sample.facts());
    assertEquals(
        List.of(
            "UNREAD 2: no owner",
            "UNREAD 3: no column of owners",
            "UNREAD 5: Path is no name",
            "UNUSED 4: a link"),
        sample.remarkLines());
  }

  @Test
  void aRowMayNameItsServer() {
    Sample sample =
        rows(
            "{\"Path\": \"D:\\\\A\", \"Owner\": \"SYSTEM\", \"Host\": \"MABS01\"}",
            "{\"Path\": \"D:\\\\B\", \"Owner\": \"SYSTEM\"}");

    assertEquals(List.of(Folder.of("MABS01", "D:\\A"), Folder.of(SERVER, "D:\\B")), sample.facts());
  }

  @Test
  void aFileIsKnownByAnyOfItsSelectionsOfColumns() {
    assertTrue(new Folders().fits(text("{\"Path\": \"D:\\\\A\", \"Owner\": null}")));
    assertTrue(new Folders().fits(text("{\"path\": \"D:\\\\A\", \"files\": 7}")));
    assertFalse(new Folders().fits(text("{\"Path\": \"D:\\\\A\", \"Type\": \"link\"}")));
  }

  @Test
  void aWordIsKnownInAnyCaseThoughNoFactMayHoldIt() {
    assertEquals(Optional.of(FolderPurpose.SCRATCH), PURPOSES.meaning(" AZURE_SCRATCH "));
    assertTrue(PURPOSES.has("Any"));
    assertEquals(Optional.empty(), PURPOSES.meaning("Any"));
    assertFalse(PURPOSES.has("other"));
  }
}
