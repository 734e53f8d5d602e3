package dev.mabsplan.engine.pack;

import java.util.List;
import java.util.Map;

/**
 * One folder of a rule pack.
 *
 * @param name the folder's name
 * @param pack id of the pack
 * @param drl the text of {@code rules.drl}
 * @param drlFile where that text was read, for messages
 * @param entries the catalogue entries the topic stands on: id and source
 * @param symptoms the errors it knows
 * @param problems what can be wrong
 * @param remedies what can be done
 * @param checks what should be so whatever the problem is
 * @param words the words, by language
 */
public record Topic(
    String name,
    String pack,
    String drl,
    String drlFile,
    Map<String, String> entries,
    List<KnownSymptom> symptoms,
    List<KnownProblem> problems,
    List<Remedy> remedies,
    List<BasicCheck> checks,
    Map<Language, Words> words) {

  /** Returns the DRL package the topic's rules are in: pack and topic. */
  public String drlPackage() {
    return pack + "." + name;
  }
}
