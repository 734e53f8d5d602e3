package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.Deciding;
import dev.mabsplan.engine.pack.Decision;
import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds the remedies of one topic to what a plan needs of them. */
final class RemedyLint {

  /** What words and commands of a step can be filled in with. */
  static final Set<String> OF_A_STEP =
      Set.of(
          "server",
          "backupServer",
          "protectedServer",
          "dataSource",
          "protectionGroup",
          "item",
          "items");

  /** What a command can be kept to among the items of its step. */
  private static final Set<String> KINDS_OF_ITEM =
      new TreeSet<>(List.of(Sentence.PROGRAM, Sentence.FOLDER));

  /** What the places and values of effects can be filled in with. */
  private static final Set<String> OF_AN_EFFECT =
      Set.of("server", "backupServer", "dataSource", "item");

  private final Topic topic;
  private final Map<String, Remedy> remedies;
  private final List<Fault> faults;

  private RemedyLint(Topic topic, Map<String, Remedy> remedies, List<Fault> faults) {
    this.topic = topic;
    this.remedies = remedies;
    this.faults = faults;
  }

  /**
   * Checks the remedies of a topic.
   *
   * @param remedies the remedies of all topics by id
   * @param used ids of those that a treatment, retry or check uses
   */
  static void check(
      Topic topic, Map<String, Remedy> remedies, Set<String> used, List<Fault> faults) {
    RemedyLint lint = new RemedyLint(topic, remedies, faults);
    for (Remedy remedy : topic.remedies()) {
      if (!used.contains(remedy.id())) {
        lint.lacks(
            remedy,
            "a treatment, retry or check that uses " + remedy.id(),
            "name it in one, or take it out with its words");
      }
      lint.form(remedy);
      lint.required(remedy);
      lint.facts(remedy);
      lint.commands(remedy);
      lint.effects(remedy);
    }
  }

  private void form(Remedy remedy) {
    String id = remedy.id();
    if (remedy.entries().isEmpty()) {
      lacks(remedy, "the entries that " + id + " comes from", "write entries: […]");
    }
    if (!remedy.commands().isEmpty() && remedy.shell() == null) {
      lacks(remedy, "the shell of the commands of " + id, "write shell: " + shells());
    }
    if (remedy.verifySays() != null && remedy.verifyCommand() == null) {
      fault(
          "the command that prints what verify says at " + id,
          "none",
          line(remedy, "verify", "says"),
          "write command: beside says:, or say it in the words");
    }
    if (remedy.risk() == Risk.DESTRUCTIVE && !remedy.commands().isEmpty()) {
      fault(
          "no commands for " + id + ", since it is destructive",
          remedy.commands().get(0),
          line(remedy, "commands", "0"),
          "what loses data is never offered to paste and run; say in words what to do");
    }
    if (remedy.temporary() && !remedy.undoable()) {
      fault(
          "an undo of " + id + ", since it is temporary",
          "impossible",
          line(remedy, "undo"),
          "write undo: words or undo: {commands: […]}, or leave temporary out");
    }
  }

  private static String shells() {
    return String.join(" or ", Arrays.stream(Shell.values()).map(Kebab::word).toList());
  }

  private void required(Remedy remedy) {
    for (int i = 0; i < remedy.requires().size(); i++) {
      String required = remedy.requires().get(i);
      if (!remedies.containsKey(required)) {
        fault(
            "a remedy that " + remedy.id() + " requires",
            "\"" + required + "\"",
            line(remedy, "requires", String.valueOf(i)),
            Meant.hint(required, remedies.keySet()));
      }
    }
  }

  private void facts(Remedy remedy) {
    if (!(remedy.decision() instanceof Decision.ByFacts byFacts)) {
      return;
    }
    for (int i = 0; i < byFacts.by().size(); i++) {
      if (byFacts.by().get(i) instanceof Deciding.BySight sight) {
        Source source = line(remedy, "decidedBy", String.valueOf(i), "fact");
        WrittenPlace.of(
            "the place of a fact that decides " + remedy.id(), sight.fact(), source, faults);
        placeholders(
            "placeholders in the facts that decide " + remedy.id(),
            sight.fact(),
            source,
            OF_A_STEP);
      }
    }
  }

  private void commands(Remedy remedy) {
    lines(remedy, remedy.commands(), "commands");
    lines(remedy, remedy.undoCommands(), "undo", "commands");
    if (remedy.verifyCommand() != null) {
      filled(remedy, remedy.verifyCommand(), line(remedy, "verify", "command"));
    }
  }

  private void lines(Remedy remedy, List<String> commands, String... path) {
    for (int i = 0; i < commands.size(); i++) {
      List<String> item = new ArrayList<>(List.of(path));
      item.add(String.valueOf(i));
      filled(remedy, commands.get(i), line(remedy, item.toArray(String[]::new)));
    }
  }

