package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import java.util.Optional;

/** One way in which a fact follows from others. */
interface Conclusion {

  /** Returns what follows from a fact, beside others that are given, or nothing. */
  Optional<? extends Fact> from(Fact fact, Given given);
}
