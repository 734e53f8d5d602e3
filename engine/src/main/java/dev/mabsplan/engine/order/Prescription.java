package dev.mabsplan.engine.order;

import dev.mabsplan.engine.finding.Derivation;
import dev.mabsplan.engine.pack.Remedy;
import java.util.List;
import java.util.Set;

/**
 * A remedy that one case asks for.
 *
 * @param asker the case
 * @param remedy the remedy
 * @param key the step it is
 * @param status how sure it is that it is needed
 * @param because the evidence; empty where it only follows from the problem
 * @param items what is missing or, where nobody looked, what must be so; sorted
 * @param path where it stands in the treatment, such as {@code rivals 2 of 6}; empty for the only
 *     remedy
 * @param after steps that come before it where they are in the plan
 * @param retry whether it is the retry of the case
 * @param look minutes of the look that tells whether it is needed
 */
public record Prescription(
    Case asker,
    Remedy remedy,
    StepKey key,
    Status status,
    List<Derivation> because,
    List<String> items,
    String path,
    Set<StepKey> after,
    boolean retry,
    int look) {

  /** What follows from the problem is likelier than what others of its class are. */
  private static final long FOLLOWS = 4;

  /** Returns how likely it is what helps, among what else may. */
  public long weight() {
    long weight = remedy.likelihood().weight();
    return status == Status.REQUIRED && !retry ? FOLLOWS * weight : weight;
  }

  /**
   * Returns what it takes to come to know whether it is needed or, where no look tells, to do it.
   */
  public long minutes() {
    return status == Status.CHECK ? look : remedy.effort().minutes();
  }

  /** What one is derived from is much, and its step and its status tell nearly all apart. */
  @Override
  public int hashCode() {
    return 31 * key.hashCode() + status.hashCode();
  }

  Prescription withStatus(Status other) {
    return new Prescription(asker, remedy, key, other, because, items, path, after, retry, look);
  }

  Prescription withAfter(Set<StepKey> other) {
    return new Prescription(asker, remedy, key, status, because, items, path, other, retry, look);
  }
}
