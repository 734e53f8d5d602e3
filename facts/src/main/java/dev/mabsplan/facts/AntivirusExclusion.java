package dev.mabsplan.facts;

/**
 * Something antivirus is told to leave alone.
 *
 * @param server the server it was observed on
 * @param type what the exclusion names
 * @param path folder, drive or process, as written in the exclusion list
 * @param present whether the exclusion is set
 */
public record AntivirusExclusion(
    String server, @Key ExclusionType type, @Key @Name(Name.Of.PATH) String path, boolean present)
    implements Fact {

  /** Returns the fact. */
  public static AntivirusExclusion of(String server, ExclusionType type, String path) {
    return new AntivirusExclusion(server, type, path, true);
  }

  /** Returns the fact that this is known not to be there. */
  public AntivirusExclusion absent() {
    return new AntivirusExclusion(server, type, path, false);
  }

  /**
   * Tells whether the exclusion covers a folder, drive or program: a folder is covered by one that
   * is or lies above it, a program (.exe) as a process by its bare name, by its path, or by a
   * folder that it lies in. Case does not count, and a {@code \*} at the end stands for all below.
   *
   * @param folder the folder it is in
   * @param name what is in it, or below it; empty for the folder itself
   */
  @OfKeys
  public boolean covers(String folder, String name) {
    return covers(WindowsPath.of(folder, name));
  }

  private boolean covers(String item) {
    return WindowsPath.isProgram(item) == (type == ExclusionType.PROCESS)
        && (WindowsPath.isIn(item, withoutWildcard()) || isBareNameOf(item));
  }

  /** One star stands for everything below, but never for a part of a name. */
  private String withoutWildcard() {
    return path.endsWith("\\*") ? path.substring(0, path.length() - 1) : path;
  }

  private boolean isBareNameOf(String item) {
    return type == ExclusionType.PROCESS
        && item.substring(item.lastIndexOf('\\') + 1).equalsIgnoreCase(path);
  }
}
