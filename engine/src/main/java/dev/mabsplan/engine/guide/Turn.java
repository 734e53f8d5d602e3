package dev.mabsplan.engine.guide;

import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Optional;

/** What is next for somebody who follows a plan. */
public sealed interface Turn {

  /** Returns what is worth finding out before anything is done. */
  default List<Question> questions() {
    if (this instanceof Carry carry) {
      return carry.isList()
          ? carry.step().looks().stream()
              .flatMap(look -> look.questions().stream())
              .distinct()
              .toList()
          : carry.first();
    }
    return this instanceof FindOut find ? find.questions() : List.of();
  }

  /**
   * To say what an error is in which nothing decides.
   *
   * @param error where the error stands
   * @param headline what it says
   * @param candidates what it may be, the likeliest first; at least one
   */
  record Settle(Address error, String headline, List<Candidate> candidates) implements Turn {
    public Settle {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * To carry out a step, and to say what came of it.
   *
   * @param step the step
   * @param undo how it is undone, where it was only for a test: whatever came of it
   * @param retry what tells whether it helped, where that has no turn of its own: it was done
   *     before, or comes before the undoing
   * @param first what is worth finding out before it, as it decides whether the step is needed
   */
  record Carry(Step step, Optional<Step> undo, Optional<Step> retry, List<Question> first)
      implements Turn {
    public Carry {
      first = List.copyOf(first);
    }

    /** Returns whether the step is a list of looks, which asks its questions itself. */
    public boolean isList() {
      return !step.looks().isEmpty();
    }
  }

  /**
   * To find out facts, as too few are known for a step.
   *
   * @param questions what to find out, most useful first; at least one
   */
  record FindOut(List<Question> questions) implements Turn {
    public FindOut {
      questions = List.copyOf(questions);
    }
  }

  /** Nothing: it is at its end. */
  record End(Ending ending) implements Turn {}

  /** How it ends. */
  enum Ending {
    /** Something was wrong, and it helped. */
    SOLVED,
    /** What is wrong is left for support. */
    ESCALATED,
    /** Nothing is known to be wrong. */
    NOTHING_WRONG
  }
}
