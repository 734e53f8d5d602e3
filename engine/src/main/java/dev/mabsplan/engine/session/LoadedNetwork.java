package dev.mabsplan.engine.session;

import dev.mabsplan.engine.image.Image;
import dev.mabsplan.engine.rule.RuleOutline;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.drools.base.common.DroolsObjectInputStream;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;

/**
 * Compiled rules, of which one is put into the network when something comes that it can speak of.
 * Who makes one plan pays for a few rules, and who makes many has all of them from the third kind
 * of facts on.
 */
final class LoadedNetwork implements Network {

  /** What compiled rules are made of, and nothing else that Java can read. */
  private static final ObjectInputFilter RULES =
      ObjectInputFilter.Config.createFilter(
          "dev.mabsplan.facts.*;dev.mabsplan.engine.finding.*;dev.mabsplan.engine.session.*;"
              + "org.drools.**;org.kie.**;org.mvel2.**;java.lang.*;java.lang.reflect.*;"
              + "java.math.*;java.util.*;java.util.concurrent.**;!*");

  private static final int GROWS = 2;

  /** A base and the rules that it has, as topic and name. */
  private record Part(@Nullable KieBase base, Set<String> rules) {}

  private final Map<String, Image> packages;
  private final Set<String> all;
  private final Map<String, RuleOutline> outlines;
  private final Reach reach;
  private final Supplier<KieBase> anew;
  private volatile Part part = new Part(null, Set.of());
  private int grown;

  /**
   * Makes a network of nothing yet.
   *
   * @param packages compiled packages by topic; what all of them share stands under the empty name
   * @param rules what the rules say
   * @param anew compiles the rules where what was compiled can't be read, as with another version
   *     of Drools
   */
  LoadedNetwork(Map<String, Image> packages, List<RuleOutline> rules, Supplier<KieBase> anew) {
    this.packages = packages;
    this.outlines = RuleBase.byId(rules);
    this.reach = Reach.of(rules);
    this.all = reach.all();
    this.anew = anew;
  }

  @Override
  public KieBase reaching(Collection<?> known) {
    Part now = part;
    if (now.base() != null && now.rules().size() == all.size()) {
      return now.base();
    }
    Set<String> needed = reach.rules(known);
    return now.base() != null && now.rules().containsAll(needed) ? now.base() : grownBy(needed);
  }

  private synchronized KieBase grownBy(Set<String> needed) {
    KieBase base = part.base();
    if (base == null || !part.rules().containsAll(needed)) {
      Set<String> more = new HashSet<>(grown < GROWS ? part.rules() : all);
      more.addAll(needed);
      grown++;
      try {
        base = base(more);
        part = new Part(base, more);
      } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
        base = anew.get();
        part = new Part(base, all);
      }
    }
    return base;
  }

  private KieBase base(Set<String> rules) throws IOException, ClassNotFoundException {
    Set<String> topics = new TreeSet<>();
    rules.forEach(rule -> topics.add(rule.substring(0, rule.indexOf('/'))));
    List<KiePackage> read = new ArrayList<>(packages(""));
    for (String topic : topics) {
      for (KiePackage whole : packages(topic)) {
        read.add(withRules((InternalKnowledgePackage) whole, rules));
      }
    }
    return RuleBase.base(read, outlines);
  }

  /**
   * What can't fire would only have to be put into the network, and cost each session something.
   */
  private static KiePackage withRules(InternalKnowledgePackage whole, Set<String> rules) {
    for (Rule rule : List.copyOf(whole.getRules())) {
      if (!rules.contains(RuleBase.id(rule))) {
        whole.removeRule((RuleImpl) rule);
      }
    }
    return whole;
  }

  private Collection<KiePackage> packages(String topic) throws IOException, ClassNotFoundException {
    Image written = Objects.requireNonNull(packages.get(topic), topic);
    try (DroolsObjectInputStream in =
        new DroolsObjectInputStream(written.stream(), LoadedNetwork.class.getClassLoader())) {
      in.setObjectInputFilter(RULES);
      List<KiePackage> read = new ArrayList<>();
      for (Object one : (Object[]) in.readObject()) {
        read.add((KiePackage) one);
      }
      return read;
    }
  }

  @Override
  public int openSessions() {
    KieBase base = part.base();
    return base == null ? 0 : base.getKieSessions().size();
  }
}
