package dev.mabsplan.engine.why;

import dev.mabsplan.engine.Diagnosis;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.engine.session.NearMiss;
import dev.mabsplan.engine.symptom.ErrorText;
import dev.mabsplan.engine.why.WhyNot.Answer;
import dev.mabsplan.engine.why.WhyNot.Miss;
import dev.mabsplan.engine.why.WhyNot.Sort;
import dev.mabsplan.engine.why.WhyNot.Standing;
import dev.mabsplan.engine.why.WhyNot.Wanted;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers why something is not in the plan for facts. Made once for a case, asked as often as one
 * likes; immutable.
 */
public final class Doubter {

  /** What a person reads of what came near; more is farther off. */
  private static final int MOST_MISSES = 3;

  private static final int MOST_MESSAGES = 3;

  private static final Set<String> ASKING = Set.of("confirm", "missing", "needed", "judge");

  private final Planner planner;
  private final Knowledge knowledge;
  private final Facts facts;
  private final Language language;
  private final Plan plan;
  private final Set<String> fired;
  private final Collection<?> observed;

  private Doubter(Planner planner, Facts facts, Language language) {
    this.planner = planner;
    this.knowledge = Workshop.of(planner).knowledge();
    this.facts = facts;
    this.language = language;
    Diagnosis diagnosis = Workshop.of(planner).diagnose(facts);
    this.plan = diagnosis.plan(language);
    this.fired = diagnosis.fired();
    this.observed = Workshop.of(planner).observed(facts);
  }

  /** Makes one for a case. */
  public static Doubter of(Planner planner, Facts facts, Language language) {
    return new Doubter(planner, facts, language);
  }

  /** Returns the plan for the case. */
  public Plan plan() {
    return plan;
  }

  /** Returns the ids that can be asked about, sorted. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>(Workshop.of(planner).rules().rules());
    ids.addAll(knowledge.problems());
    ids.addAll(knowledge.remedies());
    knowledge.symptoms().map(KnownSymptom::id).forEach(ids::add);
    return ids;
  }

  /** Returns what was most likely meant by an id that nothing has. */
  public Optional<String> meant(String id) {
    return Optional.ofNullable(Meant.hint(id, ids()));
  }

  /** Answers about an id; nothing where no rule, problem, remedy or symptom has it. */
  public Optional<WhyNot> whyNot(String id) {
    List<Answer> answers =
        Stream.of(
                knowledge.remedy(id).map(remedy -> remedy(remedy.id())),
                knowledge.problem(id).map(problem -> problem(problem.id())),
                knowledge
                    .symptoms()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .map(this::symptom),
                Workshop.of(planner).rules().rule(id).map(this::rule))
            .flatMap(Optional::stream)
            .toList();
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(new WhyNot(id, answers, sources(answers)));
  }

  private Map<Address, Source> sources(List<Answer> answers) {
    Map<Address, Source> sources = new TreeMap<>();
    answers.stream()
        .flatMap(answer -> answer.misses().stream())
        .flatMap(miss -> miss.found().stream())
        .map(FactCited::address)
        .forEach(
            address -> facts.source(address).ifPresent(source -> sources.put(address, source)));
    return sources;
  }

  private Answer rule(KnownRule rule) {
    boolean there = fired.contains(rule.id());
    return answer(
        Sort.RULE,
        "",
        there ? Standing.THERE : Standing.NOT_THERE,
        List.of(rule.why()),
        List.of(),
        there ? List.of() : misses(rule.id(), List.of(rule.id())));
  }

  private Answer problem(String id) {
    List<Reason> reasons =
        plan.problems().stream()
            .filter(problem -> problem.id().equals(id))
            .flatMap(problem -> problem.reasons().stream())
            .toList();
    boolean there = plan.problems().stream().anyMatch(problem -> problem.id().equals(id));
    return answer(
        Sort.PROBLEM,
        words("problems", id),
        there ? Standing.THERE : Standing.NOT_THERE,
        texts(reasons),
        List.of(),
        there
            ? List.of()
            : misses(id, rules(call -> call.isProblem() && call.target().equals(id))));
  }

