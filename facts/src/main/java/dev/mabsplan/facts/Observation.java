package dev.mabsplan.facts;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Anything else, for rules of a user's own.
 *
 * @param server the server it was observed on
 * @param name name the rules know it by
 * @param value what was observed
 */
public record Observation(
    String server, @Reveals(Reveals.What.NOBODY) @Key @Name String name, String value)
    implements Fact {

  /** Bounded, since what takes the place of a number may be of any length. */
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(?:\\.\\d{1,30})?");

  /** Returns the fact. */
  public static Observation of(String server, String name, String value) {
    return new Observation(server, name, value);
  }

  /** Tells whether the value is a number and higher than another. */
  public boolean isAbove(String number) {
    return areNumbers(number) && compared(number) > 0;
  }

  /** Tells whether the value is a number and as high as another, or higher. */
  public boolean isAtLeast(String number) {
    return areNumbers(number) && compared(number) >= 0;
  }

  /** Tells whether the value is a number and lower than another. */
  public boolean isBelow(String number) {
    return areNumbers(number) && compared(number) < 0;
  }

  private boolean areNumbers(String number) {
    return isNumber(value) && isNumber(number);
  }

  private int compared(String number) {
    return new BigDecimal(value.strip()).compareTo(new BigDecimal(number.strip()));
  }

  /**
   * Tells whether a text is a number as an observation compares it: digits, perhaps with a point.
   */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text.strip()).matches();
  }
}
