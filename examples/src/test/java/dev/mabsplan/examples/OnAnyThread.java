package dev.mabsplan.examples;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.gathered.Facts;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * A program that builds planners as a container's beans do: on its first thread, in the common
 * pool, whose threads see the application's own class path only, and on a thread that has no loader
 * of its own. Prints a line for each, and, where arguments say so, what else they name.
 */
public final class OnAnyThread {

  private OnAnyThread() {}

  private static String steps() {
    Facts facts =
        Facts.builder()
            .error(ReportedError.ofId(3106).withServer("FS01").withDataSource("D:\\"))
            .build();
    return Planner.shipped().plan(facts).steps().stream()
        .map(step -> step.number() + " " + step.id())
        .collect(Collectors.joining(", "));
  }

  public static void main(String[] args) throws Exception {
    System.out.println(steps());
    System.out.println(CompletableFuture.supplyAsync(OnAnyThread::steps).get());
    FutureTask<String> task = new FutureTask<>(OnAnyThread::steps);
    Thread bare = new Thread(task);
    bare.setContextClassLoader(null);
    bare.start();
    System.out.println(task.get());
    System.out.println(Arrays.toString(args));
  }
}
