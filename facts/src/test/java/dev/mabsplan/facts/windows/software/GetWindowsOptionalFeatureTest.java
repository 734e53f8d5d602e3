package dev.mabsplan.facts.windows.software;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetWindowsOptionalFeatureTest {

  @Test
  void aFeatureIsEnabledOrNot() {
    Sample read =
        Sample.fitting(new GetWindowsOptionalFeature(), "windows-optional-feature/numbers.json");
    assertEquals(
        List.of(
            "3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "7: WindowsFeature[server=FS01, name=Microsoft-Hyper-V, present=true]",
            "15: WindowsFeature[server=FS01, name=NetFx3, present=false]"),
        read.factLines());
  }

  @Test
  void aStateThatIsNeitherIsListed() {
    Sample read =
        Sample.fitting(new GetWindowsOptionalFeature(), "windows-optional-feature/numbers.json");
    assertEquals(List.of("12: a feature in the state 3 is neither there nor not"), read.unused());
    assertEquals(List.of("20: State \"9\" of TelnetClient is not known"), read.unread());
  }

  @Test
  void wordsDecideToo() {
    Sample read =
        Sample.fitting(
            new GetWindowsOptionalFeature(), "windows-optional-feature/single-words.json");
    assertEquals(
        List.of("2: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=true]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void aFeatureOfAnImageIsNoneOfTheServer() {
    Sample read =
        Sample.fitting(new GetWindowsOptionalFeature(), "windows-optional-feature/image.json");
    assertEquals(List.of(), read.factLines());
    assertEquals(List.of("1: features of a Windows image, not of the server"), read.unused());
  }

  @Test
  void aListThatIsCutOffGivesTheFeaturesBeforeTheCut() {
    TextFile whole = Sample.file("windows-optional-feature/numbers.json");
    TextFile cut =
        new TextFile("cut", whole.text().substring(0, whole.text().indexOf("SMB1Protocol")));
    Sample read = Sample.fitting(new GetWindowsOptionalFeature(), cut);
    assertEquals(
        List.of(
            "3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "7: WindowsFeature[server=FS01, name=Microsoft-Hyper-V, present=true]"),
        read.factLines());
    assertEquals(
        List.of(
            "11: the JSON is cut off: expected a closing double quote; nothing is read from here on"),
        read.unread());
  }
}
