package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code topic.yaml}; what is wrong with it goes to a list of faults, all of it at once.
 */
final class TopicReader extends TopicForm {

  private static final Set<String> SHAPES = Set.of("rivals", "choice", "sequence", "checklist");

  private final Mapping root;

  /** Which servers the topic is for: all, where it does not say. */
  private Set<ServerRole> roles = EnumSet.allOf(ServerRole.class);

  TopicReader(String topic, Mapping root, Collection<Fault> faults) {
    super(topic, root, faults);
    this.root = root;
  }

  /** What a {@code topic.yaml} holds. */
  record Content(
      Map<String, String> entries,
      List<KnownSymptom> symptoms,
      List<KnownProblem> problems,
      List<Remedy> remedies,
      List<BasicCheck> checks,
      List<KnownStatement> statements,
      List<Term> terms) {}

  Content read() {
    Mapping file =
        mapping(root, "keys roles terms entries symptoms statements problems remedies checks");
    roles = roles(file, roles);
    Map<String, String> entries = values(file, "entries");
    List<KnownSymptom> symptoms = new ArrayList<>();
    defined(file, "symptoms", (name, node) -> symptoms.add(symptom(name, node)));
    List<KnownProblem> problems = new ArrayList<>();
    defined(file, "problems", (name, node) -> problems.add(problem(name, node)));
    List<Remedy> remedies = new ArrayList<>();
    defined(file, "remedies", (name, node) -> remedies.add(remedy(name, node)));
    List<BasicCheck> checks = new ArrayList<>();
    for (Node node : list(file, "checks")) {
      checks.add(check(node));
    }
    List<KnownStatement> statements = new ArrayList<>();
    defined(file, "statements", (name, node) -> statements.add(statement(name, node)));
    return new Content(
        entries,
        symptoms,
        problems,
        remedies,
        checks,
        statements,
        new TermReader(faults).read(file.get("terms")));
  }

  private KnownSymptom symptom(String name, Node node) {
    Mapping field =
        mapping(
            node,
            "entries affects ids genericIds codes names operations messages "
                + "genericMessages beside says hints roles");
    return new KnownSymptom(
        local(name),
        texts(field, "entries"),
        word(field, "affects", ServerRole.values(), ServerRole.BACKUP_SERVER, Camel::word),
        numbers(field, "ids"),
        numbers(field, "genericIds"),
        new LinkedHashSet<>(texts(field, "codes")),
        new LinkedHashSet<>(texts(field, "names")),
        byLanguage(field, "operations"),
        byLanguage(field, "messages"),
        flag(field, "genericMessages"),
        texts(field, "beside"),
        tellings(field),
        roles(field, roles));
  }

  private KnownStatement statement(String name, Node node) {
    Mapping field = mapping(node, "on problem says hints facts");
    Map<String, String> facts = values(field, "facts");
    if (facts.isEmpty()) {
      missing(field, "the facts that it states", "none", "write facts: {services[VSS].state: …}");
    }
    return new KnownStatement(
        local(name),
        word(field, "on", ServerRole.values(), ServerRole.BACKUP_SERVER, Camel::word),
        local(required(field, "problem")),
        tellings(field),
        facts);
  }

  private List<Telling> tellings(Mapping field) {
    List<Telling> tellings = new ArrayList<>();
    list(field, "says").forEach(node -> tellings.add(telling(node, true)));
    list(field, "hints").forEach(node -> tellings.add(telling(node, false)));
    return tellings;
  }

  /** A list of terms, or a mapping where others must not stand beside them. */
  private Telling telling(Node node, boolean certain) {
    if (node instanceof Items terms) {
      return new Telling(terms.items().stream().map(this::text).toList(), List.of(), certain);
    }
    if (node instanceof Scalar term) {
      return new Telling(List.of(term.text()), List.of(), certain);
    }
    Mapping field = mapping(node, "words without");
    return new Telling(texts(field, "words"), texts(field, "without"), certain);
  }

