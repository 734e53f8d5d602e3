package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.Certificate;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates of the machine, with their store in {@code PSPath}. */
final class CertificateStore implements NativeFormat {

  private static final String PATH = "PSPath";
  private static final String EXPIRES = "NotAfter";
  private static final String FRIENDLY_NAME = "FriendlyName";
  private static final String SUBJECT = "Subject";

  /** The one that rules know by a part of its name. */
  private static final String AZURE_TOOLS = "Windows Azure Tools";

  private static final Pattern STORE =
      Pattern.compile("(?:.*\\\\)?Certificate::LocalMachine\\\\([^\\\\]+)\\\\[^\\\\]+");
  private static final Pattern COMMON_NAME =
      Pattern.compile("(?:^|,)\\s{0,9}CN=(?:\"([^\"]+)\"|([^,\"]+))", Pattern.CASE_INSENSITIVE);

  /** A certificate, of which several can have one name. */
  private record Found(Row row, String name, Optional<String> store, Optional<Instant> expiresAt) {

    Found or(Found other) {
      return new Found(
          row,
          name,
          store.filter(own -> other.store.equals(Optional.of(own))),
          expiresAt.filter(own -> other.expiresAt.equals(Optional.of(own))));
    }

    Certificate fact(String server) {
      return new Certificate(server, name, true, store.orElse(null), expiresAt.orElse(null));
    }
  }

  @Override
  public String name() {
    return "Get-ChildItem Cert: | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.text().contains("Certificate::") && JsonRows.have(file, PATH, SUBJECT, EXPIRES);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    Map<String, Found> byName = new LinkedHashMap<>();
    for (Row row : rows.rows()) {
      Matcher store = STORE.matcher(row.text(PATH).orElse(""));
      if (!store.matches()) {
        rows.unused(row, PATH, "a certificate of no store of the machine");
        continue;
      }
      Optional<Instant> expiresAt = PowerShellTime.of(row, EXPIRES);
      if (expiresAt.isEmpty()) {
        rows.unread(row, EXPIRES, EXPIRES + " is no time with its zone");
      }
      Optional<String> name = certificateName(row).filter(RowNotes::isName);
      if (name.isEmpty()) {
        rows.unread(row, SUBJECT, "a certificate without a name");
        continue;
      }
      byName.merge(
          rows.server(row).orElse("") + "\n" + name.get().toLowerCase(Locale.ROOT),
          // behind the damage there may be another one of that name
          new Found(
              row, name.get(), Optional.of(store.group(1)), expiresAt.filter(time -> rows.whole())),
          Found::or);
    }
    byName.values().forEach(found -> rows.fact(found.row(), PATH, found::fact));
    rows.finish();
  }

  private static Optional<String> certificateName(Row row) {
    String friendly = row.text(FRIENDLY_NAME).orElse("").strip();
    String subject = row.text(SUBJECT).orElse("").strip();
    if (contains(friendly, AZURE_TOOLS) || contains(subject, AZURE_TOOLS)) {
      return Optional.of(AZURE_TOOLS);
    }
    if (!friendly.isEmpty()) {
      return Optional.of(friendly);
    }
    Matcher common = COMMON_NAME.matcher(subject);
    if (common.find()) {
      String quoted = common.group(1);
      return Optional.of((quoted == null ? common.group(2) : quoted).strip());
    }
    return Optional.of(subject);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
