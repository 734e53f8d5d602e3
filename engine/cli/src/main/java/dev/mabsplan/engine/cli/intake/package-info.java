/**
 * What somebody handed over, on its way to a plan: the same for the command that plans itself and
 * for the server that plans for it. Reads no option and no request, and writes nothing.
 */
@NullMarked
package dev.mabsplan.engine.cli.intake;

import org.jspecify.annotations.NullMarked;
