package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.shape.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.drools.io.ByteArrayResource;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.DefaultDialectOption;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;

/** The compiled rules of all packs. Thread-safe; every plan gets a session of its own. */
public final class RuleBase {

  private final Network rules;
  private final Map<String, RuleOutline> outlines;
  private final WatchedKeys watched;
  private final NamesOfRules names;
  private final Unlisted unlisted;
  private final Set<String> disabled;

  /** What stands in the place of rules that are disabled, by topic and name of the rule. */
  private final Map<String, ExtraRules> instead;

  private final Crossing crossing;

  /** What tells of a rule that fired, made when it first does. */
  private final Map<Rule, Told> told = new ConcurrentHashMap<>();

  private RuleBase(
      Network rules,
      Map<String, RuleOutline> outlines,
      WatchedKeys watched,
      NamesOfRules names,
      Unlisted unlisted,
      Set<String> disabled,
      Map<String, ExtraRules> instead) {
    this.rules = rules;
    this.outlines = outlines;
    this.watched = watched;
    this.names = names;
    this.unlisted = unlisted;
    this.disabled = disabled;
    this.instead = instead;
    this.crossing = Crossing.of(outlines.values());
  }

  /**
   * Compiles the rules of packs.
   *
   * @param written what the rules of those packs say
   * @throws InvalidPackException with everything that the compiler says is wrong with them
   */
  public static RuleBase compile(Collection<RulePack> packs, WrittenRules written) {
    return OwnLoader.within(
        () ->
            of(written.outlines(), Network.whole(base(packages(packs), byId(written.outlines())))));
  }

  /** Returns the rules of which outlines and network are known to be right. */
  static RuleBase of(List<RuleOutline> outlines, Network rules) {
    return new RuleBase(
        rules,
        byId(outlines),
        WatchedKeys.of(outlines),
        NamesOfRules.of(outlines),
        Unlisted.of(outlines),
        Set.of(),
        Map.of());
  }

  /** Returns the rules that derive something, by topic and name. */
  static Map<String, RuleOutline> byId(List<RuleOutline> outlines) {
    return outlines.stream()
        .filter(outline -> !outline.isBeginning())
        .collect(Collectors.toMap(RuleOutline::id, outline -> outline, (a, b) -> a, TreeMap::new));
  }

  /** Returns the same rules, of which one never fires: what nobody misses was not tested. */
  public RuleBase without(String rule) {
    Set<String> more = new TreeSet<>(disabled);
    more.add(rule);
    Map<String, ExtraRules> fewer = new TreeMap<>(instead);
    fewer.remove(rule);
    return new RuleBase(rules, outlines, watched, names, unlisted, more, fewer);
  }

  /** Returns the same rules, of which one never fires and another stands in its place. */
  RuleBase with(String rule, ExtraRules other) {
    Map<String, ExtraRules> more = new TreeMap<>(instead);
    more.put(rule, other);
    return new RuleBase(rules, outlines, watched, names, unlisted, without(rule).disabled, more);
  }

  /**
   * Returns what the compiler makes of the rules of packs. The knowledge builder, unlike the
   * repository of KieServices, keeps nothing between calls: two planners in one program can't get
   * each other's rules.
   *
   * @throws InvalidPackException with everything that the compiler says is wrong with them
   */
  static Collection<KiePackage> packages(Collection<RulePack> packs) {
    return OwnLoader.within(() -> build(packs));
  }

