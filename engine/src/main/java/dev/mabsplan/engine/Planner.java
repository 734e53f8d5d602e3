package dev.mabsplan.engine;

import dev.mabsplan.engine.explain.Explainer;
import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.lint.CheckedPacks;
import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.engine.order.Assessment;
import dev.mabsplan.engine.order.Assessor;
import dev.mabsplan.engine.order.StepOrder;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackFolder;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.engine.site.InvalidSiteException;
import dev.mabsplan.engine.site.Site;
import dev.mabsplan.engine.symptom.KnownMessages;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.derived.Derived;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Owner;
import dev.mabsplan.facts.input.Probes;
import dev.mabsplan.facts.privacy.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Derives remediation plans from facts. Rules of packs that a build compiled are read, others are
 * compiled, which takes seconds; planning takes about a millisecond once warm. A planner is
 * immutable and safe to use from many threads: every plan is a function of its facts and of the
 * rule packs, and of nothing else.
 *
 * <pre>{@code
 * Planner planner = Planner.shipped();
 * Plan plan = planner.plan(FactsDocument.read(Path.of("facts.json"), planner.messages()));
 * plan.steps().forEach(step -> show(step.number(), step.title()));
 * }</pre>
 */
public final class Planner {

  private final Knowledge knowledge;
  private final RuleBase rules;
  private final Recognizer recognizer;
  private final Explainer explainer;
  private final Optional<AtSite> site;

  /** Made when somebody asks; twice where two threads ask at once. */
  private volatile @Nullable Messages messages;

  private Planner(
      Knowledge knowledge, RuleBase rules, Recognizer recognizer, Optional<AtSite> site) {
    this.site = site;
    this.knowledge = knowledge;
    this.rules = rules;
    this.recognizer = recognizer;
    this.explainer = new Explainer(knowledge);
  }

  /**
   * Returns a planner with the rule packs of the class path.
   *
   * @throws InvalidPackException where a pack is not as it must be, or there is none
   */
  public static Planner shipped() {
    return withPacks(List.of());
  }

  /**
   * Returns a planner with the rule packs of the class path and those in folders.
   *
   * @param folders folders that hold a {@code pack.yaml}
   * @throws InvalidPackException where a pack is not as it must be, or there is none
   */
  public static Planner withPacks(List<Path> folders) {
    return withPacks(folders, Set.of());
  }

  /**
   * Returns a planner with the rule packs of the class path and those in folders, but for some and
   * what builds on them.
   *
   * @param folders folders that hold a {@code pack.yaml}
   * @param without ids of packs to do without, such as {@code families}
   * @throws InvalidPackException where a pack is not as it must be, or there is none, or none of
   *     that id
   */
  public static Planner withPacks(List<Path> folders, Set<String> without) {
    List<PackFolder> packs = packs(folders);
    return CompiledPacks.beside(CompiledPacks.loader())
        .flatMap(compiled -> CompiledPacks.planner(compiled, packs, without))
        .orElseGet(() -> compiled(packs, without));
  }

