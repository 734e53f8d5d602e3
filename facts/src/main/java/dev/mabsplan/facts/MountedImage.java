package dev.mabsplan.facts;

/**
 * A disk image (.vhdx) of a replica on a backup server.
 *
 * @param server the server it was observed on
 * @param path the image file
 * @param present whether it is mounted
 */
public record MountedImage(String server, @Key @Name(Name.Of.PATH) String path, boolean present)
    implements Fact {

  /** Returns the fact. */
  public static MountedImage of(String server, String path) {
    return new MountedImage(server, path, true);
  }

  /** Returns the fact that this is known not to be there. */
  public MountedImage absent() {
    return new MountedImage(server, path, false);
  }
}
