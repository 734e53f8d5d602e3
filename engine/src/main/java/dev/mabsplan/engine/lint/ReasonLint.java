package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the reasons that are written for rules to what the rules bind, and to the rules there are.
 */
final class ReasonLint {

  private final List<Fault> faults;

  private ReasonLint(List<Fault> faults) {
    this.faults = faults;
  }

  /** Checks the reasons of all rules in all languages. */
  static void check(Collection<RuleOutline> rules, Collection<RulePack> packs, List<Fault> faults) {
    new ReasonLint(faults).words(rules, packs);
  }

  private void words(Collection<RuleOutline> rules, Collection<RulePack> packs) {
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        List<RuleOutline> own = rules.stream().filter(r -> r.topic().equals(topic.name())).toList();
        Set<String> names =
            own.stream()
                .filter(rule -> !rule.isBeginning())
                .map(RuleOutline::name)
                .collect(Collectors.toSet());
        for (Words words : topic.words().values()) {
          own.stream().filter(rule -> !rule.isBeginning()).forEach(rule -> reason(rule, words));
          for (String path : words.sentences().keySet()) {
            if (path.startsWith("rules/") && !names.contains(path.substring("rules/".length()))) {
              String near = Meant.hint(path.substring("rules/".length()), names);
              faults.add(
                  new Fault(
                      "a rule of the topic",
                      path,
                      words.source(path),
                      near == null ? "take it out, or write the rule" : near));
            }
          }
        }
      }
    }
  }

  private void reason(RuleOutline rule, Words words) {
    String path = "rules/" + rule.name();
    Optional<Sentence> reason = words.at(path);
    if (reason.isEmpty() || reason.get().text().isBlank()) {
      boolean written = words.sources().containsKey(path);
      if (rule.isDeclared() && !written) {
        return;
      }
      faults.add(
          new Fault(
              "a reason sentence " + path,
              "none",
              written ? words.source(path) : Source.of(rule.file(), Math.max(1, rule.line())),
              written ? "write the sentence" : "write it in " + words.file()));
      return;
    }
    for (String format : reason.get().formats()) {
      if (!Sentence.FORMATS.contains(format)) {
        faults.add(
            new Fault(
                "a way of writing out of " + new TreeSet<>(Sentence.FORMATS),
                "\"" + format + "\" in the reason of rule " + rule.name(),
                words.source(path),
                Meant.hint(format, Sentence.FORMATS)));
      }
    }
    Set<String> unbound = new TreeSet<>(reason.get().placeholders());
    unbound.removeAll(rule.bindings());
    for (String name : unbound) {
      String near = Meant.hint(name, rule.bindings());
      faults.add(
          new Fault(
              "a placeholder that rule "
                  + rule.name()
                  + " binds: "
                  + (rule.bindings().isEmpty() ? "none" : String.join(", ", rule.bindings())),
              "{" + name + "}",
              words.source(path),
              near == null ? "bind it in a pattern of the rule: $" + name + " : …" : near));
    }
  }
}
