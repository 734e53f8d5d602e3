package dev.mabsplan.engine.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule says, as far as its form shows it.
 *
 * @param name the rule's name in its topic
 * @param topic the topic
 * @param file the file it is in
 * @param line the line it begins on
 * @param comment the comment above it; empty where there is none
 * @param patterns its patterns, in order
 * @param faults what is in it that no rule may have, in words
 * @param function the function its consequence calls; empty where it does not call one of ours
 * @param target the problem or remedy it speaks of
 * @param arguments what else the consequence hands over: variables with their {@code $}, constants
 *     in quotes
 */
record RuleOutline(
    String name,
    String topic,
    String file,
    int line,
    String comment,
    List<PatternOutline> patterns,
    List<String> faults,
    String function,
    String target,
    List<String> arguments) {

  /** Returns topic and name. */
  String id() {
    return topic + "/" + name;
  }

  /** Returns the variables that the rule binds where they can be read, without their {@code $}. */
  Set<String> bindings() {
    Set<String> bindings = new TreeSet<>();
    for (PatternOutline pattern : patterns) {
      if (pattern.role() == PatternOutline.Role.MATCHED) {
        pattern.conditions().stream()
            .map(Condition::binding)
            .filter(binding -> !binding.isEmpty())
            .forEach(bindings::add);
      }
    }
    return bindings;
  }
}
