package dev.mabsplan.engine.pack;

import java.util.List;
import java.util.Optional;

/**
 * A number of a product's public catalogue of errors. It says what kind of remedy the maker points
 * to, and never what is wrong.
 *
 * @param id the number
 * @param kind what kind of message has it
 * @param area what it is about, such as {@code agent} or {@code tape}
 * @param operation what was being done when it occurred, where the area tells
 * @param families ids of the symptoms that stand for the families of remedy the maker points to,
 *     the first first; none where there is nothing to remedy
 * @param clue what it says, in a few words of our own, in English; or its symbolic name
 * @param page where the catalogue is published
 */
public record ErrorCode(
    int id,
    Kind kind,
    String area,
    Optional<Operation> operation,
    List<String> families,
    String clue,
    String page) {

  /** What a message of the catalogue is. */
  public enum Kind {
    /** Something failed. */
    ERROR,
    /** Something that monitoring shows until it is over. */
    ALERT,
    /** Something went on and is not as it should be. */
    WARNING,
    /** Something that was typed or chosen is not accepted. */
    INPUT,
    /** Something that is only told. */
    INFO,
    /** Something that is asked. */
    QUESTION
  }

  /** Makes the families unmodifiable. */
  public ErrorCode {
    families = List.copyOf(families);
  }

  /** Returns the same with other families. */
  public ErrorCode withFamilies(List<String> others) {
    return new ErrorCode(id, kind, area, operation, others, clue, page);
  }
}
