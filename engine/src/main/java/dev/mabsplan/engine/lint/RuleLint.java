package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.Matchable;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.OfKeys;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.Spelling;
import dev.mabsplan.facts.Version;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules to the form that makes a plan a function of its facts: conditions only, monotone,
 * careful of what is unknown. Drools would accept more; what it accepts beyond this has been seen
 * to go wrong in silence.
 */
final class RuleLint {

  private static final Set<String> OF_ANY_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> BY_WHOLE_NAMES = Set.of("", "==", "!=", "in", "not in");

  /** What a rule calls that says a remedy is needed. */
  private static final Set<String> NEEDING = Set.of("confirm", "missing");

  /** What a rule calls that says a remedy is not to be carried out. */
  private static final Set<String> GUARDING = Set.of("exclude", "satisfy", "met");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?[LIDFB]?");
  private static final String NEVER_MATCHES =
      "what is compared with a constant of another type compiles and never matches";

  private final List<Fault> faults;

  private RuleLint(List<Fault> faults) {
    this.faults = faults;
  }

  /** Checks the rules of packs; what is wrong goes to the list, all of it. */
  static void check(Collection<RuleOutline> rules, Collection<RulePack> packs, List<Fault> faults) {
    RuleLint lint = new RuleLint(faults);
    lint.names(rules);
    lint.spellings(rules);
    rules.forEach(lint::form);
    lint.words(rules, packs);
    lint.references(rules, packs);
    lint.guards(rules, packs);
  }

  /**
   * What disrupts or destroys and is confirmed by facts needs a rule that says when it is not to be
   * done: that it does not apply, or is so already. A symptom says that somebody has the problem; a
   * fact alone can be there for another reason.
   */
  private void guards(Collection<RuleOutline> rules, Collection<RulePack> packs) {
    Set<String> guarded = targets(rules, GUARDING);
    packs.stream()
        .flatMap(pack -> pack.topics().stream())
        .flatMap(topic -> topic.remedies().stream())
        .filter(remedy -> remedy.risk().compareTo(Risk.DISRUPTIVE) >= 0)
        .map(Remedy::id)
        .filter(id -> !guarded.contains(id))
        .forEach(
            id ->
                rules.stream()
                    .filter(RuleLint::looksAtFacts)
                    .filter(rule -> targets(List.of(rule), NEEDING).contains(id))
                    .forEach(
                        rule ->
                            fault(
                                rule,
                                rule.line(),
                                "a rule that excludes or satisfies "
                                    + id
                                    + ", since facts confirm it and it can break something",
                                "none",
                                "say when it is not to be done: exclude( drools, \""
                                    + id
                                    + "\", … ); or satisfy or met")));
  }

  private static Set<String> targets(Collection<RuleOutline> rules, Set<String> functions) {
    return rules.stream()
        .flatMap(rule -> rule.calls().stream())
        .filter(call -> functions.contains(call.function()))
        .map(Call::target)
        .collect(Collectors.toSet());
  }

  private static boolean looksAtFacts(RuleOutline rule) {
    return rule.patterns().stream()
        .anyMatch(pattern -> WatchedKeys.kind(pattern.type()).isPresent());
  }

  private void names(Collection<RuleOutline> rules) {
    Map<String, RuleOutline> seen = new HashMap<>();
    Map<String, RuleOutline> ids = new HashMap<>();
    for (RuleOutline rule : rules) {
      RuleOutline same = ids.putIfAbsent(rule.id(), rule);
      RuleOutline other = rule.isDeclared() ? same : seen.putIfAbsent(rule.name(), rule);
      if (other != null) {
        // Drools accepts this across packages and then mixes the two up in what it reports.
        fault(
            rule,
            rule.line(),
            "a name that no other rule has",
            "\"" + rule.name() + "\", as in " + other.file() + ":" + other.line(),
            "say in the name what sets it apart");
      }
      if (!rule.isDeclared() && !rule.name().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        fault(
            rule,
            rule.line(),
            "a rule name of small letters, digits and hyphens",
            "\"" + rule.name() + "\"",
            Kebab.advice(rule.name()));
      }
    }
  }

