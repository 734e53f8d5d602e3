package dev.mabsplan.facts.windows.software;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileVersionInfoTest {

  @Test
  void programAndFolderTellTheProduct() {
    Sample sample = read(new FileVersionInfo(), file("file-version-info/programs.json"));

    assertEquals(
        List.of(
            Software.of(SERVER, "mars").withVersion(Version.parse("2.0.9249.0")),
            Software.of(SERVER, "mabs").withVersion(Version.parse("14.0.30.0")),
            Software.of(SERVER, "dpmAgent").withVersion(Version.parse("14.0.30.0"))),
        sample.facts());
    assertEquals(List.of(4, 8, 12), sample.lines());
    assertEquals(
        List.of("15: the version of a file that does not tell the product"), sample.unused());
  }

  @Test
  void theServersOwnReplicationAgentIsNoProtectionAgent() {
    Sample sample =
        read(
            new FileVersionInfo(),
            text(
                "{\"FileName\":\"C:\\\\Program Files\\\\Microsoft Azure Backup Server\\\\DPM\\\\DPM"
                    + "\\\\bin\\\\DPMRA.exe\",\"ProductVersion\":\"14.0.30.0\"}"));

    assertEquals(List.of(), sample.facts());
  }

  @Test
  void aProgramWithoutAVersionIsThereAllTheSame() {
    Sample sample =
        read(
            new FileVersionInfo(),
            text("{\"FileName\":\"C:\\\\bin\\\\CBEngine.exe\",\"ProductVersion\":\"\"}"));

    assertEquals(List.of(Software.of(SERVER, "mars")), sample.facts());
    assertEquals(List.of("1: ProductVersion is no version such as 2.0.9249.0"), sample.unread());
  }
}
