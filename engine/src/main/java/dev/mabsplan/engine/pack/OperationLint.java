package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Nearest;
import dev.mabsplan.facts.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds operations that are misspelled. An operation is a free word: a check may name one that no
 * problem has, so as to be asked about in no other plan. But two that are nearly the same are meant
 * to be the same, and then the one that is written less often is wrong.
 */
final class OperationLint {

  private static final int A_SLIP = 2;

  private OperationLint() {}

  /** Checks the operations of problems and checks of all topics. */
  static void check(Collection<Topic> topics, List<Fault> faults) {
    Map<String, List<Source>> written = new TreeMap<>();
    for (Topic topic : topics) {
      for (KnownProblem problem : topic.problems()) {
        Source source = topic.line("problems", problem.id(), "operation");
        written.computeIfAbsent(problem.operation(), o -> new ArrayList<>()).add(source);
      }
    }
    for (Topic topic : topics) {
      for (int i = 0; i < topic.checks().size(); i++) {
        int index = 0;
        for (String operation : topic.checks().get(i).operations()) {
          Source source =
              topic.lines().at("checks", String.valueOf(i), "operations", String.valueOf(index++));
          written.computeIfAbsent(operation, o -> new ArrayList<>()).add(source);
        }
      }
    }
    written.forEach((operation, sources) -> slips(operation, sources, written, faults));
  }

  private static void slips(
      String operation,
      List<Source> sources,
      Map<String, List<Source>> written,
      List<Fault> faults) {
    written.entrySet().stream()
        .filter(other -> near(operation, other.getKey()))
        .filter(other -> rarer(operation, sources, other.getKey(), other.getValue()))
        .max(Comparator.comparingInt(other -> other.getValue().size()))
        .ifPresent(
            other -> {
              for (Source source : sources) {
                faults.add(
                    new Fault(
                        "an operation as others write it, such as at " + other.getValue().get(0),
                        "\"" + operation + "\"",
                        source,
                        "did you mean \"" + other.getKey() + "\"?"));
              }
            });
  }

  private static boolean near(String operation, String other) {
    int allowed = Math.min(A_SLIP, Math.min(operation.length(), other.length()) / 3);
    return !operation.equals(other) && Nearest.distance(operation, other) <= allowed;
  }

  private static boolean rarer(
      String operation, List<Source> sources, String other, List<Source> others) {
    return sources.size() < others.size()
        || (sources.size() == others.size() && later(sources.get(0), others.get(0)))
        || (sources.size() == others.size()
            && sources.get(0).equals(others.get(0))
            && operation.compareTo(other) > 0);
  }

  /** Of two that are written equally often, the one that stands first counts. */
  private static boolean later(Source one, Source other) {
    return Comparator.comparing(Source::file)
            .thenComparingInt(Source::line)
            .thenComparingInt(Source::column)
            .compare(one, other)
        > 0;
  }
}
