package dev.mabsplan.engine.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.session.RuleFailedException;
import dev.mabsplan.facts.fault.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Serves plans to pages and programs of this machine. */
public final class PlanServer implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 32;

  private final HttpServer server;
  private final ExecutorService connections = daemons(CONNECTIONS);
  private final ExecutorService workers =
      daemons(Math.max(2, Runtime.getRuntime().availableProcessors()));
  private final Gate gate;
  private final Routes routes;
  private final String token;

  private PlanServer(HttpServer server, Planner planner, Language language, String token) {
    this.server = server;
    this.token = token;
    this.gate = new Gate(token, server.getAddress().getPort());
    this.routes = new Routes(planner, language);
  }

  /**
   * Starts to serve on the loopback address.
   *
   * @param language the language of who does not ask for one
   * @param port the port; 0 for any that is free
   * @param token what a request must know
   * @throws IOException where the port is taken
   */
  public static PlanServer start(Planner planner, Language language, int port, String token)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    PlanServer started = new PlanServer(http, planner, language, token);
    http.setExecutor(started.connections);
    http.createContext("/", started::handle);
    http.start();
    return started;
  }

  private static ExecutorService daemons(int most) {
    return Executors.newFixedThreadPool(
        most,
        task -> {
          Thread thread = new Thread(task, "mabsplan-serve");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Returns the address of the page, with the token where no server and no log sees it. */
  public URI page() {
    return URI.create(origin() + "/#" + token);
  }

  /** Returns the address without anything behind it. */
  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Stops: what is being answered is answered, at most a second long. */
  @Override
  public void close() {
    server.stop(1);
    connections.shutdownNow();
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  /** A fault of our own is told as that, without what it was about. */
  private Answer answer(HttpExchange exchange) {
    try {
      gate.checkSender(exchange.getRequestHeaders());
      Routes.Route route =
          routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      if (!route.open()) {
        gate.checkToken(exchange.getRequestHeaders());
      }
      Request request =
          new Request(
              exchange.getRequestURI().getPath(),
              Request.query(Optional.ofNullable(exchange.getRequestURI().getRawQuery())),
              String.valueOf(exchange.getRequestHeaders().getFirst("Accept")),
              gate.body(exchange.getRequestBody()));
      return inTime(route, request);
    } catch (Refused e) {
      return e.answer();
    } catch (RuleFailedException e) {
      return new Refused(
              500,
              "A rule pack can't be used",
              e.faults().get(0).message(),
              e.faults().stream().map(Fault::message).toList())
          .answer();
    } catch (IOException e) {
      return new Refused(400, "Not read", "the request broke off").answer();
    } catch (RuntimeException e) {
      return new Refused(500, "A fault of mabsplan", "please report it: " + e.getClass().getName())
          .answer();
    }
  }

  private Answer inTime(Routes.Route route, Request request) {
    Future<Answer> answer = workers.submit(() -> route.answer().apply(request));
    try {
      return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new Refused(503, "Took too long", "leave out what is not about the failing backup");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(503, "Stopped", "mabsplan serve was stopped");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Content-Security-Policy", answer.policy());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
    headers.set(AnswerHeaders.VERSION, AnswerHeaders.version());
    answer.headers().forEach(headers::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
