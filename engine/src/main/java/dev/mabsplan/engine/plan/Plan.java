package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ordered remediation plan. The same facts and rule packs give an equal plan, whatever the order
 * of the facts; only where they were read may differ.
 *
 * @param language the language of its sentences; ids, commands and product messages are in none
 * @param observedAt when the facts were observed, where the document says
 * @param problems what is wrong, most urgent first
 * @param steps what to do, in order
 * @param escalation what to do where no step helped; nothing where there is no problem
 * @param excluded remedies that were left out, and why
 * @param questions facts that are worth finding out, most useful first
 * @param candidates what errors may be in which nothing decides, the likeliest first
 * @param unexplained errors that no rule explains
 * @param catalogued errors of which the product's public catalogue says that nothing is to be
 *     mended
 * @param unused facts that no rule looks at
 * @param packs the rule packs it was made with
 * @param sources where the facts and errors that it names were read; those that come from a program
 *     have none
 * @param site what a site's own say changed; nothing where there is none, or it changed nothing
 */
public record Plan(
    Language language,
    Optional<Instant> observedAt,
    List<PlannedProblem> problems,
    List<Step> steps,
    Optional<Escalation> escalation,
    List<Excluded> excluded,
    List<Question> questions,
    List<Candidate> candidates,
    List<UnexplainedError> unexplained,
    List<Catalogued> catalogued,
    UnusedFacts unused,
    List<PackUsed> packs,
    Map<Address, Source> sources,
    Optional<SiteUsed> site) {

  /** Makes a plan in which no site has a say of its own. */
  public Plan(
      Language language,
      Optional<Instant> observedAt,
      List<PlannedProblem> problems,
      List<Step> steps,
      Optional<Escalation> escalation,
      List<Excluded> excluded,
      List<Question> questions,
      List<Candidate> candidates,
      List<UnexplainedError> unexplained,
      List<Catalogued> catalogued,
      UnusedFacts unused,
      List<PackUsed> packs,
      Map<Address, Source> sources) {
    this(
        language,
        observedAt,
        problems,
        steps,
        escalation,
        excluded,
        questions,
        candidates,
        unexplained,
        catalogued,
        unused,
        packs,
        sources,
        Optional.empty());
  }

  /** Returns where a fact or an error that the plan names was read. */
  public Optional<Source> source(Address address) {
    return Optional.ofNullable(sources.get(address));
  }

  /**
   * Returns the same plan without its sources, as it is whatever the order of the facts in their
   * files.
   */
  public Plan withoutSources() {
    return with(Map.of(), site);
  }

  /** Returns the same plan without the sources that are places in one file. */
  public Plan withoutSourcesIn(String file) {
    Map<Address, Source> others = new LinkedHashMap<>(sources);
    others.values().removeIf(source -> source.file().equals(file));
    return with(others, site);
  }

  /** Returns the same plan with what a site's own say changed in it. */
  public Plan with(SiteUsed used) {
    return with(sources, Optional.of(used));
  }

  private Plan with(Map<Address, Source> read, Optional<SiteUsed> used) {
    return new Plan(
        language,
        observedAt,
        problems,
        steps,
        escalation,
        excluded,
        questions,
        candidates,
        unexplained,
        catalogued,
        unused,
        packs,
        read,
        used);
  }

  /** Returns whether there is nothing to do, to find out or to explain. */
  public boolean isEmpty() {
    return problems.isEmpty()
        && steps.isEmpty()
        && questions.isEmpty()
        && candidates.isEmpty()
        && unexplained.isEmpty();
  }
}
