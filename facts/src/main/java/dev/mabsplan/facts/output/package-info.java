/**
 * Whatever was printed: recognises the format of a file by what is in it and never by its name, and
 * takes apart what a console showed, answer by answer. Of an answer to a probe nothing is guessed:
 * the probe tells its format, and what its silence means. Secrets are taken out before anything is
 * read. Reads no format itself.
 */
@NullMarked
package dev.mabsplan.facts.output;

import org.jspecify.annotations.NullMarked;
