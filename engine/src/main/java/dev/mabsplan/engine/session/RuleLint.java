package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Source;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules to the form that makes a plan a function of its facts: conditions only, monotone,
 * careful of what is unknown. Drools would accept more; what it accepts beyond this has been seen
 * to go wrong in silence.
 */
final class RuleLint {

  private static final Map<String, Class<? extends Record>> DERIVED_OR_GIVEN =
      Map.of(
          "Symptom", Symptom.class,
          "Problem", Problem.class,
          "Server", Server.class,
          "Collected", Collected.class);

  private final List<Fault> faults;

  private RuleLint(List<Fault> faults) {
    this.faults = faults;
  }

  /** Checks the rules of packs; what is wrong goes to the list, all of it. */
  static void check(Collection<RuleOutline> rules, Collection<RulePack> packs, List<Fault> faults) {
    RuleLint lint = new RuleLint(faults);
    lint.names(rules);
    rules.forEach(lint::form);
    lint.words(rules, packs);
    lint.references(rules, packs);
  }

  private void names(Collection<RuleOutline> rules) {
    Map<String, RuleOutline> seen = new HashMap<>();
    for (RuleOutline rule : rules) {
      RuleOutline other = seen.putIfAbsent(rule.name(), rule);
      if (other != null) {
        // Drools accepts this across packages and then mixes the two up in what it reports.
        fault(
            rule,
            rule.line(),
            "a name that no other rule has",
            "\"" + rule.name() + "\", as in " + other.file() + ":" + other.line(),
            null);
      }
      if (!rule.name().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        fault(
            rule,
            rule.line(),
            "a rule name of small letters, digits and hyphens",
            "\"" + rule.name() + "\"",
            null);
      }
    }
    for (String spellings : WatchedKeys.twoSpellings(rules)) {
      RuleOutline first = rules.iterator().next();
      fault(first, first.line(), "one spelling for a name in all rules", spellings, null);
    }
  }

  private void form(RuleOutline rule) {
    for (String inside : rule.faults()) {
      fault(rule, rule.line(), "conditions and one consequence call", inside, null);
    }
    if (!rule.comment().endsWith(".")) {
      fault(
          rule,
          rule.line(),
          "a sentence above the rule that says why",
          rule.comment().isEmpty() ? "none" : "\"" + rule.comment() + "\"",
          "write // and one sentence with a period, in the trade's own words");
    }
    for (PatternOutline pattern : rule.patterns()) {
      Optional<FactKind> kind = WatchedKeys.kind(pattern.type());
      @Nullable Class<? extends Record> type =
          kind.isPresent() ? kind.get().type() : DERIVED_OR_GIVEN.get(pattern.type());
      if (type == null) {
        fault(
            rule,
            pattern.line(),
            "a kind of fact, Symptom, Problem, Server or Collected",
            pattern.type(),
            nearestType(pattern.type()));
        continue;
      }
      if (pattern.role() == PatternOutline.Role.NEGATED) {
        negation(rule, pattern, kind.orElse(null));
      }
      conditions(rule, pattern, type);
    }
  }

  private void negation(RuleOutline rule, PatternOutline pattern, @Nullable FactKind kind) {
    if (kind == null) {
      fault(
          rule,
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
                                        && c.value().equals("FactKind." + kind.name()))
                        && servers(other).stream().anyMatch(servers::contains));
    if (!collected) {
      fault(
          rule,
          pattern.line(),
          "Collected( server == …, kind == FactKind."
              + kind.name()
              + " ) of the same server beside \"not "
              + pattern.type()
              + "\"",
          "none",
          "what nobody looked for is unknown, not absent");
    }
    for (Condition condition : pattern.conditions()) {
      Optional<RecordShape.Component> component =
          RecordShape.of(kind).component(condition.component());
      if (component.isPresent() && unknowable(kind.type(), component.get())) {
        fault(
            rule,
            pattern.line(),
            "only names and \"present\" under \"not\"",
            "\"" + condition.text() + "\"",
            "where " + condition.component() + " is unknown, the rule would conclude from that");
      }
      if (condition.component().isEmpty()
          || "()".equals(condition.operator()) && !condition.component().equals("named")) {
        fault(
            rule,
            pattern.line(),
            "only names and \"present\" under \"not\"",
            "\"" + condition.text() + "\"",
            null);
      }
    }
  }

