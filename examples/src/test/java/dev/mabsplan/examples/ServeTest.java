package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.Mabsplan;
import dev.mabsplan.engine.cli.serve.PlanServer;
import dev.mabsplan.engine.pack.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many ask at once, for seconds; {@code mvn -pl examples -am test -Dtest=ServeTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dserve.minutes=5} lets them ask for minutes. What came
 * of it stands in {@code target/serve.txt}.
 */
@Tag("slow")
class ServeTest {

  private static final String TOKEN = "0123456789abcdef";
  private static final int CLIENTS = 64;
  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final long MEBIBYTE = 1 << 20;
  private static final long MOST_GROWN = 32 * MEBIBYTE;

  private static Duration howLong() {
    int minutes = Integer.getInteger("serve.minutes", 0);
    return minutes > 0 ? Duration.ofMinutes(minutes) : USUAL;
  }

  private static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts"))) {
      List<String> cases = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        cases.add(Files.readString(file));
      }
      return cases;
    }
  }

  private static String plan(HttpClient client, PlanServer server, String facts)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.origin() + "/api/v1/plan"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + TOKEN)
            .POST(BodyPublishers.ofString(facts))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  @Test
  void manyGetThePlansThatOneGetsAndNothingPilesUp() throws Exception {
    List<String> cases = cases();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (PlanServer server = PlanServer.start(Planner.shipped(), Language.ENGLISH, 0, TOKEN)) {
      HttpClient one = HttpClient.newHttpClient();
      List<String> expected = new ArrayList<>();
      for (String facts : cases) {
        expected.add(plan(one, server, facts));
      }
      asked(threads, server, cases, expected, Duration.ofSeconds(2));
      long before = heap();

      long plans = asked(threads, server, cases, expected, howLong());

      long after = heap();
      String told =
          "%d clients, %d s, %d plans; heap before %.1f MiB, after %.1f MiB%n"
              .formatted(
                  CLIENTS,
                  howLong().toSeconds(),
                  plans,
                  1.0 * before / MEBIBYTE,
                  1.0 * after / MEBIBYTE);
      Files.writeString(Path.of("target", "serve.txt"), told);
      assertTrue(plans >= CLIENTS, told);
      assertTrue(after - before < MOST_GROWN, told);
    } finally {
      threads.shutdownNow();
    }
  }

  /** That it loads no rules is what {@code plan --serve} is for. */
  @Test
  void whoLetsItPlanLoadsNoRules() throws Exception {
    Path loaded = Files.createTempFile("mabsplan", ".classes");
    try (PlanServer server = PlanServer.start(Planner.shipped(), Language.ENGLISH, 0, TOKEN)) {
      Command alone = Command.run(Path.of(""), List.of(), "plan", "handed-over");
      Command served =
          Command.java(
              Path.of(""),
              List.of(
                  "-Xlog:class+load:file=" + loaded,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Mabsplan.class.getName(),
                  "plan",
                  "handed-over",
                  "--serve",
                  server.page().toString()));

      assertEquals(0, served.code(), served.err());
      assertEquals(alone.out(), served.out());
      List<String> classes = Files.readAllLines(loaded);
      assertTrue(classes.stream().anyMatch(line -> line.contains(Mabsplan.class.getName())));
      assertEquals(
          List.of(),
          classes.stream()
              .filter(
                  line ->
                      line.matches(
                          ".* (org\\.(drools|kie|snakeyaml|yaml)"
                              + "|dev\\.mabsplan\\.engine\\.(session|knowledge))\\..*"))
              .toList());
    } finally {
      Files.delete(loaded);
    }
  }

  /** Lets all clients ask, each beginning elsewhere, and returns how many plans they got. */
  private static long asked(
      ExecutorService threads,
      PlanServer server,
      List<String> cases,
      List<String> expected,
      Duration time)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Callable<Long>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int from = i;
      clients.add(
          () -> {
            HttpClient client = HttpClient.newHttpClient();
            long plans = 0;
            do {
              int next = (int) ((from + plans) % cases.size());
              assertEquals(expected.get(next), plan(client, server, cases.get(next)));
              plans++;
            } while (System.nanoTime() < end);
            return plans;
          });
    }
    long plans = 0;
    for (Future<Long> client : threads.invokeAll(clients)) {
      plans += client.get();
    }
    return plans;
  }

  /** What is in use once nothing can be thrown away any more. */
  private static long heap() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
