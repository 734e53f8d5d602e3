package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.text.Passage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of known errors, by the letters that they begin with: where a sentence begins
 * otherwise, none of them stands.
 */
final class MessageIndex {

  /** So many letters few messages share; a message that has fewer before a name is tried always. */
  private static final int LETTERS = 4;

  /** A message of a symptom. */
  record Entry(Known known, KnownMessage message) {}

  private final List<Entry> all = new ArrayList<>();
  private final Map<Integer, BitSet> byBeginning = new HashMap<>();
  private final BitSet always = new BitSet();

  MessageIndex(List<Known> symptoms) {
    for (Known known : symptoms) {
      for (KnownMessage message : known.messages()) {
        int number = all.size();
        String beginning = message.beginning();
        if (beginning.length() < LETTERS) {
          always.set(number);
        } else {
          byBeginning
              .computeIfAbsent(WordIndex.hash(beginning, LETTERS), hash -> new BitSet())
              .set(number);
        }
        all.add(new Entry(known, message));
      }
    }
    byBeginning.values().forEach(numbers -> numbers.or(always));
  }

  /** Returns the messages that may stand in a passage, in their order. */
  List<Entry> in(Passage passage) {
    BitSet may = new BitSet();
    for (int start = passage.nextBeginning(0);
        start >= 0;
        start = passage.nextBeginning(start + 1)) {
      may.or(at(passage, start));
    }
    return entries(may);
  }

  /** Returns the messages that may go from a letter of a passage up to a cut, in their order. */
  List<Entry> upTo(Passage passage, int start, int cut) {
    return cut - start < LETTERS ? all : entries(at(passage, start));
  }

  private BitSet at(Passage passage, int start) {
    String letters = passage.letters().letters();
    if (start + LETTERS > letters.length()) {
      return always;
    }
    return byBeginning.getOrDefault(WordIndex.hash(letters, start, start + LETTERS), always);
  }

  private List<Entry> entries(BitSet numbers) {
    List<Entry> found = new ArrayList<>(numbers.cardinality());
    for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
      found.add(all.get(i));
    }
    return found;
  }
}
