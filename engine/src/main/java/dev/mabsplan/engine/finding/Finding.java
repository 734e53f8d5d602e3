package dev.mabsplan.engine.finding;

/** Something a rule derives from facts. */
public sealed interface Finding permits Problem, Evidence, Need {}
