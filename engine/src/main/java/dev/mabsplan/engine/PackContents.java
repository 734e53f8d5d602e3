package dev.mabsplan.engine;

import dev.mabsplan.engine.collect.Lookup;
import dev.mabsplan.engine.lint.Lint;
import dev.mabsplan.engine.outcome.Outcome;
import dev.mabsplan.engine.outcome.Suggestion;
import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.symptom.KnownMessages;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.engine.symptom.Situation;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Probes;
import dev.mabsplan.facts.privacy.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What rule packs know beside their rules: questions, messages, names. For what makes no plan, and
 * so need not compile a rule. Immutable.
 */
public final class PackContents {

  private final Knowledge knowledge;

  PackContents(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Reads packs that are to work together, and nothing of their rules.
   *
   * @throws InvalidPackException where their data or words are not as they must be
   */
  public static PackContents of(Collection<PackFiles> files) {
    List<Fault> faults = new ArrayList<>();
    List<RulePack> packs = files.stream().map(one -> PackReader.read(one, faults)).toList();
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    return new PackContents(Lint.knowledge(packs));
  }

  /** Returns the messages that the packs know, for reading facts: none of them is a secret. */
  public Messages messages() {
    return KnownMessages.of(knowledge);
  }

  /** Returns what the packs say of answers to their questions, for reading those. */
  public Probes answers() {
    return knowledge.answers();
  }

  /** Returns every look at a server that the packs ask for. */
  public List<Lookup> lookups() {
    return Lookup.ofAll(knowledge);
  }

  /** Returns the names of the servers of facts, those included that only a message names. */
  public Set<String> servers(Facts facts) {
    Set<String> names = new TreeSet<>();
    Situation.of(facts, Recognizer.of(knowledge)).servers().stream()
        .map(Server::name)
        .forEach(names::add);
    return names;
  }

  /** Returns what came of the attempts among facts. */
  public List<Outcome> outcomes(Facts facts) {
    return Outcome.of(facts, knowledge);
  }

  /**
   * Returns the likelihoods that outcomes suggest, where they are other than those of the packs.
   */
  public List<Suggestion> suggestions(List<Outcome> outcomes) {
    return Suggestion.of(outcomes, knowledge);
  }
}
