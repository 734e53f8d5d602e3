package dev.mabsplan.facts.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String WORD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASE64 = WORD + "+/";
  private static final String ANY = WORD + "!#%+-.:;=?@_~*^&|åäö";
  private static final String DIGITS = "0123456789";

  /** A shape that secrets come in; %s stands for each. */
  private record Shape(String template, String alphabet, int length) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("password=%s", ANY, 16),
          new Shape("Password: %s %s %s %s", ANY, 9),
          new Shape("lösenord=%s", ANY, 12),
          new Shape("Lösenfras : %s %s", ANY, 12),
          new Shape("Encryption passphrase: %s", ANY, 20),
          new Shape("  \"SMTPPassword\":  \"%s\",", ANY, 14),
          new Shape("{\"a\": {\"clientSecret\":\"%s\"}, \"b\": 1}", ANY, 30),
          new Shape("\"SecurityPin\": %s,", DIGITS, 6),
          new Shape("{\"Name\": \"SMTPPassword\", \"Data\": \"%s\"}", ANY, 14),
          new Shape("{\"text\": \"x password=%s\\nNext\"}", WORD, 14),
          new Shape("{\"log\": \"{\\\"password\\\": \\\"%s\\\"}\"}", WORD, 14),
          new Shape("    SMTPPassword    REG_SZ    %s", ANY, 14),
          new Shape("\"SMTPPassword\"=\"%s\"", WORD, 14),
          new Shape("\"Passphrase\"=hex:%s,\\\n  %s,\\\n  %s", DIGITS, 30),
          new Shape("<Password>%s</Password>", WORD, 14),
          new Shape("<a:Passphrase i:x='1'>\n  %s\n</a:Passphrase>", WORD, 14),
          new Shape("<Data Name='SmtpPassword'>%s</Data>", WORD, 14),
          new Shape("<add key=\"SmtpPassword\" value=\"%s\" />", WORD, 14),
          new Shape("Server=s;User Id=u;Password=%s;Encrypt=true", WORD, 14),
          new Shape("Set-OBMachineSetting -EncryptionPassphrase %s -SecurityPin %s", WORD, 16),
          new Shape("ConvertTo-SecureString -String \"%s\" -AsPlainText -Force", WORD, 16),
          new Shape("ConvertTo-SecureString '%s' -AsPlainText -Force", WORD, 16),
          new Shape("The password is %s7", WORD, 12),
          new Shape("The user svc with password \"%s\" was refused", WORD, 12),
          new Shape("{\"text\": \"with password \\\"%s\\\" it failed\"}", WORD, 12),
          new Shape("Passphrase h%s7 was refused", WORD, 12),
          new Shape("lösenfras h%s7", WORD, 12),
          new Shape("Password for sa: %s", WORD, 12),
          new Shape("The password of svc is %s7", WORD, 12),
          new Shape("pinkod %s", DIGITS, 6),
          new Shape("client secret h%s7", WORD, 12),
          new Shape("PASS=%s", WORD, 12),
          new Shape("pass: %s", WORD, 12),
          new Shape("psw: %s", WORD, 12),
          new Shape("pw=%s", WORD, 12),
          new Shape("lösen: %s", WORD, 12),
          new Shape("säkerhetsnyckel: %s", WORD, 32),
          new Shape("subscription key h%s7", WORD, 30),
          new Shape("Krypteringslösenfrasen är: %s", WORD, 20),
          new Shape("The passphrase for MABS01 is: %s", WORD, 20),
          new Shape("passphrase (from Key Vault): %s", WORD, 20),
          new Shape("Passphrase for vault v1: %s", WORD, 20),
          new Shape("cmdkey /add:fs01 /user:adm /pass:%s (ID 999)", WORD, 12),
          new Shape("psexec \\\\fs01 -u adm -p %s cmd (ID 999)", WORD, 12),
          new Shape("sqlcmd.exe -S mabs01 -U sa -P %s", WORD, 12),
          new Shape("schtasks /create /ru adm /rp \"%s\" /tn x", WORD, 12),
          new Shape("<Passphrase value=\"%s\"/>", WORD, 14),
          new Shape("Ocp-Apim-Subscription-Key: %s", WORD, 32),
          new Shape("X-Api-Key: %s", WORD, 32),
          new Shape("The security PIN is %s.", DIGITS, 6),
          new Shape("PIN: %s", DIGITS, 6),
          new Shape(
              "https://x.blob.core.windows.net/c?sv=2020-08-04&sig=%s&se=2026-01-16", BASE64, 43),
          new Shape("https://x.blob.core.windows.net/c?se=2026-01-16&sig=%s", WORD, 43),
          new Shape("Authorization: Bearer %s", WORD, 60),
          new Shape("Authorization: Basic %s", WORD, 24),
          new Shape("'authorization': 'SharedKey account:%s'", BASE64, 44),
          new Shape("got eyJ%s.%s.%s", WORD, 40),
          new Shape("DefaultEndpointsProtocol=https;AccountName=x;AccountKey=%s==", BASE64, 86),
          new Shape("key1 %s== full", BASE64, 86),
          new Shape("http://svc:%s@proxy.contoso.com:8080", WORD, 14),
          new Shape("-----BEGIN PRIVATE KEY-----\n%s\n%s\n-----END PRIVATE KEY-----", BASE64, 64),
          new Shape("-----BEGIN RSA PRIVATE KEY-----\n%s\n%s", BASE64, 64),
          new Shape("<ManagementCert>%s</ManagementCert>", BASE64, 300),
          new Shape("The encryption passphrase is correct horse battery h%s7", WORD, 6),
          new Shape("Passphrase:\n%s", WORD, 16),
          new Shape("Lösenfras:\n  %s %s", WORD, 16),
          new Shape("passphrase\nh%s7", WORD, 16),
          new Shape("pw h%s7", WORD, 12),
          new Shape("pwd - h%s7", WORD, 12),
          new Shape("Password - h%s7", WORD, 12),
          new Shape("Password\u00A0: %s", WORD, 12),
          new Shape("Password：%s", WORD, 12),
          new Shape("Pass\u200Bword: %s", WORD, 12),
          new Shape("| Password | h%s7 |", WORD, 12),
          new Shape("| User | Password |\n|---|---|\n| sa | %s |", WORD, 12),
          new Shape("Name Password\n---- --------\nsa   %s", WORD, 12),
          new Shape("<td>Password</td>\n<td class='a'>%s</td>", WORD, 12),
          new Shape("{\"clientSecret\": {\"value\": \"%s\"}}", WORD, 12),
          new Shape("aws_secret_access_key = %s", WORD, 40),
          new Shape("The security PIN generated in the portal was %s", DIGITS, 6),
          new Shape("net user dpmagent %s /add", WORD, 12),
          new Shape("sqlcmd -Usa -P%s", WORD, 12),
          new Shape("osql -U sa -P %s", WORD, 12),
          new Shape("bcp a.dbo.t out f -U sa -P %s", WORD, 12),
          new Shape("'%s' | ConvertTo-SecureString -AsPlainText -Force", WORD, 12),
          new Shape("as administrator and h%s7 as password", WORD, 12),
          new Shape("Kennwort: %s", WORD, 12),
          new Shape("Mot de passe : %s", WORD, 12),
          new Shape("Das Kennwort lautet %s7", WORD, 12),
          new Shape("passord: %s", WORD, 12),
          new Shape("adgangskode = %s", WORD, 12),
          new Shape("Vi bytte lösenord till %s7", WORD, 12),
          new Shape("Lösenordet ändrades till %s7", WORD, 12),
          new Shape("Lösenordet blev %s7", WORD, 12),
          new Shape("Lösenordet för kontot svc-dpm är %s7", WORD, 12),
          new Shape("logga in som svc-dpm, lösen h%s7", WORD, 12),
          new Shape("Logga in med svc-dpm och h%s7 som lösenord", WORD, 12),
          new Shape("Passfrasen är %s-7", WORD, 12),
          new Shape("Krypteringsfras: %s %s", WORD, 12),
          new Shape("lo\u0308senord: %s", WORD, 12),
          new Shape("PIN-koden blev %s", DIGITS, 6),
          new Shape("The password was changed to %s7", WORD, 12),
          new Shape("We reset the sa password to %s7", WORD, 12),
          new Shape("The passphrase we used was %s7", WORD, 12),
          new Shape("passphrase used: %s", WORD, 12),
          new Shape("passphrase that we set: %s", WORD, 12),
          new Shape("password -> h%s7", WORD, 12),
          new Shape("Passphrase → h%s7", WORD, 12),
          new Shape("Password ........ h%s7", WORD, 12),
          new Shape("Password.....: %s", WORD, 12),
          new Shape("Password        h%s7", WORD, 12),
          new Shape("Password [sa]: %s", WORD, 12),
          new Shape("Password 2: %s", WORD, 12),
          new Shape("Password2: %s", WORD, 12),
          new Shape("Client Secret Value: %s", WORD, 34),
          new Shape("**Password:** %s", WORD, 12),
          new Shape("- **Lösenord**: %s", WORD, 12),
          new Shape("`password`: `%s`", WORD, 12),
          new Shape("<b>Password:</b> %s", WORD, 12),
          new Shape("<dt>Password</dt><dd>%s</dd>", WORD, 12),
          new Shape("Password&nbsp;: %s", WORD, 12),
          new Shape("Password&#58; %s", WORD, 12),
          new Shape("Pass\u202eword: %s", WORD, 12),
          new Shape("Pass\u200dword: %s", WORD, 12),
          new Shape("Pass\ufe0fword: %s", WORD, 12),
          new Shape("$password = @'\n%s\n'@", WORD, 12),
          new Shape("password: >-\n  %s", WORD, 12),
          new Shape("- name: DB_PASSWORD\n  value: %s", WORD, 12),
          new Shape("{\"user\":\"sa\",\"pass\":\"%s\"}", WORD, 12),
          new Shape("X-Auth-Token: %s", WORD, 32),
          new Shape("x-functions-key: %s", WORD, 32),
          new Shape("cmdkey /add:fs01 /user:adm /pass \"%s\"", WORD, 12),
          new Shape("netsh wlan set hostednetwork key=%s", WORD, 12),
          new Shape("CREATE LOGIN dpm WITH PASSWORD = N'%s', CHECK_POLICY=OFF", WORD, 12),
          new Shape("Private-Lines: 2\n%s\n%s\nPrivate-MAC: %s", BASE64, 64),
          new Shape("MII%s==", BASE64, 300));

  private static final List<String> ORDINARY =
      List.of(
          "[{\"Name\": \"VSS\", \"Status\": 1, \"StartType\": 3, \"DisplayName\": \"Volume Shadow Copy\"},",
          "  {\"Name\":  \"VaultSvc\", \"DisplayName\":  \"Credential Manager\"}]",
          "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure Backup\\Config",
          "    ScratchLocation    REG_SZ    S:\\Scratch",
          "    PasswordNeverExpires    REG_DWORD    0x1",
          "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>",
          "<Provider Name='VSS'/><EventID Qualifiers='0'>8193</EventID>",
          "<TimeCreated SystemTime='2026-01-15T03:10:00.1234567Z'/><Computer>FS01.contoso.com</Computer>",
          "<Data Name='LogonType'>5</Data><Binary>2D20436F64653A2020434F524552454D</Binary></Event>",
          "The passphrase for MABS01 could not be changed. (ID 100066)",
          "Enter the passphrase. The PIN that you entered is incorrect or has expired (ID: 130001).",
          "Lösenfrasen kunde inte ändras. Kontrollera lösenordet för kontot.",
          "The password is incorrect or the account has expired.",
          "PasswordLastSet : 2026-01-02 10:00:00",
          "\"passphrase\": {\"configured\": true},",
          "\"Password\":  null,",
          "HasPrivateKey : True",
          "Invalid vault credentials provided. The file C:\\Temp\\a.VaultCredentials is corrupted.",
          "ping: 10 ms; mapping: off; spin=1; signature=none; config=abcdefghijklmnop",
          "PublicKeyToken=b77a5c561934e089, Version=4.0.0.0",
          "FullyQualifiedErrorId : CBPUserExpiredVaultCredential,Microsoft.Internal.CloudBackup",
          "-----BEGIN CERTIFICATE REQUEST FAILED-----",
          "net start obengine /y",
          "{3f2b1c9e-0a1b-4c5d-8e9f-1a2b3c4d5e6f} 0x80070005 C:\\Users\\anna\\a.log");

  private static String random(Random random, String alphabet, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The job on FS01 failed. Passphrase: abc (ID 3106)",
        "password=abc (ID 3106)",
        "lösenfras: abc (ID: 3106)",
        "PIN: 123456 (ID 3106)"
      })
  void theNumberOfTheErrorBehindASecretStays(String message) {
    String clean = Secrets.removedFromMessage(message).text();
    assertEquals(
        message.substring(message.indexOf(" (ID")), clean.substring(clean.indexOf(" (ID")));
    assertEquals(clean, Secrets.removedFromMessage(clean).text(), "what was read once before");
  }

  @Test
  void whatIsEscapedInJsonStaysEscaped() {
    assertEquals(
        "{\"text\": \"Password=[secret]\\\" and on\"}",
        Secrets.removedFrom("{\"text\": \"Password=Secret023. token=a\\\" and on\"}").text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The password has expired (0x80070532)",
        "password 0x80070056",
        "The password for the account DPM is wrong: 0x8007052E",
        "Could not verify the passphrase for the vault: error 34",
        "The storage account key is 0x80070005",
        "Change the passphrase of the server FS01",
        "The passphrase of the backup must have 16 characters"
      })
  void whatSaysSomethingOfASecretStays(String message) {
    assertEquals(message, Secrets.removedFromMessage(message).text());
  }

  @Test
  @Tag("slow")
  void noSecretOfAnyShapeIsLeftAndEveryOtherLineKeepsItsNumber() {
    Random random = new Random(20260115);
    for (int i = 0; i < 4_000; i++) {
      Shape shape = SHAPES.get(i % SHAPES.size());
      List<String> secrets = new ArrayList<>();
      String text = shape.template();
      while (text.contains("%s")) {
        // what a shape ends with, or JSON gives a meaning, is put in letters
        String secret =
            random(random, WORD, 1) + random(random, shape.alphabet(), shape.length() - 2);
        secret += random(random, DIGITS.equals(shape.alphabet()) ? DIGITS : WORD, 1);
        if (DIGITS.equals(shape.alphabet())) {
          secret = random(random, DIGITS, shape.length());
        }
        if (BASE64.equals(shape.alphabet())) {
          secret = random(random, BASE64, shape.length());
        }
        secrets.add(secret);
        int at = text.indexOf("%s");
        text = text.substring(0, at) + secret + text.substring(at + 2);
      }
      String before = ORDINARY.get(random.nextInt(ORDINARY.size()));
      String after = ORDINARY.get(random.nextInt(ORDINARY.size()));
      String whole = before + "\n" + text + "\n\n" + after;

      Secrets.Cleaned cleaned = Secrets.removedFrom(whole);
      List<String> lines = List.of(cleaned.text().split("\n", -1));

      for (String secret : secrets) {
        assertFalse(cleaned.text().contains(secret), () -> shape + " left of " + whole);
        assertFalse(cleaned.removals().toString().contains(secret), () -> "told: " + whole);
      }
      assertEquals(whole.split("\n", -1).length, lines.size(), whole);
      assertEquals(before, lines.get(0), whole);
      assertEquals(after, lines.get(lines.size() - 1), whole);
      assertFalse(cleaned.removals().isEmpty(), whole);
    }
  }

  @Test
  void ordinaryOutputStaysAsItIs() {
    for (String line : ORDINARY) {
      assertEquals(new Secrets.Cleaned(line, List.of()), Secrets.removedFrom(line), line);
    }
    String all = String.join("\n", ORDINARY);

    assertEquals(new Secrets.Cleaned(all, List.of()), Secrets.removedFrom(all));
  }

  @Test
  void aPasswordInJsonLeavesJson() {
    Secrets.Cleaned cleaned =
        Secrets.removedFrom(
            "{\n  \"Server\": \"a\",\n  \"SMTPPassword\":  \"hu\\\"nter2\",\n  \"Pin\": 123456\n}");

    assertEquals(
        "{\n  \"Server\": \"a\",\n  \"SMTPPassword\":  \"[secret]\",\n  \"Pin\": \"[secret]\"\n}",
        cleaned.text());
    assertEquals(
        List.of(
            new Secrets.Removal(3, "a password, PIN, passphrase or key"),
            new Secrets.Removal(4, "a password, PIN, passphrase or key")),
        cleaned.removals());
  }

  @Test
  void aSharedAccessTokenLosesItsSignatureOnly() {
    assertEquals(
        "https://x.blob.core.windows.net/c?sv=1&sig=[secret]&se=2026-01-16",
        Secrets.removedFrom(
                "https://x.blob.core.windows.net/c?sv=1&sig=abcdefghijk%3D&se=2026-01-16")
            .text());
  }

  private static final String VAULT_CREDENTIALS =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <RSBackupVaultAADCreds xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
        <Version i:nil="true" />
        <SubscriptionId>11111111-2222-3333-4444-555555555555</SubscriptionId>
        <ResourceType>Microsoft.RecoveryServices/vaults</ResourceType>
        <ResourceName>contoso-vault</ResourceName>
        <ManagementCert>MIIKAgIBAzCCCb4G
      CSqGSIb3DQEHAaCCCa8Eggmr</ManagementCert>
        <AadTenantId>66666666-7777-8888-9999-000000000000</AadTenantId>
        <ServicePrincipalClientId>client-of-the-vault</ServicePrincipalClientId>
      </RSBackupVaultAADCreds>
      """;

  @Test
  void ofAVaultCredentialsFileOnlyTheTagsAreLeft() {
    Secrets.Cleaned cleaned = Secrets.removedFrom(VAULT_CREDENTIALS);

    assertEquals(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <RSBackupVaultAADCreds xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
          <Version i:nil="true" />
          <SubscriptionId>[secret]</SubscriptionId>
          <ResourceType>[secret]</ResourceType>
          <ResourceName>[secret]</ResourceName>
          <ManagementCert>[secret]
        [secret]</ManagementCert>
          <AadTenantId>[secret]</AadTenantId>
          <ServicePrincipalClientId>[secret]</ServicePrincipalClientId>
        </RSBackupVaultAADCreds>
        """,
        cleaned.text());
  }

  @ParameterizedTest
  @ValueSource(ints = {260, 330, 420, 440})
  void aVaultCredentialsFileThatIsCutOffLosesAllTheSame(int length) {
    String cut = VAULT_CREDENTIALS.substring(0, length);
    String clean = Secrets.removedFrom(cut).text();

    for (String secret : List.of("11111111", "contoso", "MIIKAg", "CSqGSI")) {
      assertFalse(clean.contains(secret), clean);
    }
  }

  @Test
  void aKeyThatIsCutOffLeavesWhatFollowsIt() {
    assertEquals(
        "-----BEGIN PRIVATE KEY-----\n[secret]\n[secret]\n\nDPM could not contact FS01.",
        Secrets.removedFrom(
                "-----BEGIN PRIVATE KEY-----\nMIIE\nabc=\n\nDPM could not contact FS01.")
            .text());
  }

  /** Pieces of which something secret is made, and what a mark can lay bare. */
  private static final List<String> PIECES =
      List.of(
          ("parameter 'Passphrase'|System.Security.SecureString|ConvertTo-SecureString |password|"
                  + "Password: |pwd=|PIN|sig=|key|token |passphrase is |lösenord|-P |net user x |/add|"
                  + "sqlcmd -Usa -P|{\"password\": \"|<td>|[secret]|[secret]|Zw5kq8Rt9|ab|The |\"|\"|\"|"
                  + "\"\"|'|''|=|: | |\n|\\|;|,|(|)")
              .split("[|]"));

  @Test
  @Tag("slow")
  void whatWasTakenOutOfAnythingReadsBackAsItIs() {
    Random random = new Random(20260116);
    for (int i = 0; i < 20_000; i++) {
      String text =
          IntStream.range(0, 1 + random.nextInt(14))
              .mapToObj(n -> PIECES.get(random.nextInt(PIECES.size())))
              .collect(Collectors.joining());

      String once = Secrets.removedFrom(text).text();
      assertEquals(once, Secrets.removedFrom(once).text(), text);
      String message = Secrets.removedFromMessage(text).text();
      assertEquals(message, Secrets.removedFromMessage(message).text(), text);
    }
  }

  @Test
  void whatIsCleanStaysSo() {
    String text =
        "password=abc\n<Password>a</Password>\n\"pin\": 1234\nPIN 123456\nsig=abcdefghij&x";
    Secrets.Cleaned once = Secrets.removedFrom(text);

    assertEquals(new Secrets.Cleaned(once.text(), List.of()), Secrets.removedFrom(once.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=",
        "password: a;",
        "<Password>",
        "-----BEGIN PRIVATE KEY-----",
        "sig=aaaaaaaaa&",
        "<RSVaultCreds>",
        "eyJhhhhhhhhhhh.",
        "ConvertTo-SecureString ",
        "MIIaaaaaa",
        "://a:b",
        "    ",
        "Name=\"password\" ",
        "\"password\":\"\\",
        "PIN ",
        "-----END ",
        "<a ",
        "\"\"",
        "a\n",
        "password\n--------\n",
        "password | ",
        "| password |\n|---|\n",
        "password:\n",
        "x as password "
      })
  void noTextIsTooOddToRead(String again) {
    String text = again.repeat(20_000 / again.length());
    Secrets.Cleaned cleaned = Secrets.removedFrom(text);

    assertEquals(text.lines().count(), cleaned.text().lines().count());
  }

  @Test
  void aTableUnderATableTakesNoLongerThanOne() {
    String text = "password\n--------\n".repeat(10_000);
    assertTimeout(Duration.ofSeconds(10), () -> Secrets.removedFrom(text));
  }

  private static String clean(String text) {
    return Secrets.removedFrom(text).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net use \\\\srv\\share %s /user:CONTOSO\\anna",
        "net use Z: \\\\srv\\share %s /user:anna /persistent:no",
        "net use * \\\\srv\\share /user:anna %s",
        "C:\\> NET.EXE USE \"\\\\srv\\a share\" \"%s\" /user:anna",
        "net use Z: \\\\srv\\share \"/user:CONTOSO\\anna\" %s",
        "net use Z: \\\\srv\\share /user:\"CONTOSO\\svc dpm\" %s",
      })
  void thePasswordOfNetUseHasNoNameBeforeIt(String command) {
    String expected = command.formatted(Secrets.MARK);

    assertEquals(expected, clean(command.formatted("hunter2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net use",
        "net use \\\\srv\\share /user:anna *",
        "net use Z: /delete",
        "the net use of the volume",
        "net start DPM"
      })
  void otherCommandsOfNetStayAsTheyAre(String command) {
    assertEquals(command, clean(command));
  }

  @Test
  void aColumnThatIsNamedAsASecretIsLeftOutOfATable() {
    assertEquals(
        """
        #TYPE Selected.PSCustomObject
        "Server","SmtpPassword","Note"
        "MABS01","[secret]","a, b"
        "MABS02","[secret]
        [secret]","c"
        "MABS03","","d"
        """,
        clean(
            """
            #TYPE Selected.PSCustomObject
            "Server","SmtpPassword","Note"
            "MABS01","hun,ter""2","a, b"
            "MABS02","hunter
            hunter","c"
            "MABS03","","d"
            """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Passphrase", "Pin", "Security PIN", "Lösenord", "AccountKey", "SasToken"})
  void columnsOfSecretsHaveManyNames(String column) {
    String head = "\"Server\";\"" + column + "\"\n";

    assertEquals(head + "FS01;[secret]\n", clean(head + "FS01;482913\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Enter the password, please\nand, then\n",
        "PasswordNeverExpires,Name\nx,y\n",
        "Server,Pinned,Key\nFS01,1,2\n",
        "Server,Password\nno table follows this line\n"
      })
  void otherLinesWithCommasAreNoTable(String text) {
    assertEquals(text, clean(text));
  }

  @Test
  void aColumnGoesOnBehindAMarkThatNothingCloses() {
    String cut = "Server,Password\nFS01,one\n\"FS02,two\nFS03,three\n";

    assertEquals("Server,Password\nFS01,[secret]\n\"FS02,two\nFS03,[secret]\n", clean(cut));
  }

  @Test
  void whatAParameterDidNotTakeIsNotShownInAMessage() {
    assertEquals(
        "Cannot bind parameter 'SecurityPin'. Cannot convert \"[secret]\" to a secure string.",
        Secrets.removedFromMessage(
                "Cannot bind parameter 'SecurityPin'. Cannot convert \"482913\" to a secure string.")
            .text());
    String other = "Cannot bind parameter 'Path'. Cannot convert \"D:\\x\" to a drive.";
    assertEquals(other, Secrets.removedFromMessage(other).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Users\\anna\\passwords.xlsx",
        "Settings -> Passwords -> Change",
        "Vi bytte lösenord till ett längre",
        "The password was changed to a stronger one",
        "The password was set to expire in 90 days",
        "Lösen för kontot saknas",
        "Passfrasen är inte satt",
        "Password ........ not set",
        "https://x.contoso.com/a?password&user=anna",
        "The passphrase is less than 16 characters",
        "The passphrase is stored in vault v1",
        "net user administrator /active:yes",
        "Password:\nUser name: x",
        "Password\n--------\n",
        "Set the password\nof the account",
        "D:\\Secrets\\password-old\\a.txt",
        "The passphrase that is used to encrypt the backups is not set (ID: 100050).",
        "Enter the security PIN. (ID 130001)",
        "key: 5, 0x80070005, {3f2b1c9e-0a1b-4c5d-8e9f-1a2b3c4d5e6f}",
        "spin: 3; Pinned: yes; tokens=4; certificates: 2; keyboard=sv",
        "S-1-5-21-1004336348-1177238915-682003330-512"
      })
  void whatOnlySoundsLikeASecretStays(String text) {
    assertEquals(text, clean(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pin\n- -\n0",
        "Name    PIN\n------- ---\nFS01    123456",
        "| PIN |\n|-----|\n| 12 |",
        "HKLM\\SOFTWARE\\pin :[secret"
      })
  void whatIsTakenOutStaysAsItIs(String text) {
    String once = Secrets.removedFrom(text).text();
    assertEquals(once, Secrets.removedFrom(once).text());
  }
}
