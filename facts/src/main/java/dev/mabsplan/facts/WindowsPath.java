package dev.mabsplan.facts;

/** Paths as Windows has them: a backslash between names, no regard to case. */
public final class WindowsPath {

  private static final String SEPARATOR = "\\";

  private WindowsPath() {}

  /**
   * Returns the path of something in a folder.
   *
   * @param folder the folder, with or without a backslash at its end
   * @param name what is in it, or below it; empty for the folder itself
   */
  public static String of(String folder, String name) {
    String bare = folder.endsWith(SEPARATOR) ? folder.substring(0, folder.length() - 1) : folder;
    return name.isEmpty() ? bare : bare + SEPARATOR + name;
  }

  /** Tells whether a path is a folder, or lies below it. */
  public static boolean isIn(String path, String folder) {
    String above = of(folder, "") + SEPARATOR;
    return (path + SEPARATOR).regionMatches(true, 0, above, 0, above.length());
  }
}
