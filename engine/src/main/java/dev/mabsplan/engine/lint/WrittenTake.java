package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One remedy of a treatment, and where it is written.
 *
 * @param remedy its id
 * @param fallbackOf the remedy that must have been tried or excluded before, or null
 * @param source where it is written
 */
record WrittenTake(String remedy, @Nullable String fallbackOf, Source source) {

  /** Returns the remedies of a problem's treatment, in the order of the file. */
  static List<WrittenTake> of(Topic topic, KnownProblem problem) {
    List<WrittenTake> takes = new ArrayList<>();
    add(topic, problem, problem.treatment(), List.of("treatment"), takes);
    return takes;
  }

  private static void add(
      Topic topic,
      KnownProblem problem,
      Treatment treatment,
      List<String> path,
      List<WrittenTake> takes) {
    if (treatment instanceof Treatment.Take take) {
      Source source = topic.line("problems", problem.id(), path.toArray(String[]::new));
      takes.add(new WrittenTake(take.remedy(), take.fallbackOf(), source));
    }
    String shape = treatment.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    for (int i = 0; i < treatment.parts().size(); i++) {
      List<String> below =
          Stream.concat(path.stream(), Stream.of(shape, String.valueOf(i))).toList();
      add(topic, problem, treatment.parts().get(i), below, takes);
    }
  }
}
