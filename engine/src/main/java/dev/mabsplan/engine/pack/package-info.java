/**
 * Rule packs as data: topics with their symptoms, problems, treatments and remedies, the words for
 * them, and how all of that is read from files. What is wrong beyond the form of a file, what a
 * rule's conditions mean, and any type of the rule engine, is no business of this package.
 */
@NullMarked
package dev.mabsplan.engine.pack;

import org.jspecify.annotations.NullMarked;
