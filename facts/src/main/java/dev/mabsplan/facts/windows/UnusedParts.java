package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Source;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a file says that is no fact, gathered so that each kind of thing is noted once. */
final class UnusedParts {

  private static final int MOST_NAMED = 8;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,40}");

  private final Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private Optional<Source> first = Optional.empty();
  private final Map<String, Source> remarks = new LinkedHashMap<>();

  /** Adds a property that no fact has. What is no plain name is passed over. */
  void property(String name, Source source) {
    if (NAME.matcher(name).matches()) {
      named.add(name);
      first = first.or(() -> Optional.of(source));
    }
  }

  /**
   * Adds the properties of a row that have a value and are not used; those that name its server
   * always are.
   */
  void properties(JsonRows.Row row, Collection<String> used) {
    row.known().stream()
        .filter(name -> used.stream().noneMatch(name::equalsIgnoreCase))
        .filter(name -> RowHost.PROPERTIES.stream().noneMatch(name::equalsIgnoreCase))
        .forEach(name -> property(name, row.source(name)));
  }

  /** Adds a remark, unless it was made before. */
  void remark(String text, Source source) {
    remarks.putIfAbsent(text, source);
  }

  /** Notes all of it. */
  void note(Notes notes) {
    remarks.forEach((text, source) -> notes.unused(source, text));
    first.ifPresent(source -> notes.unused(source, "no fact has " + shown()));
  }

  private String shown() {
    List<String> names = List.copyOf(named);
    String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() > MOST_NAMED
        ? shown + " and " + (names.size() - MOST_NAMED) + " more"
        : shown;
  }
}
