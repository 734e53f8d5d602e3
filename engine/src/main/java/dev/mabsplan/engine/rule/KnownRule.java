package dev.mabsplan.engine.rule;

import java.util.List;

/**
 * A rule, as people are shown it.
 *
 * @param id topic and name, such as {@code replica/vss-disabled}
 * @param topic the topic
 * @param file the file it is in
 * @param line the line it begins on, counted from 1
 * @param why the sentence above it
 * @param calls what it derives; of a fact that is wrong by itself both the problem and what that
 *     says of the remedy
 * @param drl the rule as the file has it, from the sentence above it to {@code end}
 */
public record KnownRule(
    String id, String topic, String file, int line, String why, List<Call> calls, String drl) {}
