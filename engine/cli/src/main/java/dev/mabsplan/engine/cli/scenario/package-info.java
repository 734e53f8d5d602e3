/**
 * The command test: runs scenarios once or whenever a file changes, and reports what came of them.
 */
@NullMarked
package dev.mabsplan.engine.cli.scenario;

import org.jspecify.annotations.NullMarked;
