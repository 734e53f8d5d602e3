package dev.mabsplan.engine.bench.side;

import java.util.List;

/** The dozen rules in one engine of this JVM. */
interface Matcher {

  /** How many rules there are. */
  int RULES = 12;

  /** Matches them with the facts of one document. */
  void match(List<Object> facts, Decisions decisions);
}
