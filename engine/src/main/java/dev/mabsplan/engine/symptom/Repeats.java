package dev.mabsplan.engine.symptom;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Leaves out what says no more than another recognition does. */
final class Repeats {

  private Repeats() {}

  /** Returns recognitions without repetitions, and without one that says less than another. */
  static List<Recognition> apart(List<Recognition> all) {
    if (all.size() < 2) {
      return all;
    }
    Map<String, Recognition> strongest = new TreeMap<>();
    for (Recognition recognition : all) {
      strongest.merge(
          key(recognition), recognition, (a, b) -> b.by().compareTo(a.by()) < 0 ? b : a);
    }
    List<Recognition> distinct = List.copyOf(strongest.values());
    return distinct.stream()
        .filter(one -> distinct.stream().noneMatch(other -> saysLess(one, other)))
        .toList();
  }

  /** What decides in one part need not be said again by the next: an alert's number, say. */
  static void leaveOut(Map<Piece, List<Recognition>> byPiece) {
    Map<String, Map<String, Recognition>> bySymptom = new HashMap<>();
    byPiece
        .values()
        .forEach(
            all ->
                all.forEach(
                    one ->
                        bySymptom
                            .computeIfAbsent(one.symptom().id(), id -> new LinkedHashMap<>())
                            .putIfAbsent(key(one), one)));
    byPiece.replaceAll(
        (piece, all) ->
            all.stream()
                .filter(
                    one ->
                        bySymptom.getOrDefault(one.symptom().id(), Map.of()).values().stream()
                            .noneMatch(other -> saysLess(one, other)))
                .toList());
  }

  private static String key(Recognition one) {
    return key(one.server()) + '\n' + key(one.dataSource());
  }

  private static boolean saysLess(Recognition one, Recognition other) {
    boolean server = one.server() == null || key(one.server()).equals(key(other.server()));
    boolean source =
        one.dataSource() == null || key(one.dataSource()).equals(key(other.dataSource()));
    boolean fewer =
        (one.server() == null && other.server() != null)
            || (one.dataSource() == null && other.dataSource() != null);
    return server && source && fewer;
  }

  private static String key(@Nullable String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}
