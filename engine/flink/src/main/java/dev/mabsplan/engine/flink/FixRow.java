package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.fleet.Fix;
import java.util.List;

/**
 * A step as it ranks, flat.
 *
 * @param step id of the step
 * @param sure whether some server is known to need it
 * @param remedy id of the remedy
 * @param title what to do
 * @param server where
 * @param minutes what it takes
 * @param risk what it can break
 * @param servers how many servers it helps; 0 where it ranks no longer
 * @param weight the sum of how bad it is to leave them alone
 * @param names the first of them, a line each
 */
public record FixRow(
    String step,
    boolean sure,
    String remedy,
    String title,
    String server,
    int minutes,
    String risk,
    int servers,
    int weight,
    String names) {

  static FixRow of(Fix fix) {
    return new FixRow(
        fix.step(),
        fix.sure(),
        fix.remedy(),
        fix.title(),
        fix.server(),
        fix.minutes(),
        fix.risk(),
        fix.servers(),
        fix.weight(),
        String.join("\n", fix.names()));
  }

  static FixRow gone(String step) {
    return new FixRow(step, false, "", "", "", 0, "", 0, 0, "");
  }

  Fix fix() {
    return new Fix(
        step,
        sure,
        remedy,
        title,
        server,
        minutes,
        risk,
        servers,
        weight,
        List.of(names.split("\n", -1)));
  }
}
