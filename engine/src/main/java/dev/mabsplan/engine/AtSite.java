package dev.mabsplan.engine;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.finding.Problem;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.SiteUsed;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.engine.site.InvalidSiteException;
import dev.mabsplan.engine.site.Site;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A site's own say over plans, and what of it acted. */
final class AtSite {

  private final Site site;
  private final LocalDate today;
  private final RuleBase allRules;

  private AtSite(Site site, LocalDate today, RuleBase allRules) {
    this.site = site;
    this.today = today;
    this.allRules = allRules;
  }

  /**
   * Holds a site's say to what packs know.
   *
   * @param today the day for facts that say no time
   * @throws InvalidSiteException where it names what there is not
   */
  static AtSite of(Site site, LocalDate today, Knowledge knowledge, RuleBase rules) {
    List<Fault> faults = new ArrayList<>();
    site.remedies()
        .forEach(
            said -> known("remedy", said.remedy(), knowledge.remedies(), said.source(), faults));
    site.rulesOff()
        .forEach(said -> known("rule", said.rule(), rules.rules(), said.source(), faults));
    site.waivers()
        .forEach(
            said -> known("problem", said.problem(), knowledge.problems(), said.source(), faults));
    if (!faults.isEmpty()) {
      throw new InvalidSiteException(faults);
    }
    return new AtSite(site, today, rules);
  }

  private static void known(
      String what, String id, Collection<String> ids, Source source, List<Fault> faults) {
    if (!ids.contains(id)) {
      faults.add(
          new Fault(
              "a " + what + " that a rule pack knows, as topic/name",
              Fault.quote(id),
              source,
              Meant.hint(id, ids)));
    }
  }

  /** Returns facts in which the backup server has its name here, where they name none. */
  Facts named(Facts facts) {
    return site.named(facts);
  }

  /** Returns what packs know, with remedies weighed as here. */
  Knowledge over(Knowledge knowledge) {
    Map<String, Remedy> weighed = new HashMap<>();
    for (Site.Weighed said : site.remedies()) {
      knowledge
          .remedy(said.remedy())
          .map(
              remedy ->
                  remedy.weighed(
                      said.likelihood().orElse(remedy.likelihood()),
                      said.effort().orElse(remedy.effort())))
          .ifPresent(remedy -> weighed.put(remedy.id(), remedy));
    }
    return knowledge.with(weighed);
  }

  /** Returns rules without those that are switched off here. */
  RuleBase over(RuleBase rules) {
    RuleBase fewer = rules;
    for (Site.RuleOff off : site.rulesOff()) {
      fewer = fewer.without(off.rule());
    }
    return fewer;
  }

  /** Returns what was derived without the problems that are accepted here. */
  List<Derivation> unwaived(List<Derivation> derivations, Facts facts) {
    LocalDate day = day(facts);
    return derivations.stream()
        .filter(
            derivation ->
                !(derivation.finding() instanceof Problem problem
                    && waiver(problem, day).isPresent()))
        .toList();
  }

  private LocalDate day(Facts facts) {
    return facts.observedAt().map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC)).orElse(today);
  }

  private Optional<Site.Waiver> waiver(Problem problem, LocalDate day) {
    return site.waivers().stream()
        .filter(waiver -> waiver.isAbout(problem.id(), problem.server()) && waiver.holdsOn(day))
        .findFirst();
  }

  /**
   * Returns a plan that says what of all this acted.
   *
   * @param derived what was derived, with what is accepted here
   */
  Plan told(Plan plan, Facts facts, Collection<?> observed, List<Derivation> derived) {
    LocalDate day = day(facts);
    Set<String> remedies = plan.steps().stream().map(Step::remedy).collect(Collectors.toSet());
    SiteUsed used =
        new SiteUsed(
            site.name(),
            site.remedies().stream()
                .filter(said -> remedies.contains(said.remedy()))
                .map(
                    said ->
                        new SiteUsed.Weighed(
                            said.remedy(), said.likelihood(), said.effort(), said.because()))
                .toList(),
            silenced(observed),
            waived(derived, day),
            site.waivers().stream()
                .filter(waiver -> !waiver.holdsOn(day))
                .map(
                    waiver ->
                        new SiteUsed.Waived(
                            waiver.problem(), waiver.server(), waiver.until(), waiver.because()))
                .toList());
    return used.isEmpty() ? plan : plan.with(used);
  }

  private List<SiteUsed.Waived> waived(List<Derivation> derived, LocalDate day) {
    return derived.stream()
        .map(Derivation::finding)
        .filter(Problem.class::isInstance)
        .map(Problem.class::cast)
        .distinct()
        .flatMap(
            problem ->
                waiver(problem, day)
                    .map(
                        waiver ->
                            new SiteUsed.Waived(
                                problem.id(),
                                Optional.of(problem.server()),
                                waiver.until(),
                                waiver.because()))
                    .stream())
        .distinct()
        .sorted(
            Comparator.comparing(SiteUsed.Waived::problem)
                .thenComparing(waived -> waived.server().orElse("")))
        .toList();
  }

  private List<SiteUsed.Silenced> silenced(Collection<?> observed) {
    if (site.rulesOff().isEmpty()) {
      return List.of();
    }
    Set<String> fired =
        allRules.derive(observed).stream().map(Derivation::rule).collect(Collectors.toSet());
    return site.rulesOff().stream()
        .filter(off -> fired.contains(off.rule()))
        .map(off -> new SiteUsed.Silenced(off.rule(), off.because()))
        .toList();
  }
}
