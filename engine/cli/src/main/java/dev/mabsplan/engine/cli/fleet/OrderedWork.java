package dev.mabsplan.engine.cli.fleet;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Does the same to many things with several threads, and hands on what comes of them in their
 * order. Between being read and being handed on are never more of them than the window holds: where
 * writing is slow, reading waits.
 *
 * @param threads how many work
 * @param window how many things may be under way
 */
record OrderedWork(int threads, int window) {

  /** Where things come from; asked by one thread. */
  interface Source<T> {
    /** Returns the next, or nothing after the last. */
    Optional<T> next() throws IOException;
  }

  /** Where what comes of them goes; called by the thread that runs the work. */
  interface Sink<R> {
    void accept(R result) throws IOException;

    /** The next is not ready yet: a good time to let others see what there is. */
    void waiting() throws IOException;
  }

  /**
   * Works until the source is at its end.
   *
   * @throws IOException where reading or writing failed; no more is read then
   */
  <T, R> void run(Source<T> source, Function<T, R> work, Sink<R> sink) throws IOException {
    BlockingQueue<Future<Optional<R>>> underWay = new LinkedBlockingQueue<>();
    Semaphore free = new Semaphore(window);
    ExecutorService workers = Executors.newFixedThreadPool(threads, daemons("mabsplan-plans"));
    Thread reader =
        daemons("mabsplan-reads").newThread(() -> read(source, work, workers, free, underWay));
    reader.start();
    try {
      for (Optional<R> one = taken(underWay, sink); one.isPresent(); one = taken(underWay, sink)) {
        sink.accept(one.get());
        free.release();
      }
    } finally {
      reader.interrupt();
      workers.shutdownNow();
    }
  }

  /** Whoever waits for input that never comes keeps no program alive. */
  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private static <T, R> void read(
      Source<T> source,
      Function<T, R> work,
      ExecutorService workers,
      Semaphore free,
      BlockingQueue<Future<Optional<R>>> underWay) {
    try {
      while (true) {
        free.acquire();
        Optional<T> next = source.next();
        if (next.isEmpty()) {
          underWay.add(CompletableFuture.completedFuture(Optional.empty()));
          return;
        }
        T one = next.get();
        underWay.add(workers.submit(() -> Optional.of(work.apply(one))));
      }
    } catch (InterruptedException e) {
      // nobody waits for more
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      underWay.add(CompletableFuture.failedFuture(e));
    }
  }

  private static <R> Optional<R> taken(BlockingQueue<Future<Optional<R>>> underWay, Sink<R> sink)
      throws IOException {
    try {
      Future<Optional<R>> first = underWay.peek();
      if (first == null || !first.isDone()) {
        sink.waiting();
      }
      return underWay.take().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failed) {
        throw failed;
      }
      if (cause instanceof RuntimeException failed) {
        throw failed;
      }
      throw new IllegalStateException(cause);
    }
  }
}
