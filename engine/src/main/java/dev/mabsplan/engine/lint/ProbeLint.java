package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.Deciding;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.input.NativeOutput;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds probes to what a question needs of them, and what names them to what they tell. */
final class ProbeLint {

  private final Map<String, Probe> probes = new TreeMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<Fault> faults;

  private ProbeLint(List<Fault> faults) {
    this.faults = faults;
  }

  /** Checks the probes of packs that are to work together. */
  static void check(Collection<RulePack> packs, List<Fault> faults) {
    ProbeLint lint = new ProbeLint(faults);
    List<Topic> topics = packs.stream().flatMap(pack -> pack.topics().stream()).toList();
    topics.forEach(topic -> topic.probes().forEach(probe -> lint.probes.put(probe.id(), probe)));
    packs.forEach(lint::opening);
    for (Topic topic : topics) {
      topic.remedies().forEach(remedy -> lint.named(topic, remedy));
    }
    Map<String, String> commands = new TreeMap<>();
    for (Topic topic : topics) {
      for (Probe probe : topic.probes()) {
        lint.form(topic, probe);
        lint.once(topic, probe, commands);
      }
    }
  }

  private void opening(RulePack pack) {
    String opening = pack.opening();
    if (opening == null) {
      return;
    }
    used.add(opening);
    Probe probe = probes.get(opening);
    if (probe == null) {
      fault(
          "a probe, as topic/name",
          "\"" + opening + "\"",
          pack.lines().at("opening"),
          Meant.hint(opening, probes.keySet()));
    } else if (!probe.tells().equals(List.of(Probe.ERRORS))) {
      fault(
          "a probe that tells errors",
          opening + ", which tells " + String.join(", ", probe.tells()),
          pack.lines().at("opening"),
          "write tells: [errors] at " + opening);
    }
  }

  private void named(Topic topic, Remedy remedy) {
    if (!(remedy.decision() instanceof Decision.ByFacts byFacts)) {
      return;
    }
    for (int i = 0; i < byFacts.by().size(); i++) {
      if (byFacts.by().get(i) instanceof Deciding.ByProbe by) {
        Source source =
            topic.line("remedies", remedy.id(), "decidedBy", String.valueOf(i), "probe");
        named(remedy, by, source);
      }
    }
  }

  private void named(Remedy remedy, Deciding.ByProbe by, Source source) {
    used.add(by.probe());
    Probe probe = probes.get(by.probe());
    if (probe == null) {
      fault(
          "a probe that decides " + remedy.id(),
          "\"" + by.probe() + "\"",
          source,
          Meant.hint(by.probe(), probes.keySet()));
      return;
    }
    for (String fact : by.facts()) {
      if (!probe.tells().contains(fact)) {
        fault(
            "a fact that " + probe.id() + " tells",
            "\"" + fact + "\"",
            source,
            Meant.hint(fact, probe.tells()));
      }
    }
    if (probe.tells().contains(Probe.ERRORS)) {
      fault(
          "a probe of facts that decide " + remedy.id(),
          probe.id() + ", which tells errors",
          source,
          "name it as opening in pack.yaml");
    }
  }

  private void form(Topic topic, Probe probe) {
    if (!used.contains(probe.id())) {
      fault(
          "a remedy that " + probe.id() + " decides",
          "none",
          topic.probeLine(probe.id()),
          "name it under decidedBy of one, or take it out with its words and its sample");
    }
    for (int i = 0; i < probe.tells().size(); i++) {
      tells(topic, probe, probe.tells().get(i), i);
    }
    placeholders("the command of " + probe.id(), probe.command(), topic, probe, "command");
    String format = probe.format();
    List<String> formats = NativeOutput.formats();
    if (format == null ? !probe.judged() : !formats.contains(format)) {
      String hint = format == null ? null : Meant.hint(format, formats);
      fault(
          "the format of what " + probe.id() + " prints",
          format == null ? "none" : "\"" + format + "\"",
          topic.probeLine(probe.id(), "format"),
          hint == null
              ? "name one that is known, or write judged: true where a person must judge it: "
                  + String.join("; ", formats)
              : hint);
    }
    probe.empty().forEach((place, value) -> means(topic, probe, "empty", place, value));
    probe.missing().forEach((place, value) -> means(topic, probe, "missing", place, value));
  }

