package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.ServerRole;
import java.util.Optional;

/**
 * A fact that decides a remedy, and how to find it out.
 *
 * @param fact where the fact stands on its server, such as {@code services[VSS].startType}; a
 *     volume may be named by its purpose, and {@code *} at the end of a name stands for any ending
 * @param topic the topic that has words for it
 * @param on whose fact it is
 * @param probe what asks for it; nothing where a person must look
 * @param effort how long it takes to find out
 */
public record DecidingFact(
    String fact, String topic, ServerRole on, Optional<Probe> probe, Effort effort) {}
