package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.format.CsvTable;
import dev.mabsplan.facts.format.CsvTable.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.PowerShellTime;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Events as the Event Viewer saves them, with commas or tabs, and as {@code Export-Csv} writes
 * them; English and Swedish. The Event Viewer has the description in a column without a name, and
 * nowhere the computer.
 */
final class EventCsv implements NativeFormat {

  private static final List<String> LOG = List.of("log name", "logname", "loggnamn");
  private static final List<String> SOURCE = List.of("source", "källa", "providername");
  private static final List<String> ID = List.of("event id", "händelse-id", "eventid", "id");
  private static final List<String> DATE =
      List.of("date and time", "datum och tid", "timecreated", "timegenerated");
  private static final List<String> LEVEL =
      List.of("leveldisplayname", "level", "nivå", "entrytype");
  private static final List<String> COMPUTER = List.of("machinename", "computer", "dator");
  private static final List<String> MESSAGE =
      List.of("message", "description", "meddelande", "beskrivning");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  @Override
  public String name() {
    return "events as CSV";
  }

  @Override
  public boolean fits(TextFile file) {
    return table(file).isPresent();
  }

  private static Optional<CsvTable> table(TextFile file) {
    return CsvTable.in(file, EventCsv::isOfEvents);
  }

  private static boolean isOfEvents(Set<String> columns) {
    return Stream.of(SOURCE, ID, DATE, LEVEL)
        .allMatch(names -> names.stream().anyMatch(columns::contains));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    WindowsEvents events = new WindowsEvents(notes);
    table(file).ifPresent(table -> table.read(notes, row -> events.add(event(row))));
    events.finish();
  }

  private static WindowsEvent event(Row row) {
    return new WindowsEvent(
        row.first(LOG),
        row.first(SOURCE),
        row.first(ID).filter(id -> NUMBER.matcher(id).matches()).map(Integer::valueOf),
        row.first(LEVEL).map(Levels::severity).orElse(WindowsEvent.Severity.UNKNOWN),
        row.first(COMPUTER),
        row.first(DATE).flatMap(PowerShellTime::parse),
        row.first(DATE),
        row.first(MESSAGE).or(row::beyond).map(String::strip).filter(said -> !said.isEmpty()),
        Optional.empty(),
        row.source());
  }
}
