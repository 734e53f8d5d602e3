package dev.mabsplan.facts.privacy;

/**
 * Tells what is a message of a product. Such a message is no secret, whatever name stands before
 * it: the console puts the title of the operation there, as in {@code Change passphrase: Operation
 * failed.}
 */
@FunctionalInterface
public interface Messages {

  /** Knows no message: what may be a secret is taken for one. */
  Messages NONE = text -> 0;

  /**
   * Returns where the known message ends that a text begins with, and 0 where it begins with none.
   *
   * @param text what may be a secret, and what follows it
   */
  int endOfKnown(String text);
}
