package dev.mabsplan.engine.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mabsplan.engine.pack.YamlNode.Mapping;
import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.InvalidFactsException;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.secret.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The facts that a scenario gives, each of which knows the line it was written on. */
public final class Given {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Mapping tree;
  private final String json;
  private final Facts facts;
  private final Messages messages;

  /**
   * Makes it from what was written.
   *
   * @param messages tells what is no secret, though it stands where one does
   * @throws InvalidFactsException where it is no facts document, with lines of the scenario file
   */
  Given(Mapping tree, Messages messages) {
    this.tree = tree;
    this.messages = messages;
    this.json = FactsTree.json(tree).toString();
    try {
      this.facts = FactsDocument.parse(json, messages);
    } catch (InvalidFactsException e) {
      throw new InvalidFactsException(asWritten(e.faults()));
    }
  }

  /** Returns faults of the facts with the lines of the scenario's files. */
  List<Fault> asWritten(List<Fault> faults) {
    return faults.stream().map(this::asWritten).toList();
  }

  private Fault asWritten(Fault fault) {
    Source source = fault.source();
    return new Fault(
        fault.expected(),
        fault.found(),
        source == null ? tree.source() : asWritten(source),
        fault.hint());
  }

  private Source asWritten(Source source) {
    return FactsTree.source(tree, source.pointer());
  }

  /** Returns the facts. */
  public Facts facts() {
    return facts;
  }

  /** Returns the facts as a facts document. */
  public String json() {
    return json;
  }

  /** Returns where in the scenario's files a fact was written. */
  public Optional<Source> source(Address address) {
    return facts.source(address).map(this::asWritten);
  }

  /** Returns the same facts with every list in another order. */
  Facts shuffled(Random random) {
    return FactsDocument.parse(shuffle(parse(json), random).toString(), messages);
  }

  private static JsonNode shuffle(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      Collections.shuffle(names, random);
      ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
      names.forEach(name -> shuffled.set(name, shuffle(object.get(name), random)));
      return shuffled;
    }
    if (node instanceof ArrayNode array) {
      List<JsonNode> items = new ArrayList<>();
      array.forEach(item -> items.add(shuffle(item, random)));
      Collections.shuffle(items, random);
      return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
    return node;
  }

  /** Returns a facts document that mabsplan wrote as a tree. */
  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no facts document: " + e.getOriginalMessage(), e);
    }
  }
}
