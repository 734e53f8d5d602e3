package dev.mabsplan.engine.render;

import java.util.List;
import java.util.regex.Pattern;

/** Which commands may be pasted as they are. */
final class Pasted {

  /** What stands where a value is not known, or is not one that a command takes as it is. */
  private static final Pattern TO_FILL_IN =
      Pattern.compile("<[a-z][A-Za-z]*>|\\{[a-z][A-Za-z]*(:[a-z]+)?}");

  private Pasted() {}

  /** Returns whether nothing is left to fill in, and nothing is shown otherwise than it is. */
  static boolean isWhole(List<String> commands) {
    return commands.stream()
        .allMatch(
            command ->
                !TO_FILL_IN.matcher(command).find() && Printable.of(command).equals(command));
  }
}