  /** A name that rules spell in two ways could be seen as one of them spells it only. */
  private void spellings(Collection<RuleOutline> rules) {
    Map<String, String> seen = new HashMap<>();
    for (RuleOutline rule : rules) {
      for (PatternOutline pattern : rule.patterns()) {
        WatchedKeys.kind(pattern.type())
            .ifPresent(
                kind ->
                    WatchedKeys.names(kind, pattern)
                        .forEach(
                            (component, names) ->
                                names.forEach(
                                    name -> {
                                      String other =
                                          seen.putIfAbsent(
                                              component.sort().orElseThrow()
                                                  + " "
                                                  + Spelling.fold(name),
                                              name);
                                      if (other != null && !other.equals(name)) {
                                        fault(
                                            rule,
                                            pattern.line(),
                                            "one spelling for a name in all rules: \""
                                                + other
                                                + "\"",
                                            "\"" + name + "\"",
                                            "write \"" + other + "\" here, or there as here");
                                      }
                                    })));
      }
    }
  }

  private void form(RuleOutline rule) {
    int before = faults.size();
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
    UnknownLint unknown =
        new UnknownLint(
            rule.asks(), (line, expected, found, hint) -> fault(rule, line, expected, found, hint));
    for (PatternOutline pattern : rule.patterns()) {
      Optional<FactKind> kind = WatchedKeys.kind(pattern.type());
      @Nullable Class<? extends Record> type = Matchable.type(pattern.type()).orElse(null);
      if (type == null) {
        fault(
            rule,
            pattern.line(),
            "a kind of fact, Symptom, Problem, Server or Collected",
            pattern.type(),
            Meant.hint(pattern.type(), Matchable.names()));
        continue;
      }
      if (pattern.role() == PatternOutline.Role.NEGATED) {
        negation(rule, pattern, kind.orElse(null));
      }
      conditions(rule, pattern, type);
      unknown.pattern(pattern, type);
    }
    unknown.consequence(rule);
    if (rule.faults().isEmpty()) {
      variables(rule);
      arguments(rule);
    }
    if (faults.size() == before) {
      joined(rule);
    }
  }

  /** The compiler says the same, but neither which variable was meant nor in words. */
  private void variables(RuleOutline rule) {
    Set<String> bound = new TreeSet<>();
    for (PatternOutline pattern : rule.patterns()) {
      bound.add("$" + pattern.binding());
      pattern.conditions().forEach(condition -> bound.add("$" + condition.binding()));
    }
    bound.remove("$");
    for (PatternOutline pattern : rule.patterns()) {
      for (Condition condition : pattern.conditions()) {
        condition.variables().forEach(name -> bound(rule, pattern.line(), "$" + name, bound));
      }
    }
    rule.calls().stream()
        .flatMap(call -> call.arguments().stream())
        .filter(argument -> argument.startsWith("$"))
        .distinct()
        .forEach(argument -> bound(rule, rule.line(), argument, bound));
  }

  private void bound(RuleOutline rule, int line, String variable, Set<String> bound) {
    if (!bound.contains(variable)) {
      String near = Meant.hint(variable, bound);
      fault(
          rule,
          line,
          "a variable that a pattern binds",
          variable,
          near == null ? "bind it: " + variable + " : …" : near);
    }
  }

  /** What is handed to a consequence is a text or a problem; the compiler says so in a page. */
  private void arguments(RuleOutline rule) {
    for (Call call : rule.calls()) {
      for (String argument : call.arguments()) {
        if (argument.startsWith("$")) {
          typeOf(rule, argument.substring(1))
              .filter(type -> type != String.class && type != Problem.class)
              .ifPresent(
                  type ->
                      fault(
                          rule,
                          rule.line(),
                          "a text for each argument of " + call.function(),
                          argument + ", which is " + article(type),
                          "write the text in quotes, or the problem or name that is meant"));
        }
      }
    }
  }

  private static Optional<Class<?>> typeOf(RuleOutline rule, String variable) {
    return rule.patterns().stream()
        .filter(pattern -> pattern.binding().equals(variable))
        .findFirst()
        .<Class<?>>flatMap(pattern -> Matchable.type(pattern.type()))
        .or(() -> bound(rule, variable).map(RecordShape.Component::type));
  }

  private static Optional<RecordShape.Component> bound(RuleOutline rule, String variable) {
    for (PatternOutline pattern : rule.patterns()) {
      for (Condition condition : pattern.conditions()) {
        if (condition.binding().equals(variable) && !condition.callsFact()) {
          return Matchable.type(pattern.type())
              .flatMap(type -> RecordShape.of(type).component(condition.component()));
        }
      }
    }
    return Optional.empty();
  }

