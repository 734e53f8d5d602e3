package dev.mabsplan.engine.report;

import dev.mabsplan.engine.scenario.Fate;
import dev.mabsplan.engine.scenario.Fate.End;
import java.util.List;

/** Writes for people what became of mutants: those that nobody noticed, and the count of all. */
public final class MutationText {

  private MutationText() {}

  /**
   * Returns what became of mutants.
   *
   * @param gone those listed as equivalent that are no mutants any more
   * @param width columns to keep to
   * @param command the command that runs the same scenarios again, such as {@code mabsplan test}
   */
  public static String write(List<Fate> fates, List<String> gone, int width, String command) {
    Page page = new Page(width, false);
    for (Fate fate : fates) {
      switch (fate.end()) {
        case SURVIVED -> {
          page.line(0, "SURVIVED  " + fate.mutant().id());
          page.line(2, fate.mutant().file() + ":" + fate.mutant().line());
          page.line(
              2,
              "no scenario fails; again: " + command + " --mutate --rule " + fate.mutant().rule());
        }
        case NOT_EQUIVALENT -> {
          page.line(0, "NOTICED, though listed as equivalent  " + fate.mutant().id());
          page.line(2, "by " + fate.by());
        }
        case NOT_COMPILING -> page.line(0, "does not compile  " + fate.mutant().id());
        case NOTICED, EQUIVALENT -> {}
      }
    }
    gone.forEach(id -> page.line(0, "GONE, though listed as equivalent  " + id));
    page.paragraph(
        0,
        fates.size()
            + (fates.size() == 1 ? " mutant: " : " mutants: ")
            + count(fates, End.NOTICED, End.NOT_EQUIVALENT)
            + " noticed, "
            + count(fates, End.SURVIVED)
            + " survived, "
            + count(fates, End.EQUIVALENT)
            + " equivalent, "
            + count(fates, End.NOT_COMPILING)
            + " not compiling");
    return page.text();
  }

  private static long count(List<Fate> fates, End... ends) {
    return fates.stream().filter(fate -> List.of(ends).contains(fate.end())).count();
  }
}
