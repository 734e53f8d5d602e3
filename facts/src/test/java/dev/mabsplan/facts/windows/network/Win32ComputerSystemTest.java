package dev.mabsplan.facts.windows.network;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.TrustLevel;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class Win32ComputerSystemTest {

  private static List<Fact> facts(Sample sample) {
    return sample.notes().facts().stream()
        .map(noted -> noted.of().apply(noted.server().orElse("unknown")))
        .toList();
  }

  @Test
  void aServerOfAWorkgroupIsTrustedByNoDomain() {
    Sample sample =
        read(NetworkFormats.WIN32_COMPUTER_SYSTEM, file("win32-computer-system/workgroup.json"));

    assertEquals(
        List.of(DomainTrust.of(SERVER).withName("WORKGROUP").withTrust(TrustLevel.WORKGROUP)),
        facts(sample));
    assertEquals(List.of(3), sample.lines());
  }

  @Test
  void aDomainIsNamedAndItsTrustIsUnknown() {
    Sample sample =
        read(NetworkFormats.WIN32_COMPUTER_SYSTEM, file("win32-computer-system/servers.json"));

    assertEquals(
        List.of(
            DomainTrust.of("FS02").withName("contoso.com"),
            DomainTrust.of("FS03").withName("WORKGROUP").withTrust(TrustLevel.WORKGROUP)),
        facts(sample));
  }

  @Test
  void whatStandsBeforeTheDamageIsRead() {
    Sample sample =
        read(NetworkFormats.WIN32_COMPUTER_SYSTEM, file("win32-computer-system/damaged.json"));

    assertEquals(List.of(DomainTrust.of("FS02").withName("contoso.com")), facts(sample));
    assertEquals(1, sample.unread().size());
  }
}
