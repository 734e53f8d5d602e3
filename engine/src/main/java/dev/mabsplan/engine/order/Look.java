package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.pack.Remedy;
import java.util.List;

/**
 * A basic check that nobody made.
 *
 * @param remedy the remedy where it turns out not to be so
 * @param key the step that would be
 * @param askers the cases it bears on; none where no problem is known
 * @param because what is known of it and settles nothing, so that a person has to judge
 */
public record Look(Remedy remedy, StepKey key, List<Case> askers, List<Derivation> because) {}