  private void filled(Remedy remedy, String command, Source source) {
    placeholders("placeholders in the commands of " + remedy.id(), command, source, OF_A_STEP);
    for (String kind : new Sentence(command).formats()) {
      if (!KINDS_OF_ITEM.contains(kind)) {
        fault(
            "a kind of item in the commands of " + remedy.id() + ": " + KINDS_OF_ITEM,
            "\"" + kind + "\"",
            source,
            Meant.hint(kind, KINDS_OF_ITEM));
      }
    }
  }

  private void placeholders(String expected, String text, Source source, Set<String> known) {
    for (String name : new Sentence(text).placeholders()) {
      if (!known.contains(name)) {
        fault(
            expected + " out of " + new TreeSet<>(known),
            "{" + name + "}",
            source,
            Meant.hint(name, known));
      }
    }
  }

  private void effects(Remedy remedy) {
    remedy
        .effects()
        .forEach(
            (place, value) -> {
              Source source = line(remedy, "effects", place);
              if (place.equals("errors")) {
                if (!value.equals("gone")) {
                  fault(
                      "errors: gone among the effects of " + remedy.id(),
                      "errors: " + value,
                      source,
                      "write errors: gone");
                }
                return;
              }
              String known = "placeholders in the effects of " + remedy.id();
              placeholders(known, place + value, source, OF_AN_EFFECT);
              String there =
                  place.startsWith(Remedy.ON_BACKUP_SERVER)
                      ? place.substring(Remedy.ON_BACKUP_SERVER.length())
                      : place;
              WrittenPlace.of(
                      "the place of a fact that " + remedy.id() + " changes", there, source, faults)
                  .ifPresent(at -> effect(remedy, at, value, source));
            });
  }

  private void effect(Remedy remedy, FactPlace place, String value, Source source) {
    RecordShape shape = RecordShape.of(place.kind());
    FactKind kind = place.kind();
    if (kind.many() && place.keys().size() != shape.keys().size()) {
      List<String> keys = shape.keys().stream().map(RecordShape.Component::name).toList();
      fault(
          "the fact that " + remedy.id() + " changes",
          "all " + kind.property(),
          source,
          "name one: "
              + kind.property()
              + "["
              + String.join(", ", keys).toUpperCase(java.util.Locale.ROOT)
              + "]");
    }
    String component = place.component().orElse("present");
    Optional<String> form = shape.component(component).flatMap(part -> form(part, value));
    if (shape.component(component).isEmpty()) {
      List<String> known =
          shape.components().stream()
              .filter(part -> !part.key() && !part.name().equals("server"))
              .map(RecordShape.Component::name)
              .toList();
      fault(
          "what of " + kind.property() + " " + remedy.id() + " changes",
          "nothing after " + kind.property(),
          source,
          "write one of " + String.join(", ", known) + " after it");
    } else if (form.isPresent() && new Sentence(value).placeholders().isEmpty()) {
      fault(
          form.get() + " for " + component + " of " + kind.property(),
          "\"" + value + "\"",
          source,
          nearestWord(shape.component(component).orElseThrow(), value));
    }
  }

  /** Returns what a value must be where it is not that. */
  static Optional<String> form(RecordShape.Component part, String value) {
    Class<?> type = part.element().orElse(part.type());
    if (type.isEnum()) {
      List<String> words = words(type);
      return words.contains(value)
          ? Optional.empty()
          : Optional.of("one of " + String.join(", ", words));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Set.of("true", "false").contains(value)
          ? Optional.empty()
          : Optional.of("true or false");
    }
    if (type == Integer.class || type == Long.class) {
      return value.matches("-?\\d{1,18}") ? Optional.empty() : Optional.of("a whole number");
    }
    if (type == Version.class) {
      try {
        Version.parse(value);
      } catch (IllegalArgumentException e) {
        return Optional.of("a version such as 2.0.9249.0");
      }
    }
    return Optional.empty();
  }

  static @Nullable String nearestWord(RecordShape.Component part, String value) {
    Class<?> type = part.element().orElse(part.type());
    return type.isEnum() ? Meant.hint(value, words(type)) : null;
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(word -> Camel.word((Enum<?>) word)).toList();
  }

  private Source line(Remedy remedy, String... path) {
    return topic.line("remedies", remedy.id(), path);
  }

  private void lacks(Remedy remedy, String expected, String hint) {
    fault(expected, "none", line(remedy), hint);
  }

  private void fault(String expected, String found, Source source, @Nullable String hint) {
    faults.add(new Fault(expected, found, source, hint));
  }
}
