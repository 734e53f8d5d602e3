package dev.mabsplan.engine.why;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why something is not in a plan, or that it is.
 *
 * @param id what was asked about
 * @param answers one for each sort of thing that has the id
 * @param sources where the facts that are named were read
 */
public record WhyNot(String id, List<Answer> answers, Map<Address, Source> sources) {

  /** Copies the parts. */
  public WhyNot {
    answers = List.copyOf(answers);
    sources = Map.copyOf(sources);
  }

  /** What an id can be that of. */
  public enum Sort {
    /** A rule. */
    RULE,
    /** Something that can be wrong. */
    PROBLEM,
    /** Something that can be done. */
    REMEDY,
    /** An error that a topic knows. */
    SYMPTOM
  }

  /** How it stands. */
  public enum Standing {
    /** The rule fired, the problem or step is in the plan, the error was recognised. */
    THERE,
    /** The remedy was left out. */
    LEFT_OUT,
    /** It is not there. */
    NOT_THERE
  }

  /**
   * How one thing stands.
   *
   * @param sort what it is
   * @param title what it is called; a rule has none
   * @param standing how it stands
   * @param because why it is there or was left out, in sentences
   * @param steps numbers of the steps that it is
   * @param misses the rules that would bring it about, the nearest first
   * @param askers problems that would ask for the remedy, none of which is in the plan
   * @param wanted what would decide, for a symptom
   */
  public record Answer(
      Sort sort,
      String title,
      Standing standing,
      List<String> because,
      List<String> steps,
      List<Miss> misses,
      List<String> askers,
      Optional<Wanted> wanted) {

    /** Copies the lists. */
    public Answer {
      because = List.copyOf(because);
      steps = List.copyOf(steps);
      misses = List.copyOf(misses);
      askers = List.copyOf(askers);
    }
  }

  /**
   * How near a rule came.
   *
   * @param rule topic and name
   * @param source where the rule is
   * @param why the sentence above it
   * @param brings the problem or remedy that it would speak of
   * @param met how many of its conditions in a row are met
   * @param conditions how many it has
   * @param unmet the first that is not
   * @param found what was met in its place; nothing where there is none, which is unknown
   * @param least the least that would have to be otherwise, as {@code what-if --set} takes it;
   *     nothing where no single fact would do
   */
  public record Miss(
      String rule,
      Source source,
      String why,
      String brings,
      int met,
      int conditions,
      String unmet,
      List<FactCited> found,
      Optional<String> least) {

    /** Copies the list. */
    public Miss {
      found = List.copyOf(found);
    }

    /** Returns whether what was found keeps the rule from firing just by being there. */
    public boolean isInTheWay() {
      return unmet.startsWith("not ");
    }
  }

  /**
   * What would decide that an error is a certain one, of which nothing was found.
   *
   * @param ids numbers that decide alone, each with its product
   * @param genericIds numbers that need a message, an operation or a code beside them
   * @param codes codes
   * @param names symbolic names
   * @param messages messages, as the product writes them
   * @param errors what the errors of the facts say instead
   */
  public record Wanted(
      List<String> ids,
      List<String> genericIds,
      List<String> codes,
      List<String> names,
      List<String> messages,
      List<String> errors) {

    /** Copies the lists. */
    public Wanted {
      ids = List.copyOf(ids);
      genericIds = List.copyOf(genericIds);
      codes = List.copyOf(codes);
      names = List.copyOf(names);
      messages = List.copyOf(messages);
      errors = List.copyOf(errors);
    }
  }
}
