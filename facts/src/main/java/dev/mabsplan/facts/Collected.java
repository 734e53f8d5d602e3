package dev.mabsplan.facts;

/**
 * Says that all facts of one kind were collected on a server: what is missing there is absent.
 *
 * @param server the server
 * @param kind the kind of fact
 */
public record Collected(String server, FactKind kind) {}