  /** Returns the packs of the class path and those in folders, unread. */
  static List<PackFolder> packs(List<Path> folders) {
    List<PackFolder> packs = new ArrayList<>(PackFiles.folders(CompiledPacks.loader()));
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new InvalidPackException(
            List.of(
                new Fault(
                    "a folder that holds a pack.yaml",
                    Files.exists(folder) ? "a file" : "nothing there",
                    Source.of(folder.toString()),
                    null)));
      }
      packs.add(PackFiles.folder(folder));
    }
    return packs;
  }

  private static Planner compiled(List<PackFolder> packs, Set<String> without) {
    List<PackFiles> files = packs.stream().map(pack -> pack.files().get()).toList();
    return ofFiles(PackFiles.without(files, without));
  }

  /**
   * Returns a planner with the rule packs of the class path, but for some and what builds on them.
   *
   * @param packs their ids, such as {@code families}
   * @throws InvalidPackException where a pack is not as it must be, or there is none, or none of
   *     that id
   */
  public static Planner without(String... packs) {
    return withPacks(List.of(), Set.of(packs));
  }

  /**
   * Returns a planner with the rule packs in the given files and no others.
   *
   * @throws InvalidPackException with all that {@link Lint#check} finds wrong with them, or where
   *     there is none
   */
  public static Planner ofFiles(Collection<PackFiles> files) {
    List<Fault> faults = new ArrayList<>();
    List<RulePack> packs = files.stream().map(one -> PackReader.read(one, faults)).toList();
    if (!faults.isEmpty()) {
      throw new InvalidPackException(Lint.check(files));
    }
    return of(packs);
  }

  /**
   * Returns a planner with the given rule packs and no others.
   *
   * @throws InvalidPackException where they are not as they must be, or there is none
   */
  static Planner of(Collection<RulePack> packs) {
    if (packs.isEmpty()) {
      throw new InvalidPackException(
          List.of(
              new Fault(
                  "a rule pack on the class path, such as mabsplan-rules",
                  "none",
                  null,
                  "add the artifact, or name a folder with a pack.yaml")));
    }
    CheckedPacks checked = CheckedPacks.of(packs);
    RuleBase rules = checked.compiled();
    return of(new Knowledge(checked.packs()), rules);
  }

  static Planner of(Knowledge knowledge, RuleBase rules) {
    Recognizer recognizer = Recognizer.of(knowledge, rules.meanings());
    return new Planner(knowledge, rules, recognizer, Optional.empty());
  }

  /**
   * Returns a planner in which a site has its own say.
   *
   * @param today the day on which waivers are held to facts that say no time
   * @throws InvalidSiteException where the site speaks of remedies, rules or problems that no pack
   *     knows
   */
  public Planner at(Site place, LocalDate today) {
    AtSite say = AtSite.of(place, today, knowledge, rules);
    return new Planner(say.over(knowledge), say.over(rules), recognizer, Optional.of(say));
  }

  /**
   * Returns facts in which the backup server has the name that it has at the site, where they name
   * none and the site names one. They are what to plan for, and to keep.
   */
  public Facts named(Facts facts) {
    return site.map(say -> say.named(facts)).orElse(facts);
  }

  /** Returns a planner that knows the same and has other rules, for seeing who misses one. */
  Planner with(RuleBase others) {
    return new Planner(knowledge, others, recognizer, site);
  }

  /**
   * Makes a plan in English.
   *
   * @throws InvalidFactsException where an attempt or an error names a remedy or a problem that no
   *     pack knows
   */
  public Plan plan(Facts facts) {
    return plan(facts, Language.ENGLISH);
  }

  /**
   * Makes a plan.
   *
   * @throws InvalidFactsException where an attempt or an error names a remedy or a problem that no
   *     pack knows
   */
  public Plan plan(Facts facts, Language language) {
    return diagnose(facts).plan(language);
  }

  /**
   * Lets the rules run over facts.
   *
   * @throws InvalidFactsException where an attempt or an error names a remedy or a problem that no
   *     pack knows
   */
  Diagnosis diagnose(Facts facts) {
    Reasoned reasoned = reason(facts);
    return new Diagnosis(
        explainer,
        reasoned.situation(),
        reasoned.derivations(),
        reasoned.assessment(),
        reasoned.order(),
        new Supposing(knowledge, rules, reasoned.situation(), reasoned.order().cases()).all(),
        unused(facts, reasoned.all()),
        plan ->
            site.map(
                    say ->
                        say.told(
                            plan, facts, reasoned.situation().observed(), reasoned.derivations()))
                .orElse(plan));
  }

  /**
   * Makes a plan in short: its problems and steps are those of {@link #plan(Facts, Language)}, at
   * less cost.
   *
   * @throws InvalidFactsException where an attempt or an error names a remedy or a problem that no
   *     pack knows
   */
  public ShortPlan shortPlan(Facts facts, Language language) {
    Reasoned reasoned = reason(facts);
    return explainer.shortPlan(
        reasoned.situation(),
        reasoned.derivations(),
        reasoned.assessment(),
        reasoned.order(),
        language);
  }

  /** What follows from facts, before anybody asks what else they could mean. */
  private record Reasoned(
      Derived all,
      Situation situation,
      List<Derivation> derivations,
      Assessment assessment,
      StepOrder.Result order) {}

  private Reasoned reason(Facts facts) {
    checkReferences(facts);
    Derived all = Derived.from(facts);
    Situation situation = Situation.of(all.facts(), recognizer);
    List<Derivation> derived = rules.derive(situation.observed());
    // what is accepted is no problem, and explains the error it was reported as all the same
    List<Derivation> derivations = site.map(say -> say.unwaived(derived, facts)).orElse(derived);
    Assessment assessment = Assessor.assess(knowledge, situation, derivations);
    return new Reasoned(all, situation, derived, assessment, StepOrder.of(assessment));
  }

  /** Returns what rules see of facts: the facts themselves, and the symptoms that errors are. */
  Collection<?> observed(Facts facts) {
    return Situation.of(Derived.from(facts).facts(), recognizer).observed();
  }

  /** Returns what the rule packs know. */
  Knowledge knowledge() {
    return knowledge;
  }

  /**
   * Reads what somebody handed over: facts documents, native output of Windows and DPM, folders and
   * ZIP archives of such. Takes no message of the packs for a secret, and their word for what an
   * answer means.
   *
   * @return the facts, and a remark on each thing that was not understood
   * @throws InvalidFactsException where nothing is at a path, a limit is passed, a facts document
   *     is not as it must be, or facts contradict each other and none is newer
   */
  public Imported read(Path... paths) {
    return Bundle.read(
        List.of(paths),
        Optional.empty(),
        Optional.empty(),
        messages(),
        Probes.later(knowledge::answers));
  }

  /**
   * Reads one file that somebody handed over, like {@link #read(Path...)}.
   *
   * @param name what to call it in remarks
   * @param content its bytes
   * @param owner the server it is of, where that is known
   * @return the facts, and a remark on each thing that was not understood
   * @throws InvalidFactsException where it is nothing that can be read, or not as it must be
   */
  public Imported read(String name, byte[] content, Optional<Owner> owner) {
    return Bundle.read(
        name, content, owner, Optional.empty(), messages(), Probes.later(knowledge::answers));
  }

  /**
   * Returns a text that somebody copied as an error that was reported: without what is secret in
   * it, and by the backup server that it names.
   */
  public ReportedError reported(String text) {
    return PastedError.of(ReportedError.ofText(text), "pasted", messages()).error();
  }

  /**
   * Returns the messages that the rule packs know, for reading facts: where "Change passphrase:" is
   * followed by one, that is no passphrase.
   */
  public Messages messages() {
    Messages known = messages;
    if (known == null) {
      known = KnownMessages.of(knowledge);
      messages = known;
    }
    return known;
  }

  /** Returns the rules. */
  RuleBase rules() {
    return rules;
  }

  private void checkReferences(Facts facts) {
    List<Fault> faults = new ArrayList<>();
    for (ReportedError error : facts.errors()) {
      String is = error.is();
      if (is != null && recognizer.meaning(is).isEmpty()) {
        faults.add(
            new Fault(
                "a problem that an error can be, as topic/name",
                "\"" + is + "\"",
                facts.source(facts.addressOf(error)).orElse(null),
                Meant.hint(is, knowledge.problems())));
      }
    }
    for (Attempt attempt : facts.attempts()) {
      if (knowledge.remedy(attempt.remedy()).isEmpty()) {
        faults.add(
            unknown(
                facts,
                attempt,
                "a remedy",
                attempt.remedy(),
                titled(attempt.remedy())
                    .map(id -> "did you mean \"" + id + "\"?")
                    .orElseGet(() -> Meant.hint(attempt.remedy(), knowledge.remedies()))));
      }
      String problem = attempt.problem();
      if (problem != null && knowledge.problem(problem).isEmpty()) {
        faults.add(
            unknown(
                facts, attempt, "a problem", problem, Meant.hint(problem, knowledge.problems())));
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidFactsException(faults);
    }
  }

  /** Who reads a plan knows a remedy by its title. */
  private Optional<String> titled(String title) {
    for (RulePack pack : knowledge.packs()) {
      for (Topic topic : pack.topics()) {
        for (Remedy remedy : topic.remedies()) {
          boolean same =
              topic.words().values().stream()
                  .flatMap(
                      words ->
                          words.listAt("remedies/" + topic.nameOf(remedy.id()) + "/title").stream())
                  .anyMatch(sentence -> sentence.text().equalsIgnoreCase(title.strip()));
          if (same) {
            return Optional.of(remedy.id());
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Fault unknown(
      Facts facts, Attempt attempt, String expected, String found, @Nullable String hint) {
    return new Fault(
        expected + " that a rule pack knows, as topic/name",
        "\"" + found + "\"",
        facts.source(Address.of(attempt)).orElse(null),
        hint);
  }

  private UnusedFacts unused(Facts facts, Derived all) {
    WatchedKeys watched = rules.watchedKeys();
    SortedMap<String, Integer> counts = new TreeMap<>();
    List<UnusedFacts.Slip> slips = new ArrayList<>();
    List<Address> others = new ArrayList<>();
    for (Fact fact : facts.facts()) {
      if (!watched.looksAt(fact) && !all.followsFrom(fact)) {
        counts.merge(FactKind.of(fact.getClass()).property(), 1, Integer::sum);
        Optional<String> near = watched.nearest(fact);
        if (near.isPresent()) {
          slips.add(new UnusedFacts.Slip(Address.of(fact), near.get()));
        } else if (others.size() < UnusedFacts.MOST_NAMED) {
          // facts are in the order of their addresses
          others.add(Address.of(fact));
        }
      }
    }
    return new UnusedFacts(others, Collections.unmodifiableSortedMap(counts), slips);
  }
}
