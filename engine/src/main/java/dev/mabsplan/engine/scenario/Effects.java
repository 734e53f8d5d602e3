package dev.mabsplan.engine.scenario;

import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.symptom.KnownMessages;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.SqlRole;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.document.FactsInTree;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What would be known once the steps of a plan were done, going by the effects that their remedies
 * declare. Planning again on that shows whether a plan leads anywhere.
 */
public final class Effects {

  private static final String ERRORS = "errors";

  /** Where stands what nobody wrote. */
  private static final Source WRITTEN = Source.of("the facts after the steps");

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
    Mapping document = (Mapping) JsonReader.read(WRITTEN.file(), FactsDocument.write(facts));
    for (Step step : steps) {
      Optional<Remedy> remedy = knowledge.remedy(step.remedy()).filter(one -> !one.temporary());
      if (remedy.isPresent()) {
        document = apply(remedy.get(), step, document);
      }
    }
    List<Node> errors = new ArrayList<>();
    for (int i = 0; i < facts.errors().size(); i++) {
      if (!gone.contains(facts.addressOf(facts.errors().get(i)))
          && document.get(ERRORS) instanceof Items all) {
        errors.add(all.items().get(i));
      }
    }
    return FactsInTree.facts(
        with(document, ERRORS, new Items(WRITTEN, errors)),
        text -> KnownMessages.of(knowledge).endOfKnown(text));
  }

  private Mapping apply(Remedy remedy, Step step, Mapping before) {
    Mapping document = before;
    for (Map.Entry<String, String> effect : remedy.effects().entrySet()) {
      if (effect.getKey().equals(ERRORS)) {
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
          document = set(document, server, place.named(keys), value.get());
        }
      }
    }
    return document;
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

  private Mapping set(Mapping document, String server, FactPlace place, String value) {
    Mapping made =
        with(with(Mapping.empty(WRITTEN), "name", text(server)), "role", text("unknown"));
    return inList(
        document,
        "servers",
        each -> text(each, "name").equalsIgnoreCase(server),
        made,
        each -> onServer(each, server, place, value));
  }

  private Mapping onServer(Mapping at, String server, FactPlace place, String value) {
    String property = place.kind().property();
    if (!place.kind().many()) {
      Mapping only = at.get(property) instanceof Mapping there ? there : Mapping.empty(WRITTEN);
      return with(at, property, changed(only, place, value));
    }
    Mapping made = Mapping.empty(WRITTEN);
    List<RecordShape.Component> keys = RecordShape.of(place.kind()).keys();
    for (int i = 0; i < keys.size(); i++) {
      made = with(made, keys.get(i).name(), text(place.keys().get(i)));
    }
    return inList(
        at,
        property,
        each -> named(each, server, place),
        made,
        each -> changed(each, place, value));
  }

  /** Changes what is so in a list; where nothing is, what is made for it. */
  private static Mapping inList(
      Mapping of,
      String list,
      Predicate<Mapping> isSo,
      Mapping made,
      UnaryOperator<Mapping> change) {
    List<Node> items = new ArrayList<>();
    if (of.get(list) instanceof Items all) {
      items.addAll(all.items());
    }
    if (items.stream().noneMatch(item -> isSo.test((Mapping) item))) {
      items.add(made);
    }
    items.replaceAll(
        item -> item == made || isSo.test((Mapping) item) ? change.apply((Mapping) item) : item);
    return with(of, list, new Items(WRITTEN, items));
  }

  /** Of what is no longer there nothing else is known. */
  private static Mapping changed(Mapping fact, FactPlace place, String value) {
    String component = place.component().orElse("present");
    if (!place.kind().many()) {
      return with(fact, component, scalar(place, component, value));
    }
    Mapping left = fact.without("present");
    if (component.equals("present") && value.equals("false")) {
      List<String> keys =
          RecordShape.of(place.kind()).keys().stream().map(RecordShape.Component::name).toList();
      left =
          new Mapping(
              fact.source(),
              fact.fields().stream().filter(field -> keys.contains(field.name())).toList());
    }
    return with(left, component, scalar(place, component, value));
  }

  private static Mapping with(Mapping of, String name, Node value) {
    return of.with(new Field(WRITTEN, name, value));
  }

  private static Scalar text(String text) {
    return new Scalar(WRITTEN, text, Kind.TEXT);
  }

  private static String text(Mapping of, String name) {
    return of.get(name) instanceof Scalar scalar ? scalar.text() : "";
  }

  private boolean named(Mapping fact, String server, FactPlace place) {
    List<RecordShape.Component> components = RecordShape.of(place.kind()).keys();
    boolean same = true;
    for (int i = 0; i < components.size(); i++) {
      same &= text(fact, components.get(i).name()).equalsIgnoreCase(place.keys().get(i));
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

  private static List<String> namesOf(Mapping fact, FactKind kind) {
    return RecordShape.of(kind).keys().stream().map(key -> text(fact, key.name())).toList();
  }

  private static Scalar scalar(FactPlace place, String component, String value) {
    Class<?> type =
        RecordShape.of(place.kind())
            .component(component)
            .<Class<?>>map(RecordShape.Component::type)
            .orElse(String.class);
    boolean truth = type == boolean.class || type == Boolean.class;
    boolean number = type == Integer.class || type == Long.class;
    return new Scalar(WRITTEN, value, truth ? Kind.BOOLEAN : number ? Kind.NUMBER : Kind.TEXT);
  }
}
