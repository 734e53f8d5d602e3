package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remarks on one file, where a thousand of a kind are no more than a few and their number. */
final class CountedRemarks {

  private static final int UNREAD_SHOWN = 5;

  private final Map<String, List<Source>> unread = new LinkedHashMap<>();
  private final Map<String, List<Source>> unused = new LinkedHashMap<>();

  /** Counts something that could not be read. */
  void unread(Source source, String why) {
    unread.computeIfAbsent(why, unknown -> new ArrayList<>()).add(source);
  }

  /** Counts something that was read and says nothing that is a fact. */
  void unused(Source source, String what) {
    unused.computeIfAbsent(what, unknown -> new ArrayList<>()).add(source);
  }

  /** Writes what was counted. */
  void into(Notes notes) {
    unread.forEach(
        (why, sources) -> {
          int last = Math.min(UNREAD_SHOWN, sources.size()) - 1;
          sources.subList(0, last).forEach(source -> notes.unread(source, why));
          notes.unread(sources.get(last), why + more(sources.size() - 1 - last));
        });
    unused.forEach(
        (what, sources) -> notes.unused(sources.get(0), what + more(sources.size() - 1)));
  }

  private static String more(int number) {
    return number == 0 ? "" : " (and " + number + " more)";
  }
}
