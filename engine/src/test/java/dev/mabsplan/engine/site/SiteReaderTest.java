package dev.mabsplan.engine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.gathered.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteReaderTest {

  private static final String SITE =
      """
      site: contoso
      servers: {backupServer: MABS01}
      remedies:
        small/check: {likelihood: rare, effort: very-long, because: the pool holds 40 TB}
      rulesOff:
        small/vss: {because: watched elsewhere}
      waivers:
        - {problem: small/lost, server: FS02, until: 2026-12-31, because: CHG-77}
      """;

  private static List<String> faults(String text) {
    return assertThrows(InvalidSiteException.class, () -> SiteReader.read("site.yaml", text))
        .faults()
        .stream()
        .map(Fault::message)
        .toList();
  }

  @Test
  void everyPieceIsRead() {
    Site site = SiteReader.read("site.yaml", SITE);

    assertEquals("contoso", site.name());
    assertEquals(Optional.of("MABS01"), site.backupServer());
    assertEquals(Optional.of(Likelihood.RARE), site.remedies().get(0).likelihood());
    assertEquals(Optional.of(Effort.VERY_LONG), site.remedies().get(0).effort());
    assertEquals("watched elsewhere", site.rulesOff().get(0).because());
    assertEquals(LocalDate.of(2026, 12, 31), site.waivers().get(0).until());
  }

  @Test
  void everyFaultIsSaidAtOnce() {
    assertEquals(
        List.of(
            "site.yaml:5:1, /rulOff: expected one of site, servers, remedies, rulesOff, waivers;"
                + " found \"rulOff\"; did you mean \"rulesOff\"?",
            "site.yaml:3:13, /remedies/small/check/effort: expected one of instant, short, medium,"
                + " long, very-long; found \"verylong\"; did you mean \"very-long\"?",
            "site.yaml:2:16, /remedies/small/check: expected \"because\": a reason, which plans"
                + " quote; found nothing",
            "site.yaml:1:1: expected \"site\": what plans call this site, such as contoso; found"
                + " nothing",
            "site.yaml:8:12, /waivers/0/until: expected a day such as 2027-01-31; found \"soon\""),
        faults(
            """
            remedies:
              small/check: {
                effort: verylong
              }
            rulOff: {}
            waivers:
              - {problem: small/lost, because: x,
                until: soon}
            """));
  }

  @Test
  void whatIsNoYamlIsSaidOnce() {
    assertEquals(1, faults("site: [").size());
  }

  @Test
  void aWaiverHoldsToItsLastDayOnItsServerWhateverTheCase() {
    Site.Waiver waiver = SiteReader.read("site.yaml", SITE).waivers().get(0);

    assertEquals(true, waiver.holdsOn(LocalDate.of(2026, 12, 31)));
    assertEquals(false, waiver.holdsOn(LocalDate.of(2027, 1, 1)));
    assertEquals(true, waiver.isAbout("small/lost", "fs02"));
    assertEquals(false, waiver.isAbout("small/lost", "FS03"));
    assertEquals(false, waiver.isAbout("small/other", "FS02"));
  }

  @Test
  void theBackupServerHasItsNameOnlyWhereFactsNameNone() {
    Site site = SiteReader.read("site.yaml", SITE);
    Facts unnamed = Facts.builder().server("FS01", ServerRole.PROTECTED_SERVER).build();
    Facts named = Facts.builder().server("DPM9", ServerRole.BACKUP_SERVER).build();

    assertEquals(
        List.of("FS01", "MABS01"),
        site.named(unnamed).servers().stream().map(Server::name).toList());
    assertEquals(named, site.named(named));
  }
}
