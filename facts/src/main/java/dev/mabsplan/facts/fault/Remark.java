package dev.mabsplan.facts.fault;

/**
 * Something that a person should know about what was read.
 *
 * @param kind what kind of thing it is
 * @param source where
 * @param text it, in words
 */
public record Remark(Kind kind, Source source, String text) {

  /** What there is to say. */
  public enum Kind {
    /** Something could not be read. */
    UNREAD,
    /** Something was read and says nothing that is a fact. */
    UNUSED,
    /** Of two values the newer was taken. */
    NEWER,
    /** Something was taken to be so, since nothing says it. */
    ASSUMED,
    /** Something secret was left out. */
    SECRET
  }

  /**
   * Returns the remark that something secret was left out.
   *
   * @param what what kind of secret it was; nothing of itself
   * @param count how many of the kind there were
   */
  public static Remark secret(Source source, String what, int count) {
    String more = count == 1 ? "" : " (and " + (count - 1) + " more)";
    return new Remark(Kind.SECRET, source, what + " was left out" + more);
  }

  /** Returns everything about it in one line. */
  @Override
  public String toString() {
    return source + ": " + text;
  }
}
