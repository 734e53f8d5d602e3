package dev.mabsplan.facts.document;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.json.Json;
import dev.mabsplan.facts.secret.Messages;
import dev.mabsplan.facts.secret.SecretNames;
import dev.mabsplan.facts.secret.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes what is secret out of the JSON of a facts document, before any of it becomes a fact or is
 * quoted in a fault. Every value keeps its place.
 */
final class DocumentSecrets {

  /** Fields whose value is that of what another field of the object names. */
  private static final Set<String> VALUES = Set.of("value", "data");

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final String file;
  private final Messages messages;
  private final Map<String, List<Source>> leftOut = new LinkedHashMap<>();

  DocumentSecrets(String file, Messages messages) {
    this.file = file;
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
  Json removedFrom(Json document) {
    return removedFrom("", document);
  }

  private Json removedFrom(String name, Json json) {
    if (json instanceof Json.Text text) {
      String clean = clean(name, text.value(), text.place());
      return clean.equals(text.value()) ? text : new Json.Text(text.place(), clean);
    }
    if (json instanceof Json.Numeral number && SecretNames.isSecret(name)) {
      return new Json.Text(number.place(), clean(name, number.text(), number.place()));
    }
    if (json instanceof Json.JsonArray list) {
      List<Json> items = new ArrayList<>(list.items().size());
      for (Json item : list.items()) {
        items.add(removedFrom(name, item));
      }
      return new Json.JsonArray(list.place(), items);
    }
    return json instanceof Json.JsonObject object ? fieldsOf(name, object) : json;
  }

  private Json fieldsOf(String nameOfObject, Json.JsonObject object) {
    String named = nameIn(object);
    List<Json.Field> fields = new ArrayList<>();
    for (Json.Field field : object.fields()) {
      String name = field.name();
      if (VALUES.contains(name) && !named.isEmpty()) {
        name = named;
      } else if (SecretNames.isSecret(nameOfObject) && isNoTime(field.value())) {
        // such as {"configured": "…"} of a passphrase, where only true or false belongs
        name = nameOfObject;
      }
      fields.add(new Json.Field(field.place(), field.name(), removedFrom(name, field.value())));
    }
    return new Json.JsonObject(object.place(), fields);
  }

  private static boolean isNoTime(Json json) {
    return json instanceof Json.Text text && !TIME.matcher(text.value()).lookingAt();
  }

  private static String nameIn(Json.JsonObject object) {
    for (Json.Field field : object.fields()) {
      if (field.name().equals("name")) {
        return field.value() instanceof Json.Text text ? text.value() : "";
      }
    }
    return "";
  }

  private String clean(String name, String value, Json.Place place) {
    Secrets.Cleaned cleaned = Secrets.removedFromValue(name, value, messages);
    cleaned
        .removals()
        .forEach(
            removal ->
                leftOut
                    .computeIfAbsent(removal.what(), what -> new ArrayList<>())
                    .add(place.source(file)));
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
