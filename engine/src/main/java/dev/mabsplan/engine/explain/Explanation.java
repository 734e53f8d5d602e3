package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.finding.Symptom;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.Dropped;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.order.Supposed;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.plan.Catalogued;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.PackUsed;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One plan in the writing: an order, and the words for all of it. */
final class Explanation {

  private final Knowledge knowledge;
  private final Situation situation;
  private final Assessment assessment;
  private final StepOrder.Result order;
  private final Collection<Derivation> derivations;
  private final Wording wording;
  private final Numbering numbers;
  private final Context context;
  private final Questions questions;
  private final Problems problems;
  private final Steps steps;
  private final Exclusions exclusions;
  private final Candidates candidates;

  Explanation(
      Knowledge knowledge,
      Wording wording,
      Situation situation,
      Collection<Derivation> derivations,
      Assessment assessment,
      StepOrder.Result order) {
    this.knowledge = knowledge;
    this.situation = situation;
    this.derivations = derivations;
    this.assessment = assessment;
    this.order = order;
    this.wording = wording;
    this.numbers = new Numbering(order);
    this.context = new Context(situation, wording);
    this.questions = new Questions(knowledge, situation, wording, context, numbers);
    Reasons reasons = new Reasons(situation, wording, context);
    this.problems = new Problems(situation, wording, context, reasons);
    this.steps =
        new Steps(
            order,
            assessment,
            wording,
            context,
            numbers,
            questions,
            reasons,
            situation.openOperations());
    this.exclusions =
        new Exclusions(knowledge, situation, assessment, wording, context, numbers, reasons);
    this.candidates = new Candidates(wording, context, questions);
  }

  Plan plan(List<Supposed> supposed, UnusedFacts unused) {
    List<PlannedProblem> planned = order.cases().stream().map(problems::of).toList();
    List<Step> all = order.steps().stream().flatMap(steps::of).toList();
    List<Excluded> excluded = exclusions.all();
    List<UnexplainedError> unexplained = unexplained();
    return new Plan(
        wording.language(),
        situation.facts().observedAt(),
        planned,
        all,
        escalation(),
        excluded,
        questions.of(order, assessment),
        supposed.stream().map(candidates::of).toList(),
        unexplained,
        catalogued(),
        unused,
        knowledge.packs().stream()
            .map(pack -> new PackUsed(pack.id(), pack.version(), pack.digest()))
            .toList(),
        sources(planned, all, excluded, supposed, unexplained));
  }

  ShortPlan brief() {
    return new ShortPlan(
        wording.language(),
        order.cases().stream().map(problems::brief).toList(),
        order.steps().stream().flatMap(steps::brief).toList(),
        unexplained().size());
  }

  private Map<Address, Source> sources(
      List<PlannedProblem> problems,
      List<Step> steps,
      List<Excluded> excluded,
      List<Supposed> supposed,
      List<UnexplainedError> unexplained) {
    Stream<Reason> reasons =
        Stream.of(
                problems.stream().map(PlannedProblem::reasons),
                steps.stream().map(Step::reasons),
                excluded.stream().map(Excluded::reasons))
            .flatMap(all -> all)
            .flatMap(List::stream);
    Stream<Address> errors =
        Stream.of(
                problems.stream()
                    .flatMap(problem -> problem.recognizedBy().stream())
                    .map(Recognized::error),
                supposed.stream().map(one -> one.error().address()),
                unexplained.stream().map(UnexplainedError::error))
            .flatMap(all -> all);
    Map<Address, Source> sources = new TreeMap<>();
    Stream.concat(reasons.flatMap(r -> r.facts().stream()).map(FactCited::address), errors)
        .forEach(
            address ->
                situation
                    .facts()
                    .source(address)
                    .ifPresent(source -> sources.put(address, source)));
    return Collections.unmodifiableMap(sources);
  }

  private Optional<Escalation> escalation() {
    List<Situation.RecognizedError> unknown =
        situation.open().stream().filter(error -> !error.understood().explained()).toList();
    if (order.cases().isEmpty() && unknown.isEmpty()) {
      return Optional.empty();
    }
    List<Escalation.Section> sections = new ArrayList<>();
    for (int i = 0; i < order.cases().size(); i++) {
      Case found = order.cases().get(i);
      sections.add(
          new Escalation.Section(
              i + 1,
              problems.recognizedBy(found).stream().map(Recognized::headline).distinct().toList(),
              assessment.dropped().stream()
                  .filter(dropped -> found.equals(dropped.asker()))
                  .filter(
                      dropped ->
                          dropped.why() == Dropped.Why.FAILED || dropped.why() == Dropped.Why.DONE)
                  .filter(dropped -> dropped.follows().isEmpty())
                  .map(dropped -> dropped.remedy().id())
                  .distinct()
                  .sorted()
                  .toList()));
    }
    String backupServer =
        order.cases().isEmpty() ? concerned(unknown) : order.cases().get(0).backupServer();
    Map<String, String> values =
        Map.of(
            "backupServer", wording.server(backupServer), "server", wording.server(backupServer));
    List<String> ofAgent =
        context.isAgentServer(backupServer)
            ? wording.ofPack("escalation/agentServer", Values.of(values))
            : List.of();
    return Optional.of(
        new Escalation(
            numbers.afterLast(),
            wording.ofPack("escalation/title", Values.of(values)).stream().findFirst().orElse(""),
            ofAgent.isEmpty() ? wording.ofPack("escalation/send", Values.of(values)) : ofAgent,
            sections));
  }

  private String concerned(List<Situation.RecognizedError> unknown) {
    return unknown.stream()
        .flatMap(error -> situation.concerned(error, ServerRole.BACKUP_SERVER).stream())
        .map(Server::name)
        .findFirst()
        .orElse(Server.UNNAMED_BACKUP_SERVER);
  }

  /** No error is lost: what no rule and no hint speaks of is listed. */
  private List<UnexplainedError> unexplained() {
    Set<FactCited> cited = new HashSet<>();
    derivations.forEach(derivation -> cited.addAll(derivation.facts()));
    return situation.errors().stream()
        .filter(error -> !isExplained(error, cited) && !error.understood().onlyTold())
        .map(
            error ->
                new UnexplainedError(
                    error.address(),
                    error.text().headline(),
                    error.text().ids(),
                    error.text().codes()))
        .distinct()
        .toList();
  }

  private List<Catalogued> catalogued() {
    return situation.errors().stream()
        .filter(error -> error.understood().onlyTold())
        .flatMap(
            error ->
                error.understood().code().stream()
                    .map(code -> new Catalogued(error.address(), error.text().headline(), code)))
        .distinct()
        .toList();
  }

  /** What was recognised and then speaks to no rule explains nothing. */
  private static boolean isExplained(Situation.RecognizedError error, Set<FactCited> cited) {
    boolean hinted = !error.understood().hints().isEmpty() && error.understood().explained();
    return hinted
        || !error.stated().isEmpty()
        || error.symptoms().stream().anyMatch(symptom -> isCited(symptom, cited));
  }

  private static boolean isCited(Symptom symptom, Set<FactCited> cited) {
    return cited.contains(new FactCited(symptom.error(), symptom.id()));
  }
}
