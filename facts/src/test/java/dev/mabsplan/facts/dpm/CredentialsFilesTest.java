package dev.mabsplan.facts.dpm;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.format.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialsFilesTest {

  @Test
  void ofSeveralTheNewestIsTheOneAndSaysWhenItWasSeen() {
    Sample sample = read(new CredentialsFiles(), file("credentials-files/two-5.1.json"));

    assertEquals(
        List.of(
            CredentialsFile.of(SERVER)
                .withPath("C:\\Users\\ada\\Downloads\\contoso_Mon Jan 12 2026.VaultCredentials")
                .withDownloadedAt(Instant.parse("2026-01-12T08:00:00Z"))),
        sample.facts());
    assertEquals(List.of(8), sample.lines());
    assertEquals(List.of("3: an older credentials file"), sample.unused());
    assertEquals(
        List.of(
            Instant.parse("2026-01-14T10:00:00.1234567Z"),
            Instant.parse("2026-01-14T10:00:00.1334567Z")),
        sample.notes().times());
  }

  @Test
  void aFileOnAShareIsOnNoLocalDisk() {
    Sample sample = read(new CredentialsFiles(), file("credentials-files/share-7.json"));

    assertEquals(
        List.of(
            CredentialsFile.of(SERVER)
                .withPath("\\\\files\\home\\ada\\Downloads\\contoso.VaultCredentials")
                .withDownloadedAt(Instant.parse("2026-01-12T08:00:00Z"))
                .withLocal(false)),
        sample.facts());
  }

  @Test
  void aFileThatIsCutOffTellsNoNewest() {
    Sample sample = read(new CredentialsFiles(), file("credentials-files/damaged.json"));

    assertEquals(List.of(), sample.facts());
    assertEquals(1, sample.unread().size());
  }
}
