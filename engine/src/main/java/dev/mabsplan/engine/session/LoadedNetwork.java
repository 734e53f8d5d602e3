package dev.mabsplan.engine.session;

import dev.mabsplan.engine.image.Image;
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
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;

/**
 * Compiled rules, of which a topic is put together when something comes that it can speak of. Who
 * makes one plan pays for a few topics, and who makes many has all of them from the third kind of
 * facts on.
 */
final class LoadedNetwork implements Network {

  /** What compiled rules are made of, and nothing else that Java can read. */
  private static final ObjectInputFilter RULES =
      ObjectInputFilter.Config.createFilter(
          "dev.mabsplan.facts.*;dev.mabsplan.engine.finding.*;dev.mabsplan.engine.session.*;"
              + "org.drools.**;org.kie.**;org.mvel2.**;java.lang.*;java.lang.reflect.*;"
              + "java.math.*;java.util.*;java.util.concurrent.**;!*");

  private static final int GROWS = 2;

  /** A base and the topics that it has. */
  private record Part(KieBase rules, Set<String> topics) {}

  private final Map<String, Image> packages;
  private final Set<String> all;
  private final Reach reach;
  private final Supplier<KieBase> anew;
  private volatile Part part;
  private int grown;

  /**
   * Makes a network of nothing yet.
   *
   * @param packages compiled packages by topic; what all of them share stands under the empty name
   * @param reach tells which topics are needed
   * @param anew compiles the rules where what was compiled can't be read, as with another version
   *     of Drools
   */
  LoadedNetwork(Map<String, Image> packages, Reach reach, Supplier<KieBase> anew) {
    this.packages = packages;
    this.all = new HashSet<>(packages.keySet());
    this.all.remove("");
    this.reach = reach;
    this.anew = anew;
    this.part = new Part(RuleBase.base(List.of()), Set.of());
  }

  @Override
  public KieBase reaching(Collection<?> known) {
    Part now = part;
    if (now.topics().size() == all.size()) {
      return now.rules();
    }
    Set<String> needed = reach.topics(known);
    return now.topics().containsAll(needed) ? now.rules() : grownBy(needed);
  }

  private synchronized KieBase grownBy(Set<String> needed) {
    if (!part.topics().containsAll(needed)) {
      Set<String> more = new HashSet<>(grown < GROWS ? part.topics() : all);
      more.addAll(needed);
      grown++;
      try {
        part = new Part(base(more), more);
      } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
        part = new Part(anew.get(), all);
      }
    }
    return part.rules();
  }

  private KieBase base(Set<String> topics) throws IOException, ClassNotFoundException {
    List<KiePackage> read = new ArrayList<>(packages(""));
    for (String topic : new TreeSet<>(topics)) {
      read.addAll(packages(topic));
    }
    return RuleBase.base(read);
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
    return part.rules().getKieSessions().size();
  }
}
