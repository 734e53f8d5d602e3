/**
 * Whatever somebody hands over: files, folders and ZIP archives, with facts documents and native
 * output mixed. Finds the files, within limits; works out whose facts they are; and makes one whole
 * of them. Knows no format itself.
 *
 * <p>What is public here is API.
 */
@NullMarked
package dev.mabsplan.facts.bundle;

import org.jspecify.annotations.NullMarked;