  private static String article(Class<?> type) {
    String name = type.getSimpleName();
    return ("AEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }

  /**
   * Patterns that nothing joins match everything with all, of 400 services 64 million triples; but
   * for those that name what they match.
   */
  private void joined(RuleOutline rule) {
    List<PatternOutline> patterns = rule.patterns();
    Set<String> reached = new HashSet<>();
    Set<PatternOutline> joined = new HashSet<>();
    boolean more = !patterns.isEmpty();
    while (more) {
      more = false;
      for (PatternOutline pattern : patterns) {
        if (!joined.contains(pattern) && (joined.isEmpty() || pattern.sharesVariable(reached))) {
          joined.add(pattern);
          reached.addAll(pattern.variables());
          more = true;
        }
      }
    }
    patterns.stream()
        .filter(pattern -> !joined.contains(pattern))
        .filter(pattern -> pattern.role() == PatternOutline.Role.MATCHED)
        .filter(pattern -> !pattern.namesOne())
        .findFirst()
        .ifPresent(
            pattern ->
                fault(
                    rule,
                    pattern.line(),
                    "a variable that joins " + pattern.type() + " to what stands beside it",
                    "none",
                    "name the server in both: server == $server; what nothing joins matches"
                        + " everything with all"));
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
                                        && "==".equals(c.operator())
                                        && c.values().equals(List.of("FactKind." + kind.name())))
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
    if (collected
        && Matchable.presence(kind).isPresent()
        && pattern.conditions().stream().noneMatch(RuleLint::saysPresent)) {
      fault(
          rule,
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
        fault(
            rule,
            pattern.line(),
            "only names and \"present\" under \"not\"",
            "\"" + condition.text() + "\"",
            "where " + condition.component() + " is unknown, the rule would conclude from that");
      }
      if (condition.callsFact() && !ofKeys(kind.type(), condition.component())) {
        fault(
            rule,
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

  private void conditions(RuleOutline rule, PatternOutline pattern, Class<? extends Record> type) {
    RecordShape shape = RecordShape.of(type);
    for (Condition condition : pattern.conditions()) {
      String text = "\"" + condition.text() + "\"";
      if (condition.operator() == null) {
        fault(
            rule,
            pattern.line(),
            "one comparison with constants or variables, one call or one binding between two commas",
            text,
            "write && as two conditions, || as two rules");
        continue;
      }
      if (condition.callsFact()) {
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
            Meant.hint(condition.component(), names));
        continue;
      }
      if (component.get().key()
          && component.get().type() == String.class
          && !BY_WHOLE_NAMES.contains(condition.operator())) {
        fault(
            rule,
            pattern.line(),
            "a name compared as a whole: ==, !=, in, not in",
            text,
            "names count without case, which nothing else compares");
      } else if (condition.calls()) {
        componentCall(rule, pattern, component.get(), condition);
      } else {
        for (String value : condition.values()) {
          if (!fits(component.get(), value)) {
            fault(rule, pattern.line(), constantOf(component.get(), value), text, NEVER_MATCHES);
          }
        }
      }
    }
  }

  /** A call asks something of a fact, mostly with what it is to be compared with, or binds it. */
  private void call(
      RuleOutline rule, PatternOutline pattern, Class<? extends Record> type, Condition condition) {
    boolean asks = condition.binding().isEmpty();
    boolean has =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !OF_ANY_OBJECT.contains(method.getName()))
            .filter(method -> method.getName().equals(condition.component()))
            .filter(method -> method.getParameterCount() == condition.values().size())
            .anyMatch(
                method ->
                    asks == (method.getReturnType() == boolean.class)
                        && (asks || condition.values().isEmpty()));
    if (!has) {
      fault(
          rule,
          pattern.line(),
          "a condition that " + pattern.type() + " has",
          "\"" + condition.text() + "\"",
          Meant.hint(condition.component(), answered(type)));
    }
  }

  /** Returns what can be asked of a type, with a yes or no for an answer. */
  private static Set<String> answered(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> !OF_ANY_OBJECT.contains(method.getName()))
        .filter(method -> method.getReturnType() == boolean.class)
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void componentCall(
      RuleOutline rule,
      PatternOutline pattern,
      RecordShape.Component component,
      Condition condition) {
    String name = String.valueOf(condition.operator()).substring(1);
    boolean has =
        Arrays.stream(component.type().getMethods())
            .filter(method -> !OF_ANY_OBJECT.contains(name) && method.getName().equals(name))
            .filter(method -> method.getParameterCount() == condition.values().size())
            .anyMatch(method -> method.getReturnType() == boolean.class);
    if (!has) {
      fault(
          rule,
          pattern.line(),
          "a question that " + component + " answers with yes or no",
          "\"" + condition.text() + "\"",
          Meant.hint(name, answered(component.type())));
    } else if (component.type() == Version.class) {
      condition.values().forEach(value -> version(rule, pattern, condition, value));
    }
  }

  private void version(
      RuleOutline rule, PatternOutline pattern, Condition condition, String value) {
    String text = "\"" + condition.text() + "\"";
    if (value.startsWith("$")) {
      boolean isVersion =
          bound(rule, value.substring(1))
              .filter(bound -> bound.type() == Version.class)
              .isPresent();
      if (!isVersion) {
        return;
      }
      fault(
          rule,
          pattern.line(),
          "a version in quotes, such as \"13.0.415.0\"",
          text,
          "versions are compared by <, <=, > and >= too: " + condition.component() + " < " + value);
    } else if (!isVersion(value)) {
      fault(rule, pattern.line(), "a version in quotes, such as \"13.0.415.0\"", text, null);
    }
  }

  private static boolean isVersion(String value) {
    try {
      Version.parse(value.replace("\"", ""));
      return value.startsWith("\"");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a value can be compared with a component; of a variable Drools sees it. */
  private static boolean fits(RecordShape.Component component, String value) {
    if (value.startsWith("$") || value.equals("null")) {
      return true;
    }
    Class<?> type = component.element().orElse(component.type());
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .anyMatch(
              constant -> value.equals(type.getSimpleName() + "." + ((Enum<?>) constant).name()));
    }
    if (type == String.class) {
      return value.startsWith("\"");
    }
    if (type == boolean.class || type == Boolean.class) {
      return value.equals("true") || value.equals("false");
    }
    return Number.class.isAssignableFrom(type) && NUMBER.matcher(value).matches();
  }

  private static String constantOf(RecordShape.Component component, String value) {
    Class<?> type = component.element().orElse(component.type());
    if (!type.isEnum()) {
      return type == String.class
          ? "a text in quotes for " + component
          : "a " + type.getSimpleName() + " for " + component;
    }
    List<String> constants =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name())
            .toList();
    String written = value.replaceAll("^.*\\.|\"", "");
    return type.getSimpleName()
        + "."
        + Nearest.to(written, constants).orElseGet(() -> String.join(" or ", constants));
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

  private void references(Collection<RuleOutline> rules, Collection<RulePack> packs) {
    Set<String> problems = new TreeSet<>();
    Set<String> remedies = new TreeSet<>();
    Set<String> symptoms = new TreeSet<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        topic.problems().forEach(problem -> problems.add(problem.id()));
        topic.remedies().forEach(remedy -> remedies.add(remedy.id()));
        topic.symptoms().forEach(symptom -> symptoms.add(symptom.id()));
      }
    }
    Set<String> used = new HashSet<>();
    Set<String> derived = new HashSet<>();
    for (RuleOutline rule : rules) {
      for (Call call : rule.calls()) {
        Set<String> known = call.isProblem() ? problems : remedies;
        String target = call.target();
        if (!known.contains(target)) {
          fault(
              rule,
              rule.line(),
              "a " + (call.isProblem() ? "problem" : "remedy") + " of a topic.yaml, as topic/name",
              "\"" + target + "\"",
              Meant.hint(target.contains("/") ? target : rule.topic() + "/" + target, known));
        } else if (call.isProblem()) {
          derived.add(target);
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
                      "the id of a " + pattern.type().toLowerCase(Locale.ROOT) + ", as topic/name",
                      "\"" + id + "\"",
                      Meant.hint(id, known));
                }
              }
            }
          }
        }
      }
    }
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        topic.problems().stream()
            .map(problem -> problem.id())
            .filter(id -> !derived.contains(id))
            .forEach(
                id ->
                    faults.add(
                        new Fault(
                            "a rule that derives the problem " + id,
                            "none",
                            topic.line("problems", id),
                            "name the symptoms that are it under symptoms:, or derive it in "
                                + topic.drlFile()
                                + ": problem( \""
                                + id
                                + "\", … );")));
        topic.symptoms().stream()
            .map(symptom -> symptom.id())
            .filter(id -> !used.contains(id))
            .forEach(
                id ->
                    faults.add(
                        new Fault(
                            "a rule that looks at the symptom " + id,
                            "none",
                            topic.line("symptoms", id),
                            "name it under symptoms: of the problem that it is, or ask for it in "
                                + topic.drlFile()
                                + ": Symptom( id == \""
                                + id
                                + "\", … )")));
      }
    }
  }

  private void fault(
      RuleOutline rule, int line, String expected, String found, @Nullable String hint) {
    if (rule.inherits(line)) {
      return; // it is said of the rule that has it
    }
    faults.add(
        new Fault(
            expected,
            found,
            Source.of(rule.file(), Math.max(1, line)),
            hint == null ? "rule " + rule.name() : "rule " + rule.name() + ": " + hint));
  }
}
