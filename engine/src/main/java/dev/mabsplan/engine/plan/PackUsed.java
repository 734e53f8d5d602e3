package dev.mabsplan.engine.plan;

/**
 * A rule pack that a plan was made with.
 *
 * @param id its id
 * @param version its version
 * @param digest first 16 bytes of the SHA-256 over its files, in hexadecimal
 */
public record PackUsed(String id, String version, String digest) {}
