package dev.mabsplan.engine.foresight;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.compare.PlanDifference;
import dev.mabsplan.engine.compare.PlanGist;
import dev.mabsplan.engine.compare.PlanGist.Step;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Folder;
import dev.mabsplan.facts.FolderPurpose;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks ahead from a plan: plans again with each answer to its questions, as often as a bound
 * allows. Not for several threads at once.
 */
public final class Foresight {

  /** Some tenths of a second, for a case with one error. */
  private static final int MOST_PLANS = 600;

  /** Where so much was reported, one plan takes as long as anybody waits. */
  private static final int MOST_REPORTED = 100;

  private final Planner planner;
  private final RuleBase rules;
  private final Facts facts;
  private final Plan plan;
  private final PlanGist now;
  private final Shape shape;
  private int left;

  /** What was found of an answer already: several questions may ask for one fact. */
  private final Map<Address, Foreseen> known = new LinkedHashMap<>();

  private Foresight(Planner planner, Facts facts, Plan plan) {
    this.planner = planner;
    this.rules = Workshop.of(planner).rules();
    this.facts = facts;
    this.plan = plan;
    this.now = PlanGist.of(plan);
    this.shape = Shape.of(now);
    this.left = most(plan.problems().size() + facts.errors().size());
  }

  /** A plan takes longer the more was reported. */
  private static int most(int reported) {
    return reported > MOST_REPORTED ? 0 : MOST_PLANS / Math.max(1, reported / 2);
  }

  /** What is done, in which order and how surely: what answers are told apart by. */
  private record Shape(List<List<Object>> problems, List<List<Object>> steps) {

    static Shape of(PlanGist gist) {
      return new Shape(
          gist.problems().stream()
              .map(one -> List.<Object>of(one.id(), one.server(), one.dataSource()))
              .toList(),
          gist.steps().stream()
              .map(one -> List.<Object>of(one.id(), one.number(), one.status(), one.items()))
              .toList());
    }
  }

  /** An answer and what it comes to. */
  private record Tried(Choice choice, PlanGist after, Shape shape) {}

  /** What the answers of one fact come to. */
  private record Foreseen(Address fact, List<Tried> tried, boolean whole) {}

  /**
   * Returns what the answers to some questions of a plan would make of it, in their order.
   *
   * @param facts those that the plan was made of
   * @param questions questions of the plan
   */
  public static List<Outlook> of(
      Planner planner, Facts facts, Plan plan, Collection<Question> questions) {
    Foresight foresight = new Foresight(planner, facts, plan);
    List<Outlook> alone = questions.stream().map(foresight::alone).toList();
    return alone.stream().map(foresight::together).toList();
  }

  /**
   * Returns what it would make of a plan to say that an error is one of its candidates, in their
   * order; fewer where the bound allows no more.
   *
   * @param facts those that the plan was made of
   * @param candidates candidates of the plan
   */
  public static List<Prospect> ofCandidates(
      Planner planner, Facts facts, Plan plan, Collection<Candidate> candidates) {
    Foresight foresight = new Foresight(planner, facts, plan);
    return candidates.stream().flatMap(candidate -> foresight.settled(candidate).stream()).toList();
  }

  private Optional<Prospect> settled(Candidate candidate) {
    Choice choice = Choice.is(candidate.problem());
    return planned(facts.withSettled(candidate.error(), candidate.problem()))
        .map(after -> prospect(candidate.error(), List.of(choice), after));
  }

  private Outlook alone(Question question) {
    List<Prospect> prospects = new ArrayList<>();
    boolean whole = true;
    for (Address fact : question.facts()) {
      Foreseen foreseen = foreseen(fact);
      whole &= foreseen.whole();
      prospects.addAll(prospects(foreseen));
    }
    return new Outlook(question, prospects, List.of(), whole);
  }

  private Foreseen foreseen(Address fact) {
    Foreseen found = known.get(fact);
    if (found == null) {
      found = tried(fact);
      known.put(fact, found);
    }
    return found;
  }

  private Foreseen tried(Address fact) {
    Choices choices = Choices.of(fact, rules.comparedWith(fact));
    List<Tried> tried = new ArrayList<>();
    for (Choice choice : choices.all()) {
      with(facts, fact, choice)
          .flatMap(this::planned)
          .ifPresent(after -> tried.add(of(choice, after)));
    }
    return new Foreseen(fact, tried, choices.whole() && tried.size() == choices.all().size());
  }

  private static Tried of(Choice choice, PlanGist after) {
    return new Tried(choice, after, Shape.of(after));
  }

  /** Returns the plan for other facts; nothing where it was planned often enough. */
  private Optional<PlanGist> planned(Facts otherwise) {
    if (left == 0) {
      return Optional.empty();
    }
    left--;
    return Optional.of(PlanGist.of(planner.plan(otherwise, plan.language())));
  }