  /** The variables or constants that a pattern compares its server with, or binds it to. */
  private static Set<String> servers(PatternOutline pattern) {
    return pattern.conditions().stream()
        .filter(c -> c.component().equals("server"))
        .map(c -> c.value().isEmpty() ? "$" + c.binding() : c.value())
        .collect(Collectors.toSet());
  }

  private void conditions(RuleOutline rule, PatternOutline pattern, Class<? extends Record> type) {
    RecordShape shape = RecordShape.of(type);
    Set<String> known = new HashSet<>();
    for (Condition condition : pattern.conditions()) {
      String text = "\"" + condition.text() + "\"";
      if (condition.operator() == null) {
        fault(
            rule,
            pattern.line(),
            "one comparison, call or binding between two commas",
            text,
            "write && as two conditions, || as two rules");
        continue;
      }
      if (condition.operator().equals("()")) {
        call(rule, pattern, type, condition);
        continue;
      }
      Optional<RecordShape.Component> component = shape.component(condition.component());
      if (component.isEmpty()) {
        List<String> names = shape.components().stream().map(RecordShape.Component::name).toList();
        fault(
            rule,
            pattern.line(),
            "a component of " + pattern.type() + ": " + String.join(", ", names),
            text,
            nearest(condition.component(), names));
        continue;
      }
      if (condition.operator().equals("!=") && condition.value().equals("null")) {
        known.add(condition.component());
      } else if ((condition.matchesUnknown() || condition.calls())
          && unknowable(type, component.get())
          && !known.contains(condition.component())) {
        fault(
            rule,
            pattern.line(),
            condition.component() + " != null before " + text,
            "none",
            "where it is unknown the condition would match or fail");
      }
      if (component.get().type().isEnum() && !condition.texts().isEmpty()) {
        fault(
            rule,
            pattern.line(),
            component.get().type().getSimpleName()
                + "."
                + constantLike(component.get().type(), condition),
            text,
            "a constant compared with a text compiles and never matches");
      }
    }
  }

  private void call(
      RuleOutline rule, PatternOutline pattern, Class<? extends Record> type, Condition condition) {
    boolean safe =
        Arrays.stream(type.getDeclaredMethods())
            .anyMatch(
                m ->
                    m.getName().equals(condition.component())
                        && m.getReturnType() == boolean.class
                        && m.getParameterCount() > 0);
    if (!safe && condition.binding().isEmpty()) {
      fault(
          rule,
          pattern.line(),
          "a condition that " + pattern.type() + " has",
          "\"" + condition.text() + "\"",
          null);
    }
  }

  /** Whether a component can be null in the session. */
  private static boolean unknowable(Class<? extends Record> type, RecordShape.Component component) {
    if (Fact.class.isAssignableFrom(type)) {
      return !component.required()
          && !component.type().isPrimitive()
          && !Set.class.isAssignableFrom(component.type());
    }
    return Set.of("dataSource", "role", "backupServer").contains(component.name());
  }

  private static String constantLike(Class<?> type, Condition condition) {
    List<String> constants = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    return Nearest.to(condition.texts().get(0), constants).orElse(String.join(" or ", constants));
  }

