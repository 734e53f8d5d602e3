package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.engine.session.WrittenRules;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that is wrong with rule packs at once, as far as it can be told without facts.
 *
 * <p>There are four layers, and each waits until nothing is wrong in the one before, since it would
 * only repeat in other words what is wrong there:
 *
 * <ol>
 *   <li>the form of all files: YAML, the fields and words of {@code pack.yaml} and {@code
 *       topic.yaml}, files that are missing or that nobody reads, DRL that can't be parsed;
 *   <li>what they mean together: ids that are referred to, words, symptoms, operations, circles of
 *       remedies, and the form of every rule;
 *   <li>what the compiler of the rules says;
 *   <li>what probes ask: their samples, facts that are asked and nobody reads, facts that rules
 *       read and nobody asks; and sentences that nobody has written yet.
 * </ol>
 *
 * <p>Inside a layer no fault hides another, whichever topic or pack it is in.
 */
public final class Lint {

  private static final Comparator<Fault> BY_PLACE =
      Comparator.comparing((Fault fault) -> place(fault.source()).file())
          .thenComparingInt(fault -> place(fault.source()).line())
          .thenComparingInt(fault -> place(fault.source()).column())
          .thenComparing(Fault::message);

  private Lint() {}

  /**
   * Checks packs that are to work together.
   *
   * @return what is wrong, by file and line, each once; empty where the packs can be used
   */
  public static List<Fault> check(Collection<PackFiles> packs) {
    List<Fault> faults = new ArrayList<>();
    List<RulePack> read = packs.stream().map(files -> PackReader.read(files, faults)).toList();
    return check(read, faults);
  }

  /** Checks packs that were read before; the faults that reading them found come first. */
  private static List<Fault> check(Collection<RulePack> unsorted, List<Fault> faults) {
    List<RulePack> packs = inOrder(unsorted);
    WrittenRules rules = WrittenRules.of(packs);
    refused(packs, rules, faults);
    if (faults.isEmpty()) {
      compile(packs, rules, faults);
    }
    if (faults.isEmpty()) {
      asked(packs, rules, faults);
    }
    return sorted(faults);
  }

  /**
   * Finds for what packs are refused before their rules are compiled: the first two layers.
   *
   * @param rules what their rules say
   * @param faults takes what is wrong; what reading the files found is in it already
   */
  static void refused(List<RulePack> packs, WrittenRules rules, List<Fault> faults) {
    faults.addAll(rules.syntax());
    if (faults.isEmpty()) {
      PackLint.checkThere(packs, faults);
    }
    if (faults.isEmpty()) {
      PackLint.check(packs, faults);
      faults.addAll(rules.form());
      RuleLint.check(rules.outlines(), packs, faults);
    }
  }

  /**
   * Returns what packs know of which the data and words are right, whatever their rules are.
   *
   * @throws InvalidPackException with what is wrong with data and words
   */
  public static Knowledge knowledge(Collection<RulePack> packs) {
    List<Fault> faults = new ArrayList<>();
    PackLint.check(inOrder(packs), faults);
    if (!faults.isEmpty()) {
      throw new InvalidPackException(faults);
    }
    return new Knowledge(packs);
  }

  /**
   * Checks what the probes of packs ask, in which nothing else is wrong. No plan needs that: it
   * takes time to read all samples.
   *
   * @return what is wrong, by file and line, each once
   */
  public static List<Fault> checkAsked(Collection<RulePack> packs) {
    List<Fault> faults = new ArrayList<>();
    asked(packs, WrittenRules.of(packs), faults);
    return sorted(faults);
  }

  private static void asked(Collection<RulePack> packs, WrittenRules rules, List<Fault> faults) {
    List<Fact> told = SampleLint.check(packs, faults);
    AskedLint.check(rules.outlines(), packs, told, faults);
    UnwrittenLint.check(rules.outlines(), packs, faults);
  }

  private static void compile(Collection<RulePack> packs, WrittenRules rules, List<Fault> faults) {
    try {
      RuleBase.compile(packs, rules);
    } catch (InvalidPackException e) {
      faults.addAll(e.faults());
    }
  }

  static List<RulePack> inOrder(Collection<RulePack> packs) {
    return packs.stream().sorted(Comparator.comparing(RulePack::id)).toList();
  }

  /** Returns faults by file and line, each once. */
  static List<Fault> sorted(Collection<Fault> faults) {
    return faults.stream().sorted(BY_PLACE).distinct().toList();
  }

  private static Source place(@Nullable Source source) {
    return source == null ? Source.of("") : source;
  }
}
