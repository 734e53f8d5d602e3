package dev.mabsplan.facts.input;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.fault.Source;

/** A fact and where it was read. */
record ReadFact(Fact fact, Source source) {}
