package dev.mabsplan.engine.plan;

import dev.mabsplan.facts.gathered.Address;
import java.util.List;

/**
 * An error that no rule explains.
 *
 * @param error where it stands
 * @param headline what it says, in one line
 * @param ids the numbers in it
 * @param codes the codes in it
 */
public record UnexplainedError(
    Address error, String headline, List<Integer> ids, List<String> codes) {}
