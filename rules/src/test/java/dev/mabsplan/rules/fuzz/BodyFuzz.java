package dev.mabsplan.rules.fuzz;

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

/** What is posted to the server: the first byte says where to, the rest is the body. */
public final class BodyFuzz {

  private static final String TOKEN = "0123456789abcdef";
  private static final List<String> PATHS =
      List.of("/api/v1/plan", "/api/v1/next", "/api/v1/why-not", "/page/plan", "/page/read");
  private static final int ITS_OWN_FAULT = 500;
  private static final PlanServer SERVER = started();

  private BodyFuzz() {}

  private static PlanServer started() {
    try {
      return PlanServer.start(Shipped.PLANNER, Language.ENGLISH, 0, TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() throws IOException {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Posts one body. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    String path = PATHS.get(Math.floorMod(input[0], PATHS.size()));
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(SERVER.origin() + path).toURL().openConnection();
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
