package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.PastedError;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.engine.symptom.Understood;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.nio.charset.StandardCharsets;

/** An error as somebody pasted it, and what is recognised in it; of some, the plan. */
public final class TextFuzz {

  private static final Recognizer RECOGNIZER = recognizer(Workshop.of(Shipped.PLANNER));

  private TextFuzz() {}

  private static Recognizer recognizer(Workshop shipped) {
    return Recognizer.of(shipped.knowledge(), shipped.rules().meanings());
  }

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    whole("ID 3106".getBytes(StandardCharsets.UTF_8));
    fuzzerTestOneInput("the replica is inconsistent".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Sampled.is(input)) {
      whole(input);
      return;
    }
    String text = Expect.text(input);
    if (!text.isBlank()) {
      for (Understood understood : RECOGNIZER.understand(ReportedError.ofText(text))) {
        understood
            .recognitions()
            .forEach(one -> Expect.equal(true, one.symptom().id().contains("/"), text));
      }
    }
  }

  /** Reads one input as the command does, and plans. */
  static void whole(byte[] input) {
    String text = Expect.text(input);
    if (!text.isBlank()) {
      ReportedError pasted =
          PastedError.of(ReportedError.ofText(text), "pasted", Shipped.PLANNER.messages()).error();
      Expect.planned(Facts.builder().error(pasted).build(), Language.SWEDISH);
    }
  }
}
