package dev.mabsplan.engine.foresight;

import dev.mabsplan.engine.plan.Question;
import java.util.List;

/**
 * What the answers to a question would make of a plan.
 *
 * @param question the question
 * @param prospects what each answer would do; of each fact, those that come to the same in one
 * @param joints where no answer does anything alone: what one does together with another
 * @param whole whether these are all the answers that could come to anything; else there may be
 *     others, such as a name that another fact must have too, or it takes more than two answers
 *     together
 */
public record Outlook(
    Question question, List<Prospect> prospects, List<Joint> joints, boolean whole) {

  /** Copies the lists. */
  public Outlook {
    prospects = List.copyOf(prospects);
    joints = List.copyOf(joints);
  }

  /** Returns whether some answer changes what is to be done, alone. */
  public boolean changesSomething() {
    return prospects.stream().anyMatch(Prospect::changes);
  }

  /** Returns whether no answer changes anything, neither alone nor with another. */
  public boolean isIdle() {
    return whole && !changesSomething() && joints.isEmpty();
  }
}
