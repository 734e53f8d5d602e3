package dev.mabsplan.engine.cli.option;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that is begun before its result is needed: most machines can do two things at once. */
public final class Ahead {

  private Ahead() {}

  /** Begins with work, which nobody need wait for. */
  public static <T> FutureTask<T> begin(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "mabsplan-ahead");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Waits for a result; what the work threw is thrown here. */
  public static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (e.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
