/**
 * Commands about facts themselves: collect, which prints the script that finds them out, and
 * import, which writes as a document what was found.
 */
@NullMarked
package dev.mabsplan.engine.cli.collect;

import org.jspecify.annotations.NullMarked;
