package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Facts, and what follows from them. */
public final class Derived {

  private static final List<Conclusion> CONCLUSIONS =
      List.of(
          new ScratchVolume(),
          new SameDomain(),
          new RegisteredProxy(),
          new ProxyThatAnswers(),
          new RegisteredMailAccount(),
          new SqlServerInstance(),
          new UseOfImage());

  /** What follows, and where that was read which it follows from. */
  private record Following(Fact fact, Optional<Source> source) {}

  private final Facts observed;
  private final Set<Fact> grounds = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Address, Following> following = new TreeMap<>();
  private final Facts all;

  private Derived(Facts observed) {
    this.observed = observed;
    Given given = new Given(observed);
    for (Fact fact : observed.facts()) {
      for (Conclusion conclusion : CONCLUSIONS) {
        conclusion.from(fact, given).ifPresent(follows -> take(fact, follows));
      }
    }
    this.all = added();
  }

  /** Returns facts and what follows from them. */
  public static Derived from(Facts observed) {
    return new Derived(observed);
  }

  /**
   * Returns the facts with those that follow beside them. The source of one that follows is that of
   * what it follows from.
   */
  public Facts facts() {
    return all;
  }

  /** Returns whether something follows from a fact. */
  public boolean followsFrom(Fact fact) {
    return grounds.contains(fact);
  }

  private void take(Fact ground, Fact follows) {
    grounds.add(ground);
    following.merge(
        Address.of(follows),
        new Following(follows, observed.source(Address.of(ground))),
        (one, other) -> new Following(Outweighing.agreed(one.fact(), other.fact()), one.source()));
  }

  private Facts added() {
    List<Following> adding = new ArrayList<>();
    following.forEach(
        (address, follows) ->
            Outweighing.added(observed.fact(address), follows.fact())
                .ifPresent(fact -> adding.add(new Following(fact, follows.source()))));
    if (adding.isEmpty()) {
      return observed;
    }
    Facts.Builder builder = observed.toBuilder();
    for (Following added : adding) {
      added
          .source()
          .ifPresentOrElse(
              source -> builder.add(added.fact(), source), () -> builder.add(added.fact()));
    }
    return builder.build();
  }
}
