package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GetWindowsOptionalFeatureTest {

  @Test
  void aFeatureIsEnabledOrNot() {
    ServiceSample read =
        ServiceSample.read(
            new GetWindowsOptionalFeature(), "windows-optional-feature/numbers.json");
    assertEquals(
        List.of(
            "3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "7: WindowsFeature[server=FS01, name=Microsoft-Hyper-V, present=true]",
            "15: WindowsFeature[server=FS01, name=NetFx3, present=false]"),
        read.facts());
  }

  @Test
  void aStateThatIsNeitherIsListed() {
    ServiceSample read =
        ServiceSample.read(
            new GetWindowsOptionalFeature(), "windows-optional-feature/numbers.json");
    assertEquals(List.of("12: a feature in the state 3 is neither there nor not"), read.unused());
    assertEquals(List.of("20: State \"9\" of TelnetClient is not known"), read.unread());
  }

  @Test
  void wordsDecideToo() {
    ServiceSample read =
        ServiceSample.read(
            new GetWindowsOptionalFeature(), "windows-optional-feature/single-words.json");
    assertEquals(
        List.of("2: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=true]"),
        read.facts());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void aFeatureOfAnImageIsNoneOfTheServer() {
    ServiceSample read =
        ServiceSample.read(new GetWindowsOptionalFeature(), "windows-optional-feature/image.json");
    assertEquals(List.of(), read.facts());
    assertEquals(List.of("1: features of a Windows image, not of the server"), read.unused());
  }

  @Test
  void aListThatIsCutOffGivesTheFeaturesBeforeTheCut() {
    TextFile whole = ServiceSample.file("windows-optional-feature/numbers.json");
    TextFile cut =
        new TextFile("cut", whole.text().substring(0, whole.text().indexOf("SMB1Protocol")));
    ServiceSample read = ServiceSample.read(new GetWindowsOptionalFeature(), cut);
    assertEquals(
        List.of(
            "3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "7: WindowsFeature[server=FS01, name=Microsoft-Hyper-V, present=true]"),
        read.facts());
    assertEquals(
        List.of(
            "11: expected a closing double quote; found the end of the file; nothing is read from here on"),
        read.unread());
  }
}
