package dev.mabsplan.facts.document;

import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.tree.Node;

/** Facts that stand within another document, such as a scenario. */
public final class FactsInTree {

  private FactsInTree() {}

  /**
   * Reads what stands there as a facts document of its own.
   *
   * @param messages tells what is no secret, though it stands where one does
   * @throws dev.mabsplan.facts.fault.InvalidFactsException where it is no facts document
   */
  public static Facts facts(Node document, Messages messages) {
    return FactsDocument.reading(document, messages).facts();
  }
}
