package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Tellings.Ready;
import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tellings, by the terms that one of them can't do without: a text that holds none of these need
 * not be compared with it.
 */
final class TellingIndex {

  private final List<Ready> all;
  private final Map<String, List<Ready>> byId = new HashMap<>();
  private final Map<Integer, BitSet> byTerm = new HashMap<>();

  TellingIndex(Collection<Ready> tellings) {
    this.all = List.copyOf(tellings);
    Map<Integer, Integer> often = new HashMap<>();
    for (Ready ready : all) {
      byId.computeIfAbsent(ready.of(), id -> new ArrayList<>()).add(ready);
      for (int term : ready.terms()) {
        often.merge(term, 1, Integer::sum);
      }
    }
    for (int i = 0; i < all.size(); i++) {
      int number = i;
      Ready ready = all.get(i);
      // of so many and one more, one at least is there
      ready
          .knownTerms()
          .distinct()
          .boxed()
          .sorted(Comparator.comparing((Integer term) -> often.getOrDefault(term, 0)))
          .limit(1L + ready.mayMiss())
          .forEach(term -> byTerm.computeIfAbsent(term, t -> new BitSet()).set(number));
    }
  }

  /** Returns all of them. */
  List<Ready> all() {
    return all;
  }

  /** Returns those that tell one thing. */
  List<Ready> of(String id) {
    return byId.getOrDefault(id, List.of());
  }

  /** Returns those that may stand in a text, in their order. */
  List<Ready> in(Finds finds) {
    BitSet may = new BitSet();
    byTerm.forEach(
        (term, numbers) -> {
          if (finds.has(term)) {
            may.or(numbers);
          }
        });
    List<Ready> found = new ArrayList<>(may.cardinality());
    for (int i = may.nextSetBit(0); i >= 0; i = may.nextSetBit(i + 1)) {
      found.add(all.get(i));
    }
    return found;
  }
}
