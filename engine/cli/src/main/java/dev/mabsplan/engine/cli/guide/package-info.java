/**
 * The command guide: asks at a terminal what came of each step, and keeps the case in files between
 * runs. Which step comes next is the guide's of the engine.
 */
@NullMarked
package dev.mabsplan.engine.cli.guide;

import org.jspecify.annotations.NullMarked;
