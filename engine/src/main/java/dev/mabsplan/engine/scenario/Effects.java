package dev.mabsplan.engine.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.symptom.KnownMessages;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.SqlRole;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What would be known once the steps of a plan were done, going by the effects that their remedies
 * declare. Planning again on that shows whether a plan leads anywhere.
 */
public final class Effects {

  private final Knowledge knowledge;
  private final Plan plan;
  private final Facts facts;
  private final Set<Address> gone = new HashSet<>();

  private Effects(Knowledge knowledge, Plan plan, Facts facts) {
    this.knowledge = knowledge;
    this.plan = plan;
    this.facts = facts;
  }

  /** Returns the facts as they would be after all steps of the plan that was made of them. */
  public static Facts after(Knowledge knowledge, Plan plan, Facts facts) {
    return after(knowledge, plan, facts, plan.steps());
  }

  /** Returns the facts as they would be after some steps of the plan that was made of them. */
  static Facts after(Knowledge knowledge, Plan plan, Facts facts, List<Step> steps) {
    return new Effects(knowledge, plan, facts).after(steps);
  }

  private Facts after(List<Step> steps) {
    ObjectNode document = Given.parse(FactsDocument.write(facts));
    for (Step step : steps) {
      knowledge
          .remedy(step.remedy())
          .filter(remedy -> !remedy.temporary())
          .ifPresent(remedy -> apply(remedy, step, document));
    }
    ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < facts.errors().size(); i++) {
      ReportedError error = facts.errors().get(i);
      if (!gone.contains(facts.addressOf(error))) {
        errors.add(document.path("errors").get(i));
      }
    }
    document.set("errors", errors);
    return FactsDocument.parse(
        document.toString(), text -> KnownMessages.of(knowledge).endOfKnown(text));
  }

  private void apply(Remedy remedy, Step step, ObjectNode document) {
    for (Map.Entry<String, String> effect : remedy.effects().entrySet()) {
      if (effect.getKey().equals("errors")) {
        for (Step.Asker asker : step.problems()) {
          PlannedProblem problem = plan.problems().get(asker.problem() - 1);
          problem.recognizedBy().stream().map(Recognized::error).forEach(gone::add);
        }
        continue;
      }
      List<String> items = step.items().isEmpty() ? List.of("") : step.items();
      for (String item : items) {
        Optional<String> value = filled(effect.getValue(), step, item);
        String key = effect.getKey();
        boolean onBackupServer = key.startsWith(Remedy.ON_BACKUP_SERVER);
        String server = onBackupServer ? backupServer(step) : step.server();
        FactPlace place =
            FactPlace.parse(onBackupServer ? key.substring(Remedy.ON_BACKUP_SERVER.length()) : key);
        List<String> keys = new ArrayList<>();
        place.keys().forEach(one -> filled(one, step, item).ifPresent(keys::add));
        if (value.isPresent() && keys.size() == place.keys().size()) {
          set(document, server, place.named(keys), value.get());
        }
      }
    }
  }

  /** A placeholder that nothing is known for leaves the effect out. */
  private Optional<String> filled(String text, Step step, String item) {
    Map<String, String> values =
        Map.of(
            "item", item,
            "server", step.server(),
            "backupServer", backupServer(step),
            "dataSource", step.dataSource().orElse(""));
    Sentence sentence = new Sentence(text);
    if (sentence.placeholders().stream()
        .anyMatch(name -> values.getOrDefault(name, "").isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(sentence.fill(place -> values.getOrDefault(place.name(), "")));
  }

  private String backupServer(Step step) {
    return step.problems().stream()
        .map(asker -> plan.problems().get(asker.problem() - 1).backupServer())
        .findFirst()
        .orElse("");
  }

  private void set(ObjectNode document, String server, FactPlace place, String value) {
    String component = place.component().orElse("present");
    ObjectNode at = server(document, server);
    if (!place.kind().many()) {
      at.withObjectProperty(place.kind().property()).set(component, json(place, component, value));
      return;
    }
    ArrayNode list = at.withArrayProperty(place.kind().property());
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode each : list) {
      if (named((ObjectNode) each, server, place)) {
        found.add((ObjectNode) each);
      }
    }
    if (found.isEmpty()) {
      ObjectNode made = list.addObject();
      List<RecordShape.Component> components = RecordShape.of(place.kind()).keys();
      for (int i = 0; i < components.size(); i++) {
        made.put(components.get(i).name(), place.keys().get(i));
      }
      found.add(made);
    }
    for (ObjectNode each : found) {
      if (component.equals("present") && value.equals("false")) {
        forget(each, place.kind());
      } else {
        each.remove("present");
      }
      each.set(component, json(place, component, value));
    }
  }

  /** Of what is no longer there nothing else is known. */
  private static void forget(ObjectNode fact, FactKind kind) {
    List<String> keys =
        RecordShape.of(kind).keys().stream().map(RecordShape.Component::name).toList();
    fact.retain(keys);
  }

  private static ObjectNode server(ObjectNode document, String name) {
    ArrayNode servers = document.withArrayProperty("servers");
    for (JsonNode server : servers) {
      if (server.path("name").asText().equalsIgnoreCase(name)) {
        return (ObjectNode) server;
      }
    }
    return servers.addObject().put("name", name).put("role", "unknown");
  }

  private boolean named(ObjectNode fact, String server, FactPlace place) {
    List<RecordShape.Component> components = RecordShape.of(place.kind()).keys();
    boolean same = true;
    for (int i = 0; i < components.size(); i++) {
      same &= fact.path(components.get(i).name()).asText().equalsIgnoreCase(place.keys().get(i));
    }
    return same
        || facts.facts().stream()
            .filter(known -> known.server().equalsIgnoreCase(server))
            .filter(known -> FactKind.of(known.getClass()) == place.kind())
            .filter(known -> place.byPurpose(known) || byConnection(known, place))
            .anyMatch(known -> Address.of(known).keys().equals(namesOf(fact, place.kind())));
  }

  /** An instance of SQL Server has more than one name; steps have the one that clients use. */
  private static boolean byConnection(Fact known, FactPlace place) {
    return known instanceof SqlRole role
        && place.names(SqlRole.of(role.server(), role.connection(), role.account(), role.role()));
  }

  private static List<String> namesOf(ObjectNode fact, FactKind kind) {
    return RecordShape.of(kind).keys().stream().map(key -> fact.path(key.name()).asText()).toList();
  }

  private static JsonNode json(FactPlace place, String component, String value) {
    Class<?> type =
        RecordShape.of(place.kind())
            .component(component)
            .<Class<?>>map(RecordShape.Component::type)
            .orElse(String.class);
    if (type == boolean.class || type == Boolean.class) {
      return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value));
    }
    if (type == Integer.class || type == Long.class) {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(value));
    }
    return JsonNodeFactory.instance.textNode(value);
  }
}
