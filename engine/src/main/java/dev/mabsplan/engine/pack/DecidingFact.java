package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.ServerRole;
import org.jspecify.annotations.Nullable;

/**
 * A fact that decides a remedy, and how to obtain it.
 *
 * @param fact where the fact stands on its server, such as {@code services[VSS].startType}; a
 *     volume may be named by its purpose, and {@code *} at the end of a name stands for any ending
 * @param on whose fact it is
 * @param obtain the command that prints it, or null where words say where to look
 * @param shell the shell of the command
 * @param effort how long it takes to obtain
 */
public record DecidingFact(
    String fact, ServerRole on, @Nullable String obtain, @Nullable Shell shell, Effort effort) {}
