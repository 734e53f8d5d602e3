package dev.mabsplan.engine.cli;

import static dev.mabsplan.engine.cli.Ran.mabsplan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

  private static final String STOPPED =
      """
      SERVICE_NAME: TapeDriver
              TYPE               : 10  WIN32_OWN_PROCESS
              STATE              : 1  STOPPED
      The tape library is next.
      """;

  @TempDir private Path folder;
  private Path service;

  @BeforeEach
  void printWhatScPrints() throws IOException {
    service = Files.writeString(folder.resolve("sc.txt"), STOPPED);
  }

  @Test
  void theFactsAreAFactsDocumentAndTheRestIsSaidBesideIt() {
    Ran ran = mabsplan("import", service.toString(), "--server", "MABS01:backupServer").ended(0);
    Facts facts = FactsDocument.parse(ran.out());
    assertEquals(
        "[Service[server=MABS01, name=TapeDriver, present=true, state=STOPPED, startType=null]]",
        facts.facts().toString());
    assertEquals(service + ":4: no line of sc.exe\n", ran.err());
  }

  @Test
  void anEmptyPathIsNotTheFolderOneIsIn() {
    Ran ran = mabsplan("import", "").ended(2);
    assertEquals("mabsplan: PATH needs the name of a file or folder; found \"\"\n", ran.err());
  }

  @Test
  void whatCanBeNoPathIsSaidToBeNone() {
    Ran ran = mabsplan("import", "logs\0").ended(2);
    assertTrue(
        ran.err().startsWith("mabsplan: PATH needs the name of a file or folder; found \"logs"),
        ran.err());
  }

  @Test
  void ofMoreErrorsThanCanBePlannedForTheNewestAreTaken() throws IOException {
    StringBuilder alerts =
        new StringBuilder("\"DPMServer\",\"OccurredSince\",\"Severity\",\"Message\"\n");
    for (int i = 0; i < 1_001; i++) {
      alerts.append(
          "\"MABS01\",\"2026-01-12T11:%02d:%02dZ\",\"Error\",\"Tape %d does not answer.\"%n"
              .formatted(i / 60, i % 60, i));
    }
    Path file = Files.writeString(folder.resolve("alerts.csv"), alerts);
    Ran ran = mabsplan("plan", file.toString(), "--text", "The loader is jammed.").ended(0);
    assertTrue(
        ran.err()
            .contains(
                "only the newest 1,000 of 1,001 different errors are planned for; --since leaves"
                    + " out older ones"),
        ran.err());
    assertTrue(ran.out().contains("Tape 1 does not answer."), ran.out());
    assertTrue(ran.out().contains("The loader is jammed."), ran.out());
    assertFalse(ran.out().contains("Tape 0 does not answer."), ran.out());
  }

  @Test
  void aPlanIsMadeOfTheSameFiles() {
    Ran ran =
        mabsplan(
                "plan",
                service.toString(),
                "--server",
                "MABS01:backupServer",
                "--text",
                "The tape drive does not answer any of the questions of the backup server.")
            .ended(0);
    assertTrue(ran.out().contains("The tape driver on MABS01 is stopped"), ran.out());
  }

  @Test
  void namesAreReplacedWhereThatIsWanted() {
    Ran ran =
        mabsplan("import", service.toString(), "--server", "MABS01:backupServer", "--redact")
            .ended(0);
    assertFalse(ran.out().contains("MABS01"), ran.out());
    assertTrue(ran.out().contains("SERVER-1"), ran.out());
    assertTrue(ran.err().endsWith("1 name or address is replaced by a token\n"), ran.err());
  }

  @Test
  void namesInWhatIsSaidBesideAreTheSameTokens() throws IOException {
    Path home = Files.createDirectories(folder.resolve("Users/anna/FS07"));
    Files.writeString(home.resolve("MABS01.txt"), "nothing that is known");
    Files.writeString(home.resolve("sc.txt"), STOPPED);
    Files.writeString(
        home.resolve("facts.json"),
        "{\"servers\": [{\"name\": \"MABS01\", \"role\": \"backupServer\", \"backupServer\": \"\"}],"
            + " \"errors\": [{\"text\": \"CONTOSO\\\\anna at 10.1.2.3: password=hunter2\"}]}");
    Ran ran = mabsplan("import", folder.resolve("Users").toString(), "--redact").ended(0);
    for (String name : List.of("MABS01", "FS07", "anna", "CONTOSO", "10.1.2.3", "hunter2")) {
      assertFalse((ran.out() + ran.err()).contains(name), ran.out() + ran.err());
    }
    ran.says("DOMAIN-1\\\\USER-1 at IP-1: password=[secret]");
    ran.says("/SERVER-1/SERVER-2.txt: has none of the known formats");
    ran.says("facts.json:1:", "a password, PIN, passphrase or key was left out");
    ran.says("5 names and addresses are replaced by tokens");
  }

  @Test
  void whatIsPastedLosesNamesAndSecretsToo() {
    Ran ran =
        mabsplan("plan", "--redact", "--text", "CONTOSO\\anna used password=hunter2 in vain")
            .ended(0);
    assertFalse((ran.out() + ran.err()).contains("hunter2"), ran.out() + ran.err());
    assertFalse((ran.out() + ran.err()).contains("anna"), ran.out() + ran.err());
    ran.says("--text: a password, PIN, passphrase or key was left out");
    ran.says("2 names and addresses are replaced by tokens");
  }

  @Test
  void theDocumentCanGoToAFile() throws IOException {
    Path output = folder.resolve("out/facts.json");
    mabsplan("import", service.toString(), "-o", output.toString()).ended(0);
    assertEquals(1, FactsDocument.read(output).facts().size());
  }

  @Test
  void wrongArgumentsAreRefused() {
    String file = service.toString();
    mabsplan("import").refused("what should be read?");
    mabsplan("import", "-", file).refused("- stands alone");
    mabsplan("import", file, "--server", "MABS01:boss").refused("found \"boss\"");
    mabsplan("import", file, "--server", ":backupServer").refused("--server takes a name");
    mabsplan("import", file, "--since", "yesterday").refused("an age such as 7d", "\"yesterday\"");
    mabsplan("import", folder.resolve("nix").toString()).refused("no such file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Change passphrase: The tape drive does not answer any of the questions of the backup server.",
        "Ändra lösenfras: Bandenheten svarar inte på någon av frågorna från"
            + " säkerhetskopieringsservern."
      })
  void whatIsAMessageOfARulePackIsNoSecretWhereverItIsRead(String said) throws IOException {
    String begun = "“" + said.substring(0, said.indexOf(' ', 30));
    Path file = Files.writeString(folder.resolve("error.txt"), said + " (ID 4242)");
    Path document =
        Files.writeString(
            folder.resolve("facts.json"), "{\"errors\": [{\"text\": \"" + said + "\"}]}");
    mabsplan("plan", "--text", said).ended(0).says(begun);
    mabsplan("plan", file.toString()).ended(0).says(begun);
    mabsplan("plan", document.toString()).ended(0).says(begun);
  }

  @Test
  void aSecretBehindAMessageOfARulePackIsLeftOut() {
    Ran ran =
        mabsplan(
                "plan",
                "--text",
                "Passphrase: The tape drive does not answer any of the questions of the backup"
                    + " server. The password was hunter2")
            .ended(0);
    assertFalse((ran.out() + ran.err()).contains("hunter2"), ran.out() + ran.err());
  }
}
