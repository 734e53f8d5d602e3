package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Remark;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts remarks in order, by file and line. Where many files can't be read for one reason, the first
 * stands for all: thousands of lines that say the same hide the one that matters.
 */
final class ListedRemarks {

  /** So many files are named one by one. */
  private static final int MOST_NAMED = 10;

  private ListedRemarks() {}

  static List<Remark> of(Collection<Remark> remarks) {
    List<Remark> sorted =
        remarks.stream()
            .sorted(
                Comparator.comparing((Remark remark) -> remark.source().file())
                    .thenComparingInt(remark -> remark.source().line()))
            .toList();
    Map<String, List<Remark>> sameOfFiles =
        sorted.stream()
            .filter(ListedRemarks::isOfAFile)
            .collect(Collectors.groupingBy(Remark::text));
    return sorted.stream()
        .flatMap(
            remark ->
                isOfAFile(remark)
                    ? named(remark, sameOfFiles.getOrDefault(remark.text(), List.of()))
                    : Stream.of(remark))
        .toList();
  }

  /**
   * Returns the remark; where it is one of many, all of them for the first, and none for others.
   */
  private static Stream<Remark> named(Remark remark, List<Remark> same) {
    if (same.size() <= MOST_NAMED) {
      return Stream.of(remark);
    }
    return same.get(0).equals(remark)
        ? Stream.of(counted(remark, same.size() - 1))
        : Stream.empty();
  }

  private static boolean isOfAFile(Remark remark) {
    return remark.kind() == Remark.Kind.UNREAD && remark.source().line() == 0;
  }

  private static Remark counted(Remark first, int more) {
    return new Remark(
        first.kind(), first.source(), first.text() + " (and " + more + " more files)");
  }
}
