package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Facts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A facts document; of some, the plan that comes of it. */
public final class FactsFuzz {

  private FactsFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    whole("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Sampled.is(input)) {
      whole(input);
      return;
    }
    read(input).ifPresent(Expect::readsBack);
  }

  private static Optional<Facts> read(byte[] input) {
    try {
      return Optional.of(FactsDocument.parse(Expect.text(input)));
    } catch (InvalidFactsException refused) {
      return Optional.empty();
    }
  }

  /** Reads one input and plans. */
  static void whole(byte[] input) {
    Optional<Facts> facts = read(input);
    facts.ifPresent(Expect::readsBack);
    try {
      facts.ifPresent(one -> Expect.planned(one, Language.ENGLISH));
    } catch (InvalidFactsException refused) {
      // a remedy or a problem that nobody knows
    }
  }
}
