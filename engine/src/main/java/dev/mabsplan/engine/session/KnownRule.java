package dev.mabsplan.engine.session;

public record KnownRule(
    String id,
    String topic,
    String file,
    int line,
    String why,
    String function,
    String target,
    String drl) {}
