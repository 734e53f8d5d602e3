/**
 * What the records of facts are made of: their components, which of them are names, and how a name
 * is spelled so that two spellings of it are one. Knows no single fact, and nothing of where it was
 * read.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.facts.shape;

import org.jspecify.annotations.NullMarked;
