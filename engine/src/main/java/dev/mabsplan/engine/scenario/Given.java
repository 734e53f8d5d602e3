package dev.mabsplan.engine.scenario;

import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.document.FactsInTree;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.tree.JsonObject;
import dev.mabsplan.facts.tree.Node;
import dev.mabsplan.facts.tree.Node.Field;
import dev.mabsplan.facts.tree.Node.Items;
import dev.mabsplan.facts.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The facts that a scenario gives, each of which knows the line it was written on. */
public final class Given {

  private final Mapping document;
  private final Messages messages;
  private final Facts facts;

  /**
   * Makes it from what was written.
   *
   * @param messages tells what is no secret, though it stands where one does
   * @throws InvalidFactsException where it is no facts document, with lines of the scenario file
   */
  Given(Mapping tree, Messages messages) {
    this.document = FactsTree.asJson(tree);
    this.messages = messages;
    this.facts = FactsInTree.facts(document, messages);
  }

  /** Returns the facts. */
  public Facts facts() {
    return facts;
  }

  /** Returns the facts as a facts document. */
  public String json() {
    return JsonObject.of(document).oneLine();
  }

  /** Returns where in the scenario's files a fact was written. */
  public Optional<Source> source(Address address) {
    return facts.source(address);
  }

  /** Returns the same facts with every list in another order. */
  Facts shuffled(Random random) {
    Mapping shuffled = (Mapping) shuffle(document, random);
    return FactsDocument.parse(JsonObject.of(shuffled).oneLine(), messages);
  }

  private static Node shuffle(Node node, Random random) {
    if (node instanceof Mapping object) {
      List<Field> fields = new ArrayList<>(object.fields());
      Collections.shuffle(fields, random);
      fields.replaceAll(
          field -> new Field(field.source(), field.name(), shuffle(field.value(), random)));
      return new Mapping(object.source(), fields);
    }
    if (node instanceof Items list) {
      List<Node> items = new ArrayList<>();
      list.items().forEach(item -> items.add(shuffle(item, random)));
      Collections.shuffle(items, random);
      return new Items(list.source(), items);
    }
    return node;
  }
}
