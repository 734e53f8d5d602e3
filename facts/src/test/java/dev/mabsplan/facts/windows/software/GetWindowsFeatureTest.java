package dev.mabsplan.facts.windows.software;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.format.Sample;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetWindowsFeatureTest {

  @Test
  void aFeatureIsInstalledOrNot() {
    Sample read = Sample.fitting(new GetWindowsFeature(), "windows-feature/selected.json");
    assertEquals(
        List.of(
            "3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "7: WindowsFeature[server=FS01, name=Hyper-V, present=true]"),
        read.factLines());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void theStateInWordsDecidesToo() {
    Sample read = Sample.fitting(new GetWindowsFeature(), "windows-feature/words.json");
    assertEquals(
        List.of(
            "1: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "1: WindowsFeature[server=FS01, name=Failover-Clustering, present=true]",
            "1: WindowsFeature[server=FS01, name=NET-Framework-Core, present=false]"),
        read.factLines());
    assertEquals(
        List.of("1: a feature that a restart will install or remove is neither there nor not"),
        read.unused());
  }

  @Test
  void ofTheNumbersOnlyThoseThatAreCertainDecide() {
    Sample read = Sample.fitting(new GetWindowsFeature(), "windows-feature/numbers.json");
    assertEquals(
        List.of(
            "2: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "3: WindowsFeature[server=FS01, name=Failover-Clustering, present=true]"),
        read.factLines());
    assertEquals(
        List.of("4: InstallState \"5\" of NET-Framework-Core is not known"), read.unread());
  }

  @Test
  void aWholeFeatureIsRead() {
    Sample read = Sample.fitting(new GetWindowsFeature(), "windows-feature/whole.json");
    assertEquals(
        List.of("2: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=true]"),
        read.factLines());
  }

  @Test
  void aListThatIsCutOffGivesTheFeaturesBeforeTheCut() {
    TextFile whole = Sample.file("windows-feature/selected.json");
    TextFile cut = new TextFile("cut", whole.text().substring(0, whole.text().indexOf("Hyper-V")));
    Sample read = Sample.fitting(new GetWindowsFeature(), cut);
    assertEquals(
        List.of("3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]"),
        read.factLines());
    assertEquals(
        List.of(
            "7: the JSON is cut off: expected a closing double quote; nothing is read from here on"),
        read.unread());
  }

  @Test
  void neverSaysThatAllFeaturesWereCollected() {
    Sample read = Sample.fitting(new GetWindowsFeature(), "windows-feature/selected.json");
    assertEquals(List.of(), read.notes().collected());
  }
}