  private Answer remedy(String id) {
    String title = words("remedies", id);
    List<String> steps = new ArrayList<>();
    List<Reason> reasons = new ArrayList<>();
    plan.steps().stream()
        .filter(step -> step.remedy().equals(id))
        .forEach(
            step -> {
              steps.add(step.number());
              reasons.addAll(step.reasons());
            });
    if (!steps.isEmpty()) {
      return answer(Sort.REMEDY, title, Standing.THERE, texts(reasons), steps, List.of());
    }
    List<Reason> left =
        plan.excluded().stream()
            .filter(excluded -> excluded.remedy().equals(id))
            .flatMap(excluded -> excluded.reasons().stream())
            .toList();
    if (!left.isEmpty()) {
      return answer(Sort.REMEDY, title, Standing.LEFT_OUT, texts(left), List.of(), List.of());
    }
    List<String> askers =
        knowledge.problems().stream()
            .filter(problem -> knowledge.problem(problem).filter(asksFor(id)).isPresent())
            .toList();
    List<String> rules =
        rules(
            call ->
                (call.isProblem() && askers.contains(call.target()))
                    || (ASKING.contains(call.function()) && call.target().equals(id)));
    return new Answer(
        Sort.REMEDY,
        title,
        Standing.NOT_THERE,
        List.of(),
        List.of(),
        misses(id, rules),
        askers,
        Optional.empty());
  }

  private static Predicate<KnownProblem> asksFor(String remedy) {
    return problem -> problem.asksFor(remedy);
  }

  private Answer symptom(KnownSymptom symptom) {
    List<String> recognized =
        observed.stream()
            .filter(Symptom.class::isInstance)
            .map(Symptom.class::cast)
            .filter(one -> one.id().equals(symptom.id()))
            .map(one -> one.error().toString())
            .distinct()
            .toList();
    return new Answer(
        Sort.SYMPTOM,
        "",
        recognized.isEmpty() ? Standing.NOT_THERE : Standing.THERE,
        recognized,
        List.of(),
        List.of(),
        List.of(),
        recognized.isEmpty() ? Optional.of(wanted(symptom)) : Optional.empty());
  }

  private Wanted wanted(KnownSymptom symptom) {
    return new Wanted(
        numbers(symptom.ids()),
        numbers(symptom.genericIds()),
        symptom.codes().stream().sorted().toList(),
        symptom.names().stream().sorted().toList(),
        symptom.messages().stream().limit(MOST_MESSAGES).toList(),
        facts.errors().stream()
            .map(error -> ErrorText.of(error).headline())
            .filter(headline -> !headline.isBlank())
            .distinct()
            .toList());
  }

  private static List<String> numbers(Map<String, Set<Integer>> ids) {
    return new TreeMap<>(ids)
        .entrySet().stream()
            .flatMap(
                product ->
                    new TreeSet<>(product.getValue())
                        .stream().map(id -> product.getKey() + " " + id))
            .toList();
  }

  private List<String> rules(Predicate<Call> speaking) {
    return Workshop.of(planner).rules().known().stream()
        .filter(rule -> rule.calls().stream().anyMatch(speaking))
        .map(KnownRule::id)
        .toList();
  }

  /** Of rules that came equally near, those that speak of it themselves are told first. */
  private List<Miss> misses(String id, List<String> rules) {
    return Workshop.of(planner).rules().nearMisses(rules, observed).stream()
        .sorted(
            Comparator.comparingDouble((NearMiss near) -> -(double) near.met() / near.conditions())
                .thenComparing(near -> !speaksOf(near.rule(), id))
                .thenComparing(near -> !near.rule().topic().equals(topic(id))))
        .limit(MOST_MISSES)
        .map(Doubter::miss)
        .toList();
  }

  private static boolean speaksOf(KnownRule rule, String id) {
    return rule.calls().stream().anyMatch(call -> call.target().equals(id));
  }

  private static String topic(String id) {
    return id.substring(0, Math.max(0, id.indexOf('/')));
  }

  private static Miss miss(NearMiss near) {
    return new Miss(
        near.rule().id(),
        Source.of(near.rule().file(), near.rule().line()),
        near.rule().why(),
        near.rule().calls().stream().map(Call::target).findFirst().orElse(""),
        near.met(),
        near.conditions(),
        near.unmet(),
        near.found(),
        near.least());
  }

  private static Answer answer(
      Sort sort,
      String title,
      Standing standing,
      List<String> because,
      List<String> steps,
      List<Miss> misses) {
    return new Answer(sort, title, standing, because, steps, misses, List.of(), Optional.empty());
  }

  private static List<String> texts(Collection<Reason> reasons) {
    return reasons.stream().map(Reason::text).filter(text -> !text.isEmpty()).distinct().toList();
  }

  private String words(String section, String id) {
    String part = section.equals("problems") ? "" : "title";
    return knowledge.words(language, section, id, part).stream()
        .map(Doubter::withoutNames)
        .findFirst()
        .orElse(id);
  }

  /** What is not there has no server and no data source. */
  private static String withoutNames(Sentence sentence) {
    return sentence.fill(place -> "…");
  }
}
