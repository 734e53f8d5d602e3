package dev.mabsplan.facts.windows.software;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.read;
import static dev.mabsplan.facts.format.Sample.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class Win32OperatingSystemTest {

  private static Sample os(String caption, String version) {
    return read(
        new Win32OperatingSystem(),
        text("{\"Caption\":\"" + caption + "\",\"Version\":\"" + version + "\"}"));
  }

  @Test
  void theNumberOfWindowsIsItsVersion() {
    assertEquals(
        List.of(Software.of(SERVER, "windows").withVersion(Version.parse("6.3.9600"))),
        os("Microsoft Windows Server 2012 R2 Standard", "6.3.9600").facts());
  }

  @Test
  void whatIsNoWindowsAndWhatIsNoVersionSayNothing() {
    assertEquals(List.of(), os("Contoso", "6.3.9600").facts());
    assertEquals(List.of(), os("Microsoft Windows Server", "2019").facts());
  }
}
