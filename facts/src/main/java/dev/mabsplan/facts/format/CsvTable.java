package dev.mabsplan.facts.format;

import dev.mabsplan.facts.fault.Source;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A table that {@code Export-Csv} or a console wrote, with the type in the first line or without,
 * and with the list separator of any language.
 */
public final class CsvTable {

  private static final String TYPE = "#TYPE";
  private static final int LONGEST_HEAD = 4000;

  private final TextFile file;

  /** Place of the head of the table. */
  private final int start;

  private final char separator;

  private CsvTable(TextFile file, int start, char separator) {
    this.file = file;
    this.start = start;
    this.separator = separator;
  }

  /** A row of the table. */
  public record Row(Source source, CSVRecord values) {

    /** Returns what stands in a column; nothing where there is no such column. */
    public Optional<String> value(String column) {
      return values.isSet(column) ? Optional.of(values.get(column)) : Optional.empty();
    }

    /** Returns what stands in the first of some columns that has something. */
    public Optional<String> first(List<String> columns) {
      return columns.stream()
          .flatMap(column -> value(column).stream())
          .filter(text -> !text.isBlank())
          .findFirst();
    }

    /** Returns what stands behind the last column that has a name. */
    public Optional<String> beyond() {
      int named = values.getParser().getHeaderNames().size();
      return values.size() > named ? Optional.of(values.get(named)) : Optional.empty();
    }

    /** Returns whether it has as many columns as the head. */
    public boolean isWhole() {
      return values.isConsistent();
    }
  }

  /**
   * Returns the table that a file is; nothing where it is none.
   *
   * @param head tells by its columns, in small letters, whether it is the one that is looked for
   */
  public static Optional<CsvTable> in(TextFile file, Predicate<Set<String>> head) {
    String text = file.text();
    int start = start(text, 0);
    if (text.startsWith(TYPE, start)) {
      int end = text.indexOf('\n', start);
      start = end < 0 ? text.length() : start(text, end);
    }
    int end = text.indexOf('\n', start);
    String line =
        text.substring(start, Math.min(end < 0 ? text.length() : end, start + LONGEST_HEAD));
    for (char separator : new char[] {',', ';', '\t'}) {
      Set<String> columns =
          Arrays.stream(line.split(String.valueOf(separator)))
              .map(column -> column.replace("\"", "").strip().toLowerCase(Locale.ROOT))
              .collect(Collectors.toSet());
      if (head.test(columns)) {
        return Optional.of(new CsvTable(file, start, separator));
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

  /** Reads the rows, and notes where the rest is no table. */
  public void read(Notes notes, Consumer<Row> each) {
    LineIndex lines = new LineIndex(file);
    long place = start;
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(new StringReader(file.text().substring(start)))
            .setFormat(format())
            .setCharacterOffset(start)
            .get()) {
      Iterator<CSVRecord> rows = parser.iterator();
      while (rows.hasNext()) {
        CSVRecord row = rows.next();
        place = row.getCharacterPosition();
        each.accept(new Row(lines.source((int) place), row));
      }
    } catch (IOException | UncheckedIOException e) {
      notes.unread(lines.source((int) place), "the rest behind this line is no CSV");
    }
  }

  private CSVFormat format() {
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
}
