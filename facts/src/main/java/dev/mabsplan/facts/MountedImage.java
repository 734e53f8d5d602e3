package dev.mabsplan.facts;

import org.jspecify.annotations.Nullable;

/**
 * A disk image that is mounted on a backup server.
 *
 * @param server the server it was observed on
 * @param path the image file
 * @param present whether it is mounted
 * @param use whose file it is; null where unknown
 */
public record MountedImage(
    String server, @Key @Name(Name.Of.PATH) String path, boolean present, @Nullable ImageUse use)
    implements Fact {

  /** Returns the fact with nothing more known of it than its name. */
  public static MountedImage of(String server, String path) {
    return new MountedImage(server, path, true, null);
  }

  /** Returns the fact that this is known not to be there. */
  public MountedImage absent() {
    return new MountedImage(server, path, false, null);
  }

  /** Returns this fact with {@code use} known. */
  public MountedImage withUse(ImageUse use) {
    return new MountedImage(server, path, present, use);
  }

  /**
   * Tells whether the file has an extension, without regard to case.
   *
   * @param extension with its dot, such as {@code .vhdx}
   */
  @OfKeys
  public boolean isFile(String extension) {
    int start = path.length() - extension.length();
    return start > 0 && path.regionMatches(true, start, extension, 0, extension.length());
  }
}
