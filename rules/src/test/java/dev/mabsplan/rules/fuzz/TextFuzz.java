package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.ReportedError;
import java.nio.charset.StandardCharsets;

/** An error as somebody pasted it, and the plan that comes of it. */
public final class TextFuzz {

  private TextFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("ID 3106".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Expect.text(input);
    if (!text.isBlank()) {
      Facts facts = Facts.builder().error(ReportedError.ofText(text)).build();
      Expect.planned(facts, Language.SWEDISH);
    }
  }
}
