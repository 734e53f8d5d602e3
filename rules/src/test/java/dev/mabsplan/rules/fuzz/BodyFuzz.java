package dev.mabsplan.rules.fuzz;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.cli.serve.PlanServer;
import dev.mabsplan.engine.pack.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What is posted to the server: the first byte says where to, the rest is the body. What is read of
 * it is planned by rules of a few lines, and some by all that are shipped.
 */
public final class BodyFuzz {

  private static final String TOKEN = "0123456789abcdef";
  private static final List<String> PATHS =
      List.of("/api/v1/plan", "/api/v1/next", "/api/v1/why-not", "/page/plan", "/page/read");
  private static final int ITS_OWN_FAULT = 500;
  private static final PlanServer SERVER = started(OwnPack.planner());
  private static final PlanServer SHIPPED = started(Shipped.PLANNER);

  private BodyFuzz() {}

  private static PlanServer started(Planner planner) {
    try {
      return PlanServer.start(planner, Language.ENGLISH, 0, TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() throws IOException {
    whole("{}".getBytes(StandardCharsets.UTF_8));
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Posts one body. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    post(input, Sampled.is(input) ? SHIPPED : SERVER);
  }

  /** Posts one body to the server that has all rules. */
  static void whole(byte[] input) throws IOException {
    post(input, SHIPPED);
  }

  private static void post(byte[] input, PlanServer server) throws IOException {
    if (input.length == 0) {
      return;
    }
    String path = PATHS.get(Math.floorMod(input[0], PATHS.size()));
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(server.origin() + path).toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Authorization", "Bearer " + TOKEN);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    try (OutputStream body = connection.getOutputStream()) {
      body.write(Arrays.copyOfRange(input, 1, input.length));
    }
    int status = connection.getResponseCode();
    Expect.equal(true, status < ITS_OWN_FAULT, path + ": " + status);
    try (var answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      answer.readAllBytes();
    }
  }
}
