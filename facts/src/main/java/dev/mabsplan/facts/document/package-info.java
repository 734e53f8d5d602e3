/**
 * The facts document: JSON in and out. Reading finds everything that is wrong with a document at
 * once and says of each fault where it is and what to write instead. The format follows from the
 * records of {@link dev.mabsplan.facts}: a new kind of fact needs no code here.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.facts.document;

import org.jspecify.annotations.NullMarked;
