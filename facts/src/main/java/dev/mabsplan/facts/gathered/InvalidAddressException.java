package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.FactKind;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown for a text that is no address; its message says what was expected, and where. */
public final class InvalidAddressException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  private final String said;
  private final @Nullable String near;
  private final @Nullable FactKind unnamed;

  InvalidAddressException(
      String message, String said, Optional<String> near, Optional<FactKind> unnamed) {
    super(message);
    this.said = said;
    this.near = near.orElse(null);
    this.unnamed = unnamed.orElse(null);
  }

  /** Makes one of which no more is to be said than one sentence. */
  public InvalidAddressException(String said) {
    this(said, said, Optional.empty(), Optional.empty());
  }

  /** Returns what was expected, in a sentence that quotes nothing of what was found. */
  public String said() {
    return said;
  }

  /** Returns the word that is likely meant, or nothing. */
  public Optional<String> near() {
    return Optional.ofNullable(near);
  }

  /** Returns the kind of fact of which a server has many, where none is named; or nothing. */
  public Optional<FactKind> unnamed() {
    return Optional.ofNullable(unnamed);
  }
}
