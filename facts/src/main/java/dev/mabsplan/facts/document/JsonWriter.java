package dev.mabsplan.facts.document;

import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Escaped;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes facts as a document, leaving out what reading it adds by itself. */
final class JsonWriter {

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
    JsonObject document = new JsonObject().optional("observedAt", facts.observedAt());
    List<Server> servers = facts.servers().stream().filter(server -> !implied(server)).toList();
    document
        .list("servers", servers, this::server)
        .list("errors", facts.errors(), JsonWriter::record)
        .list("attempts", facts.attempts(), JsonWriter::record);
    return Escaped.of(document.indented(), true);
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

  private JsonObject server(Server server) {
    ServerRole role = server.role();
    String backupServer = server.backupServer();
    JsonObject json =
        new JsonObject()
            .text("name", server.name())
            .text("role", role == null ? FactsDocument.UNKNOWN_ROLE : Camel.word(role));
    if (backupServer != null && !server.sendsToAzure() && !backupServer.equals(soleBackupServer)) {
      json.text("backupServer", backupServer);
    }
    json.texts(
        "collected",
        facts.collected().stream()
            .filter(kind -> kind.server().equals(server.name()))
            .map(kind -> kind.kind().property())
            .toList());
    factsByServer
        .getOrDefault(server.name(), Map.of())
        .forEach(
            (kind, records) -> {
              if (kind.many()) {
                json.list(kind.property(), records, JsonWriter::record);
              } else {
                json.object(kind.property(), record(records.get(0)));
              }
            });
    return json;
  }

  /** Of a fact the server is said where the fact stands, and that it is there goes without. */
  private static JsonObject record(Record record) {
    JsonObject json = new JsonObject();
    for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
      String name = component.name();
      Object value = component.value(record);
      boolean needless =
          (name.equals("present") && Boolean.TRUE.equals(value))
              || (name.equals("server") && record instanceof Fact);
      if (value == null || needless || !component.known(record)) {
        continue;
      }
      if (value instanceof Boolean truth) {
        json.flag(name, truth);
      } else if (value instanceof Number number) {
        json.number(name, number);
      } else if (value instanceof Collection<?> elements) {
        json.texts(name, elements.stream().map(JsonWriter::word).toList());
      } else {
        json.text(name, word(value));
      }
    }
    return json;
  }

  private static Object word(Object value) {
    return value instanceof Enum<?> constant ? Camel.word(constant) : value;
  }
}