  private KnownProblem problem(String name, Node node) {
    Mapping field =
        mapping(node, "entries operations per symptoms severity treatment retry retryAlone");
    String retry = required(field, "retry");
    Node treatment = field.get("treatment");
    if (treatment == null) {
      missing(
          field,
          "a treatment",
          "none",
          "name the remedy, or write rivals, choice, sequence or checklist");
    }
    return new KnownProblem(
        local(name),
        texts(field, "entries"),
        operations(field),
        field.has("per")
            ? word(field, "per", Scope.values(), Scope.SERVER, Kebab::word)
            : Scope.SERVER,
        symptoms(field),
        word(field, "severity", Severity.values(), Severity.MEDIUM, Kebab::word),
        treatment == null ? new Treatment.Checklist(List.of()) : treatment(treatment),
        retry.equals("none") ? null : local(retry),
        flag(field, "retryAlone"));
  }

  /** A list of symptoms, or a mapping where something is to be said of each. */
  private Map<String, String> symptoms(Mapping field) {
    Map<String, String> symptoms = new LinkedHashMap<>();
    if (field.get("symptoms") instanceof Mapping map) {
      map.each((name, why) -> symptoms.put(local(name), text(why)));
    } else {
      texts(field, "symptoms").forEach(name -> symptoms.put(local(name), ""));
    }
    return Collections.unmodifiableMap(symptoms);
  }

  private Treatment treatment(Node node) {
    if (node instanceof Scalar scalar) {
      return new Treatment.Take(local(scalar.text()), null);
    }
    Mapping field = mapping(node, "rivals choice sequence checklist remedy fallbackOf");
    List<String> shapes =
        field.names().stream()
            .filter(name -> SHAPES.contains(name) || name.equals("remedy"))
            .toList();
    if (shapes.size() != 1) {
      fault(
          "exactly one of rivals, choice, sequence, checklist or remedy",
          shapes.isEmpty() ? node.inYaml() : String.join(" and ", shapes),
          node.source(),
          shapes.isEmpty() ? null : "put one inside the other, as an item of its list");
      return new Treatment.Checklist(List.of());
    }
    Node before = field.get("fallbackOf");
    if (shapes.get(0).equals("remedy")) {
      String remedy = local(required(field, "remedy"));
      return new Treatment.Take(
          remedy, before == null ? null : local(required(field, "fallbackOf")));
    }
    if (before != null) {
      fault(
          "fallbackOf beside remedy only",
          "it beside " + shapes.get(0),
          before.source(),
          "write {remedy: …, fallbackOf: …} for each remedy that falls back");
    }
    List<Treatment> parts = list(field, shapes.get(0)).stream().map(this::treatment).toList();
    return switch (shapes.get(0)) {
      case "rivals" -> new Treatment.Rivals(parts);
      case "choice" -> new Treatment.Choice(parts);
      case "sequence" -> new Treatment.Sequence(parts);
      default -> new Treatment.Checklist(parts);
    };
  }

  private Remedy remedy(String name, Node node) {
    Mapping field =
        mapping(
            node,
            "entries likelihood effort risk place on per decidedBy shell elevated "
                + "commands verify undo effects blocker requires floors temporary");
    ServerRole on = word(field, "on", ServerRole.values(), ServerRole.BACKUP_SERVER, Camel::word);
    Node verify = field.get("verify");
    Mapping verification = verify == null ? none(field) : mapping(verify, "command says");
    Node undo = field.get("undo");
    Mapping undoing = undo instanceof Mapping ? mapping(undo, "commands") : none(field);
    undo(field, undo, undoing);
    Map<String, String> effects = values(field, "effects");
    return new Remedy(
        local(name),
        texts(field, "entries"),
        word(field, "likelihood", Likelihood.values(), Likelihood.POSSIBLE, Kebab::word),
        word(field, "effort", Effort.values(), Effort.SHORT, Kebab::word),
        word(field, "risk", Risk.values(), Risk.REVERSIBLE, Kebab::word),
        word(field, "place", Place.values(), Place.SERVER, Kebab::word),
        on,
        word(field, "per", Scope.values(), Scope.SERVER, Kebab::word),
        decision(field, on),
        optionalWord(field, "shell", Shell.values()),
        flag(field, "elevated"),
        texts(field, "commands"),
        optional(verification, "command"),
        optional(verification, "says"),
        texts(undoing, "commands"),
        !(undo instanceof Scalar scalar && scalar.text().equals("impossible")),
        effects,
        flag(field, "blocker"),
        texts(field, "requires").stream().map(this::local).toList(),
        flag(field, "floors"),
        flag(field, "temporary"));
  }

