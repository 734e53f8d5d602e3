package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.fleet.Share;

/**
 * That a step helps a server, or does so no longer.
 *
 * @param share the step and the server
 * @param added whether it is so now; otherwise it is taken back
 */
public record Delta(Share share, boolean added) {}
