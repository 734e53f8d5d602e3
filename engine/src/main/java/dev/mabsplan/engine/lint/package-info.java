/**
 * Everything that can be wrong with rule packs beyond the form of their files, found without facts:
 * in what their data mean together, in their words, in their rules, in what they ask and are told.
 * It stands above the order, which it asks what comes first; a plan of packs that were compiled
 * before needs none of it. How a file is read, and what is wrong with its form, belongs to who
 * reads it.
 */
@NullMarked
package dev.mabsplan.engine.lint;

import org.jspecify.annotations.NullMarked;
