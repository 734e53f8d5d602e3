package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.ReportedError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one of an error that logs say again and again. Errors are one only where they differ in
 * nothing but how often, when and where: a message with another number in it is another error.
 */
final class RepeatedErrors {

  /**
   * The errors that are not too old.
   *
   * @param errors those that are left
   * @param leftOut how many are not
   */
  record Recent(List<Notes.NotedError> errors, int leftOut) {}

  private RepeatedErrors() {}

  /**
   * Returns each error once, with how often and when, at the place of its newest occurrence. What
   * two files say of one time is one occurrence, since a log is easily read twice; what one file
   * says twice of one time is two.
   *
   * @param errors what was read, whose order is kept
   */
  static List<Notes.NotedError> merged(List<Notes.NotedError> errors) {
    Map<ReportedError, List<Notes.NotedError>> alike = new LinkedHashMap<>();
    for (Notes.NotedError error : errors) {
      alike
          .computeIfAbsent(error.error().withoutOccurrences(), key -> new ArrayList<>())
          .add(error);
    }
    return alike.values().stream().map(RepeatedErrors::one).toList();
  }

  private static Notes.NotedError one(List<Notes.NotedError> repeats) {
    ReportedError merged = occurrences(repeats).stream().reduce(ReportedError::with).orElseThrow();
    Notes.NotedError newest =
        repeats.stream()
            .min(
                Comparator.comparing(
                    noted -> noted.error().latest(),
                    Comparator.nullsLast(Comparator.reverseOrder())))
            .orElseThrow();
    return new Notes.NotedError(merged, newest.source());
  }

  /** Returns equal reports as often as the file that has most of them. */
  private static List<ReportedError> occurrences(List<Notes.NotedError> repeats) {
    Map<ReportedError, Map<String, Integer>> byFile = new LinkedHashMap<>();
    for (Notes.NotedError repeat : repeats) {
      byFile
          .computeIfAbsent(repeat.error(), key -> new HashMap<>())
          .merge(repeat.source().file(), 1, Integer::sum);
    }
    List<ReportedError> occurrences = new ArrayList<>();
    byFile.forEach(
        (error, files) ->
            occurrences.addAll(Collections.nCopies(Collections.max(files.values()), error)));
    return occurrences;
  }

  /**
   * Leaves out errors that last occurred before a time. One of which nobody says when stays.
   *
   * @param errors merged ones, so that an old first time does not hide a new last one
   */
  static Recent since(List<Notes.NotedError> errors, Instant time) {
    List<Notes.NotedError> recent =
        errors.stream().filter(noted -> !isBefore(noted.error(), time)).toList();
    return new Recent(recent, errors.size() - recent.size());
  }

  private static boolean isBefore(ReportedError error, Instant time) {
    Instant last = error.latest();
    return last != null && last.isBefore(time);
  }
}
