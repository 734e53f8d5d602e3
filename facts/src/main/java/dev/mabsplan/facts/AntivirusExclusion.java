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
    String server, @Key ExclusionType type, @Key String path, boolean present) implements Fact {

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
  public boolean coversFolder(String parent, String name) {
    return type == ExclusionType.FOLDER && isBelow(joined(parent, name));
  }

  /**
   * Tells whether the exclusion covers a process: it names the program by its bare name or by its
   * full path, without regard to case.
   *
   * @param folder the folder the program is in
   * @param program the program's file name
   */
  public boolean coversProcess(String folder, String program) {
    return type == ExclusionType.PROCESS
        && (path.equalsIgnoreCase(program) || path.equalsIgnoreCase(joined(folder, program)));
  }

  private boolean isBelow(String folder) {
    String above = path.endsWith("\\") ? path : path + "\\";
    return (folder + "\\").regionMatches(true, 0, above, 0, above.length());
  }

  private static String joined(String parent, String name) {
    if (name.isEmpty()) {
      return parent.endsWith("\\") ? parent.substring(0, parent.length() - 1) : parent;
    }
    return parent.endsWith("\\") ? parent + name : parent + "\\" + name;
  }
}
