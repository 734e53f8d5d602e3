package dev.mabsplan.engine;

import dev.mabsplan.engine.pack.InvalidPackException;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackLint;
import dev.mabsplan.engine.pack.PackReader;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.SampleLint;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.Source;
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

  /** Checks packs that were read before. */
  static List<Fault> checkRead(Collection<RulePack> packs) {
    return check(packs, new ArrayList<>());
  }

  private static List<Fault> check(Collection<RulePack> unsorted, List<Fault> faults) {
    List<RulePack> packs = unsorted.stream().sorted(Comparator.comparing(RulePack::id)).toList();
    RuleBase.checkSyntax(packs, faults);
    if (faults.isEmpty()) {
      PackLint.checkThere(packs, faults);
    }
    if (faults.isEmpty()) {
      PackLint.check(packs, faults);
      RuleBase.check(packs, faults);
    }
    if (faults.isEmpty()) {
      compile(packs, faults);
    }
    if (faults.isEmpty()) {
      asked(packs, faults);
      PackLint.checkWritten(packs, faults);
    }
    return faults.stream().sorted(BY_PLACE).distinct().toList();
  }

  /**
   * Checks what the probes of packs ask, in which nothing else is wrong. No plan needs that: it
   * takes time to read all samples.
   *
   * @return what is wrong, by file and line, each once
   */
  public static List<Fault> checkAsked(Collection<RulePack> packs) {
    List<Fault> faults = new ArrayList<>();
    asked(packs, faults);
    PackLint.checkWritten(packs, faults);
    return faults.stream().sorted(BY_PLACE).distinct().toList();
  }

  private static void asked(Collection<RulePack> packs, List<Fault> faults) {
    RuleBase.checkAsked(packs, SampleLint.check(packs, faults), faults);
  }

  private static void compile(Collection<RulePack> packs, List<Fault> faults) {
    try {
      RuleBase.compile(packs);
    } catch (InvalidPackException e) {
      faults.addAll(e.faults());
    }
  }

  private static Source place(@Nullable Source source) {
    return source == null ? Source.of("") : source;
  }
}
