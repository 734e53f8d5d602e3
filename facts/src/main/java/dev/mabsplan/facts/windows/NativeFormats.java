package dev.mabsplan.facts.windows;

import java.util.List;
import java.util.Optional;

/** The formats that are known, in the order in which they are tried: the narrower first. */
final class NativeFormats {

  private static final List<NativeFormat> ALL = List.of();

  private NativeFormats() {}

  /** Returns the format of a file, or nothing where none fits. */
  static Optional<NativeFormat> of(TextFile file) {
    return ALL.stream().filter(format -> format.fits(file)).findFirst();
  }
}
