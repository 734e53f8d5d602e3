package dev.mabsplan.engine.symptom.text;

import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.format.NamesReader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose numbers are whose: which names of products and event providers mean one catalogue. */
public final class Products {

  /** The catalogue of the backup server, and the provider whose events quote it. */
  private static final Set<String> OF_BACKUP_SERVER = Set.of("dpm", "msdpm");

  private static final Pattern BACKUP_SERVER =
      Pattern.compile(
          "\\b(?:MABS|MSDPM|DPM|Azure Backup Server|Data Protection Manager)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The names that are known without any rule pack. */
  public static final Products SHIPPED = new Products(NamesReader.SHIPPED);

  private final KnownNames names;

  public Products(KnownNames names) {
    this.names = names;
  }

  /** Returns whether an error says by a name that it is of a backup server. */
  public static boolean nameBackupServer(ReportedError error) {
    return Stream.of(error.product(), error.message(), error.text(), error.operation())
        .flatMap(Stream::ofNullable)
        .anyMatch(said -> BACKUP_SERVER.matcher(said).find());
  }

  /** Returns the name under which the numbers of a product are compared. */
  public String family(String product) {
    return names.family(product);
  }

  /** Whether only the backup server writes events of a provider. */
  boolean isOfBackupServer(String provider) {
    return OF_BACKUP_SERVER.contains(family(provider));
  }

  /** Returns whose numbers those in the description of an event are. */
  public @Nullable String quotedBy(@Nullable String provider) {
    return provider == null || provider.isBlank() ? null : names.quotedBy(provider);
  }
}
