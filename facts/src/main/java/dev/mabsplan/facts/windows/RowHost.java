package dev.mabsplan.facts.windows;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the server that a row of PowerShell output says it is of. */
final class RowHost {

  /**
   * The properties that name it. What the server says of itself goes before what it was asked by,
   * which can be an address.
   */
  static final List<String> PROPERTIES =
      List.of("SystemName", "MachineName", "ComputerName", "Computer", "PSComputerName");

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,254}");

  private RowHost() {}

  /** Returns the server's name; nothing where the row does not say, or says "this one". */
  static Optional<String> of(JsonRows.Row row) {
    return PROPERTIES.stream()
        .flatMap(property -> row.text(property).stream())
        .map(String::strip)
        .filter(name -> NAME.matcher(name).matches() && !name.equalsIgnoreCase("localhost"))
        .findFirst();
  }
}
