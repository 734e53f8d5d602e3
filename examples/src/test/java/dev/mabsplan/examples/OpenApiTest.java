package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.Planner;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code serve} says of itself holds of what it answers about the examples. */
@Tag("slow")
class OpenApiTest {

  private static final String TOKEN = "0123456789abcdef";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<PlanServer> RUNNING = new ArrayList<>();

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    RUNNING.add(PlanServer.start(Planner.shipped(), Language.ENGLISH, 0, TOKEN));
  }

  @AfterAll
  static void stop() {
    RUNNING.forEach(PlanServer::close);
  }

  private HttpResponse<String> asked(String method, String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(RUNNING.get(0).origin() + path))
            .header("Authorization", "Bearer " + TOKEN)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode description() throws IOException, InterruptedException {
    return JSON.readTree(asked("GET", "/openapi.json", "").body());
  }

  private static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts"))) {
      List<String> examples = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        examples.add(Files.readString(file));
      }
      return examples;
    }
  }

  /** Returns the schema of an answer; those that are published are found by their ids. */
  private static Schema schema(JsonNode description, JsonNode answer) {
    Map<String, String> published = new HashMap<>();
    String text = answer.get("schema").toString();
    for (Map.Entry<String, JsonNode> one :
        description.get("components").get("schemas").properties()) {
      String reference = "\"$ref\":\"#/components/schemas/" + one.getKey() + "\"";
      JsonNode id = one.getValue().get("$id");
      if (id == null) {
        String inner = one.getValue().toString();
        text = text.replace(reference, inner.substring(1, inner.length() - 1));
      } else {
        published.put(id.asText(), one.getValue().toString());
        text = text.replace(reference, "\"$ref\":\"" + id.asText() + "\"");
      }
    }
    assertFalse(text.contains("#/components"), text);
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(published))
        .getSchema(text);
  }

  private static JsonNode json(JsonNode description, String path, String method) {
    return description
        .get("paths")
        .get(path)
        .get(method)
        .get("responses")
        .get("200")
        .get("content")
        .get("application/json");
  }

  @Test
  void everythingThatItDescribesIsThere() throws Exception {
    JsonNode description = description();
    assertEquals("3.1.0", description.get("openapi").asText());
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String to = path.getKey().replace("{id}", "replica/vss-disabled");
        int status = asked(method.getKey().toUpperCase(Locale.ROOT), to, "{}").statusCode();
        assertNotEquals(404, status, to);
        assertNotEquals(405, status, to);
      }
    }
  }

  @Test
  void answersAreAsItSays() throws Exception {
    JsonNode description = description();
    for (String path :
        List.of("/api/v1/plan", "/api/v1/next", "/api/v1/questions", "/api/v1/why-not")) {
      Schema schema = schema(description, json(description, path, "post"));
      for (String facts : examples()) {
        for (String query :
            List.of("?id=replica/vss-disabled", "?id=replica/inconsistent&lang=sv")) {
          String answer = asked("POST", path + query, facts).body();
          assertEquals(List.of(), schema.validate(answer, InputFormat.JSON), path + answer);
        }
      }
      assertFalse(schema.validate("{\"odd\": 1}", InputFormat.JSON).isEmpty(), path);
    }
  }

  @Test
  void refusalsAreAsItSays() throws Exception {
    JsonNode description = description();
    JsonNode problem =
        description
            .get("components")
            .get("responses")
            .get("problem")
            .get("content")
            .get("application/problem+json");
    Schema schema = schema(description, problem);
    for (String body : List.of("{\"erors\": []}", "[", "{\"servers\": 1}")) {
      HttpResponse<String> refused = asked("POST", "/api/v1/plan", body);
      assertEquals(400, refused.statusCode());
      assertEquals(List.of(), schema.validate(refused.body(), InputFormat.JSON), refused.body());
    }
  }

  /** What is read of a query and not described is found by nobody. */
  @Test
  void everyChoiceOfAPlanIsTakenAndNoOther() throws Exception {
    JsonNode parameters =
        description().get("paths").get("/api/v1/plan").get("post").get("parameters");
    String facts = examples().get(0);
    for (JsonNode parameter : parameters) {
      if (!parameter.has("name") || !parameter.get("schema").has("enum")) {
        continue;
      }
      String name = parameter.get("name").asText();
      for (JsonNode choice : parameter.get("schema").get("enum")) {
        int status =
            asked("POST", "/api/v1/plan?" + name + "=" + choice.asText(), facts).statusCode();
        assertTrue(status == 200 || choice.asText().equals("found"), name + choice);
      }
      assertEquals(400, asked("POST", "/api/v1/plan?" + name + "=odd", facts).statusCode(), name);
    }
  }
}
