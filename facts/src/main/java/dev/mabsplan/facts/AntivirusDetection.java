package dev.mabsplan.facts;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that antivirus found infected.
 *
 * @param server the server it was observed on
 * @param path the file
 * @param present whether it still matters; false once what it was found in has been checked or
 *     restored
 * @param action what was done with it; null where unknown
 * @param detectedAt when; null where unknown
 */
public record AntivirusDetection(
    String server,
    @Key @Name(Name.Of.PATH) String path,
    boolean present,
    @Nullable InfectedFileAction action,
    @Nullable Instant detectedAt)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static AntivirusDetection of(String server, String path) {
    return new AntivirusDetection(server, path, true, null, null);
  }

  /** Returns the fact that this no longer matters. */
  public AntivirusDetection absent() {
    return new AntivirusDetection(server, path, false, null, null);
  }

  /** Returns this fact with {@code action} known. */
  public AntivirusDetection withAction(InfectedFileAction action) {
    return new AntivirusDetection(server, path, present, action, detectedAt);
  }

  /** Returns this fact with {@code detectedAt} known. */
  public AntivirusDetection withDetectedAt(Instant detectedAt) {
    return new AntivirusDetection(server, path, present, action, detectedAt);
  }

  /**
   * Tells whether the file lies in a folder or volume, or below it.
   *
   * @param folder the folder, or a volume such as {@code E:}
   */
  @OfKeys
  public boolean isIn(String folder) {
    return WindowsPath.isIn(path, folder);
  }

  /**
   * Tells whether the path of the file passes through the given folders, wherever they lie.
   *
   * @param folders names with a backslash between, such as {@code Volumes\Replica}
   */
  @OfKeys
  public boolean passes(String folders) {
    return path.toLowerCase(Locale.ROOT).contains("\\" + folders.toLowerCase(Locale.ROOT) + "\\");
  }
}
