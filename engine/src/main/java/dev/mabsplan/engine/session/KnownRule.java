package dev.mabsplan.engine.session;

/**
 * A rule, as people are shown it.
 *
 * @param id topic and name, such as {@code replica/vss-disabled}
 * @param topic the topic
 * @param file the file it is in
 * @param line the line it begins on, counted from 1
 * @param why the sentence above it
 * @param function what it does with its target, such as {@code problem} or {@code confirm}
 * @param target id of the problem or remedy it speaks of
 * @param drl the rule as the file has it, from the sentence above it to {@code end}
 */
public record KnownRule(
    String id,
    String topic,
    String file,
    int line,
    String why,
    String function,
    String target,
    String drl) {}
