package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Treatment;
import java.util.List;
import java.util.stream.Stream;

/** Writes how the remedies of a problem belong together: a line each, parts further in. */
final class TreatmentText {

  private TreatmentText() {}

  static List<String> lines(Treatment treatment) {
    if (treatment instanceof Treatment.Take take) {
      String fallback = take.fallbackOf() == null ? "" : ", where not " + take.fallbackOf();
      return List.of(take.remedy() + fallback);
    }
    return Stream.concat(
            Stream.of(kind(treatment) + ", " + meaning(treatment)),
            treatment.parts().stream()
                .flatMap(part -> lines(part).stream())
                .map(line -> "  " + line))
        .toList();
  }

  /** Returns what a topic calls remedies that belong together so. */
  static String kind(Treatment treatment) {
    if (treatment instanceof Treatment.Rivals) {
      return "rivals";
    }
    if (treatment instanceof Treatment.Choice) {
      return "choice";
    }
    return treatment instanceof Treatment.Sequence ? "sequence" : "checklist";
  }

  private static String meaning(Treatment treatment) {
    if (treatment instanceof Treatment.Rivals) {
      return "until one helps";
    }
    if (treatment instanceof Treatment.Choice) {
      return "of which one is enough";
    }
    return treatment instanceof Treatment.Sequence
        ? "one after the other"
        : "each where it is needed";
  }
}
