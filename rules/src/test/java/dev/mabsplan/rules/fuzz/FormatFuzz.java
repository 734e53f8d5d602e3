package dev.mabsplan.rules.fuzz;

import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.privacy.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whatever was handed over, in any of the formats that are known; of some, without its names. */
public final class FormatFuzz {

  private FormatFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    whole("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Sampled.is(input)) {
      whole(input);
    } else {
      read(input).ifPresent(Expect::readsBack);
    }
  }

  private static Optional<Facts> read(byte[] input) {
    try {
      return Optional.of(Bundle.read("x", input, Optional.empty(), Optional.empty()).facts());
    } catch (InvalidFactsException refused) {
      return Optional.empty();
    }
  }

  /** Reads one input and takes names out of it. */
  static void whole(byte[] input) {
    Optional<Facts> facts = read(input);
    facts.ifPresent(Expect::readsBack);
    facts.ifPresent(Redaction::of);
  }
}
