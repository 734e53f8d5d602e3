package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.ShownRows;
import dev.mabsplan.facts.format.ShownRows.Row;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code Get-Service} and {@code Win32_Service} as a console shows them, as a table or a list. A
 * name that is cut off is the name of no service.
 */
final class ShownServices implements NativeFormat {

  private static final List<String> STATES = List.of("State", "Status");
  private static final List<String> START_TYPES = List.of("StartType", "StartupType", "StartMode");

  @Override
  public String name() {
    return "Get-Service as shown";
  }

  @Override
  public boolean fits(TextFile file) {
    return !file.beginsAsJson()
        && file.text().contains("Name")
        && rows(file).stream().anyMatch(row -> name(row).isPresent() && isService(row));
  }

  private static List<Row> rows(TextFile file) {
    return ShownRows.in(file).stream()
        .filter(
            row ->
                (row.has("Name") || row.has("ServiceName"))
                    && Stream.concat(STATES.stream(), START_TYPES.stream()).anyMatch(row::has))
        .toList();
  }

  private static Optional<String> name(Row row) {
    return row.value("Name").or(() -> row.value("ServiceName"));
  }

  /** Disks, tasks and printers have a name and a state too, but words of their own for it. */
  private static boolean isService(Row row) {
    Optional<String> state = first(row, STATES);
    Optional<String> startType = first(row, START_TYPES);
    return (state.isPresent() || startType.isPresent())
        && state.filter(written -> !isWord(written) || !ServiceWords.STATES.has(written)).isEmpty()
        && startType
            .filter(written -> !isWord(written) || !ServiceWords.START_TYPES.has(written))
            .isEmpty();
  }

  private static boolean isWord(String written) {
    return Character.isLetter(written.charAt(0)) && !written.equalsIgnoreCase("Unknown");
  }

  private static Optional<String> first(Row row, List<String> properties) {
    return properties.stream().flatMap(name -> row.value(name).stream()).findFirst();
  }

  @Override
  public void read(TextFile file, Notes notes) {
    CountedRemarks remarks = new CountedRemarks();
    for (Row row : rows(file)) {
      Optional<String> name = name(row);
      if (name.isEmpty()) {
        remarks.unread(row.source(), "a service whose name is cut off");
      } else if (!isService(row)) {
        remarks.unread(row.source(), "a service without a state that is known");
      } else {
        note(row, name.get(), notes);
      }
    }
    remarks.into(notes);
  }

  private static void note(Row row, String name, Notes notes) {
    ServiceState state = first(row, STATES).flatMap(ServiceWords.STATES::meaning).orElse(null);
    StartType startType =
        first(row, START_TYPES).flatMap(ServiceWords.START_TYPES::meaning).orElse(null);
    notes.fact(
        row.value("MachineName").filter(ShownServices::isServer),
        row.source(),
        server -> new Service(server, name, true, state, startType));
  }

  /** A point is the server that was asked. */
  private static boolean isServer(String machine) {
    return !machine.equals(".") && !machine.equalsIgnoreCase("localhost");
  }
}