  private void words(Collection<RuleOutline> rules, Collection<RulePack> packs) {
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        List<RuleOutline> own = rules.stream().filter(r -> r.topic().equals(topic.name())).toList();
        for (Map.Entry<Language, Words> words : topic.words().entrySet()) {
          String file =
              topic.drlFile().replace("rules.drl", "words." + words.getKey().tag() + ".yaml");
          for (RuleOutline rule : own) {
            Optional<Sentence> reason = words.getValue().at("rules/" + rule.name());
            if (reason.isEmpty()) {
              faults.add(
                  new Fault(
                      "a reason sentence rules/" + rule.name(), "none", Source.of(file), null));
              continue;
            }
            Set<String> unbound = new TreeSet<>(reason.get().placeholders());
            unbound.removeAll(rule.bindings());
            for (String name : unbound) {
              faults.add(
                  new Fault(
                      "a placeholder that rule "
                          + rule.name()
                          + " binds: "
                          + String.join(", ", rule.bindings()),
                      "{" + name + "}",
                      Source.of(file),
                      nearest(name, rule.bindings())));
            }
          }
          Set<String> names = own.stream().map(RuleOutline::name).collect(Collectors.toSet());
          for (String path : words.getValue().sentences().keySet()) {
            if (path.startsWith("rules/") && !names.contains(path.substring("rules/".length()))) {
              faults.add(
                  new Fault(
                      "a rule of the topic",
                      path,
                      Source.of(file),
                      nearest(path.substring("rules/".length()), names)));
            }
          }
        }
      }
    }
  }

  private void references(Collection<RuleOutline> rules, Collection<RulePack> packs) {
    Set<String> problems = new TreeSet<>();
    Set<String> remedies = new TreeSet<>();
    Set<String> symptoms = new TreeSet<>();
    Set<String> derivedByChecks = new HashSet<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        topic.problems().forEach(problem -> problems.add(problem.id()));
        topic.remedies().forEach(remedy -> remedies.add(remedy.id()));
        topic.symptoms().forEach(symptom -> symptoms.add(symptom.id()));
        topic.checks().stream()
            .map(check -> String.valueOf(check.problem()))
            .forEach(derivedByChecks::add);
      }
    }
    Set<String> used = new HashSet<>();
    Set<String> derived = new HashSet<>(derivedByChecks);
    for (RuleOutline rule : rules) {
      if (!rule.function().isEmpty()) {
        boolean problem = rule.function().equals("problem");
        Set<String> known = problem ? problems : remedies;
        if (!known.contains(rule.target())) {
          fault(
              rule,
              rule.line(),
              "a " + (problem ? "problem" : "remedy") + " of a topic.yaml, as topic/name",
              "\"" + rule.target() + "\"",
              nearest(rule.target(), known));
        } else if (problem) {
          derived.add(rule.target());
        }
      }
      for (PatternOutline pattern : rule.patterns()) {
        Set<String> known = pattern.type().equals("Symptom") ? symptoms : problems;
        if (pattern.type().equals("Symptom") || pattern.type().equals("Problem")) {
          for (Condition condition : pattern.conditions()) {
            if (condition.component().equals("id")) {
              for (String id : condition.texts()) {
                used.add(id);
                if (!known.contains(id)) {
                  fault(
                      rule,
                      pattern.line(),
                      "the id of a "
                          + pattern.type().toLowerCase(java.util.Locale.ROOT)
                          + ", as topic/name",
                      "\"" + id + "\"",
                      nearest(id, known));
                }
              }
            }
          }
        }
      }
    }
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        String file = topic.drlFile().replace("rules.drl", "topic.yaml");
        topic.problems().stream()
            .map(problem -> problem.id())
            .filter(id -> !derived.contains(id))
            .forEach(
                id ->
                    faults.add(
                        new Fault(
                            "a rule or a check that derives the problem " + id,
                            "none",
                            Source.of(file),
                            null)));
        topic.symptoms().stream()
            .map(symptom -> symptom.id())
            .filter(id -> !used.contains(id))
            .forEach(
                id ->
                    faults.add(
                        new Fault(
                            "a rule that looks at the symptom " + id,
                            "none",
                            Source.of(file),
                            null)));
      }
    }
  }

  private static @Nullable String nearest(String name, Collection<String> known) {
    return Nearest.to(name, known).map(n -> "did you mean \"" + n + "\"?").orElse(null);
  }

  private static @Nullable String nearestType(String type) {
    Set<String> types = new TreeSet<>(DERIVED_OR_GIVEN.keySet());
    Arrays.stream(FactKind.values()).map(kind -> kind.type().getSimpleName()).forEach(types::add);
    return nearest(type, types);
  }

  private void fault(
      RuleOutline rule, int line, String expected, String found, @Nullable String hint) {
    faults.add(
        new Fault(
            expected,
            found,
            Source.of(rule.file(), Math.max(1, line)),
            hint == null ? "rule " + rule.name() : "rule " + rule.name() + ": " + hint));
  }
}
