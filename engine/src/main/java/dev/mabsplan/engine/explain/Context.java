package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.order.Case;
import dev.mabsplan.engine.order.StepKey;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.ServerRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that placeholders stand for, as people read them and as commands take them. */
final class Context {

  private static final Set<String> UNNAMED =
      Set.of(
          Server.UNNAMED_BACKUP_SERVER,
          Server.UNNAMED_AGENT_SERVER,
          Server.UNNAMED_PROTECTED_SERVER);

  private final Situation situation;
  private final Wording wording;

  Context(Situation situation, Wording wording) {
    this.situation = situation;
    this.wording = wording;
  }

  /** Values in the sentences of a problem. */
  Values ofProblem(Case found) {
    return name ->
        switch (name) {
          case "server" -> wording.server(found.problem().server());
          case "backupServer" -> wording.server(found.backupServer());
          case "dataSource" -> wording.dataSource(found.problem().dataSource());
          default -> null;
        };
  }

  /** Values in the sentences of a step. */
  Values ofStep(StepKey key, @Nullable Case asker, List<String> items) {
    String affected = asker == null ? key.server() : asker.problem().server();
    String dataSource = asker == null ? null : asker.problem().dataSource();
    return name ->
        switch (name) {
          case "server" -> wording.server(key.server());
          case "backupServer" -> wording.server(situation.backupServerOf(affected));
          case "protectedServer" -> wording.server(affected);
          case "dataSource" -> wording.dataSource(dataSource);
          case "protectionGroup" -> {
            String group = protectionGroup(affected, dataSource);
            yield group == null ? wording.own("values/protectionGroup") : group;
          }
          case "items" -> String.join(", ", items);
          case "item" -> items.isEmpty() ? null : items.get(0);
          default -> null;
        };
  }

  /** Values in the commands of a step; what is not known is null and stays a placeholder. */
  Map<String, @Nullable String> ofCommand(
      StepKey key, @Nullable Case asker, @Nullable String item) {
    Map<String, @Nullable String> values = new HashMap<>();
    String affected = asker == null ? key.server() : asker.problem().server();
    String dataSource = asker == null ? null : asker.problem().dataSource();
    values.put("server", named(key.server()));
    values.put("backupServer", named(situation.backupServerOf(affected)));
    values.put("protectedServer", named(affected));
    values.put("dataSource", dataSource);
    values.put("protectionGroup", protectionGroup(affected, dataSource));
    values.put("item", item);
    return values;
  }

  /**
   * Returns the words of a remedy, as its step has them. A server with the agent alone has another
   * console, so that they may differ there.
   */
  List<String> ofRemedy(StepKey key, String part, Values values) {
    if (isAgentServer(key.server())) {
      List<String> there = wording.listOf("remedies", key.remedy(), "agentServer/" + part, values);
      if (!there.isEmpty()) {
        return there;
      }
    }
    return wording.listOf("remedies", key.remedy(), part, values);
  }

  /** Returns the first sentence of a remedy at a place, as its step has it, or nothing. */
  Optional<String> firstOfRemedy(StepKey key, String part, Values values) {
    return ofRemedy(key, part, values).stream().findFirst();
  }

  /** Returns whether a server has nothing of backup but the agent. */
  boolean isAgentServer(String server) {
    return situation.server(server).map(Server::role).orElse(ServerRole.PROTECTED_SERVER)
        == ServerRole.AGENT_SERVER;
  }

  private static @Nullable String named(String server) {
    return UNNAMED.contains(server) ? null : server;
  }

  private @Nullable String protectionGroup(String server, @Nullable String dataSource) {
    return dataSource == null
        ? null
        : situation.dataSource(server, dataSource).map(DataSource::protectionGroup).orElse(null);
  }
}
