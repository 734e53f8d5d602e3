package dev.mabsplan.engine.symptom;

import dev.mabsplan.facts.ReportedError;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose numbers are whose: which names of products and event providers mean one catalogue. */
final class Products {

  private static final String CATALOGUE = "dpm";

  /** Names of the one catalogue that the backup server and its agent for Azure share. */
  private static final Set<String> OF_CATALOGUE =
      Set.of(
          "dpm",
          "mars",
          "mabs",
          "dpm-em",
          "dpm alerts",
          "dpm backup events",
          "data protection manager",
          "system center data protection manager",
          "azure backup server",
          "microsoft azure backup server",
          "microsoft azure backup",
          "azure backup");

  /** Providers whose events have numbers of their own and quote those of the catalogue. */
  private static final Set<String> QUOTING =
      Set.of("msdpm", "dpmra", "cloudbackup", "obengine", "dpm protection agent");

  private static final Pattern BACKUP_SERVER =
      Pattern.compile(
          "\\b(?:MABS|MSDPM|DPM|Azure Backup Server|Data Protection Manager)\\b",
          Pattern.CASE_INSENSITIVE);

  private Products() {}

  /** Returns whether an error says by a name that it is of a backup server. */
  static boolean nameBackupServer(ReportedError error) {
    return Stream.of(error.product(), error.message(), error.text(), error.operation())
        .flatMap(Stream::ofNullable)
        .anyMatch(said -> BACKUP_SERVER.matcher(said).find());
  }

  /** Returns the name under which the numbers of a product are compared. */
  static String family(String product) {
    String name = product.strip().toLowerCase(Locale.ROOT);
    return OF_CATALOGUE.contains(name) ? CATALOGUE : name;
  }

  /** Whether only the backup server writes events of a provider. */
  static boolean isOfBackupServer(String provider) {
    String family = family(provider);
    return family.equals(CATALOGUE) || family.equals("msdpm");
  }

  /** Returns whose numbers those in the description of an event are. */
  static @Nullable String quotedBy(@Nullable String provider) {
    if (provider == null || provider.isBlank()) {
      return null;
    }
    String family = family(provider);
    return QUOTING.contains(family) ? CATALOGUE : family;
  }
}
