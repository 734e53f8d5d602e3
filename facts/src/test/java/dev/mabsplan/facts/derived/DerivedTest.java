package dev.mabsplan.facts.derived;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.DomainTrust;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ImageUse;
import dev.mabsplan.facts.MailAccount;
import dev.mabsplan.facts.MailSettings;
import dev.mabsplan.facts.MountedImage;
import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.SystemProxy;
import dev.mabsplan.facts.TrustLevel;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedTest {

  private static final String AGENT = "HKLM\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config";
  private static final String SYSTEM_PROXY =
      "HKU\\S-1-5-18\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  private static final String DEFAULT_PROXY =
      "HKU\\.DEFAULT\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  private static final String MAIL =
      "HKLM\\SOFTWARE\\Microsoft\\Microsoft Data Protection Manager\\Notification";

  private static Facts.Builder given(Fact... facts) {
    Facts.Builder builder = Facts.builder().server("MABS01", ServerRole.BACKUP_SERVER);
    for (Fact fact : facts) {
      builder.add(fact);
    }
    return builder;
  }

  private static Facts all(Fact... facts) {
    return Derived.from(given(facts).build()).facts();
  }

  private static <T extends Fact> List<T> all(Class<T> kind, Fact... facts) {
    return all(facts).facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Nested
  class AScratchLocation {

    private static List<String> scratchVolumes(String location, Fact... facts) {
      RegistryValue value = RegistryValue.of("MABS01", AGENT, "ScratchLocation").withData(location);
      return Derived.from(given(facts).add(value).build()).facts().facts().stream()
          .filter(Volume.class::isInstance)
          .map(Volume.class::cast)
          .filter(volume -> volume.purposes().contains(VolumePurpose.SCRATCH))
          .map(Volume::name)
          .toList();
    }

    @Test
    void makesItsVolumeTheScratchVolume() {
      assertEquals(
          List.of("C:"),
          scratchVolumes("c:\\Scratch", Volume.of("MABS01", "C:"), Volume.of("MABS01", "D:")));
    }

    @Test
    void liesOnTheVolumeThatIsMountedDeepest() {
      assertEquals(
          List.of("C:\\Mount\\Scratch"),
          scratchVolumes(
              "C:\\Mount\\Scratch\\MARS",
              Volume.of("MABS01", "C:"),
              Volume.of("MABS01", "C:\\Mount\\Scratch")));
    }

    @Test
    void saysNothingOfTheVolumesOfAnotherServer() {
      assertEquals(List.of(), scratchVolumes("C:\\Scratch", Volume.of("FS01", "C:")));
    }

    @Test
    void addsToWhatElseTheVolumeIsFor() {
      assertEquals(
          List.of(
              Volume.of("MABS01", "C:")
                  .withPurposes(Set.of(VolumePurpose.SYSTEM, VolumePurpose.SCRATCH))),
          all(
              Volume.class,
              Volume.of("MABS01", "C:").withPurposes(Set.of(VolumePurpose.SYSTEM)),
              RegistryValue.of("MABS01", AGENT, "ScratchLocation").withData("C:\\Scratch")));
    }

    @Test
    void isOutweighedByAScratchVolumeThatSomebodySaw() {
      assertEquals(
          List.of("D:"),
          scratchVolumes(
              "C:\\Scratch",
              Volume.of("MABS01", "C:"),
              Volume.of("MABS01", "D:").withPurposes(Set.of(VolumePurpose.SCRATCH))));
    }
  }

  @Nested
  class ADomain {

    private static List<@Nullable TrustLevel> trust(Facts.Builder facts) {
      return Derived.from(facts.build()).facts().facts().stream()
          .filter(DomainTrust.class::isInstance)
          .map(DomainTrust.class::cast)
          .filter(domain -> domain.server().equals("FS01"))
          .<@Nullable TrustLevel>map(DomainTrust::trust)
          .toList();
    }

    private static Facts.Builder domains(String ofBackupServer, String ofServer) {
      return given(
          DomainTrust.of("MABS01").withName(ofBackupServer),
          DomainTrust.of("FS01").withName(ofServer));
    }

    @Test
    void isTrustedWhereItIsThatOfTheBackupServer() {
      assertEquals(List.of(TrustLevel.TRUSTED), trust(domains("contoso.com", "CONTOSO.COM")));
    }

    @Test
    void saysNothingWhereItIsAnother() {
      assertEquals(
          Optional.empty(),
          trust(domains("contoso.com", "fabrikam.com")).stream().filter(t -> t != null).findAny());
    }

    @Test
    void isOutweighedByATrustThatSomebodySaw() {
      assertEquals(
          List.of(TrustLevel.UNTRUSTED),
          trust(
              given(
                  DomainTrust.of("MABS01").withName("contoso.com"),
                  DomainTrust.of("FS01").withName("contoso.com").withTrust(TrustLevel.UNTRUSTED))));
    }

    @Test
    @Tag("slow")
    void ofManyServersIsComparedInOnePass() {
      Facts.Builder many = given(DomainTrust.of("MABS01").withName("contoso.com"));
      IntStream.range(0, 50_000)
          .forEach(i -> many.add(DomainTrust.of("FS" + i).withName("fabrikam" + i + ".com")));
      Facts facts = many.build();

      assertSame(
          facts,
          assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Derived.from(facts).facts()));
    }
  }

  @Nested
  class AProxyInTheRegistry {

    private static RegistryValue value(String key, String name) {
      return RegistryValue.of("MABS01", key, name);
    }

    @Test
    void isTheOneOfTheSystemAccount() {
      assertEquals(
          List.of(SystemProxy.of("MABS01").withEnabled(true).withAddress("proxy:8080")),
          all(
              SystemProxy.class,
              value(SYSTEM_PROXY, "ProxyEnable").withData("1"),
              value(SYSTEM_PROXY, "ProxyServer").withData("proxy:8080")));
    }

    @Test
    void isOffWhereTheRegistryHasNone() {
      assertEquals(
          List.of(SystemProxy.of("MABS01").withEnabled(false)),
          all(SystemProxy.class, value(DEFAULT_PROXY, "ProxyEnable").absent()));
    }

    @Test
    void isUnknownWhereTheTwoNamesOfItsKeyContradictEachOther() {
      assertEquals(
          List.of(),
          all(
              SystemProxy.class,
              value(DEFAULT_PROXY, "ProxyEnable").withData("0"),
              value(SYSTEM_PROXY, "ProxyEnable").withData("1")));
    }

    @Test
    void isOutweighedByTheOneThatSomebodySaw() {
      assertEquals(
          List.of(SystemProxy.of("MABS01").withEnabled(false).withAddress("proxy:8080")),
          all(
              SystemProxy.class,
              SystemProxy.of("MABS01").withEnabled(false),
              value(SYSTEM_PROXY, "ProxyEnable").withData("1"),
              value(SYSTEM_PROXY, "ProxyServer").withData("proxy:8080")));
    }

    @Test
    void isNotRepeatedWithWhoLogsIn() {
      assertEquals(
          List.of(),
          all(
              SystemProxy.class,
              value(SYSTEM_PROXY, "ProxyServer").withData("http://svc:geheim@proxy:8080")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CONTOSO\\mabs, DOMAIN",
    "mabs@contoso.onmicrosoft.com, WORK_OR_SCHOOL",
    "mabs@contoso.com,",
    ".\\mabs,",
    "mabs01\\mabs,"
  })
  void theAccountForMailIsOfADomainOrOfMicrosoft365OrUnknown(
      String user, @Nullable MailAccount account) {
    assertEquals(
        List.of(new MailSettings("MABS01", null, null, null, user, account)),
        all(MailSettings.class, RegistryValue.of("MABS01", MAIL, "SMTPUserName").withData(user)));
  }

  @Nested
  class AnInstanceOfSqlServer {

    @ParameterizedTest
    @ValueSource(strings = {"MSSQLSERVER", "mssql$SALES"})
    void saysThatSqlServerIsInstalled(String service) {
      assertEquals(
          List.of(Software.of("DB01", "sqlServer")),
          all(Software.class, Service.of("DB01", service)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSSQL$MICROSOFT##WID", "SQLBrowser"})
    void isNoPartOfWindowsAndNoOtherService(String service) {
      assertEquals(List.of(), all(Software.class, Service.of("DB01", service)));
    }

    @Test
    void saysNothingWhereItIsKnownToBeAbsent() {
      assertEquals(List.of(), all(Software.class, Service.of("DB01", "MSSQLSERVER").absent()));
    }

    @Test
    void isOutweighedByWhoeverSawThatSqlServerIsAbsent() {
      assertEquals(
          List.of(Software.of("DB01", "sqlServer").absent()),
          all(
              Software.class,
              Software.of("DB01", "sqlServer").absent(),
              Service.of("DB01", "MSSQLSERVER")));
    }
  }

  @Nested
  class WhatFollows {

    private static final RegistryValue SCRATCH =
        RegistryValue.of("MABS01", AGENT, "ScratchLocation").withData("C:\\Scratch");

    @Test
    void hasTheSourceOfWhatItFollowsFrom() {
      Facts facts =
          given()
              .add(Volume.of("MABS01", "C:").withFreeBytes(1), Source.of("volumes.json", 3))
              .add(SCRATCH, Source.of("registry.json", 7))
              .build();

      Address volume = Address.of("MABS01", FactKind.VOLUMES, List.of("C:"));
      assertEquals(
          List.of(Source.of("registry.json", 7), Source.of("volumes.json", 3)),
          List.of(
              Derived.from(facts).facts().source(volume.component("purposes")).orElseThrow(),
              Derived.from(facts).facts().source(volume.component("freeBytes")).orElseThrow()));
    }

    @Test
    void isNothingMoreWhereItWasObserved() {
      Facts facts =
          given(
                  Service.of("DB01", "MSSQLSERVER"),
                  Software.of("DB01", "sqlServer").withVersion(Version.parse("15.0")))
              .build();

      assertSame(facts, Derived.from(facts).facts());
    }

    @Test
    void followsOnce() {
      Facts once = all(SCRATCH, Volume.of("MABS01", "C:"));

      assertSame(once, Derived.from(once).facts());
    }

    @Test
    void isKnownToRestOnItsGround() {
      Facts facts = given(SCRATCH, Volume.of("MABS01", "C:")).build();
      Derived derived = Derived.from(facts);

      assertTrue(derived.followsFrom(facts.facts().get(0)));
      assertFalse(derived.followsFrom(facts.facts().get(1)));
    }

    @Test
    void leavesServersAsTheyAre() {
      Facts facts =
          given(SCRATCH, Volume.of("MABS01", "C:"))
              .server(new Server("FS01", ServerRole.PROTECTED_SERVER, null))
              .build();

      assertEquals(facts.servers(), Derived.from(facts).facts().servers());
    }
  }

  @Nested
  class AMountedImage {

    private static @Nullable ImageUse use(String path) {
      return all(
              MountedImage.class,
              MountedImage.of("MABS01", path),
              RegistryValue.of("MABS01", AGENT, "ScratchLocation").withData("F:\\Cache"),
              Volume.of("MABS01", "F:").withPurposes(Set.of(VolumePurpose.STORAGE_POOL)))
          .get(0)
          .use();
    }

    @Test
    void isWhatItsPlaceAndNameSay() {
      assertEquals(ImageUse.REPLICA, use("F:\\c0e8\\disk.vhdx"));
      assertEquals(ImageUse.AGENT, use("f:\\cache\\SSBV\\1.vhdx"));
      assertEquals(ImageUse.AGENT, use("C:\\Scratch\\CBSSBVol_1.vhd"));
      assertEquals(ImageUse.OTHER, use("C:\\ISO\\SQL.iso"));
      assertNull(use("D:\\Machines\\web.vhdx"));
    }
  }

  @Test
  void aProxyThatAsksForALoginIsOneThatIsNeeded() {
    assertEquals(
        List.of(SystemProxy.of("MABS01").withRequired(true)),
        all(SystemProxy.class, NetworkReach.of("MABS01", "azure").withHttpStatus(407)));
    assertEquals(
        List.of(), all(SystemProxy.class, NetworkReach.of("MABS01", "azure").withHttpStatus(200)));
    assertEquals(
        List.of(), all(SystemProxy.class, NetworkReach.of("MABS01", "FS01").withHttpStatus(407)));
  }
}
