package dev.mabsplan.facts.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.SqlRole;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NT AUTHORITY\\SYSTEM",
        "nt authority\\system",
        "NT-AUTORITÄT\\SYSTEM",
        "NT-AUTORITÄT\\System",
        "AUTORITE NT\\Système",
        "AUTORITÉ NT\\SYSTEM",
        "NT INSTANS\\SYSTEM",
        "NT instans\\system",
        "NT-MYNDIGHET\\SYSTEM",
        "NT-MYNDIGHED\\SYSTEM",
        "NT INSTANCE\\SYSTEM",
        "NT AUTHORITY\\SISTEMA",
        "AUTORIDAD NT\\SYSTEM",
        "AUTORIDADE NT\\SISTEMA",
        "AUTORITÀ NT\\SYSTEM",
        "NT AUTHORITY\\Järjestelmä",
        "NT-HALLINTA\\JÄRJESTELMÄ",
        "LocalSystem",
        "S-1-5-18"
      })
  void systemHasOneSpellingInEveryLanguage(String account) {
    assertEquals("NT AUTHORITY\\SYSTEM", Accounts.canonical(account));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NT AUTHORITY\\NETWORK SERVICE",
        "NT-AUTORITÄT\\NETZWERKDIENST",
        "NT SERVICE\\MSSQLSERVER",
        "CONTOSO\\system",
        "NT-DOMAIN\\SYSTEM",
        "sa"
      })
  void otherAccountsStayAsTheyAre(String account) {
    assertEquals(account, Accounts.canonical(account));
  }

  @Test
  void aRoleOfSystemIsOneFactInWhateverLanguageItWasRead() {
    Facts facts =
        Facts.builder()
            .add(SqlRole.of("SQL01", "PROD", "NT-AUTORITÄT\\SYSTEM", "sysadmin").absent())
            .add(SqlRole.of("SQL01", "PROD", "NT AUTHORITY\\SYSTEM", "sysadmin").absent())
            .build();
    assertEquals(
        List.of(SqlRole.of("SQL01", "PROD", "NT AUTHORITY\\SYSTEM", "sysadmin").absent()),
        List.copyOf(facts.facts()));
  }
}
