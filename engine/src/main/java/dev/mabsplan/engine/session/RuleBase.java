package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.definition.rule.Rule;
import org.kie.api.io.Resource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.DefaultDialectOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.io.ResourceFactory;

/** The compiled rules of all packs. Thread-safe; every plan gets a session of its own. */
public final class RuleBase {

  /** A plan needs some tens of firings; patterns that nothing joins match everything with all. */
  private static final int MOST_FIRINGS = 100_000;

  private final KieBase rules;
  private final Map<String, RuleOutline> outlines;
  private final WatchedKeys watched;
  private final Set<String> disabled;

  private RuleBase(KieBase rules, Map<String, RuleOutline> outlines, Set<String> disabled) {
    this.rules = rules;
    this.outlines = outlines;
    this.watched = WatchedKeys.of(outlines.values());
    this.disabled = disabled;
  }

  /**
   * Checks and compiles the rules of packs.
   *
   * @throws InvalidPackException with everything that is wrong with them
   */
  public static RuleBase compile(Collection<RulePack> packs) {
    List<Fault> faults = new ArrayList<>();
    List<RuleOutline> outlines = outlines(packs, faults, faults);
    RuleLint.check(outlines, packs, faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    return new RuleBase(
        build(packs),
        outlines.stream()
            .collect(
                Collectors.toMap(RuleOutline::id, outline -> outline, (a, b) -> a, TreeMap::new)),
        Set.of());
  }

  private static List<RuleOutline> outlines(
      Collection<RulePack> packs, List<Fault> syntax, List<Fault> faults) {
    List<RuleOutline> outlines = new ArrayList<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        outlines.addAll(DrlOutline.read(topic, syntax, faults));
      }
    }
    return outlines;
  }

  /**
   * Finds rules that can't be parsed.
   *
   * @param faults takes what is wrong
   */
  public static void checkSyntax(Collection<RulePack> packs, List<Fault> faults) {
    outlines(packs, faults, new ArrayList<>());
  }

  /**
   * Holds rules to their form and to what the packs know, without compiling them.
   *
   * @param faults takes what is wrong
   */
  public static void check(Collection<RulePack> packs, List<Fault> faults) {
    RuleLint.check(outlines(packs, faults, faults), packs, faults);
  }

  /** Returns the same rules, of which one never fires: what nobody misses was not tested. */
  public RuleBase without(String rule) {
    Set<String> more = new TreeSet<>(disabled);
    more.add(rule);
    return new RuleBase(rules, outlines, more);
  }

  /**
   * The knowledge builder, unlike the repository of KieServices, keeps nothing between calls: two
   * planners in one program can't get each other's rules.
   */
  private static KieBase build(Collection<RulePack> packs) {
    KnowledgeBuilderConfiguration building =
        KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
    // Consequences are one call each; compiling them as Java takes longer than a plan.
    building.setOption(DefaultDialectOption.get("mvel"));
    KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(building);
    List<Fault> faults = new ArrayList<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        Resource drl =
            ResourceFactory.newByteArrayResource(topic.drl().getBytes(StandardCharsets.UTF_8));
        drl.setSourcePath(topic.drlFile());
        builder.add(drl, ResourceType.DRL);
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
          builder = KnowledgeBuilderFactory.newKnowledgeBuilder(building);
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    KieBaseConfiguration running = KieServices.Factory.get().newKieBaseConfiguration();
    running.setOption(KieBaseMutabilityOption.DISABLED);
    // Two rules that derive an equal problem derive one; so even a rule that feeds itself ends.
    running.setOption(EqualityBehaviorOption.EQUALITY);
    // A session sees some tens of facts, for which compiling constraints never pays; and Drools
    // 10.2.0 has a fault there (incubator-kie-issues 6711).
    running.setOption(ConstraintJittingThresholdOption.get(-1));
    InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(running);
    base.addPackages(builder.getKnowledgePackages());
    return base;
  }

  /** Returns the names that rules look at. */
  public WatchedKeys watchedKeys() {
    return watched;
  }

  /** Returns the rules as topic and name, sorted. */
  public Set<String> rules() {
    return new LinkedHashSet<>(outlines.keySet());
  }

  /** Returns how many sessions are open: none but while facts are derived from. */
  int openSessions() {
    return rules.getKieSessions().size();
  }

  /**
   * Lets the rules run over facts.
   *
   * @param observed facts, servers, what was collected, and symptoms
   * @return what was derived, in no order that means anything
   */
  public List<Derivation> derive(Collection<?> observed) {
    KieSession session = rules.newKieSession();
    try {
      List<Derivation> derivations = new ArrayList<>();
      session.registerChannel(
          Derive.CHANNEL, firing -> derivations.add(derivation((Firing) firing)));
      for (Object object : OneSpelling.of(observed)) {
        session.insert(object instanceof Fact fact ? watched.respell(fact) : object);
      }
      int firings =
          disabled.isEmpty()
              ? session.fireAllRules(MOST_FIRINGS)
              : session.fireAllRules(
                  match -> !disabled.contains(id(match.getRule())), MOST_FIRINGS);
      if (firings >= MOST_FIRINGS) {
        throw new IllegalStateException(
            "the rules fired "
                + MOST_FIRINGS
                + " times and did not end; the last was "
                + (derivations.isEmpty() ? "none" : derivations.get(derivations.size() - 1).rule())
                + ", whose patterns probably lack what joins them");
      }
      return derivations;
    } finally {
      session.dispose();
    }
  }

  private Derivation derivation(Firing firing) {
    String id = id(firing.rule());
    RuleOutline outline = outlines.get(id);
    if (outline == null) {
      throw new IllegalStateException("rule " + id + " fired and is not known");
    }
    Map<String, Object> bindings = new TreeMap<>();
    for (String name : outline.bindings()) {
      Object value = firing.match().getDeclarationValue("$" + name);
      if (value != null) {
        bindings.put(name, value);
      }
    }
    return new Derivation(
        firing.finding(), id, cited(outline, firing.match().getObjects()), bindings);
  }

  private static String id(Rule rule) {
    String drlPackage = rule.getPackageName();
    return drlPackage.substring(drlPackage.lastIndexOf('.') + 1) + "/" + rule.getName();
  }

  private static List<FactCited> cited(RuleOutline rule, List<Object> matched) {
    List<PatternOutline> patterns =
        rule.patterns().stream()
            .filter(pattern -> pattern.role() == PatternOutline.Role.MATCHED)
            .toList();
    Set<FactCited> cited = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(patterns.size(), matched.size()); i++) {
      Object object = matched.get(i);
      if (object instanceof Fact fact) {
        cited.addAll(components(fact, patterns.get(i)));
      } else if (object instanceof Symptom symptom) {
        cited.add(new FactCited(symptom.error(), symptom.id()));
      } else if (object instanceof Collected collected) {
        cited.add(
            new FactCited(
                Address.ofServer(collected.server()).component("collected"),
                collected.kind().property()));
      }
    }
    return cited.stream().sorted().toList();
  }

  /**
   * The components that the conditions look at; where they look at none but the key, that it is
   * there.
   */
  private static List<FactCited> components(Fact fact, PatternOutline pattern) {
    Record record = (Record) fact;
    RecordShape shape = RecordShape.of(record.getClass());
    Address address = Address.of(fact);
    List<FactCited> cited = new ArrayList<>();
    for (RecordShape.Component component : shape.components()) {
      Object value = component.value(record);
      if (!component.key()
          && !component.name().equals("server")
          && value != null
          && pattern.conditions().stream().anyMatch(c -> c.component().equals(component.name()))) {
        cited.add(new FactCited(address.component(component.name()), written(value)));
      }
    }
    if (cited.isEmpty()) {
      cited.add(
          shape
              .component("present")
              .map(
                  present ->
                      new FactCited(
                          address.component(present.name()), written(present.value(record))))
              .orElseGet(() -> new FactCited(address, "known")));
    }
    return cited;
  }

  /** Returns a value as the facts document writes it. */
  private static String written(@Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      return Camel.word(constant);
    }
    if (value instanceof Set<?> set) {
      return set.stream().map(RuleBase::written).collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }
}
