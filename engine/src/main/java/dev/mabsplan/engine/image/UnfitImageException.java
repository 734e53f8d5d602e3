package dev.mabsplan.engine.image;

/** An image was written by another version, or is damaged: what it holds is to be made anew. */
public final class UnfitImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what does not fit. */
  public UnfitImageException(String message) {
    super(message);
  }

  /** Says what went wrong while it was read. */
  public UnfitImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
