package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.finding.FactCited;
import java.util.List;

/**
 * Why something is in the plan, or left out of it.
 *
 * @param text the reason in a sentence
 * @param rule the rule that gives it, as topic and name; empty where it follows from the problem or
 *     an attempt
 * @param facts the facts it rests on
 */
public record Reason(String text, String rule, List<FactCited> facts) {}
