package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.KnownMessage.Match;
import dev.mabsplan.engine.symptom.text.CopiedText;
import dev.mabsplan.engine.symptom.text.Passage;

/** A message of a symptom that stands in a passage. */
record Hit(Known known, Passage passage, Match match) {

  /** Returns what stands there, on one line. */
  String quote() {
    return CopiedText.shortened(passage.quote(match.start(), match.end()));
  }

  /** Returns the first of its words. */
  int firstToken() {
    return passage.tokens().firstFrom(passage.letters().origin(match.start()));
  }

  /** Returns the word after its last. */
  int lastToken() {
    return passage.tokens().firstFrom(passage.letters().endOrigin(match.end()));
  }

  /** Whether a longer one holds all of it. */
  boolean insideOf(Hit other) {
    return other.match.start() <= match.start()
        && other.match.end() >= match.end()
        && other.match.end() - other.match.start() > match.end() - match.start();
  }

  /** Whether another has letters in common with it. */
  boolean overlaps(Hit other) {
    return match.start() < other.match.end() && other.match.start() < match.end();
  }

  /** Whether it stands in a stretch of its passage. */
  boolean isIn(Passage.Segment segment) {
    return match.start() >= segment.start() && match.end() <= segment.end();
  }
}
