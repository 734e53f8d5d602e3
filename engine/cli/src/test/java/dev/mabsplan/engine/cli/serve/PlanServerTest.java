package dev.mabsplan.engine.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.Detail;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.site.SiteReader;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Serves plans of the pack {@code tiny} over HTTP. */
class PlanServerTest {

  private static final String TOKEN = "0123456789abcdef";
  private static final String REPORTED =
      """
      {"servers": [{"name": "MABS01", "role": "backupServer"}], "errors": [{"id": 4242}]}
      """;
  private static final int FROM_THREADS = 16;
  private static final int PLANS_OF_A_THREAD = 25;

  private static final Planner PLANNER = Planner.shipped();
  private static final List<PlanServer> RUNNING = new ArrayList<>();

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    RUNNING.add(PlanServer.start(PLANNER, Language.ENGLISH, 0, TOKEN));
  }

  @AfterAll
  static void stop() {
    RUNNING.forEach(PlanServer::close);
  }

  private static PlanServer server() {
    return RUNNING.get(0);
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server().origin() + path))
        .timeout(Duration.ofSeconds(60));
  }

  private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return sent(to(path).header("Authorization", "Bearer " + TOKEN));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return sent(
        to(path).header("Authorization", "Bearer " + TOKEN).POST(BodyPublishers.ofString(body)));
  }

  private static String said(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private static void refused(int status, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(response.body().contains("\"status\": " + status), response.body());
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
  }

  /** Returns a text of an object, as it is meant. */
  private static String text(String json, String name) {
    Node.Mapping object = (Node.Mapping) JsonReader.read("answer", json);
    return ((Node.Scalar) Objects.requireNonNull(object.get(name))).text();
  }

  @Test
  void thePlanIsTheOneOfTheCommand() throws Exception {
    String expected =
        PlanJson.write(
            PLANNER.plan(FactsDocument.parse(REPORTED), Language.SWEDISH).withoutSources(),
            Detail.ALL);

    assertEquals(expected, said(post("/api/v1/plan?lang=sv", REPORTED)));
  }

  @Test
  void anAnswerComesBackWithTheFactsAndThePlanThatFollow() throws Exception {
    String turn = said(post("/api/v1/next", REPORTED));
    assertTrue(turn.contains("\"kind\": \"step\""), turn);

    String next = said(post("/api/v1/next?step=1&outcome=failed", REPORTED));

    assertTrue(next.contains("\"outcome\": \"failed\""), next);
    assertTrue(next.contains("tape/change-cable"), next);
    refused(400, post("/api/v1/next?step=77&outcome=failed", REPORTED));
    refused(400, post("/api/v1/next?step=1&outcome=maybe", REPORTED));
    refused(400, post("/api/v1/next?is=tape/silent", REPORTED));
  }

  @Test
  void whyNotIsAnsweredToProgramsAndPeople() throws Exception {
    String path = "/api/v1/why-not?id=tape/driver-stopped";
    assertTrue(said(post(path, REPORTED)).contains("\"sort\": \"rule\""));
    String people =
        said(
            sent(
                to(path + "&lang=sv")
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Accept", "text/plain")
                    .POST(BodyPublishers.ofString(REPORTED))));
    assertTrue(people.startsWith("Regeln tape/driver-stopped"), people);
    refused(404, post("/api/v1/why-not?id=tape/none", REPORTED));
    refused(400, post("/api/v1/why-not", REPORTED));
    refused(400, post(path + "&lang=xx", REPORTED));
  }

  @Test
  void rulesAreShown() throws Exception {
    assertTrue(said(get("/api/v1/rules/tape/driver-stopped")).contains("\"drl\""));
    refused(404, get("/api/v1/rules/tape/none"));
  }

  @Test
  void whoOnlyLooksWhetherItServesNeedsNoToken() throws Exception {
    assertTrue(said(sent(to("/healthz"))).contains("\"ok\""));
    String description = said(sent(to("/openapi.json")));
    JsonReader.read("openapi.json", description);
    assertTrue(description.contains("\"openapi\": \"3.1.0\""));
    assertTrue(description.contains("facts") && !description.contains("\"@"), "schemas");
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/json; charset=utf-8",
    "text, text/plain; charset=utf-8",
    "markdown, text/markdown; charset=utf-8",
    "html, text/html; charset=utf-8"
  })
  void aPlanComesInTheFormThatIsAskedFor(String form, String type) throws Exception {
    HttpResponse<String> plan = post("/api/v1/plan?detail=all&form=" + form, REPORTED);

    assertFalse(said(plan).isBlank());
    assertEquals(type, plan.headers().firstValue("Content-Type").orElse(""));
    assertEquals("steps", plan.headers().firstValue(AnswerHeaders.STANDING).orElse(""));
    assertEquals(
        AnswerHeaders.version(), plan.headers().firstValue(AnswerHeaders.VERSION).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "form=pdf",
    "detail=much",
    "form=text&columns=9",
    "input=folder",
    "input=file&since=x",
    "input=found",
    "input=found&text=9999",
    "input=found&text=-1"
  })
  void whatIsNotThereToChooseIsRefused(String query) throws Exception {
    refused(400, post("/api/v1/plan?" + query, REPORTED));
  }

  /** The page holds the facts by the names of the site, so that every answer speaks of them. */
  @Test
  void aSiteNamesTheBackupServerForThePageAndForPrograms() throws Exception {
    Planner there =
        PLANNER.at(
            SiteReader.read("site.yaml", "site: contoso\nservers: {backupServer: DPM7}\n"),
            LocalDate.EPOCH);
    try (PlanServer at = PlanServer.start(there, Language.ENGLISH, 0, TOKEN)) {
      String unnamed = "{\"errors\": [{\"id\": 4242}]}";
      for (String path :
          List.of("/api/v1/plan", "/api/v1/plan?input=file", "/api/v1/next", "/page/plan")) {
        String answer =
            said(
                sent(
                    HttpRequest.newBuilder(URI.create(at.origin() + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(BodyPublishers.ofString(unnamed))));
        assertTrue(answer.contains("DPM7"), path + ": " + answer);
      }
    }
  }

  @Test
  void whatEachAnswerWouldDoIsSaid() throws Exception {
    String questions = said(post("/api/v1/questions", REPORTED));
    assertTrue(questions.contains("questions.v1.schema.json"), questions);
    assertTrue(questions.contains("TapeDriver"), questions);
    String next = said(post("/api/v1/next", REPORTED));
    assertTrue(next.contains("\"worthAsking\""), next);
  }

  @Test
  void thePageHoldsNothingAndMayOnlyAskWhereItCameFrom() throws Exception {
    HttpResponse<String> page = sent(to("/?lang=sv"));
    assertTrue(said(page).contains("<html lang=\"sv\">"), page.body());
    assertFalse(page.body().contains(TOKEN) || page.body().contains("@{"), page.body());
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertTrue(policy.contains("connect-src 'self'") && !policy.contains("unsafe"), policy);
    assertEquals(List.of(), page.headers().allValues("Access-Control-Allow-Origin"));
    assertEquals(server().origin() + "/#" + TOKEN, server().page().toString());
  }

  @Test
  void pastedAndDroppedIsReadAndChangesAreMarked() throws Exception {
    String first = said(post("/page/read?facts=2", "{}An error with ID 4242"));
    assertTrue(text(first, "html").contains("ID 4242"), first);
    assertEquals("", text(first, "difference"));

    String output =
        """
        SERVICE_NAME: TapeDriver
                TYPE               : 10  WIN32_OWN_PROCESS
                STATE              : 1  STOPPED
        """;
    int length = REPORTED.getBytes(StandardCharsets.UTF_8).length;
    String path = "/page/read?name=driver.zip&facts=" + length;
    byte[] body = joined(REPORTED.getBytes(StandardCharsets.UTF_8), zip("MABS01/sc.txt", output));
    String second =
        said(
            sent(
                to(path)
                    .header("Authorization", "Bearer " + TOKEN)
                    .POST(BodyPublishers.ofByteArray(body))));

    assertTrue(text(second, "facts").contains("\"stopped\""), second);
    assertTrue(second.contains("\"step-"), second);
    assertFalse(text(second, "difference").isEmpty());
    assertTrue(text(second, "html").contains("driver.zip"), second);
    assertFalse(text(second, "html").contains("request:"), second);
    String named = said(post("/page/read?server=FS07:protectedServer&facts=2", "{}" + output));
    assertTrue(text(named, "facts").contains("FS07"), named);
    refused(400, post("/page/read?server=FS07:king&facts=2", "{}" + output));
    refused(400, post("/page/read?facts=9999", "{}x"));
    refused(400, post("/page/read?facts=2&name=x.bin", "{}\u0000\u0001"));
  }

  private static byte[] zip(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(one);
    bytes.writeBytes(other);
    return bytes.toByteArray();
  }

  @Test
  void whatFactsHoldIsTextAndNothingElse() throws Exception {
    String name = "<script>alert(1)</script>\\\"'&\\u202e" + "x".repeat(10_000);
    String facts =
        """
        {"servers": [{"name": "MABS01", "role": "backupServer",
          "services": [{"name": "%1$s", "state": "stopped"}]}],
         "errors": [{"id": 4242, "message": "%1$s", "dataSource": "%1$s"}]}
        """
            .formatted(name);

    String page = text(said(post("/page/plan", facts)), "html");

    assertTrue(page.contains("&lt;script&gt;"), page);
    assertFalse(page.contains("<script") || page.contains("\u202e"), page);
    said(post("/api/v1/plan", facts));
  }

  @ParameterizedTest
  @CsvSource({"'{\"errors\": [', 1:13", "'{\"erors\": []}', did you mean", "'[]', expected"})
  void whatIsNoFactsDocumentIsToldWithItsPlace(String body, String part) throws Exception {
    HttpResponse<String> response = post("/api/v1/plan", body);
    refused(400, response);
    assertTrue(response.body().contains("\"faults\""), response.body());
    assertTrue(response.body().contains(part), response.body());
  }

  @Test
  void whoHasNotTheTokenGetsNothing() throws Exception {
    refused(401, sent(to("/api/v1/plan").POST(BodyPublishers.ofString(REPORTED))));
    refused(
        401,
        sent(
            to("/page/plan")
                .header("Authorization", "Bearer " + TOKEN + "0")
                .POST(BodyPublishers.ofString(REPORTED))));
    refused(401, sent(to("/api/v1/rules/tape/silent").header("Authorization", "Basic " + TOKEN)));
  }

  @Test
  void pagesOfOtherSitesGetNothing() throws Exception {
    for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1")) {
      refused(
          403,
          sent(
              to("/api/v1/plan")
                  .header("Authorization", "Bearer " + TOKEN)
                  .header("Origin", origin)
                  .POST(BodyPublishers.ofString(REPORTED))));
    }
    said(
        sent(
            to("/api/v1/plan")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Origin", server().origin())
                .POST(BodyPublishers.ofString(REPORTED))));
  }

  /** A name that another site gives to this machine is told by the header of the request. */
  @Test
  void anotherNameOfThisMachineIsRefused() throws IOException {
    int port = URI.create(server().origin()).getPort();
    for (String host : List.of("evil.example:" + port, "127.0.0.1", "127.0.0.1:1")) {
      assertTrue(raw(port, host).startsWith("HTTP/1.1 403 "), host);
    }
    assertTrue(raw(port, "localhost:" + port).startsWith("HTTP/1.1 200 "));
  }

  private static String raw(int port, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      String head = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    refused(413, post("/api/v1/plan", " ".repeat(Gate.MOST_BYTES + 1)));
  }

  @Test
  void whatIsNotThereOrNotSoIsSaid() throws Exception {
    refused(404, get("/etc/passwd"));
    refused(404, get("/api/v1/plans"));
    refused(405, get("/api/v1/plan"));
    refused(405, post("/healthz", ""));
    refused(400, post("/api/v1/plan?lang=de", REPORTED));
  }

  @Test
  @Tag("slow")
  void manyAtOnceGetThePlansThatOneGets() throws Exception {
    List<String> cases =
        List.of(
            REPORTED,
            "{\"errors\": [{\"id\": 4242, \"server\": \"FS01\"}]}",
            "{\"errors\": [{\"text\": \"The robot is stuck\"}]}");
    List<String> expected = new ArrayList<>();
    for (String one : cases) {
      expected.add(said(post("/api/v1/plan", one)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(FROM_THREADS);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int i = 0; i < FROM_THREADS; i++) {
        int from = i;
        tasks.add(
            () -> {
              List<String> plans = new ArrayList<>();
              for (int j = 0; j < PLANS_OF_A_THREAD; j++) {
                plans.add(said(post("/api/v1/plan", cases.get((from + j) % cases.size()))));
              }
              return plans;
            });
      }
      List<Future<List<String>>> all = threads.invokeAll(tasks);
      for (int i = 0; i < all.size(); i++) {
        List<String> plans = all.get(i).get();
        for (int j = 0; j < plans.size(); j++) {
          assertEquals(expected.get((i + j) % cases.size()), plans.get(j));
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Tag("slow")
  void itStops() throws Exception {
    PlanServer other = PlanServer.start(PLANNER, Language.ENGLISH, 0, TOKEN);
    int port = URI.create(other.origin()).getPort();
    other.close();
    PlanServer again = PlanServer.start(PLANNER, Language.ENGLISH, port, TOKEN);
    again.close();
  }
}
