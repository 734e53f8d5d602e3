/**
 * What rules see of the reported errors and what they derive: symptoms come in; problems, evidence
 * and needs come out. Rules in DRL are written against this package and {@code dev.mabsplan.facts}.
 * What follows from the findings is decided elsewhere, once all of them are known.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.engine.finding;

import org.jspecify.annotations.NullMarked;
