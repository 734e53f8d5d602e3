package dev.mabsplan.facts;

import java.util.Locale;

/** Paths as Windows has them: a backslash between names, no regard to case. */
public final class WindowsPath {

  private static final String SEPARATOR = "\\";

  private WindowsPath() {}

  /**
   * Returns the path of something in a folder. Only the root of a drive keeps a backslash at its
   * end, since {@code F:} alone is wherever a program is on that drive.
   *
   * @param folder the folder, with or without a backslash at its end
   * @param name what is in it, or below it; empty for the folder itself
   */
  public static String of(String folder, String name) {
    String bare = bare(folder);
    return name.isEmpty() && !bare.endsWith(":") ? bare : bare + SEPARATOR + name;
  }

  private static String bare(String folder) {
    return folder.endsWith(SEPARATOR) ? folder.substring(0, folder.length() - 1) : folder;
  }

  /** Tells whether a name is a path that begins with a drive. */
  public static boolean hasDrive(String name) {
    return name.length() >= 2 && Character.isLetter(name.charAt(0)) && name.charAt(1) == ':';
  }

  /** Tells whether a path is that of a program. */
  public static boolean isProgram(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".exe");
  }

  /** Tells whether a path is a folder, or lies below it. */
  public static boolean isIn(String path, String folder) {
    String above = bare(folder) + SEPARATOR;
    return (path + SEPARATOR).regionMatches(true, 0, above, 0, above.length());
  }
}
