/**
 * Commands for those who write rules: what packs hold, what is wrong with them, the files of a new
 * topic, and the schemas.
 */
@NullMarked
package dev.mabsplan.engine.cli.rules;

import org.jspecify.annotations.NullMarked;