  private static Collection<KiePackage> build(Collection<RulePack> packs) {
    KnowledgeBuilder builder = builder();
    List<Fault> faults = new ArrayList<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        builder.add(drl(topic.drlFile(), RuleText.of(topic, faults)), ResourceType.DRL);
        List<RuleOutline> declared = Declared.of(topic);
        if (!declared.isEmpty()) {
          builder.add(drl(topic.lines().file(), Declared.drl(topic, declared)), ResourceType.DRL);
        }
        for (KnowledgeBuilderError error : builder.getErrors()) {
          int line = error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
          faults.add(
              new Fault(
                  "rules that compile",
                  error.getMessage().lines().map(String::strip).collect(Collectors.joining(" ")),
                  Source.of(topic.drlFile(), line),
                  null));
        }
        if (builder.hasErrors()) {
          // A builder repeats its errors for every further file.
          builder = builder();
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    return builder.getKnowledgePackages();
  }

  /** Told no charset, Drools reads rules in the platform's, and a constant with an å in vain. */
  static Resource drl(String text) {
    return new ByteArrayResource(
        text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
  }

  private static Resource drl(String file, String text) {
    Resource drl = drl(text);
    drl.setSourcePath(file);
    return drl;
  }

  /** Returns a builder for rules of the form that the lint holds them to. */
  static KnowledgeBuilder builder() {
    KnowledgeBuilderConfiguration building =
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
    // Consequences are one call each; compiling them as Java takes longer than a plan.
    building.setOption(DefaultDialectOption.get("mvel"));
    // Facts never change in a session, so nobody need be told which component did; and asking which
    // ones a call looks at fills other people's logs with warnings.
    building.setOption(PropertySpecificOption.DISABLED);
    return KnowledgeBuilderFactory.newKnowledgeBuilder(building);
  }

  /** Returns what was built, ready for sessions. */
  static KieBase base(KnowledgeBuilder builder) {
    return base(builder.getKnowledgePackages());
  }

  /** Returns what the compiler made of rules of packs, ready for sessions. */
  static KieBase base(Collection<KiePackage> packages, Map<String, RuleOutline> outlines) {
    KieBase base = base(packages);
    JavaConsequence.ofRules(base, outlines);
    return base;
  }

  private static KieBase base(Collection<KiePackage> packages) {
    KieBaseConfiguration running = KieServices.Factory.get().newKieBaseConfiguration();
    running.setOption(KieBaseMutabilityOption.DISABLED);
    // Drools would compile constraints on its way, on a thread of its own; but Drools 10.2.0 has a
    // fault there (incubator-kie-issues 6711), and a plan must not depend on how many came before
    // it.
    running.setOption(ConstraintJittingThresholdOption.get(-1));
    InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(running);
    JavaConstraint.ofRules(packages);
    base.addPackages(packages);
    return base;
  }

  /** Returns the symptoms from which rules derive problems, by id of the problem. */
  public Map<String, List<String>> meanings() {
    Map<String, Set<String>> meanings = new TreeMap<>();
    for (RuleOutline rule : outlines.values()) {
      List<String> symptoms =
          rule.patterns().stream()
              .filter(pattern -> pattern.type().equals("Symptom"))
              .flatMap(pattern -> pattern.conditions().stream())
              .filter(condition -> condition.component().equals("id"))
              .flatMap(condition -> condition.texts().stream())
              .toList();
      rule.calls().stream()
          .filter(Call::isProblem)
          .forEach(
              call ->
                  meanings.computeIfAbsent(call.target(), id -> new TreeSet<>()).addAll(symptoms));
    }
    Map<String, List<String>> all = new TreeMap<>();
    meanings.forEach((problem, symptoms) -> all.put(problem, List.copyOf(symptoms)));
    return all;
  }

  /** Returns the names that rules look at. */
  public WatchedKeys watchedKeys() {
    return watched;
  }

  /** Returns the rules as topic and name, sorted. */
  public Set<String> rules() {
    return new LinkedHashSet<>(outlines.keySet());
  }

  /** Returns a rule by topic and name, or nothing. */
  public Optional<KnownRule> rule(String id) {
    return Optional.ofNullable(outlines.get(id)).map(RuleOutline::known);
  }

  /** Returns the rules, sorted by topic and name. */
  public List<KnownRule> known() {
    return outlines.values().stream().map(RuleOutline::known).toList();
  }

  /** Returns what the rules say, by topic and name. */
  Map<String, RuleOutline> outlines() {
    return outlines;
  }

  /**
   * Finds out how near rules came to firing. Compiles them anew, which takes some milliseconds a
   * rule.
   *
   * @param ruleIds topics and names of rules
   * @param observed facts, servers, what was collected, and symptoms
   * @return those that don't fire, the nearest first: by the share of conditions that are met, then
   *     by topic and name; not those that fire, nor those that only being disabled keeps from it
   * @throws IllegalArgumentException where there is no such rule, with the nearest that there is
   */
  public List<NearMiss> nearMisses(Collection<String> ruleIds, Collection<?> observed) {
    List<Derivation> derivations = derive(observed);
    Set<String> fired = derivations.stream().map(Derivation::rule).collect(Collectors.toSet());
    List<RuleOutline> silent =
        new TreeSet<>(ruleIds)
            .stream().filter(id -> !fired.contains(id)).map(this::outline).toList();
    return NearMisses.of(silent, seen(observed), problems(derivations));
  }

  private RuleOutline outline(String id) {
    RuleOutline outline = outlines.get(id);
    if (outline == null) {
      throw new IllegalArgumentException(
          "expected topic and name of a rule; found \""
              + id
              + "\""
              + Nearest.to(id, outlines.keySet())
                  .map(near -> "; did you mean \"" + near + "\"?")
                  .orElse(""));
    }
    return outline;
  }

  /**
   * Returns whether a rule looks at what stands, or would stand, at an address.
   *
   * @param rule topic and name
   */
  public boolean looksAt(String rule, Address address) {
    RuleOutline outline = outlines.get(rule);
    return outline != null
        && outline.patterns().stream().anyMatch(p -> WatchedKeys.looksAt(p, address));
  }

  /** Returns what rules compare with what stands, or would stand, at an address. */
  public Compared comparedWith(Address address) {
    return Compared.with(
        address, outlines.values().stream().filter(rule -> !disabled.contains(rule.id())).toList());
  }

  /**
   * Returns how much a rule that looks at what would stand at an address demands of facts besides,
   * at most: as many answers it may take together with this one.
   */
  public int mostDemandsBeside(Address address) {
    return outlines.values().stream()
        .filter(rule -> rule.patterns().stream().anyMatch(p -> WatchedKeys.looksAt(p, address)))
        .mapToInt(rule -> Compared.demandsBeside(address, rule))
        .max()
        .orElse(0);
  }

  /** Returns whether some rule looks at what would stand at both of two addresses. */
  public boolean looksAtBoth(Address one, Address other) {
    return outlines.values().stream()
        .map(RuleOutline::patterns)
        .anyMatch(
            patterns ->
                patterns.stream().anyMatch(pattern -> WatchedKeys.looksAt(pattern, one))
                    && patterns.stream().anyMatch(pattern -> WatchedKeys.looksAt(pattern, other)));
  }

  /** Returns how many sessions are open: none but while facts are derived from. */
  int openSessions() {
    return rules.openSessions();
  }

  /**
   * Lets the rules run over facts.
   *
   * @param observed facts, servers, what was collected, and symptoms
   * @return what was derived, in no order that means anything
   * @throws RuleFailedException where a rule can't be carried out over them
   */
  public List<Derivation> derive(Collection<?> observed) {
    Seen seen = seen(observed);
    return OwnLoader.within(
        () -> instead.isEmpty() ? fire(seen, seen.things()) : fireWithOthers(seen));
  }

  /** Returns what was observed as rules see it. */
  Seen seen(Collection<?> observed) {
    return Seen.of(observed, names, unlisted);
  }

  private List<Derivation> fire(Seen seen, Collection<?> known) {
    List<Derivation> derivations = new ArrayList<>();
    crossing.check(known);
    boolean ends;
    try {
      ends =
          Run.toRest(
              rules.reaching(known),
              known,
              match -> disabled.isEmpty() || !disabled.contains(id(match.getRule())),
              firing -> derivations.add(told(firing.rule()).derivation(firing, seen)));
    } catch (RuntimeException e) {
      throw RuleFailedException.of(e, outlines.values());
    }
    if (!ends) {
      throw RuleFailedException.endless(
          Run.MOST_FIRINGS,
          derivations.isEmpty()
              ? Optional.empty()
              : Optional.ofNullable(outlines.get(derivations.get(derivations.size() - 1).rule())));
    }
    return derivations;
  }

  /**
   * Rules are monotone, so taking turns until nobody derives a new problem derives what one session
   * with all of them would.
   */
  private List<Derivation> fireWithOthers(Seen seen) {
    Set<Problem> known = new LinkedHashSet<>();
    while (true) {
      List<Derivation> derivations = fire(seen, seen.with(known));
      Set<Problem> all = new LinkedHashSet<>(known);
      all.addAll(problems(derivations));
      List<Derivation> others = new ArrayList<>();
      instead.values().forEach(other -> others.addAll(other.deriveWhole(seen, all)));
      Set<Problem> more = problems(others);
      derivations.addAll(others);
      if (all.containsAll(more)) {
        return derivations;
      }
      known.addAll(more);
    }
  }

  /** Returns the problems among what was derived. */
  static Set<Problem> problems(Collection<Derivation> derivations) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (Derivation derivation : derivations) {
      if (derivation.finding() instanceof Problem problem) {
        problems.add(problem);
      }
    }
    return problems;
  }

  private Told told(Rule rule) {
    return told.computeIfAbsent(
        rule,
        fired -> {
          RuleOutline outline = outlines.get(id(fired));
          if (outline == null) {
            throw new IllegalStateException("rule " + id(fired) + " fired and is not known");
          }
          return Told.by(outline);
        });
  }

  /** Returns topic and name. */
  static String id(Rule rule) {
    // one that a topic.yaml declares has its topic in its name already
    if (rule.getName().contains("/")) {
      return rule.getName();
    }
    String drlPackage = rule.getPackageName();
    return drlPackage.substring(drlPackage.lastIndexOf('.') + 1) + "/" + rule.getName();
  }
}
