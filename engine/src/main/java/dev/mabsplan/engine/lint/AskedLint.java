package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.Deciding;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what is asked to what rules read, both ways: a question whose answer no rule reads decides
 * nothing, and a rule waits in vain for what nobody asks.
 */
final class AskedLint {

  /** Something that is asked, and where the packs say so. */
  private record Asked(FactPlace place, String text, Source source) {}

  private final Collection<RuleOutline> rules;
  private final Collection<Fact> told;
  private final List<Fault> faults;
  private final List<Asked> seen = new ArrayList<>();

  private AskedLint(Collection<RuleOutline> rules, Collection<Fact> told, List<Fault> faults) {
    this.rules = rules;
    this.told = told;
    this.faults = faults;
  }

  static void check(
      Collection<RuleOutline> rules,
      Collection<RulePack> packs,
      Collection<Fact> told,
      List<Fault> faults) {
    AskedLint lint = new AskedLint(rules, told, faults);
    for (RulePack pack : packs) {
      pack.topics().forEach(lint::asked);
    }
    Set<String> decidedByFacts =
        packs.stream()
            .flatMap(pack -> pack.topics().stream())
            .flatMap(topic -> topic.remedies().stream())
            .filter(remedy -> remedy.decision() instanceof Decision.ByFacts)
            .map(Remedy::id)
            .collect(Collectors.toSet());
    rules.stream().filter(rule -> decides(rule, decidedByFacts)).forEach(lint::reads);
  }

  private void asked(Topic topic) {
    for (Probe probe : topic.probes()) {
      for (int i = 0; i < probe.tells().size(); i++) {
        String fact = probe.tells().get(i);
        if (!fact.equals(Probe.ERRORS)) {
          Source source = topic.probeLine(probe.id(), "tells", String.valueOf(i));
          Asked asked = new Asked(FactPlace.parse(fact), fact, source);
          if (!isReadBeside(asked, probe)) {
            isRead(asked, "take it out of tells, or write the rule that it decides by");
          }
          if (probe.judged()) {
            seen.add(asked);
          }
        }
      }
    }
    topic.remedies().forEach(remedy -> seen(topic, remedy));
  }

  private void seen(Topic topic, Remedy remedy) {
    if (!(remedy.decision() instanceof Decision.ByFacts byFacts)) {
      return;
    }
    for (int i = 0; i < byFacts.by().size(); i++) {
      if (byFacts.by().get(i) instanceof Deciding.BySight sight) {
        Source source = topic.line("remedies", remedy.id(), "decidedBy", String.valueOf(i), "fact");
        Asked asked = new Asked(FactPlace.parse(sight.fact()), sight.fact(), source);
        isRead(asked, "leave it out, or write the rule that decides by it");
        seen.add(asked);
      }
    }
  }

  /**
   * The answer tells of the same fact what a rule does read: the version beside it, which may be
   * read by a pack that is not here, is no question more.
   */
  private boolean isReadBeside(Asked asked, Probe probe) {
    return probe.tells().stream()
        .filter(fact -> !fact.equals(asked.text()) && !fact.equals(Probe.ERRORS))
        .map(FactPlace::parse)
        .filter(asked.place()::isOfSameFact)
        .anyMatch(this::isRead);
  }

  private void isRead(Asked asked, String hint) {
    if (!isRead(asked.place())) {
      faults.add(new Fault("a rule that reads " + asked.text(), "none", asked.source(), hint));
    }
  }

  private boolean isRead(FactPlace place) {
    return rules.stream()
        .flatMap(rule -> rule.patterns().stream())
        .anyMatch(pattern -> isRead(place, pattern));
  }

  private static boolean isRead(FactPlace place, PatternOutline pattern) {
    if (!WatchedKeys.kind(pattern.type()).filter(place.kind()::equals).isPresent()
        || !namesSame(place, pattern)) {
      return false;
    }
    return place.component().isEmpty()
        || pattern.conditions().stream()
            .anyMatch(
                condition ->
                    condition.component().equals(place.component().get()) || condition.callsFact());
  }

  /** A name that is filled in, a beginning and a purpose can be any name. */
  private static boolean namesSame(FactPlace place, PatternOutline pattern) {
    Map<String, Set<String>> names = WatchedKeys.watched(place.kind(), pattern);
    List<RecordShape.Component> keys = RecordShape.of(place.kind()).keys();
    for (int i = 0; i < place.keys().size(); i++) {
      String name = place.keys().get(i);
      Set<String> constants = names.get(keys.get(i).name());
      boolean any = place.isPurpose() || name.indexOf('{') >= 0 || name.endsWith("*");
      if (constants != null
          && !any
          && constants.stream().noneMatch(one -> WatchedKeys.matches(one, name))) {
        return false;
      }
    }
    return true;
  }

