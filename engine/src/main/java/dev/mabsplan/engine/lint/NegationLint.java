package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.Matchable;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.OfKeys;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a rule that would conclude from what nobody looked for, or may still learn. */
final class NegationLint {

  private final RuleOutline rule;
  private final RuleFaults faults;

  NegationLint(RuleFaults faults) {
    this.rule = faults.rule();
    this.faults = faults;
  }

  void check(PatternOutline pattern, @Nullable FactKind kind) {
    if (kind == null) {
      faults.add(
          pattern.line(),
          "\"not\" over an observed fact",
          "\"not\" over " + pattern.type(),
          "what is derived may still come; rules never conclude from its absence");
      return;
    }
    Set<String> servers = servers(pattern);
    boolean collected =
        rule.patterns().stream()
            .anyMatch(
                other ->
                    other.type().equals("Collected")
                        && other.role() == PatternOutline.Role.MATCHED
                        && other.conditions().stream()
                            .anyMatch(
                                c ->
                                    c.component().equals("kind")
                                        && "==".equals(c.operator())
                                        && c.values().equals(List.of("FactKind." + kind.name())))
                        && servers(other).stream().anyMatch(servers::contains));
    if (!collected) {
      faults.add(
          pattern.line(),
          "Collected( server == …, kind == FactKind."
              + kind.name()
              + " ) of the same server beside \"not "
              + pattern.type()
              + "\"",
          "none",
          "what nobody looked for is unknown, not absent");
    }
    if (collected
        && Matchable.presence(kind).isPresent()
        && pattern.conditions().stream().noneMatch(NegationLint::saysPresent)) {
      faults.add(
          pattern.line(),
          "present == true under \"not " + pattern.type() + "\"",
          "none",
          "what is known to be absent is a fact too; where one thing is meant by its name, write "
              + pattern.type()
              + "( …, present == false ): what was collected whole and does not list it says so");
    }
    for (Condition condition : pattern.conditions()) {
      Optional<RecordShape.Component> component =
          RecordShape.of(kind).component(condition.component());
      if (component.isPresent() && Matchable.unknowable(kind.type(), component.get())) {
        faults.add(
            pattern.line(),
            "only names and \"present\" under \"not\"",
            "\"" + condition.text() + "\"",
            "where " + condition.component() + " is unknown, the rule would conclude from that");
      }
      if (condition.callsFact() && !ofKeys(kind.type(), condition.component())) {
        faults.add(
            pattern.line(),
            "only names and \"present\" under \"not\"",
            "\"" + condition.text() + "\"",
            "ask it of a fact that the rule matches");
      }
    }
  }

  private static boolean saysPresent(Condition condition) {
    return condition.component().equals("present")
        && "==".equals(condition.operator())
        && condition.values().equals(List.of("true"));
  }

  private static boolean ofKeys(Class<? extends Record> type, String method) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(m -> m.getName().equals(method) && m.isAnnotationPresent(OfKeys.class));
  }

  /** The variables or constants that the server of what a pattern matches is equal to. */
  private static Set<String> servers(PatternOutline pattern) {
    Set<String> servers = new HashSet<>();
    for (Condition condition : pattern.conditions()) {
      if (condition.component().equals("server")) {
        if ("==".equals(condition.operator())) {
          servers.addAll(condition.values());
        }
        if (!condition.binding().isEmpty() && pattern.role() == PatternOutline.Role.MATCHED) {
          servers.add("$" + condition.binding());
        }
      }
    }
    return servers;
  }
}
