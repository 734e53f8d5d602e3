package dev.mabsplan.facts.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Escaped;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes facts as a document, leaving out what reading it adds by itself. */
final class JsonWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final Facts facts;
  private final Map<String, Map<FactKind, List<Record>>> factsByServer = new HashMap<>();
  private final @Nullable String soleBackupServer;

  JsonWriter(Facts facts) {
    this.facts = facts;
    for (Fact fact : facts.facts()) {
      factsByServer
          .computeIfAbsent(fact.server(), server -> new EnumMap<>(FactKind.class))
          .computeIfAbsent(FactKind.of(fact.getClass()), kind -> new ArrayList<>())
          .add((Record) fact);
    }
    List<String> backupServers =
        facts.servers().stream()
            .filter(server -> server.role() == ServerRole.BACKUP_SERVER)
            .map(Server::name)
            .toList();
    this.soleBackupServer = backupServers.size() == 1 ? backupServers.get(0) : null;
  }

  String document() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).setPrettyPrinter(printer)) {
      document(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Escaped.of(text.append('\n').toString(), true);
  }

  private void document(JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (facts.observedAt().isPresent()) {
      json.writeStringField("observedAt", facts.observedAt().get().toString());
    }
    List<Server> servers = facts.servers().stream().filter(server -> !implied(server)).toList();
    if (!servers.isEmpty()) {
      json.writeArrayFieldStart("servers");
      for (Server server : servers) {
        server(json, server);
      }
      json.writeEndArray();
    }
    records(json, "errors", facts.errors());
    records(json, "attempts", facts.attempts());
    json.writeEndObject();
  }

  /** Returns whether reading the document adds the server, just as it is, without being told. */
  private boolean implied(Server server) {
    if (factsByServer.containsKey(server.name())
        || facts.collected().stream().anyMatch(kind -> kind.server().equals(server.name()))) {
      return false;
    }
    if (server.name().equals(Server.UNNAMED_BACKUP_SERVER)) {
      return server.name().equals(soleBackupServer);
    }
    return server.role() == null
        && Objects.equals(server.backupServer(), soleBackupServer)
        && Stream.concat(
                facts.errors().stream().flatMap(error -> Stream.ofNullable(error.server())),
                facts.attempts().stream().flatMap(attempt -> Stream.ofNullable(attempt.server())))
            .anyMatch(server.name()::equals);
  }

  private void server(JsonGenerator json, Server server) throws IOException {
    ServerRole role = server.role();
    String backupServer = server.backupServer();
    json.writeStartObject();
    json.writeStringField("name", server.name());
    json.writeStringField("role", role == null ? FactsDocument.UNKNOWN_ROLE : Camel.word(role));
    if (backupServer != null && !server.sendsToAzure() && !backupServer.equals(soleBackupServer)) {
      json.writeStringField("backupServer", backupServer);
    }
    List<Collected> collected =
        facts.collected().stream().filter(kind -> kind.server().equals(server.name())).toList();
    if (!collected.isEmpty()) {
      json.writeArrayFieldStart("collected");
      for (Collected kind : collected) {
        json.writeString(kind.kind().property());
      }
      json.writeEndArray();
    }
    for (Map.Entry<FactKind, List<Record>> entry :
        factsByServer.getOrDefault(server.name(), Map.of()).entrySet()) {
      if (entry.getKey().many()) {
        records(json, entry.getKey().property(), entry.getValue());
      } else {
        json.writeFieldName(entry.getKey().property());
        record(json, entry.getValue().get(0), true);
      }
    }
    json.writeEndObject();
  }

  private static void records(JsonGenerator json, String property, List<? extends Record> records)
      throws IOException {
    if (records.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(property);
    for (Record record : records) {
      record(json, record, record instanceof Fact);
    }
    json.writeEndArray();
  }

  private static void record(JsonGenerator json, Record record, boolean withoutServer)
      throws IOException {
    json.writeStartObject();
    for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
      Object value = component.value(record);
      boolean needless =
          (component.name().equals("present") && Boolean.TRUE.equals(value))
              || (component.name().equals("server") && withoutServer);
      if (value != null && component.known(record) && !needless) {
        json.writeFieldName(component.name());
        value(json, value);
      }
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Enum<?> constant) {
      json.writeString(Camel.word(constant));
    } else if (value instanceof Iterable<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        value(json, element);
      }
      json.writeEndArray();
    } else {
      json.writeString(value.toString());
    }
  }
}
