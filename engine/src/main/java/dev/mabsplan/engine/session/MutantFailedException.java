package dev.mabsplan.engine.session;

/**
 * A mutant failed over facts: one of its conditions asked something of an unknown, its consequence
 * was handed one, or it matched without end. A rule of a pack doesn't do that, so whoever sees it
 * has noticed the mutant.
 */
public final class MutantFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MutantFailedException(String rule, Throwable cause) {
    super("the mutant of " + rule + " failed: " + cause.getMessage(), cause);
  }

  MutantFailedException(String rule, String how) {
    super("the mutant of " + rule + " failed: " + how);
  }
}
