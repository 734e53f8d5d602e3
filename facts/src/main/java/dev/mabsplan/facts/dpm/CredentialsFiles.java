package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.CredentialsFile;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Vault credentials files, by name and age; never what is in one. */
final class CredentialsFiles implements NativeFormat {

  private static final String PATH = "FullName";
  private static final String CREATED = "CreationTime";
  private static final String SEEN = "SeenAt";
  private static final String EXTENSION = ".vaultcredentials";
  private static final Pattern MENTIONED =
      Pattern.compile("\\.VaultCredentials\"", Pattern.CASE_INSENSITIVE);

  /** A credentials file. */
  private record Found(Row row, String path, Optional<Instant> downloadedAt) {

    CredentialsFile fact(String server) {
      CredentialsFile fact = CredentialsFile.of(server).withPath(path);
      // a drive letter can stand for a share too, a share's own name can't stand for a disk
      fact = path.startsWith("\\\\") ? fact.withLocal(false) : fact;
      return downloadedAt.isPresent() ? fact.withDownloadedAt(downloadedAt.get()) : fact;
    }
  }

  @Override
  public String name() {
    return "Get-ChildItem *.VaultCredentials | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return MENTIONED.matcher(file.text()).find() && JsonRows.have(file, PATH, CREATED);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    List<Found> found =
        rows.rows().stream()
            .flatMap(row -> found(row, rows, notes).stream())
            .sorted(
                Comparator.comparing(
                        (Found credentials) -> credentials.downloadedAt().orElse(Instant.MIN))
                    .reversed())
            .toList();
    if (!rows.ofOneServer()) {
      found.forEach(one -> rows.unused(one.row(), PATH, "files of several servers in one file"));
    } else if (!found.isEmpty()) {
      // behind the damage there may be a newer one
      if (rows.whole()) {
        rows.fact(found.get(0).row(), PATH, found.get(0)::fact);
      } else {
        rows.unused(
            found.get(0).row(),
            PATH,
            "a credentials file; a newer one may stand behind the damage");
      }
      found.stream()
          .skip(1)
          .forEach(older -> rows.unused(older.row(), PATH, "an older credentials file"));
    }
    rows.finish();
  }

  private static Optional<Found> found(Row row, RowNotes rows, Notes notes) {
    PowerShellTime.of(row, SEEN).ifPresent(notes::seenAt);
    Optional<String> path = rows.name(row, PATH);
    if (path.filter(name -> name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)).isEmpty()) {
      path.ifPresent(other -> rows.unused(row, PATH, "a file that is no credentials file"));
      return Optional.empty();
    }
    Optional<Instant> created = PowerShellTime.of(row, CREATED);
    if (created.isEmpty()) {
      rows.unread(row, CREATED, CREATED + " is no time with its zone");
    }
    return Optional.of(new Found(row, path.get(), created));
  }
}
