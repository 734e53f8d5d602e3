package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.KnownStatement;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Telling;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.shape.Nearest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds symptoms to being recognised, and each by what no other is recognised by. */
final class SymptomLint {

  private static final Set<String> FILLED = Set.of("server", "dataSource");

  private static final Pattern ONE_WORD = Pattern.compile("\\p{L}+");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Punct}]+");

  private final KnownNames names;
  private final List<Fault> faults;
  private final Map<String, Owner> owners = new HashMap<>();

  /** Who is recognised by something, and where that is written. */
  private record Owner(String symptom, Source source) {}

  private SymptomLint(KnownNames names, List<Fault> faults) {
    this.names = names;
    this.faults = faults;
  }

  /**
   * Checks the symptoms of all topics.
   *
   * @param families the topics whose symptoms a catalogue of errors names
   * @param names the products and providers that are known
   */
  static void check(
      Collection<Topic> topics, Set<String> families, KnownNames names, List<Fault> faults) {
    SymptomLint lint = new SymptomLint(names, faults);
    for (Topic topic : topics) {
      for (KnownSymptom symptom : topic.symptoms()) {
        if (!families.contains(topic.name())) {
          lint.recognized(topic, symptom);
        }
        lint.products(topic, symptom);
        lint.decideAlone(topic, symptom);
      }
    }
  }

  /**
   * Checks what tellings are made of, and what statements state.
   *
   * @param terms the names of all terms
   * @param problems the ids of all problems
   */
  static void checkTellings(
      Collection<Topic> topics,
      Collection<String> terms,
      Collection<String> problems,
      List<Fault> faults) {
    SymptomLint lint = new SymptomLint(KnownNames.NONE, faults);
    for (Topic topic : topics) {
      for (KnownSymptom symptom : topic.symptoms()) {
        lint.terms(symptom.tellings(), terms, topic.line("symptoms", symptom.id()));
        lint.terms(symptom.beside(), terms, topic.line("symptoms", symptom.id(), "beside"));
      }
      for (KnownStatement statement : topic.statements()) {
        lint.terms(statement.tellings(), terms, topic.line("statements", statement.id()));
        lint.statement(topic, statement, problems);
      }
    }
  }

  private void terms(List<Telling> tellings, Collection<String> known, Source source) {
    for (Telling telling : tellings) {
      if (telling.terms().isEmpty()) {
        fault("a telling of at least one term", "none", source, "write it as a list: [replica]");
      }
      terms(telling.terms(), known, source);
      terms(telling.without(), known, source);
    }
  }

  private void terms(Collection<String> used, Collection<String> known, Source source) {
    for (String term : used) {
      if (!known.contains(term)) {
        fault(
            "a term that terms.yaml or a topic's terms define",
            "\"" + term + "\"",
            source,
            Meant.hint(term, known));
      }
    }
  }

  private void statement(Topic topic, KnownStatement statement, Collection<String> problems) {
    if (!problems.contains(statement.problem())) {
      fault(
          "a problem that a pack knows",
          "\"" + statement.problem() + "\"",
          topic.line("statements", statement.id(), "problem"),
          Meant.hint(statement.problem(), problems));
    }
    statement
        .facts()
        .forEach(
            (place, value) -> {
              try {
                FactPlace.parse(place).with("", value.contains("{") ? "1.0" : value);
              } catch (IllegalArgumentException e) {
                fault(
                    "the place of a fact and a value that it can have",
                    place + ": " + value + ": " + e.getMessage(),
                    topic.line("statements", statement.id(), "facts", place),
                    "write it as in {services[VSS].startType: disabled}");
              }
            });
  }

  private void recognized(Topic topic, KnownSymptom symptom) {
    boolean numbered = !symptom.ids().isEmpty() || !symptom.names().isEmpty();
    boolean generic = !symptom.genericIds().isEmpty();
    boolean coded = !symptom.codes().isEmpty();
    boolean said = !symptom.messages().isEmpty();
    boolean operates = !symptom.operations().isEmpty() || !symptom.beside().isEmpty();
    boolean told = !symptom.tellings().isEmpty();
    if (!(numbered || generic || coded || said || told)) {
      fault(
          "an id, code, name or message that " + symptom.id() + " is recognised by",
          "none",
          line(topic, symptom),
          "write ids: {dpm: […]}, codes, names or messages, or says: with decisive words");
    } else if (!numbered && generic && !(coded || said || operates || told)) {
      fault(
          "a message, operation or code beside the generic ids of " + symptom.id(),
          "none",
          line(topic, symptom, "genericIds"),
          "write them under ids where they decide alone");
    } else if (!(numbered || generic || coded) && symptom.genericMessages()) {
      fault(
          "an id, code or name beside the generic messages of " + symptom.id(),
          "none",
          line(topic, symptom, "genericMessages"),
          "leave genericMessages out where a message decides alone");
    }
    if (operates && !generic) {
      String section = symptom.operations().isEmpty() ? "beside" : "operations";
      fault(
          "genericIds beside the operations of " + symptom.id(),
          "none",
          line(topic, symptom, section),
          "an operation only tells what a generic id means; take it out, or mark the ids generic");
    }
  }

  private void products(Topic topic, KnownSymptom symptom) {
    for (String section : List.of("ids", "genericIds")) {
      Map<String, Set<Integer>> numbers =
          section.equals("ids") ? symptom.ids() : symptom.genericIds();
      for (String product : numbers.keySet()) {
        boolean known =
            names.products().containsKey(product)
                || names.isOfAnyServer(product)
                || names.isOfBackupServer(product);
        String near = known ? null : Meant.hint(product, shortNames());
        if (near != null) {
          fault(
              "one of " + String.join(", ", shortNames()) + " or the provider of a Windows event",
              "\"" + product + "\"",
              line(topic, symptom, section, product),
              near);
        }
      }
    }
  }

  /** Returns the products as packs call them, in a word. */
  private List<String> shortNames() {
    return names.products().keySet().stream()
        .filter(name -> ONE_WORD.matcher(name).matches())
        .sorted()
        .toList();
  }

  /** What decides alone decides for one symptom. */
  private void decideAlone(Topic topic, KnownSymptom symptom) {
    symptom
        .ids()
        .forEach(
            (product, ids) -> {
              String catalogue = names.family(product);
              for (int id : ids) {
                own(
                    "id " + id + " of " + product,
                    "id " + id + " " + catalogue,
                    symptom,
                    line(topic, symptom, "ids", product),
                    "mark it generic in both, or leave it in one");
              }
            });
    int index = 0;
    for (String name : symptom.names()) {
      own(
          "the name " + name,
          "name " + name.toLowerCase(Locale.ROOT),
          symptom,
          line(topic, symptom, "names", String.valueOf(index++)),
          "leave it in one");
    }
    messages(topic, symptom);
  }

  private void messages(Topic topic, KnownSymptom symptom) {
    List<Source> lines = topic.lines().texts("symptoms", topic.nameOf(symptom.id()), "messages");
    for (int i = 0; i < symptom.messages().size(); i++) {
      String message = symptom.messages().get(i);
      Source source = lines.get(i);
      placeholders(message, source);
      if (!symptom.genericMessages()) {
        own(
            "the message " + Fault.quote(message),
            "message " + folded(message),
            symptom,
            source,
            "mark the messages generic in both, or leave it in one");
      }
    }
  }

  private static String folded(String message) {
    return PUNCTUATION.matcher(message).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** Any name stands for anything, but these two are taken from the message. */
  private void placeholders(String message, Source source) {
    for (String name : new Sentence(message).placeholders()) {
      for (String filled : FILLED) {
        if (!name.equals(filled) && Nearest.distance(name, filled) <= 2) {
          fault(
              "{" + filled + "}, or a name unlike it",
              "{" + name + "}",
              source,
              "did you mean {" + filled + "}?");
        }
      }
    }
  }

  private void own(String what, String key, KnownSymptom symptom, Source source, String hint) {
    Owner other = owners.putIfAbsent(key, new Owner(symptom.id(), source));
    if (other != null && !other.symptom().equals(symptom.id())) {
      fault(
          "one symptom for " + what,
          symptom.id() + " and " + other.symptom() + " at " + other.source(),
          source,
          hint);
    }
  }

  private static Source line(Topic topic, KnownSymptom symptom, String... path) {
    return topic.line("symptoms", symptom.id(), path);
  }

  private void fault(String expected, String found, Source source, @Nullable String hint) {
    faults.add(new Fault(expected, found, source, hint));
  }
}
