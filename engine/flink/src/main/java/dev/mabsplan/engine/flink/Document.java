package dev.mabsplan.engine.flink;

/**
 * A facts document on its way.
 *
 * @param key what it is about
 * @param digest digest of its bytes
 * @param facts the document itself, as JSON
 */
public record Document(String key, String digest, String facts) {}
