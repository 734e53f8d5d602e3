/**
 * Whatever was printed: recognises the format of a file by what is in it and never by its name, and
 * takes apart what a console showed, answer by answer, with what the silence of a command means.
 * Secrets are taken out before anything is read. Reads no format itself.
 */
@NullMarked
package dev.mabsplan.facts.output;

import org.jspecify.annotations.NullMarked;
