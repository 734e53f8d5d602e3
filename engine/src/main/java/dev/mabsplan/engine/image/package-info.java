/**
 * Records as bytes and back: what packs are once they were read and checked is written down whole,
 * so that the next start need not read and check them again.
 *
 * <p>Knows records, enums, texts, numbers and collections, and nothing of packs or rules. What is
 * no record is given the form of one by whoever writes it.
 */
@NullMarked
package dev.mabsplan.engine.image;

import org.jspecify.annotations.NullMarked;
