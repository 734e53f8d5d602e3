package dev.mabsplan.engine.cli.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderedWorkTest {

  private static final int MANY = 1_000;

  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private OrderedWork.Source<Integer> numbers(int count) {
    return () -> {
      if (read.get() == count) {
        return Optional.empty();
      }
      int number = read.getAndIncrement();
      most.accumulateAndGet(number + 1 - written.get(), Math::max);
      return Optional.of(number);
    };
  }

  private interface Taking {
    void take(int number) throws IOException;
  }

  private OrderedWork.Sink<Integer> sink(Taking taking) {
    return new OrderedWork.Sink<>() {
      @Override
      public void accept(Integer number) throws IOException {
        taking.take(number);
        written.incrementAndGet();
      }

      @Override
      public void waiting() {
        // nothing is held back
      }
    };
  }

  @Test
  void manyThreadsKeepTheOrder() throws IOException {
    List<Integer> taken = new ArrayList<>();
    new OrderedWork(16, 64)
        .run(
            numbers(MANY),
            number -> {
              LockSupport.parkNanos(number * 7_919 % 13 * 50_000L);
              return number;
            },
            sink(taken::add));

    assertEquals(IntStream.range(0, MANY).boxed().toList(), taken);
  }

  @Test
  void aSlowWriterHoldsTheReaderBack() throws IOException {
    int window = 8;
    CountDownLatch full = new CountDownLatch(window);
    new OrderedWork(4, window)
        .run(
            () -> {
              full.countDown();
              return numbers(100).next();
            },
            number -> number,
            sink(
                number -> {
                  if (number == 0) {
                    wait(full);
                    assertEquals(window, read.get());
                  }
                }));

    assertEquals(100, written.get());
    assertTrue(most.get() <= window, () -> most + " were under way");
  }

  /** Until the reader has filled the window; then a while, in which it could read on. */
  private static void wait(CountDownLatch full) throws IOException {
    try {
      assertTrue(full.await(30, TimeUnit.SECONDS));
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static int lost(String why) throws IOException {
    throw new IOException(why);
  }

  @Test
  void whatFailsEndsTheWork() {
    OrderedWork work = new OrderedWork(2, 4);
    OrderedWork.Source<Integer> unreadable = () -> Optional.of(lost("unread"));
    OrderedWork.Sink<Integer> open = sink(number -> {});
    OrderedWork.Sink<Integer> full = sink(number -> lost("full"));

    assertThrows(IOException.class, () -> work.run(unreadable, number -> number, open), "unread");
    assertThrows(
        ArithmeticException.class, () -> work.run(numbers(MANY), number -> 1 / (number - 3), open));
    assertTrue(read.get() < MANY, () -> read + " were read");
    assertThrows(IOException.class, () -> work.run(numbers(MANY), number -> number, full), "full");
  }
}
