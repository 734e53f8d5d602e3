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
   * Tells whether the exclusion covers a folder: it names that folder or one above it, without
   * regard to case.
   *
   * @param parent the folder above
   * @param name the folder's name in it; empty for {@code parent} itself
   */
  @OfKeys
  public boolean coversFolder(String parent, String name) {
    return type == ExclusionType.FOLDER && WindowsPath.isIn(WindowsPath.of(parent, name), path);
  }

  /**
   * Tells whether the exclusion covers a process: it names the program by its bare name or by its
   * full path, without regard to case.
   *
   * @param folder the folder the program is in
   * @param program the program's file name
   */
  @OfKeys
  public boolean coversProcess(String folder, String program) {
    return type == ExclusionType.PROCESS
        && (path.equalsIgnoreCase(program)
            || path.equalsIgnoreCase(WindowsPath.of(folder, program)));
  }
}
