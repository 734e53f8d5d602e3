package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Source;
import java.util.Optional;

/** Counts things of one kind, so that one remark stands for all of them, at the first. */
final class Tally {

  private int count;
  private Optional<Source> first = Optional.empty();

  void add(Source source) {
    count++;
    if (first.isEmpty()) {
      first = Optional.of(source);
    }
  }

  int count() {
    return count;
  }

  /** Returns where the first stands; nothing where there is none. */
  Optional<Source> first() {
    return first;
  }

  /** Returns the number with a noun: {@code 1 event}, {@code 2 events}. */
  String of(String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
