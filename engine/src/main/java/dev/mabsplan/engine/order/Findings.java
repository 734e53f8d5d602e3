package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import java.util.List;

/**
 * What was derived about one remedy for one asker.
 *
 * @param inapplicable that it does not apply
 * @param needed that it is needed
 * @param satisfied that what it brings about is so
 * @param missing the items that it lacks, sorted
 * @param unknown the items that nobody looked at, sorted
 * @param open what settles nothing, so that a person has to judge
 */
record Findings(
    List<Derivation> inapplicable,
    List<Derivation> needed,
    List<Derivation> satisfied,
    List<String> missing,
    List<String> unknown,
    List<Derivation> open) {

  static final Findings NONE =
      new Findings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
