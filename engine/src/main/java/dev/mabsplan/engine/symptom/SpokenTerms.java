package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import dev.mabsplan.engine.symptom.text.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms that are spoken of in the passages of one report, each passage read once. */
final class SpokenTerms {

  private final Vocabulary vocabulary;
  private final Map<Passage, Finds> byPassage = new HashMap<>();

  SpokenTerms(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Returns what is spoken of in a passage. */
  Finds in(Passage passage) {
    return byPassage.computeIfAbsent(passage, unread -> vocabulary.in(unread.tokens()));
  }

  /** Returns where in a part of a report a term stands. */
  List<Found> in(Piece piece, int term) {
    List<Found> all = in(piece.passage()).of(term);
    if (all.isEmpty()) {
      return all;
    }
    List<Found> within = new ArrayList<>();
    for (Found found : all) {
      if (found.from() >= piece.from() && found.to() <= piece.to()) {
        within.add(found);
      }
    }
    return within;
  }

  /** Whether a part of a report speaks of a term. */
  boolean has(Piece piece, int term) {
    return !in(piece, term).isEmpty();
  }

  /** Whether a passage speaks of a term. */
  boolean has(Passage passage, int term) {
    return in(passage).has(term);
  }

  /** Whether a passage speaks of a term just where a word of it stands. */
  boolean isAt(Passage passage, int term, int word) {
    for (Found found : in(passage).of(term)) {
      if (found.from() <= word && word < found.to()) {
        return true;
      }
    }
    return false;
  }
}