  /**
   * What always follows and what only trying tells is not asked first: a rule that speaks of
   * nothing else only listens to who knows.
   */
  private static boolean decides(RuleOutline rule, Set<String> decidedByFacts) {
    return rule.calls().stream()
        .anyMatch(call -> call.isProblem() || decidedByFacts.contains(call.target()));
  }

  /** An observation is what somebody's monitoring says of its own accord. */
  private void reads(RuleOutline rule) {
    Set<String> unasked = new LinkedHashSet<>();
    for (PatternOutline pattern : rule.patterns()) {
      WatchedKeys.kind(pattern.type())
          .filter(kind -> kind != FactKind.OBSERVATIONS)
          .ifPresent(
              kind ->
                  components(kind, pattern).stream()
                      .filter(component -> !isAsked(kind, pattern, component))
                      .forEach(component -> unasked.add(place(kind, pattern, component))));
    }
    for (String place : unasked) {
      faults.add(
          new Fault(
              "a probe whose sample tells " + place + ", or a person who sees it",
              "none",
              Source.of(rule.file(), rule.line()),
              "rule "
                  + rule.name()
                  + ": name it under decidedBy of what it decides, as a probe or with seen:"));
    }
  }

  private static Set<String> components(FactKind kind, PatternOutline pattern) {
    Set<String> components = new LinkedHashSet<>();
    for (Condition condition : pattern.conditions()) {
      RecordShape.of(kind)
          .component(condition.component())
          .filter(part -> !part.key() && !part.name().equals("server") && !part.isPresence())
          .ifPresent(part -> components.add(part.name()));
    }
    return components.isEmpty() ? Set.of("") : components;
  }

  private boolean isAsked(FactKind kind, PatternOutline pattern, String component) {
    return seen.stream()
            .filter(asked -> asked.place().kind() == kind && namesSame(asked.place(), pattern))
            .anyMatch(
                asked ->
                    component.isEmpty()
                        // who sees the free space of what serves a purpose sees what serves it
                        || (asked.place().isPurpose() && component.equals("purposes"))
                        || asked
                            .place()
                            .component()
                            .filter(one -> !one.equals(component))
                            .isEmpty())
        || told.stream()
            .filter(fact -> FactKind.of(fact.getClass()) == kind && names(pattern, fact))
            .anyMatch(fact -> component.isEmpty() || isKnown(component, fact));
  }

  private static boolean names(PatternOutline pattern, Fact fact) {
    FactKind kind = FactKind.of(fact.getClass());
    List<String> names = Address.of(fact).keys();
    List<RecordShape.Component> keys = RecordShape.of(kind).keys();
    Map<String, Set<String>> watched = WatchedKeys.watched(kind, pattern);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Set<String> constants = watched.get(keys.get(i).name());
      if (constants != null
          && constants.stream().noneMatch(constant -> WatchedKeys.matches(constant, name))) {
        return false;
      }
    }
    return pattern.conditions().stream().allMatch(condition -> contains(condition, fact));
  }

  /** A volume of the storage pool tells nothing of the scratch volume. */
  private static boolean contains(Condition condition, Fact fact) {
    if (!"contains".equals(condition.operator())) {
      return true;
    }
    Object value =
        RecordShape.of(FactKind.of(fact.getClass()))
            .component(condition.component())
            .map(part -> part.value((Record) fact))
            .orElse(null);
    return !(value instanceof Set<?> set)
        || condition.values().stream()
            .map(constant -> constant.substring(constant.indexOf('.') + 1))
            .anyMatch(word -> set.stream().anyMatch(one -> word.equals(String.valueOf(one))));
  }

  private static boolean isKnown(String component, Fact fact) {
    return RecordShape.of(FactKind.of(fact.getClass()))
        .component(component)
        .map(part -> part.known((Record) fact))
        .orElse(false);
  }

  private static String place(FactKind kind, PatternOutline pattern, String component) {
    String names =
        String.join(
            ", ",
            RecordShape.of(kind).keys().stream()
                .map(
                    key ->
                        WatchedKeys.watched(kind, pattern)
                            .getOrDefault(key.name(), Set.of(key.name().toUpperCase(Locale.ROOT)))
                            .iterator()
                            .next())
                .toList());
    return kind.property()
        + (names.isEmpty() ? "" : "[" + names + "]")
        + (component.isEmpty() ? "" : "." + component);
  }
}
