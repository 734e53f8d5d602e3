package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.fault.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One folder of a rule pack.
 *
 * @param name the folder's name
 * @param pack id of the pack
 * @param drl the text of {@code rules.drl}
 * @param drlFile where that text was read, for messages
 * @param keys the long names that its rules may call by a short one
 * @param entries the catalogue entries the topic stands on: id and source
 * @param symptoms the errors it knows
 * @param problems what can be wrong
 * @param remedies what can be done
 * @param probes what it asks
 * @param samples what the commands of its probes print, by the name of a file in {@code samples}
 * @param checks what should be so whatever the problem is
 * @param statements what people say that is a fact
 * @param terms the words that only its own tellings need
 * @param words the words, by language
 * @param lines where the pieces of its {@code topic.yaml} stand
 * @param probeLines where the pieces of its {@code probes.yaml} stand
 */
public record Topic(
    String name,
    String pack,
    String drl,
    String drlFile,
    Keys keys,
    Map<String, String> entries,
    List<KnownSymptom> symptoms,
    List<KnownProblem> problems,
    List<Remedy> remedies,
    List<Probe> probes,
    Map<String, String> samples,
    List<BasicCheck> checks,
    List<KnownStatement> statements,
    List<Term> terms,
    Map<Language, Words> words,
    Lines lines,
    Lines probeLines) {

  /** Returns the same topic with others in the place of some of its remedies. */
  Topic with(Map<String, Remedy> others) {
    return new Topic(
        name,
        pack,
        drl,
        drlFile,
        keys,
        entries,
        symptoms,
        problems,
        remedies.stream().map(remedy -> others.getOrDefault(remedy.id(), remedy)).toList(),
        probes,
        samples,
        checks,
        statements,
        terms,
        words,
        lines,
        probeLines);
  }

  /** Returns the DRL package the topic's rules are in: pack and topic. */
  public String drlPackage() {
    return pack + "." + name;
  }

  /**
   * Returns where something that the topic defines stands in {@code topic.yaml} or, where it is not
   * there, the innermost piece around it that is.
   *
   * @param section such as {@code remedies}
   * @param id topic and name
   * @param path names of mappings and, for items of lists, their index from 0 on
   */
  public Source line(String section, String id, String... path) {
    String[] whole = new String[path.length + 2];
    whole[0] = section;
    whole[1] = nameOf(id);
    System.arraycopy(path, 0, whole, 2, path.length);
    return lines.at(whole);
  }

  /** Returns where a probe stands in {@code probes.yaml}, or a piece of it. */
  public Source probeLine(String id, String... path) {
    String[] whole = new String[path.length + 1];
    whole[0] = nameOf(id);
    System.arraycopy(path, 0, whole, 1, path.length);
    return probeLines.at(whole);
  }

  /** Returns the sample of a probe: the file in {@code samples} that is called like it. */
  public Optional<String> sample(Probe probe) {
    return samples.entrySet().stream()
        .filter(sample -> isOf(sample.getKey(), probe))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Returns whether a file in {@code samples} is the sample of a probe. */
  public boolean isOf(String file, Probe probe) {
    return file.replaceFirst("\\.[a-z]+$", "").equals(nameOf(probe.id()));
  }

  /** Returns the name of something that the topic defines, without the topic. */
  public String nameOf(String id) {
    return id.substring(id.indexOf('/') + 1);
  }
}
