package dev.mabsplan.engine.cli;

/** What a person asked for can't be done, and the message says why and what to do. */
final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
