package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.fault.Fault;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds {@code requires} to what it can do: it orders two remedies of one plan and brings neither
 * into it. So what a remedy requires of its own topic must have a way into the plan: a treatment
 * that has both, a basic check, or a problem that facts show by themselves. A remedy of another
 * topic has problems of its own there, and comes first where one of them is found as well.
 */
final class RequiresLint {

  private final List<Topic> topics;
  private final Set<String> byThemselves = new HashSet<>();
  private final List<Fault> faults;

  private RequiresLint(List<Topic> topics, List<Fault> faults) {
    this.topics = topics;
    this.faults = faults;
    for (Topic topic : topics) {
      topic.checks().forEach(check -> byThemselves.add(check.remedy()));
      topic.problems().stream()
          .filter(problem -> problem.retry() == null)
          .flatMap(RequiresLint::remedies)
          .forEach(byThemselves::add);
    }
  }

  /**
   * Checks what remedies require.
   *
   * @param faults takes what no plan would have beside them
   */
  static void check(Collection<Topic> topics, List<Fault> faults) {
    RequiresLint lint = new RequiresLint(List.copyOf(topics), faults);
    for (Topic topic : lint.topics) {
      topic.remedies().forEach(remedy -> lint.required(topic, remedy));
    }
  }

  private static Stream<String> remedies(KnownProblem problem) {
    return Stream.concat(
        Stream.ofNullable(problem.retry()), problem.treatment().takes().map(take -> take.remedy()));
  }

  private void required(Topic topic, Remedy remedy) {
    List<KnownProblem> askers =
        topics.stream()
            .flatMap(one -> one.problems().stream())
            .filter(problem -> problem.asksFor(remedy.id()))
            .toList();
    for (int i = 0; i < remedy.requires().size(); i++) {
      String required = remedy.requires().get(i);
      if (isOf(topic, required)
          && !byThemselves.contains(required)
          && !askers.isEmpty()
          && askers.stream().noneMatch(problem -> problem.asksFor(required))) {
        lacking(topic, remedy, i, askers.get(0));
      }
    }
  }

  private void lacking(Topic topic, Remedy remedy, int index, KnownProblem problem) {
    String required = remedy.requires().get(index);
    faults.add(
        new Fault(
            required
                + " in the treatment of "
                + problem.id()
                + ", since "
                + remedy.id()
                + " requires it",
            "nothing that brings it into the plan",
            topic.line("remedies", remedy.id(), "requires", String.valueOf(index)),
            "requires only orders: write treatment: {sequence: ["
                + required
                + ", …]} there, or make"
                + " it a basic check, or a problem of its own with retry: none"));
  }

  private static boolean isOf(Topic topic, String id) {
    return topic.remedies().stream().anyMatch(remedy -> remedy.id().equals(id));
  }
}
