package dev.mabsplan.engine.fleet;

import java.util.Comparator;
import java.util.List;

/**
 * A step as it ranks across the fleet.
 *
 * @param step id of the step, in small letters
 * @param sure whether some server is known to need it, and it is not only to be checked or tried
 * @param remedy id of the remedy
 * @param title what to do, in a phrase
 * @param server the server it is done on
 * @param minutes what it takes
 * @param risk what it can break, as plans write it
 * @param servers how many servers it helps
 * @param weight the sum of how bad it is to leave each of them alone
 * @param names the first of them by name, in small letters
 */
public record Fix(
    String step,
    boolean sure,
    String remedy,
    String title,
    String server,
    int minutes,
    String risk,
    int servers,
    int weight,
    List<String> names) {

  static final int MOST_NAMED = 10;

  /**
   * What to mend first: what is needed before what may help; then the most servers by severity for
   * each minute, compared in integers; then by name, so that no two are alike.
   */
  public static final Comparator<Fix> FIRST =
      Comparator.comparing((Fix fix) -> !fix.sure)
          .thenComparing(Fix::dearer)
          .thenComparing(Comparator.comparingInt(Fix::weight).reversed())
          .thenComparing(Fix::remedy)
          .thenComparing(Fix::step);

  /** Copies the list. */
  public Fix {
    names = List.copyOf(names);
  }

  private static int dearer(Fix one, Fix other) {
    return Long.compare((long) other.weight * one.minutes, (long) one.weight * other.minutes);
  }

  /** Returns how much it helps for each minute. */
  public double perMinute() {
    return (double) weight / minutes;
  }
}
