package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A folder on a server.
 *
 * @param server the server it was observed on
 * @param path full path
 * @param present whether it exists
 * @param purpose what it is used for; null where unknown
 * @param fileCount number of files in it; null where unknown
 */
public record Folder(
    String server,
    @Key @Name(Name.Of.PATH) String path,
    boolean present,
    @Nullable FolderPurpose purpose,
    @Range @Nullable Long fileCount)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static Folder of(String server, String path) {
    return new Folder(server, path, true, null, null);
  }

  /** Returns the fact that this is known not to be there. */
  public Folder absent() {
    return new Folder(server, path, false, null, null);
  }

  /** Returns this fact with {@code purpose} known. */
  public Folder withPurpose(FolderPurpose purpose) {
    return new Folder(server, path, present, purpose, fileCount);
  }

  /** Returns this fact with {@code fileCount} known. */
  public Folder withFileCount(long fileCount) {
    return new Folder(server, path, present, purpose, fileCount);
  }

  /**
   * Tells whether the folder is the one at a path, without regard to case.
   *
   * @param other full path, with or without a backslash at its end
   */
  @OfKeys
  public boolean at(String other) {
    return WindowsPath.of(path, "").equalsIgnoreCase(WindowsPath.of(other, ""));
  }
}
