package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.document.FactsDocument;
import java.nio.charset.StandardCharsets;

/** A facts document, and the plan that comes of it. */
public final class FactsFuzz {

  private FactsFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Facts facts;
    try {
      facts = FactsDocument.parse(Expect.text(input));
    } catch (InvalidFactsException refused) {
      return;
    }
    Expect.readsBack(facts);
    try {
      Expect.planned(facts, Language.ENGLISH);
    } catch (InvalidFactsException refused) {
      // a remedy or a problem that nobody knows
    }
  }
}
