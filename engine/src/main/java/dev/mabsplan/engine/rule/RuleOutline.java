package dev.mabsplan.engine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a rule says, as far as its form shows it: with all the patterns of the rule that it extends
 * before its own, so whoever reads an outline need not look elsewhere.
 *
 * @param name the rule's name in its topic
 * @param topic the topic
 * @param file the file it is in
 * @param line the line it begins on
 * @param comment the comment above it; empty where there is none
 * @param patterns its patterns, in order
 * @param inherited how many of them, from the first, stand in a rule that it extends
 * @param faults what is in it that no rule may have, in words
 * @param calls the calls of its consequence; none where that is something else
 * @param drl the rule as the file has it, from its comment to {@code end}, after those that it
 *     extends
 */
public record RuleOutline(
    String name,
    String topic,
    String file,
    int line,
    String comment,
    List<PatternOutline> patterns,
    int inherited,
    List<String> faults,
    List<Call> calls,
    String drl) {

  /** What is called where no more is said than that something is worth finding out. */
  private static final Set<String> ASKING = Set.of("needed", "judge");

  /** Returns topic and name. */
  public String id() {
    return topic + "/" + name;
  }

  /** Returns the variables that the rule binds where they can be read, without their {@code $}. */
  public Set<String> bindings() {
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

  /** Returns the same rule with other patterns. */
  public RuleOutline with(List<PatternOutline> others) {
    return new RuleOutline(name, topic, file, line, comment, others, 0, faults, calls, drl);
  }

  /** Returns whether it derives nothing and is there for others to extend it. */
  public boolean isBeginning() {
    return calls.isEmpty() && faults.isEmpty();
  }

  /** Returns whether a {@code topic.yaml} says it, by calling a symptom a problem. */
  public boolean isDeclared() {
    return !file.endsWith(".drl");
  }

  /** Returns whether a line is that of a pattern which stands in a rule that it extends. */
  public boolean inherits(int atLine) {
    return patterns.subList(0, inherited).stream().anyMatch(pattern -> pattern.line() == atLine);
  }

  /** Returns the same rule, read elsewhere. */
  public RuleOutline in(String otherFile) {
    return new RuleOutline(
        name, topic, otherFile, line, comment, patterns, inherited, faults, calls, drl);
  }

  /** Returns the same rule, shown in other words. */
  public RuleOutline withDrl(String shown) {
    return new RuleOutline(
        name, topic, file, line, comment, patterns, inherited, faults, calls, shown);
  }

  /** Returns the same rule without one of its calls. */
  public RuleOutline withoutCall(int place) {
    List<Call> fewer = new ArrayList<>(calls);
    fewer.remove(place);
    return new RuleOutline(
        name, topic, file, line, comment, patterns, inherited, faults, fewer, drl);
  }

  /** Returns whether it says no more than that something is worth finding out. */
  public boolean asks() {
    return !calls.isEmpty() && calls.stream().map(Call::function).allMatch(ASKING::contains);
  }

  /** Returns the same rule with another pattern in the place of one. */
  public RuleOutline with(int place, PatternOutline pattern) {
    List<PatternOutline> changed = new ArrayList<>(patterns);
    changed.set(place, pattern);
    return with(changed);
  }

  /** Returns the same rule without one pattern. */
  public RuleOutline without(int place) {
    List<PatternOutline> fewer = new ArrayList<>(patterns);
    fewer.remove(place);
    return with(fewer);
  }

  /** Returns the rule in DRL, under a name of its own. */
  public String drl(String ruleName) {
    return when(ruleName)
        + calls.stream()
            .map(call -> "  " + call.drl() + "\n")
            .collect(Collectors.joining("", "then\n", "end\n"));
  }

  /** Returns the rule in DRL, under a name of its own and without what it derives. */
  public String conditions(String ruleName) {
    return when(ruleName) + "then\nend\n";
  }

  private String when(String ruleName) {
    return patterns.stream()
        .map(pattern -> "  " + pattern.text() + "\n")
        .collect(Collectors.joining("", "rule \"" + ruleName + "\"\nwhen\n", ""));
  }

  /** Returns what others may know of the rule. */
  public KnownRule known() {
    return new KnownRule(id(), topic, file, line, comment, calls, drl);
  }
}
