package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.reading.CountedRemarks;
import dev.mabsplan.facts.reading.LineIndex;
import dev.mabsplan.facts.reading.NativeFormat;
import dev.mabsplan.facts.reading.Notes;
import dev.mabsplan.facts.reading.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * {@code Get-DPMAlert | Export-Csv}, with the type in the first line or without, and with the list
 * separator of any language.
 */
final class DpmAlertCsv implements NativeFormat {

  /**
   * Where the table begins and what separates its columns.
   *
   * @param start place of its head
   */
  private record Table(int start, char separator) {}

  private static final String TYPE = "#TYPE";
  private static final int LONGEST_HEAD = 4000;

  @Override
  public String name() {
    return "Get-DPMAlert as CSV";
  }

  @Override
  public boolean fits(TextFile file) {
    return table(file).isPresent();
  }

  private static Optional<Table> table(TextFile file) {
    String text = file.text();
    int start = start(text, 0);
    if (text.startsWith(TYPE, start)) {
      int end = text.indexOf('\n', start);
      start = end < 0 ? text.length() : start(text, end);
    }
    int end = text.indexOf('\n', start);
    String head =
        text.substring(start, Math.min(end < 0 ? text.length() : end, start + LONGEST_HEAD));
    for (char separator : new char[] {',', ';', '\t'}) {
      Set<String> columns =
          Arrays.stream(head.split(String.valueOf(separator)))
              .map(column -> column.replace("\"", "").strip().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
      if (DpmAlerts.PROPERTIES.stream()
          .allMatch(property -> columns.contains(property.toLowerCase(Locale.ROOT)))) {
        return Optional.of(new Table(start, separator));
      }
    }
    return Optional.empty();
  }

  private static int start(String text, int from) {
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  @Override
  public void read(TextFile file, Notes notes) {
    table(file).ifPresent(table -> read(file, table, notes));
  }

  private static void read(TextFile file, Table table, Notes notes) {
    LineIndex lines = new LineIndex(file);
    DpmAlerts alerts = new DpmAlerts(notes);
    CountedRemarks remarks = new CountedRemarks();
    long place = table.start();
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(new StringReader(file.text().substring(table.start())))
            .setFormat(format(table.separator()))
            .setCharacterOffset(table.start())
            .get()) {
      Iterator<CSVRecord> rows = parser.iterator();
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        place = row.getCharacterPosition();
        if (row.isConsistent()) {
          alerts.add(lines.source((int) place), column -> value(row, column));
        } else {
          remarks.unread(lines.source((int) place), "a line with other columns than the head has");
        }
      }
    } catch (IOException | UncheckedIOException e) {
      notes.unread(lines.source((int) place), "the rest behind this line is no CSV");
    }
    remarks.into(notes);
    alerts.finish();
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreHeaderCase(true)
        .setIgnoreSurroundingSpaces(true)
        .setAllowMissingColumnNames(true)
        .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
        // what is cut off or broken shall cost its own line only
        .setTrailingData(true)
        .setLenientEof(true)
        .get();
  }

  private static Optional<String> value(CSVRecord row, String column) {
    return row.isSet(column) ? Optional.of(row.get(column)) : Optional.empty();
  }
}