  private void undo(Mapping remedy, @Nullable Node undo, Mapping undoing) {
    String expected = "undo: words, impossible, or commands";
    String advice =
        "write undo: {commands: […]}, or undo: words or impossible and say it in the words";
    if (undo == null) {
      missing(remedy, expected, "nothing", advice);
    } else if (undo instanceof Mapping) {
      if (list(undoing, "commands").isEmpty()) {
        fault(expected, "no commands", undo.source(), advice);
      }
    } else if (!(undo instanceof Scalar scalar)
        || !Set.of("words", "impossible").contains(scalar.text())) {
      fault(expected, undo, advice);
    }
  }

  private Decision decision(Mapping remedy, ServerRole on) {
    Node node = remedy.get("decidedBy");
    if (node instanceof Items facts && !facts.items().isEmpty()) {
      return new Decision.ByFacts(facts.items().stream().map(fact -> deciding(fact, on)).toList());
    }
    String word = node instanceof Scalar scalar ? scalar.text() : "";
    if (word.equals("always")) {
      return new Decision.Always();
    }
    String expected = "decidedBy: always, trial, or a list of probes and facts";
    String advice = "write always where it follows from the problem, trial where only trying tells";
    if (node == null) {
      missing(remedy, expected, "nothing", advice);
    } else if (!word.equals("trial")) {
      fault(
          expected,
          node instanceof Items ? "an empty list" : node.inYaml(),
          node.source(),
          node instanceof Items ? advice : Meant.hint(word, List.of("always", "trial")));
    }
    return new Decision.Trial();
  }

  /** The name of a probe, a probe of which some facts decide, or a fact that a person sees. */
  private Deciding deciding(Node node, ServerRole on) {
    if (node instanceof Scalar probe) {
      return new Deciding.ByProbe(local(probe.text()), List.of(), on);
    }
    if (node instanceof Mapping map && map.has("probe")) {
      Mapping field = mapping(node, "probe facts on");
      return new Deciding.ByProbe(
          local(required(field, "probe")), texts(field, "facts"), on(field, on));
    }
    Mapping field = mapping(node, "fact on seen effort");
    return new Deciding.BySight(
        required(field, "fact"),
        on(field, on),
        word(field, "seen", Place.values(), Place.CONSOLE, Kebab::word),
        word(field, "effort", Effort.values(), Effort.INSTANT, Kebab::word));
  }

  private ServerRole on(Mapping field, ServerRole otherwise) {
    return field.has("on")
        ? word(field, "on", ServerRole.values(), otherwise, Camel::word)
        : otherwise;
  }

  /** Reads a {@code probes.yaml}: what is asked, by the name of the probe. */
  List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    names(root);
    root.each((name, node) -> probes.add(probe(name, node)));
    return probes;
  }

  private Probe probe(String name, Node node) {
    Mapping field =
        mapping(node, "tells shell elevated command format judged empty missing effort");
    List<String> tells = texts(field, "tells");
    if (tells.isEmpty()) {
      missing(field, "the facts that it tells", "none", "write tells: [services[VSS].state]");
    }
    return new Probe(
        local(name),
        tells,
        word(field, "shell", Shell.values(), Shell.POWERSHELL, Kebab::word),
        flag(field, "elevated"),
        required(field, "command"),
        optional(field, "format"),
        flag(field, "judged"),
        values(field, "empty"),
        values(field, "missing"),
        word(field, "effort", Effort.values(), Effort.INSTANT, Kebab::word));
  }

  private BasicCheck check(Node node) {
    Mapping field = mapping(node, "remedy operations routine unexplained roles");
    return new BasicCheck(
        local(required(field, "remedy")),
        operations(field),
        flag(field, "routine"),
        flag(field, "unexplained"),
        roles(field, roles));
  }
}
