package dev.mabsplan.facts.document;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.privacy.SecretNames;
import dev.mabsplan.facts.privacy.Secrets;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import dev.mabsplan.facts.tree.Node.Scalar;
import dev.mabsplan.facts.tree.Node.Scalar.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes what is secret out of a facts document, before any of it becomes a fact or is quoted in a
 * fault. Every value keeps its place.
 */
final class DocumentSecrets {

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final Messages messages;
  private final Map<String, List<Source>> leftOut = new LinkedHashMap<>();

  /** Whether a name is that of a secret: a document has few names, and each of them many times. */
  private final Map<String, Boolean> secretNames = new HashMap<>();

  DocumentSecrets(Messages messages) {
    this.messages = messages;
  }

  /** Returns what was left out so far, one entry a kind of secret. */
  List<FactsDocument.LeftOut> leftOut() {
    List<FactsDocument.LeftOut> all = new ArrayList<>();
    leftOut.forEach(
        (what, places) -> all.add(new FactsDocument.LeftOut(places.get(0), what, places.size())));
    return all;
  }

  /** Returns a document without what is secret in it. */
  Node removedFrom(Node document) {
    return removedFrom("", document);
  }

  private Node removedFrom(String name, Node node) {
    if (node instanceof Scalar scalar) {
      boolean searched = scalar.is(Kind.TEXT) || (scalar.is(Kind.NUMBER) && isSecret(name));
      return searched ? removedFrom(name, scalar) : scalar;
    }
    if (node instanceof Items list) {
      List<Node> items = new ArrayList<>(list.items().size());
      for (Node item : list.items()) {
        items.add(removedFrom(name, item));
      }
      return new Items(list.source(), items);
    }
    return fieldsOf(name, (Mapping) node);
  }

  private Scalar removedFrom(String name, Scalar scalar) {
    String clean = clean(name, scalar.text(), scalar.source());
    return clean.equals(scalar.text()) && scalar.is(Kind.TEXT)
        ? scalar
        : new Scalar(scalar.source(), clean, Kind.TEXT);
  }

  private Mapping fieldsOf(String nameOfObject, Mapping object) {
    String named = nameIn(object);
    boolean secret = isSecret(nameOfObject);
    List<Field> fields = new ArrayList<>(object.fields().size());
    for (Field field : object.fields()) {
      String name = field.name();
      if (SecretNames.isOfNamed(name) && !named.isEmpty()) {
        name = named;
      } else if (secret && isNoTime(field.value())) {
        // such as {"configured": "…"} of a passphrase, where only true or false belongs
        name = nameOfObject;
      }
      fields.add(new Field(field.source(), field.name(), removedFrom(name, field.value())));
    }
    return new Mapping(object.source(), fields);
  }

  private boolean isSecret(String name) {
    return secretNames.computeIfAbsent(name, SecretNames::isSecret);
  }

  private static boolean isNoTime(Node node) {
    return node instanceof Scalar text
        && text.is(Kind.TEXT)
        && !TIME.matcher(text.text()).lookingAt();
  }

  private static String nameIn(Mapping object) {
    return object.text("name").orElse("");
  }

  private String clean(String name, String value, Source source) {
    Secrets.Cleaned cleaned =
        isSecret(name)
            ? Secrets.removedFromValue(name, value, messages)
            : Secrets.removedFromMessage(value, messages);
    for (Secrets.Removal removal : cleaned.removals()) {
      leftOut.computeIfAbsent(removal.what(), what -> new ArrayList<>()).add(source);
    }
    return cleaned.text();
  }

  /** Returns the faults of a text that is no JSON, without what is secret in what was found. */
  static InvalidFactsException removedFrom(InvalidFactsException invalid, String text) {
    List<Fault> faults = new ArrayList<>();
    for (Fault fault : invalid.faults()) {
      boolean secret = fault.source() != null && isSecret(fault.found(), fault.source(), text);
      faults.add(
          secret
              ? new Fault(fault.expected(), "something secret", fault.source(), fault.hint())
              : fault);
    }
    return new InvalidFactsException(faults);
  }

  private static boolean isSecret(String found, Source source, String text) {
    String word = found.replace("…", "");
    return source.line() > 0
        && lineOf(text, source).contains(word)
        && !lineOf(Secrets.removedFrom(text).text(), source).contains(word);
  }

  private static String lineOf(String text, Source source) {
    return text.lines().skip(source.line() - 1L).findFirst().orElse("");
  }
}
