package dev.mabsplan.engine.plan;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.facts.gathered.Address;
import java.util.List;
import java.util.Optional;

/**
 * What an error may be, where nothing in it decides: a person can, with the field {@code is} of the
 * error.
 *
 * @param error where the error stands
 * @param headline what the error says
 * @param problem id of the problem that it may be
 * @param title what would be wrong, in a clause
 * @param entries ids of the catalogue entries it comes from
 * @param server the server that would be affected
 * @param dataSource the data source that would be affected, where it is known
 * @param because what speaks for it, as it stands in the error
 * @param missing what would decide and is not there: numbers, names, the message
 * @param code what the product's public catalogue says of the error's number, where only that
 *     speaks for it: the problem is then a family of remedies, and no cause
 * @param settledBy what to look at
 * @param question what a command asks to settle it, where one does
 * @param next the first mild thing to do if it is; nothing where there is none
 */
public record Candidate(
    Address error,
    String headline,
    String problem,
    String title,
    List<String> entries,
    String server,
    Optional<String> dataSource,
    List<String> because,
    List<String> missing,
    Optional<ErrorCode> code,
    String settledBy,
    Optional<Question> question,
    Optional<Next> next) {

  /** Makes the lists unmodifiable. */
  public Candidate {
    entries = List.copyOf(entries);
    because = List.copyOf(because);
    missing = List.copyOf(missing);
  }

  /**
   * A remedy, in short.
   *
   * @param remedy its id
   * @param title what to do
   * @param minutes how long it takes
   */
  public record Next(String remedy, String title, int minutes) {}
}
