package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.Operation;
import java.util.List;
import java.util.Optional;

/**
 * One error of a report, and what is made of it: known where something decides, else with hints,
 * else unexplained.
 *
 * @param text what it says
 * @param recognitions the symptoms that it is
 * @param said the facts that it states
 * @param hints what it may be, the likeliest first; none where it is known
 * @param code what the product's public catalogue says of its number, where no rule knows that;
 *     empty where it says nothing or something else decided
 * @param operation what was being done, where the error tells; empty where it does not
 * @param explained whether it is known or what it may be is told by more than what it speaks of
 */
public record Understood(
    ErrorText text,
    List<Recognition> recognitions,
    List<Said> said,
    List<Hint> hints,
    Optional<ErrorCode> code,
    Optional<Operation> operation,
    boolean explained) {

  /** Makes the lists unmodifiable. */
  public Understood {
    recognitions = List.copyOf(recognitions);
    said = List.copyOf(said);
    hints = List.copyOf(hints);
  }

  /** Returns an error that nothing is known of. */
  static Understood unknown(
      ErrorText text, Optional<ErrorCode> code, Optional<Operation> operation) {
    return new Understood(text, List.of(), List.of(), List.of(), code, operation, false);
  }

  /** Returns the same, of which a person has said what it is. */
  Understood settled(List<Recognition> symptoms, List<Said> facts) {
    return new Understood(text, symptoms, facts, List.of(), Optional.empty(), operation, true);
  }

  /** Returns the same, with fewer symptoms and hints. */
  Understood withOnly(List<Recognition> symptoms, List<Hint> fewer) {
    boolean lost = symptoms.size() < recognitions.size() || fewer.size() < hints.size();
    boolean left = !symptoms.isEmpty() || !said.isEmpty() || !fewer.isEmpty();
    return new Understood(
        text, symptoms, said, fewer, code, operation, explained && (left || !lost));
  }

  /** Whether the product's catalogue says that there is nothing to mend on any server. */
  public boolean onlyTold() {
    return !known() && hints.isEmpty() && code.isPresent() && code.get().families().isEmpty();
  }

  /** Whether something in it decided. */
  public boolean known() {
    return !recognitions.isEmpty() || !said.isEmpty();
  }
}
