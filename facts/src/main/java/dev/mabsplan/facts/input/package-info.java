/**
 * Whatever somebody hands over: files, folders and ZIP archives, with facts documents and native
 * output mixed. Finds the files, within limits; recognises the format of each by what is in it and
 * never by its name; takes apart what a console showed, answer by answer; works out whose facts
 * they are; and makes one whole of them. Of an answer to a probe nothing is guessed: the probe
 * tells its format, and what its silence means. Secrets are taken out before anything is read.
 * Reads no format itself.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.facts.input;

import org.jspecify.annotations.NullMarked;
