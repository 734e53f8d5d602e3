package dev.mabsplan.facts.format;

import dev.mabsplan.facts.fault.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Remarks on one file, where one stands for all of a kind: at the first, with their number. */
public final class CountedRemarks {

  private static final int MOST_NAMED = 8;

  /** How many there are of one kind, and where the first is. */
  private static final class Counted {
    private final Source first;
    private int count;

    private Counted(Source first) {
      this.first = first;
    }
  }

  /** Things of one kind by name, and where the first is. */
  private static final class Named {
    private final Source first;
    private final Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Named(Source first) {
      this.first = first;
    }
  }

  private final Map<String, Counted> unread = new LinkedHashMap<>();
  private final Map<String, Counted> unused = new LinkedHashMap<>();
  private final Map<String, Counted> secret = new LinkedHashMap<>();
  private final Map<String, Named> named = new LinkedHashMap<>();

  /** Counts something that could not be read. */
  public void unread(Source source, String why) {
    unread.computeIfAbsent(why, unknown -> new Counted(source)).count++;
  }

  /** Counts something that was read and says nothing that is a fact. */
  public void unused(Source source, String what) {
    unused.computeIfAbsent(what, unknown -> new Counted(source)).count++;
  }

  /** Counts something secret that was left out. */
  public void secret(Source source, String what) {
    secret.computeIfAbsent(what, unknown -> new Counted(source)).count++;
  }

  /** Counts something that says nothing that is a fact, by its name within its kind. */
  public void unused(Source source, String kind, String name) {
    named.computeIfAbsent(kind, unknown -> new Named(source)).counts.merge(name, 1, Integer::sum);
  }

  /** Writes what was counted. */
  public void into(Notes notes) {
    secret.forEach((what, all) -> notes.secret(all.first, what, all.count));
    unread.forEach((why, all) -> notes.unread(all.first, why + more(all.count)));
    unused.forEach((what, all) -> notes.unused(all.first, what + more(all.count)));
    named.forEach(
        (kind, all) ->
            notes.unused(
                all.first,
                kind
                    + ": "
                    + listed(
                        all.counts.entrySet().stream()
                            .map(name -> name.getKey() + " (" + name.getValue() + ")")
                            .toList())));
  }

  private static String more(int count) {
    return count == 1 ? "" : " (and " + (count - 1) + " more)";
  }

  private static String listed(List<String> names) {
    String shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMED
        ? shown + " and " + (names.size() - MOST_NAMED) + " more"
        : shown;
  }
}
