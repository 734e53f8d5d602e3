package dev.mabsplan.facts.format;

/** One format of what Windows and DPM print. Immutable and without state. */
public interface NativeFormat {

  /** Returns the command or log whose format it is, such as {@code sc.exe query}. */
  String name();

  /** Returns whether a file has this format, going by what is in it and not by its name. */
  boolean fits(TextFile file);

  /** Returns whether what was typed at a prompt says more than what came out. */
  default boolean readsPrompts() {
    return false;
  }

  /** Returns whether any command may print this in the place of what it was asked for. */
  default boolean ofAnyCommand() {
    return false;
  }

  /** Reads a file that fits. What is damaged is noted, and the rest read all the same. */
  void read(TextFile file, Notes notes);
}
