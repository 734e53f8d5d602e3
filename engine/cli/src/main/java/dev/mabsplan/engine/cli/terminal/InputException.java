package dev.mabsplan.engine.cli.terminal;

/** What a person asked for can't be done, and the message says why and what to do. */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
