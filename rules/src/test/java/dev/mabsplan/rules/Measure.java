package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.rules.Report.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How much of what an expert says about reports the planner says as well.
 *
 * @param what what is counted
 * @param held what it says as well, by id of the report
 * @param failed what it does not, by id of the report
 */
record Measure(String what, List<String> held, List<String> failed) {

  /** Counts reports. */
  static Measure of(String what, List<Planned> counted, Predicate<Planned> holds) {
    List<String> held = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Planned planned : counted) {
      (holds.test(planned) ? held : failed).add(planned.report().id());
    }
    return new Measure(what, held, failed);
  }

  /** Counts entries of reports. */
  static Measure ofEntries(
      String what,
      List<Planned> counted,
      Function<Report, Iterable<String>> entries,
      BiPredicate<Planned, String> holds) {
    List<String> held = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Planned planned : counted) {
      for (String entry : entries.apply(planned.report())) {
        (holds.test(planned, entry) ? held : failed).add(planned.report().id() + " " + entry);
      }
    }
    return new Measure(what, held, failed);
  }

  void isAtLeast(int percent) {
    assertTrue(size() > 0, () -> what + ": nothing was counted");
    assertTrue(
        held.size() * 100L >= (long) percent * size(),
        () -> this + ", expected at least " + percent + " %; not: " + failed);
  }

  /** Asserts that it holds of all but some, which may fail for a reason of their own. */
  void isWholeBut(String... excepted) {
    assertTrue(size() > 0, () -> what + ": nothing was counted");
    List<String> left = new ArrayList<>(failed);
    left.removeAll(List.of(excepted));
    assertEquals(List.of(), left, what);
  }

  private int size() {
    return held.size() + failed.size();
  }

  @Override
  public String toString() {
    return size() == 0
        ? what + ": none"
        : "%s: %d of %d, %d %%".formatted(what, held.size(), size(), held.size() * 100 / size());
  }
}
