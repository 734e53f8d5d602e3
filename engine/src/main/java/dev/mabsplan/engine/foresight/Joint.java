package dev.mabsplan.engine.foresight;

import dev.mabsplan.facts.gathered.Address;

/**
 * Two answers that come to something only together.
 *
 * @param fact where the answer would stand that changes nothing alone
 * @param choice that answer
 * @param other where the other would stand
 * @param otherChoice the other answer
 * @param prospect what both would make of the plan that the other alone would not
 */
public record Joint(
    Address fact, Choice choice, Address other, Choice otherChoice, Prospect prospect) {}
