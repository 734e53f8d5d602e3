package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.order.Offer;
import dev.mabsplan.engine.order.Prescription;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.BasicCheck;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds remedies that come before one another in a circle, which no plan could put in order. What
 * comes before what follows from {@code requires}, {@code sequence}, {@code fallbackOf}, {@code
 * choice} and {@code retry}, and problems of different topics and packs can meet in one plan.
 *
 * <p>A link counts where some plan has it, given that both remedies are in it, so three things are
 * told apart as the order itself tells them apart. A retry follows what is certainly needed; it
 * follows what is to be tried only as long as nobody certainly needs the retry itself. Among rivals
 * nothing is certain by itself. And of a choice the best comes first: the mildest, then what is
 * confirmed, then the better ratio; every remedy that facts decide is in turn taken for confirmed,
 * where that changes which is best.
 *
 * <p>What needs more than that to become a circle is left to the order, which refuses it when it
 * meets it: several confirmations at once, evidence for one problem alone, a choice whose longer
 * part loses its riskiest remedy.
 */
final class CircleLint {

  private static final String CHOICE = "choice in the treatment of ";
  private static final String FALLBACK = "fallbackOf in the treatment of ";

  /** A remedy and, where it is so, that the link ends at it only while it is not certain. */
  private record Node(String remedy, boolean uncertain) implements Comparable<Node> {
    @Override
    public int compareTo(Node other) {
      int byName = remedy.compareTo(other.remedy);
      return byName != 0 ? byName : Boolean.compare(uncertain, other.uncertain);
    }
  }

  /** That one remedy comes before another, and what says so. */
  private record Link(Node from, Node to, String because, Supplier<Source> source) {}

  private final Map<String, Remedy> remedies = new TreeMap<>();
  private final Map<Node, Map<Node, Link>> links = new TreeMap<>();
  private final String confirmed;

  private CircleLint(Collection<Topic> topics, String confirmed) {
    this.confirmed = confirmed;
    topics.forEach(topic -> topic.remedies().forEach(one -> remedies.put(one.id(), one)));
    for (Topic topic : topics) {
      topic.remedies().forEach(remedy -> required(topic, remedy));
      topic.problems().stream()
          .filter(CircleLint::takesEachOnce)
          .forEach(problem -> new OfProblem(topic, problem, topics).add());
    }
  }

  /** Where one stands twice that is what is wrong, and the circle it makes is not. */
  private static boolean takesEachOnce(KnownProblem problem) {
    List<String> takes = problem.treatment().takes().map(Treatment.Take::remedy).toList();
    return takes.size() == Set.copyOf(takes).size();
  }

  /** Checks what comes before what in all topics. */
  static void check(Collection<Topic> topics, List<Fault> faults) {
    Map<Set<String>, Fault> found = new LinkedHashMap<>();
    CircleLint nothingConfirmed = new CircleLint(topics, "");
    nothingConfirmed.circles(found);
    for (String confirmed : nothingConfirmed.raised(topics)) {
      new CircleLint(topics, confirmed).circles(found);
    }
    found.forEach(
        (circle, fault) -> {
          // A longer way round the same remedies is broken where the shorter is.
          if (found.keySet().stream().noneMatch(other -> isInside(other, circle))) {
            faults.add(fault);
          }
        });
  }

  private static boolean isInside(Set<String> small, Set<String> large) {
    return small.size() < large.size() && large.containsAll(small);
  }

  /**
   * Returns the remedies that come before another of a choice only where facts confirm them. That
   * any other is confirmed makes no link that is not there without it.
   */
  private Set<String> raised(Collection<Topic> topics) {
    Set<String> raised = new TreeSet<>();
    for (Topic topic : topics) {
      topic.problems().forEach(problem -> raised(problem, problem.treatment(), raised));
    }
    return raised;
  }

  private void raised(KnownProblem problem, Treatment treatment, Set<String> raised) {
    treatment.parts().forEach(part -> raised(problem, part, raised));
    if (treatment instanceof Treatment.Choice) {
      List<List<Prescription>> options = offered(problem, treatment);
      for (int i = 1; i < options.size(); i++) {
        Remedy first = options.get(i).get(0).remedy();
        if (Offer.riskiest(options.get(i)) == Offer.riskiest(options.get(i - 1))
            && first.decision() instanceof Decision.ByFacts) {
          raised.add(first.id());
        }
      }
    }
  }

  private void required(Topic topic, Remedy remedy) {
    for (int i = 0; i < remedy.requires().size(); i++) {
      String index = String.valueOf(i);
      Supplier<Source> source = () -> topic.line("remedies", remedy.id(), "requires", index);
      link(remedy.requires().get(i), true, new Node(remedy.id(), false), "required", source);
    }
  }

