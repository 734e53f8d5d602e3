/**
 * What is wrong with an input, said with where it was read, what was expected and what to do. Knows
 * no input of its own.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.facts.fault;

import org.jspecify.annotations.NullMarked;
