/**
 * What was observed of servers, gathered: each thing once at its address, with where it was read,
 * and what contradicts itself refused. Which facts there are says the vocabulary; how a document or
 * an output of a system is read belongs to who reads it.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.facts.gathered;

import org.jspecify.annotations.NullMarked;
