package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Evidence;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Need;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.facts.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules derived, by what it is about; in whatever order it was derived. */
final class Conclusions {

  private static final Comparator<Problem> PROBLEMS =
      Comparator.comparing(Problem::id)
          .thenComparing(Problem::server)
          .thenComparing(Problem::dataSource, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<Derivation> BY_RULE =
      Comparator.comparing(Derivation::rule)
          .thenComparing(Derivation::facts, Conclusions::inTurn)
          .thenComparing(d -> d.finding().toString());

  private final List<Derivation> all;

  /** What says something of a remedy, by the remedy. */
  private final Map<String, List<Derivation>> ofRemedies = new HashMap<>();

  Conclusions(Collection<Derivation> derivations) {
    this.all = derivations.stream().sorted(BY_RULE).distinct().toList();
    for (Derivation derivation : all) {
      String remedy =
          derivation.finding() instanceof Evidence evidence
              ? evidence.remedy()
              : derivation.finding() instanceof Need need ? need.remedy() : null;
      if (remedy != null) {
        ofRemedies.computeIfAbsent(remedy, id -> new ArrayList<>()).add(derivation);
      }
    }
  }

  private static int inTurn(List<FactCited> some, List<FactCited> others) {
    for (int i = 0; i < some.size() && i < others.size(); i++) {
      int byFact = some.get(i).compareTo(others.get(i));
      if (byFact != 0) {
        return byFact;
      }
    }
    return Integer.compare(some.size(), others.size());
  }

  /** Returns the problems, sorted by id, with all that each follows from. */
  Map<Problem, List<Derivation>> problems() {
    Map<Problem, List<Derivation>> problems = new TreeMap<>(PROBLEMS);
    for (Derivation derivation : all) {
      if (derivation.finding() instanceof Problem problem) {
        problems.computeIfAbsent(problem, p -> new ArrayList<>()).add(derivation);
      }
    }
    return problems;
  }

  /**
   * Returns what speaks of a remedy on a server, for a case or, where there is none, for anybody.
   */
  Findings findings(Remedy remedy, @Nullable Case asker, String server) {
    List<Derivation> told = ofRemedies.getOrDefault(remedy.id(), List.of());
    if (told.isEmpty()) {
      return Findings.NONE;
    }
    List<Derivation> inapplicable = new ArrayList<>();
    List<Derivation> needed = new ArrayList<>();
    List<Derivation> satisfied = new ArrayList<>();
    Map<String, List<Derivation>> missing = new TreeMap<>();
    Map<String, List<Derivation>> met = new TreeMap<>();
    Map<String, List<Derivation>> unknown = new TreeMap<>();
    List<Derivation> open = new ArrayList<>();
    for (Derivation derivation : told) {
      if (derivation.finding() instanceof Evidence evidence
          && holds(evidence.problem(), evidence.server(), asker, server)) {
        switch (evidence.verdict()) {
          case CONFIRMED -> needed.add(derivation);
          case SATISFIED -> satisfied.add(derivation);
          case INAPPLICABLE -> inapplicable.add(derivation);
          case OPEN -> open.add(derivation);
        }
      } else if (derivation.finding() instanceof Need need
          && holds(need.problem(), need.server(), asker, server)) {
        switch (need.state()) {
          case MET -> met.computeIfAbsent(need.item(), i -> new ArrayList<>()).add(derivation);
          case MISSING ->
              missing.computeIfAbsent(need.item(), i -> new ArrayList<>()).add(derivation);
          case UNKNOWN ->
              unknown.computeIfAbsent(need.item(), i -> new ArrayList<>()).add(derivation);
        }
      }
    }
    unknown.keySet().removeAll(met.keySet());
    unknown.keySet().removeAll(missing.keySet());
    List<String> items = new ArrayList<>(missing.keySet());
    if (remedy.floors() && !items.isEmpty()) {
      items = List.of(items.stream().max(Comparator.comparing(Version::parse)).orElseThrow());
    }
    items.forEach(item -> needed.addAll(missing.getOrDefault(item, List.of())));
    if (missing.isEmpty()) {
      met.values().forEach(satisfied::addAll);
    }
    return new Findings(
        inapplicable,
        needed,
        satisfied,
        items,
        List.copyOf(unknown.keySet()),
        Stream.concat(open.stream(), unknown.values().stream().flatMap(List::stream)).toList());
  }

  private static boolean holds(
      @Nullable Problem problem, @Nullable String of, @Nullable Case asker, String server) {
    return problem == null ? server.equals(of) : asker != null && problem.equals(asker.problem());
  }
}