  /**
   * Adds a link.
   *
   * @param whileUncertain whether it is there also where the first of the two is not certain
   */
  private void link(
      String from, boolean whileUncertain, Node to, String because, Supplier<Source> source) {
    if (from.equals(to.remedy())) {
      return;
    }
    List<Node> ends = new ArrayList<>(List.of(new Node(from, false)));
    if (whileUncertain) {
      ends.add(new Node(from, true));
    }
    for (Node end : ends) {
      links
          .computeIfAbsent(end, node -> new TreeMap<>())
          .putIfAbsent(to, new Link(end, to, because, source));
    }
  }

  private static List<String> remedies(Treatment treatment) {
    return treatment.takes().map(Treatment.Take::remedy).toList();
  }

  private static List<String> remedies(Collection<Prescription> way) {
    return way.stream().map(one -> one.remedy().id()).toList();
  }

  /** The links that one problem makes. */
  private final class OfProblem {
    private final Topic topic;
    private final KnownProblem problem;
    private final Collection<Topic> topics;
    private final List<Treatment.Take> takes;
    private final Set<String> canBeCertain = new LinkedHashSet<>();
    private final Set<String> canBeUncertain = new LinkedHashSet<>();

    /** Those of a choice that can be no more than tried although they are the best. */
    private final Set<String> uncertainAsBest = new LinkedHashSet<>();

    /** What is no more than tried as long as another remedy of the problem is there. */
    private final Map<String, Set<String>> triedAfter = new HashMap<>();

    OfProblem(Topic topic, KnownProblem problem, Collection<Topic> topics) {
      this.topic = topic;
      this.problem = problem;
      this.topics = topics;
      this.takes = problem.treatment().takes().toList();
    }

    void add() {
      statuses(problem.treatment(), false, false, false);
      treatment(problem.treatment());
      for (Treatment.Take take : takes) {
        String fallbackOf = take.fallbackOf();
        if (fallbackOf != null) {
          takes(fallbackOf, take.remedy(), FALLBACK);
        }
      }
      retry();
    }

    /** Works out which remedies can be certain, and which can be no more than tried. */
    private void statuses(
        Treatment treatment, boolean amongRivals, boolean chosen, boolean weakened) {
      if (treatment instanceof Treatment.Take take) {
        Remedy remedy = remedies.get(take.remedy());
        if (remedy != null) {
          boolean always = remedy.decision() instanceof Decision.Always;
          boolean byFacts = remedy.decision() instanceof Decision.ByFacts;
          if (byFacts || (always && !amongRivals)) {
            canBeCertain.add(take.remedy());
          }
          boolean open = !always && !take.remedy().equals(confirmed);
          boolean tried = (always && amongRivals) || take.fallbackOf() != null;
          if (open || tried || weakened) {
            uncertainAsBest.add(take.remedy());
          }
          if (open || tried || weakened || chosen) {
            canBeUncertain.add(take.remedy());
          }
        }
        return;
      }
      boolean rivals = treatment instanceof Treatment.Rivals && treatment.parts().size() > 1;
      boolean choice = treatment instanceof Treatment.Choice && treatment.parts().size() > 1;
      boolean after = weakened;
      for (Treatment part : treatment.parts()) {
        statuses(part, amongRivals || rivals, chosen || choice, after);
        after |=
            treatment instanceof Treatment.Sequence
                && part.takes().anyMatch(take -> canBeUncertain.contains(take.remedy()));
      }
    }

    private void treatment(Treatment treatment) {
      treatment.parts().forEach(this::treatment);
      if (treatment instanceof Treatment.Sequence) {
        for (int i = 0; i < treatment.parts().size(); i++) {
          for (Treatment later : treatment.parts().subList(i + 1, treatment.parts().size())) {
            parts(
                remedies(treatment.parts().get(i)),
                remedies(later),
                "sequence in the treatment of ");
          }
        }
      } else if (treatment instanceof Treatment.Choice) {
        List<List<Prescription>> options = offered(problem, treatment);
        for (int i = 0; i < options.size(); i++) {
          for (List<Prescription> other : options.subList(i + 1, options.size())) {
            parts(remedies(options.get(i)), remedies(other), CHOICE);
          }
        }
      }
    }

    private void parts(List<String> before, List<String> after, String shape) {
      before.forEach(first -> after.forEach(second -> takes(first, second, shape)));
    }

    private void takes(String first, String second, String shape) {
      boolean best = shape.equals(CHOICE);
      if (best || shape.equals(FALLBACK)) {
        triedAfter.computeIfAbsent(second, remedy -> new HashSet<>()).add(first);
      }
      link(
          first,
          (best ? uncertainAsBest : canBeUncertain).contains(first),
          new Node(second, false),
          shape + problem.id(),
          () -> written(second));
    }

