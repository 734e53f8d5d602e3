package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GetWindowsFeatureTest {

  @Test
  void aFeatureIsInstalledOrNot() {
    ServiceSample read =
        ServiceSample.read(new GetWindowsFeature(), "windows-feature/selected.json");
    assertEquals(
        List.of(
            "3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "7: WindowsFeature[server=FS01, name=Hyper-V, present=true]"),
        read.facts());
    assertEquals(List.of(), read.unread());
  }

  @Test
  void theStateInWordsDecidesToo() {
    ServiceSample read = ServiceSample.read(new GetWindowsFeature(), "windows-feature/words.json");
    assertEquals(
        List.of(
            "1: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "1: WindowsFeature[server=FS01, name=Failover-Clustering, present=true]",
            "1: WindowsFeature[server=FS01, name=NET-Framework-Core, present=false]"),
        read.facts());
    assertEquals(
        List.of("1: a feature that a restart will install or remove is neither there nor not"),
        read.unused());
  }

  @Test
  void ofTheNumbersOnlyThoseThatAreCertainDecide() {
    ServiceSample read =
        ServiceSample.read(new GetWindowsFeature(), "windows-feature/numbers.json");
    assertEquals(
        List.of(
            "2: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]",
            "3: WindowsFeature[server=FS01, name=Failover-Clustering, present=true]"),
        read.facts());
    assertEquals(
        List.of("4: InstallState \"5\" of NET-Framework-Core is not known"), read.unread());
  }

  @Test
  void aWholeFeatureIsRead() {
    ServiceSample read = ServiceSample.read(new GetWindowsFeature(), "windows-feature/whole.json");
    assertEquals(
        List.of("2: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=true]"),
        read.facts());
  }

  @Test
  void aListThatIsCutOffGivesTheFeaturesBeforeTheCut() {
    TextFile whole = ServiceSample.file("windows-feature/selected.json");
    TextFile cut = new TextFile("cut", whole.text().substring(0, whole.text().indexOf("Hyper-V")));
    ServiceSample read = ServiceSample.read(new GetWindowsFeature(), cut);
    assertEquals(
        List.of("3: WindowsFeature[server=FS01, name=Windows-Server-Backup, present=false]"),
        read.facts());
    assertEquals(
        List.of(
            "7: expected a closing double quote; found the end of the file; nothing is read from here on"),
        read.unread());
  }

  @Test
  void neverSaysThatAllFeaturesWereCollected() {
    ServiceSample read =
        ServiceSample.read(new GetWindowsFeature(), "windows-feature/selected.json");
    assertEquals(List.of(), read.notes().collected);
  }
}
