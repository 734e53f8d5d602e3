package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Finding;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.Match;

/** A rule that fired, what matched, and what it derived. */
record Firing(Rule rule, Match match, Finding finding) {}