    private Source written(String remedy) {
      return WrittenTake.of(topic, problem).stream()
          .filter(take -> take.remedy().equals(remedy))
          .map(WrittenTake::source)
          .findFirst()
          .orElseGet(() -> topic.line("problems", problem.id()));
    }

    /** What is certain comes before the retry; the rest only where nothing is. */
    private void retry() {
      String retry = problem.retry();
      if (retry == null) {
        return;
      }
      Supplier<Source> source = () -> topic.line("problems", problem.id(), "retry");
      String because = "the retry of " + problem.id();
      for (Treatment.Take take : takes) {
        String remedy = take.remedy();
        if (canBeCertain.contains(remedy)
            && !triedAfter.getOrDefault(remedy, Set.of()).contains(retry)) {
          link(remedy, false, new Node(retry, false), because, source);
        }
        if (canBeUncertain.contains(remedy) && !problem.retryAlone()) {
          link(remedy, true, new Node(retry, true), because, source);
        }
      }
      for (Topic other : topics) {
        for (BasicCheck check : other.checks()) {
          if (check.bearsOn(problem.operations())
              && takes.stream().noneMatch(take -> take.remedy().equals(check.remedy()))) {
            link(check.remedy(), false, new Node(retry, false), because, source);
          }
        }
        other.problems().stream()
            .filter(cause -> cause.retry() == null && cause.sharesOperationWith(problem))
            .flatMap(cause -> cause.treatment().takes())
            .filter(take -> !(decision(take.remedy()) instanceof Decision.Trial))
            .forEach(take -> link(take.remedy(), false, new Node(retry, false), because, source));
      }
    }

    private Decision decision(String remedy) {
      return known(remedy).map(Remedy::decision).orElseGet(Decision.Trial::new);
    }
  }

  /** Returns the options of a choice as the order would offer them, the best first. */
  private List<List<Prescription>> offered(KnownProblem problem, Treatment choice) {
    return choice.parts().stream()
        .map(part -> supposed(problem, part))
        .filter(way -> !way.isEmpty())
        .sorted(Offer.BEST_FIRST)
        .toList();
  }

  /** Remedies that nobody knows are a fault of their own, and in no order. */
  private List<Prescription> supposed(KnownProblem problem, Treatment treatment) {
    if (treatment instanceof Treatment.Choice) {
      return offered(problem, treatment).stream().flatMap(List::stream).toList();
    }
    return treatment instanceof Treatment.Take take
        ? known(take.remedy())
            .map(remedy -> Offer.supposed(problem, remedy, status(remedy)))
            .stream()
            .toList()
        : treatment.parts().stream().flatMap(part -> supposed(problem, part).stream()).toList();
  }

  private Status status(Remedy remedy) {
    return remedy.id().equals(confirmed) ? Status.CONFIRMED : Status.TRY;
  }

  private Optional<Remedy> known(String remedy) {
    return Optional.ofNullable(remedies.get(remedy));
  }

  /** Adds the shortest circle through each remedy that is in one. */
  private void circles(Map<Set<String>, Fault> found) {
    Set<Node> left = new TreeSet<>(links.keySet());
    while (left.removeIf(node -> targets(node).stream().noneMatch(left::contains))) {
      // What leads nowhere is in no circle, and what led there may now lead nowhere.
    }
    for (Node start : left) {
      List<Link> circle = shortest(start);
      if (!circle.isEmpty() && around(circle).size() == circle.size()) {
        found.computeIfAbsent(around(circle), remedies -> fault(circle));
      }
    }
  }

  private Set<Node> targets(Node node) {
    return links.getOrDefault(node, Map.of()).keySet();
  }

  private List<Link> shortest(Node start) {
    Map<Node, Link> reached = new HashMap<>();
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && !reached.containsKey(start)) {
      Node node = open.remove();
      for (Link link : links.getOrDefault(node, Map.of()).values()) {
        if (reached.putIfAbsent(link.to(), link) == null) {
          open.add(link.to());
        }
      }
    }
    List<Link> circle = new ArrayList<>();
    Link last = reached.get(start);
    while (last != null) {
      circle.add(last);
      last = last.from().equals(start) ? null : reached.get(last.from());
    }
    Collections.reverse(circle);
    return circle;
  }

  private static Set<String> around(List<Link> circle) {
    return circle.stream().map(link -> link.from().remedy()).collect(Collectors.toSet());
  }

  private static Fault fault(List<Link> circle) {
    String found =
        circle.stream()
            .map(
                link ->
                    link.from().remedy()
                        + " before "
                        + link.to().remedy()
                        + " ("
                        + link.because()
                        + ", "
                        + link.source().get()
                        + ")")
            .collect(Collectors.joining(", "));
    return new Fault(
        "remedies that come before one another in a line",
        "a circle: " + found,
        circle.get(0).source().get(),
        "take one of these out, or turn it round");
  }
}
