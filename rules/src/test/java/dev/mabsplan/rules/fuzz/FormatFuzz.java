package dev.mabsplan.rules.fuzz;

import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.privacy.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whatever was handed over, in any of the formats that are known, and without its names. */
public final class FormatFuzz {

  private FormatFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Facts facts;
    try {
      facts = Bundle.read("x", input, Optional.empty(), Optional.empty()).facts();
    } catch (InvalidFactsException refused) {
      return;
    }
    Expect.readsBack(facts);
    Redaction.of(facts);
  }
}