  private void tells(Topic topic, Probe probe, String fact, int index) {
    if (fact.equals(Probe.ERRORS)) {
      return;
    }
    Source source = topic.probeLine(probe.id(), "tells", String.valueOf(index));
    placeholders("the facts of " + probe.id(), fact, source);
    WrittenPlace.of("the place of a fact that " + probe.id() + " tells", fact, source, faults)
        .filter(at -> at.kind() == FactKind.NETWORK_REACH && at.keys().contains("{server}"))
        .ifPresent(
            at ->
                fault(
                    "another server than the one that is asked",
                    "{server}",
                    source,
                    "write {backupServer} or {protectedServer}"));
  }

  /** What silence means is written like an effect: a value at a place, or a kind of none. */
  private void means(Topic topic, Probe probe, String field, String place, String value) {
    Source source = topic.probeLine(probe.id(), field, place);
    String what = "what " + field + " means at " + probe.id();
    placeholders(what, place + value, source);
    for (String name : new Sentence(place + value).placeholders()) {
      if (!new Sentence(probe.command()).placeholders().contains(name)) {
        fault(
            "a name that the command of " + probe.id() + " is filled with",
            "{" + name + "}",
            source,
            "an answer tells only what was asked");
      }
    }
    Optional<FactPlace> parsed =
        WrittenPlace.of("the place of a fact for " + what, place, source, faults);
    parsed.ifPresent(at -> value(at, what, value, source));
  }

  private void value(FactPlace place, String what, String value, Source source) {
    FactKind kind = place.kind();
    RecordShape shape = RecordShape.of(kind);
    if (value.equals(Probe.NONE) && place.keys().isEmpty() && place.component().isEmpty()) {
      return;
    }
    Optional<RecordShape.Component> part = place.component().flatMap(shape::component);
    if (part.isEmpty() || (kind.many() && place.keys().size() != shape.keys().size())) {
      fault(
          what + " as a value of one fact, or none of a whole kind",
          value,
          source,
          "write " + kind.property() + "[NAME].present: false, or " + kind.property() + ": none");
      return;
    }
    RemedyLint.form(part.get(), value)
        .filter(form -> new Sentence(value).placeholders().isEmpty())
        .ifPresent(
            form ->
                fault(
                    form + " for " + what,
                    "\"" + value + "\"",
                    source,
                    RemedyLint.nearestWord(part.get(), value)));
  }

  /** Who asks the same again would be told the same, and reads twice what to type. */
  private void once(Topic topic, Probe probe, Map<String, String> commands) {
    String first = commands.putIfAbsent(probe.shell() + " " + probe.command(), probe.id());
    if (first != null) {
      fault(
          "a command that no other probe has",
          "that of " + first,
          topic.probeLine(probe.id(), "command"),
          "let " + first + " tell both, and name it as " + first);
    }
  }

  private void placeholders(String where, String text, Topic topic, Probe probe, String field) {
    placeholders(where, text, topic.probeLine(probe.id(), field));
  }

  private void placeholders(String where, String text, Source source) {
    for (String name : new Sentence(text).placeholders()) {
      if (!RemedyLint.OF_A_STEP.contains(name)) {
        fault(
            "placeholders in " + where + " out of " + new TreeSet<>(RemedyLint.OF_A_STEP),
            "{" + name + "}",
            source,
            Meant.hint(name, RemedyLint.OF_A_STEP));
      }
    }
  }

  private void fault(String expected, String found, Source source, @Nullable String hint) {
    faults.add(new Fault(expected, found, source, hint));
  }
}