  /** What comes to the same is told once. */
  private List<Prospect> prospects(Foreseen foreseen) {
    Map<Shape, List<Tried>> alike = new LinkedHashMap<>();
    for (Tried tried : foreseen.tried()) {
      alike.computeIfAbsent(tried.shape(), same -> new ArrayList<>()).add(tried);
    }
    return alike.values().stream()
        .map(
            same ->
                prospect(
                    foreseen.fact(),
                    joined(same.stream().map(Tried::choice).toList()),
                    same.get(0).after()))
        .toList();
  }

  /** Where a rule makes a difference that here comes to nothing, there is no bound. */
  private static List<Choice> joined(List<Choice> choices) {
    List<Choice> joined = new ArrayList<>();
    for (Choice choice : choices) {
      int last = joined.size() - 1;
      Optional<Choice> both = last < 0 ? Optional.empty() : joined.get(last).joined(choice);
      if (both.isPresent()) {
        joined.set(last, both.get());
      } else {
        joined.add(choice);
      }
    }
    return joined;
  }

  private Prospect prospect(Address fact, List<Choice> choices, PlanGist after) {
    return new Prospect(
        fact,
        choices,
        !Shape.of(after).equals(shape),
        PlanDifference.between(now, after),
        first(after).filter(step -> !step.id().equals(first(now).map(Step::id).orElse(""))));
  }

  private static Optional<Step> first(PlanGist gist) {
    return gist.steps().stream().findFirst();
  }

  /** Where an answer does nothing alone, another fact that a rule looks at too may be missing. */
  private Outlook together(Outlook alone) {
    if (alone.changesSomething()) {
      return alone;
    }
    List<Joint> joints = new ArrayList<>();
    boolean all = true;
    for (Address fact : alone.question().facts()) {
      all &= rules.mostDemandsBeside(fact) <= 1;
      for (Address other : others(fact)) {
        for (Tried one : foreseen(fact).tried()) {
          for (Tried more : foreseen(other).tried()) {
            Optional<Facts> both =
                with(facts, fact, one.choice()).flatMap(first -> with(first, other, more.choice()));
            Optional<PlanGist> after = both.flatMap(this::planned);
            all &= after.isPresent() || both.isEmpty();
            after
                .filter(gist -> !Shape.of(gist).equals(shape))
                .filter(gist -> !Shape.of(gist).equals(more.shape()))
                .map(
                    gist ->
                        new Joint(
                            fact,
                            one.choice(),
                            other,
                            more.choice(),
                            prospect(fact, List.of(one.choice()), gist)))
                .ifPresent(joints::add);
          }
        }
      }
    }
    return new Outlook(alone.question(), alone.prospects(), joints, alone.whole() && all);
  }

  /** Returns the other unknown facts that a rule looks at together with one. */
  private List<Address> others(Address fact) {
    return plan.questions().stream()
        .flatMap(question -> question.facts().stream())
        .distinct()
        .filter(other -> !other.equals(fact) && other.kind().isPresent())
        .filter(other -> rules.looksAtBoth(fact, other))
        .toList();
  }

  /** Returns facts with an answer; nothing where it can't be put among them. */
  private static Optional<Facts> with(Facts facts, Address address, Choice choice) {
    try {
      return Optional.of(facts.toBuilder().add(fact(facts, address, choice)).build());
    } catch (InvalidFactsException | IllegalArgumentException e) {
      // a name that is not known itself, or that only stands for many
      return Optional.empty();
    }
  }

  private static Fact fact(Facts facts, Address address, Choice choice) {
    FactKind kind = address.kind().orElseThrow(IllegalArgumentException::new);
    String server = address.server().orElse(Server.UNNAMED_BACKUP_SERVER);
    boolean named = address.keys().size() == RecordShape.of(kind).keys().size();
    if (!named || address.keys().stream().anyMatch(key -> key.contains("?") || key.endsWith("*"))) {
      throw new IllegalArgumentException("nobody named " + address);
    }
    boolean presence = choice.kind() == Choice.Kind.THERE || choice.kind() == Choice.Kind.NOT_THERE;
    FactPlace place =
        new FactPlace(
            kind, address.keys(), presence ? Optional.of("present") : address.component());
    if (!place.isPurpose()) {
      return place.with(server, choice.sample());
    }
    List<String> names =
        facts.facts().stream()
            .filter(place::byPurpose)
            .filter(fact -> fact.server().equalsIgnoreCase(server))
            .flatMap(fact -> Address.of(fact).keys().stream())
            .limit(1)
            .toList();
    return used(
        place.named(names.isEmpty() ? place.keys() : names).with(server, choice.sample()),
        place.keys().get(0));
  }

  /** A volume or folder that is named by what it is used for. */
  private static Fact used(Fact fact, String purpose) {
    if (fact instanceof Volume volume) {
      return volume.withPurposes(Set.copyOf(named(VolumePurpose.values(), purpose).toList()));
    }
    return fact instanceof Folder folder
        ? named(FolderPurpose.values(), purpose)
            .findFirst()
            .<Fact>map(folder::withPurpose)
            .orElse(folder)
        : fact;
  }

  private static <E extends Enum<E>> Stream<E> named(E[] constants, String word) {
    return Arrays.stream(constants).filter(constant -> Camel.word(constant).equals(word));
  }
}
