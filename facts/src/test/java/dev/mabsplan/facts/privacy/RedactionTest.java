package dev.mabsplan.facts.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.VaultRegistration;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static String redacted(String text) {
    Facts facts =
        Facts.builder()
            .server("MABS01.contoso.com", ServerRole.BACKUP_SERVER)
            .server("FS01", ServerRole.PROTECTED_SERVER)
            .error(ReportedError.ofText(text))
            .build();
    return String.valueOf(Redaction.of(facts).errors().get(0).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FS01s disk är full",
        "host zqh.zqdom.cloud",
        "zqh.zqcorp.loc and zqh.zq.home",
        "user zqdomy\\zqlow failed",
        "as ZqDom\\zqanna",
        "\\\\?\\UNC\\ZQSRV\\share\\x",
        "//ZQSRV/share",
        "file://ZQSRV/share",
        "reach \\\\ZQSRV",
        "from \\\\ZQSRV.",
        "CN=a,OU=ZQUNIT,DC=zqcorp,DC=local",
        "Server=ZQSQL;Database=x",
        "tcp:ZQSQL,1433",
        "MSSQLSvc/ZQSQL:1433",
        "zqvault.vault.azure.net",
        "zqdb.database.windows.net",
        "åzq.zq@zqcorp.se",
        "a%zq@zqcorp.se"
      })
  void namesAreFoundInAllTheFormsTheyHave(String text) {
    String redacted = redacted(text).toLowerCase(Locale.ROOT);
    assertFalse(redacted.contains("zq") || redacted.contains("fs01"), redacted);
  }

  @ParameterizedTest
  @CsvSource({
    "::ffff:10.77.66.57, ::ffff:IP-1",
    "::77:66:55, IP-1",
    "3f2b1c9e0a1b4c5d8e9f1a2b3c4d5e6f, GUID-1",
    "x_3f2b1c9e-0a1b-4c5d-8e9f-1a2b3c4d5e6f_y, x_GUID-1_y",
    "S-1-12-1-1234567890-1234567890-123456789-123456789, SID-1",
    "00-15-5D-01-02-03, MAC-1",
    "13.0.415.0, 13.0.415.0",
    "System.IO.Ex, System.IO.Ex"
  })
  void numbersOfTheSiteGoAndThoseOfProductsStay(String text, String expected) {
    assertEquals(expected, redacted(text));
  }

  @Test
  @Tag("slow")
  void tenThousandNamesTakeNoLongerEachThanTen() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("DOM").append(i).append("\\u u@dn").append(i).append(".se ");
    }
    // what is quadratic takes a minute here
    assertTimeout(Duration.ofSeconds(30), () -> redacted(text.toString()));
  }

  @Test
  void aServerHasOneTokenShortAndFullyQualified() {
    assertEquals(
        "SERVER-2 and SERVER-2.DOMAIN-1, not SERVER-1",
        redacted("mabs01 and MABS01.contoso.com, not FS01"));
  }

  @Test
  void aServerOfAKnownDomainIsFoundInProse() {
    assertEquals("SERVER-1.DOMAIN-1 is down", redacted("DC7.contoso.com is down"));
  }

  @Test
  void aServerWithItsDomainIsFoundThoughNobodyKnowsIt() {
    assertEquals(
        "The agent on SERVER-1.DOMAIN-3 and on SERVER-4.DOMAIN-2",
        redacted("The agent on DC7.fabrikam.com and on srv-9.corp.local"));
    assertEquals(
        "Microsoft.Internal.Net, MsDpm.exe, portal.azure.com, www.msftncsi.com, SOFTWARE\\Microsoft",
        redacted(
            "Microsoft.Internal.Net, MsDpm.exe, portal.azure.com, www.msftncsi.com,"
                + " SOFTWARE\\Microsoft"));
  }

  @Test
  void aDomainInTheNameOfAServerDoesNotHideTheServer() {
    Facts facts =
        Facts.builder()
            .error(ReportedError.ofText("Backup of FS01.contoso.com failed as CONTOSO\\anna"))
            .build();
    assertEquals(
        "Backup of SERVER-1.DOMAIN-2 failed as DOMAIN-2\\USER-1",
        Redaction.of(facts).errors().get(0).text());
  }

  @Test
  void aServerThatAMessageIsKnownToSpeakOfIsReplaced() {
    Facts facts = Facts.builder().error(ReportedError.ofText("D:\\ on FILER is gone")).build();
    assertEquals(
        "D:\\ on SERVER-1 is gone",
        Redaction.of(facts, List.of(), Set.of(), Set.of("FILER")).facts().errors().get(0).text());
  }

  @Test
  void usersAreReplacedInAccountsHomesAndAddresses() {
    assertEquals(
        "DOMAIN-1\\USER-1 C:\\Users\\USER-1\\a.log USER-1@DOMAIN-1",
        redacted("CONTOSO\\anna C:\\Users\\anna\\a.log anna@contoso.com"));
  }

  @Test
  void addressesAndIdentifiersAreReplaced() {
    assertEquals(
        "IP-1 IP-2 GUID-1", redacted("10.1.2.3 fe80::1 11111111-2222-3333-4444-555555555555"));
  }

  @Test
  void whatACustomerNamedInAzureIsReplaced() {
    assertEquals(
        "/subscriptions/GUID-1/resourceGroups/GROUP-1/providers/x/vaults/VAULT-1 at"
            + " https://STORAGE-1.blob.core.windows.net/c",
        redacted(
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-contoso"
                + "/providers/x/vaults/contoso-vault at https://contosostore.blob.core.windows.net/c"));
  }

  @Test
  void whatIsNoNameStays() {
    String text =
        "The replica is inconsistent (ID 3106, 0x80070005) at 03:10:00, version 2.0.9249.0:"
            + " NT AUTHORITY\\SYSTEM, C:\\Users\\Public, C:\\Windows\\Temp, 127.0.0.1";

    assertEquals(text, redacted(text));
  }

  @Test
  void theVaultThatACredentialsFileIsNamedAfterIsReplaced() {
    Facts facts =
        Facts.builder()
            .add(
                CredentialsFile.of("MABS01")
                    .withPath("C:\\Users\\anna\\contoso-vault_Mon Jan 12 2026.VaultCredentials"))
            .build();

    assertEquals(
        List.of(
            CredentialsFile.of("SERVER-1")
                .withPath("C:\\Users\\USER-1\\VAULT-1_Mon Jan 12 2026.VaultCredentials")),
        Redaction.of(facts).facts());
  }

  @Test
  void noNameIsLeftInADocumentAndItsSources() {
    Facts facts =
        Facts.builder()
            .server("MABS01.contoso.com", ServerRole.BACKUP_SERVER)
            .add(
                Folder.of("FS01", "C:\\Users\\anna\\Backup"),
                Source.of("C:\\Users\\anna\\FS01\\folders.json", 3))
            .add(Service.of("FS01", "VSS"))
            .add(VaultRegistration.of("MABS01").withVault("contoso-vault"))
            .build();
    Facts redacted = Redaction.of(facts);
    String document = FactsDocument.write(redacted).toLowerCase(Locale.ROOT);

    for (String name : List.of("mabs01", "fs01", "contoso", "anna")) {
      assertFalse(document.contains(name), document);
    }
    assertEquals(
        List.of("C:\\Users\\USER-1\\SERVER-1\\folders.json:3"),
        redacted.facts().stream()
            .flatMap(fact -> redacted.source(dev.mabsplan.facts.gathered.Address.of(fact)).stream())
            .map(Source::toString)
            .toList());
  }

  @Test
  void whatIsRedactedStaysSo() {
    Facts once =
        Redaction.of(
            Facts.builder()
                .server("MABS01.contoso.com", ServerRole.BACKUP_SERVER)
                .error(ReportedError.ofText("CONTOSO\\anna on FS01.contoso.com"))
                .build());

    assertEquals(once, Redaction.of(once));
  }

  @Test
  void remarksHaveTheTokensOfTheFactsAndAreCounted() {
    Facts facts = Facts.builder().server("FS01", ServerRole.PROTECTED_SERVER).build();
    Redaction.Redacted redacted =
        Redaction.of(
            facts,
            List.of(
                new Remark(
                    Remark.Kind.NEWER,
                    Source.of("/home/anna/FS01/a.json", 2),
                    "servers[FS01].services[VSS] is newer here than at /home/anna/old.json:1")),
            Set.of(),
            Set.of());

    assertEquals(
        List.of(
            "/home/USER-1/SERVER-1/a.json:2: servers[SERVER-1].services[VSS] is newer here than at"
                + " /home/USER-1/old.json:1"),
        redacted.remarks().stream().map(Remark::toString).toList());
    assertEquals(2, redacted.names());
  }

  @Test
  void aFolderThatMayBeCalledAsAServerHasATokenInPathsOnly() {
    Redaction.Redacted redacted =
        Redaction.of(
            Facts.builder().build(),
            List.of(new Remark(Remark.Kind.UNREAD, Source.of("in/FS07/a.txt"), "is read in vain")),
            Set.of("in", "FS07"),
            Set.of());

    assertEquals("FOLDER-2/FOLDER-1/a.txt: is read in vain", redacted.remarks().get(0).toString());
  }
}
