package dev.mabsplan.facts.format;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.format.JsonRows.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A format of objects as {@code ConvertTo-Json} writes them, each read by itself, as a declaration:
 * its name, the columns it is known by, and what a row says.
 */
public class RowFormat implements NativeFormat {

  /** Notes what a row says. */
  @FunctionalInterface
  public interface Reader {

    /** Notes what a row says. */
    void note(Row row, RowNotes rows);
  }

  /** Makes a fact from its server and two values. */
  @FunctionalInterface
  public interface OfTwo<A, B, T> {

    /** Makes it. */
    T of(String server, A first, B second);
  }

  /**
   * What a file is known by.
   *
   * @param selections the columns that some row must have, one list for each way to select them
   * @param sought what some row must be, where others have such columns too
   * @param naming the columns that name a row's server, besides those that PowerShell adds
   */
  public record Having(
      List<List<String>> selections, Optional<Predicate<Row>> sought, List<String> naming) {

    /** Returns that other columns are enough too. */
    public Having or(String... columns) {
      return new Having(
          Stream.concat(selections.stream(), Stream.of(List.of(columns))).toList(), sought, naming);
    }

    /** Returns that some row must be what is sought. */
    public Having where(Predicate<Row> row) {
      return new Having(selections, Optional.of(row), naming);
    }

    /** Returns that some columns name the server of a row. */
    public Having naming(List<String> columns) {
      return new Having(selections, sought, columns);
    }

    /** Where no row could be read, the columns decide. */
    private boolean in(TextFile file) {
      if (sought.isEmpty() || !JsonRows.mayBe(file)) {
        return columnsIn(file);
      }
      JsonRows json = file.rows();
      return json.rows().isEmpty()
          ? json.damage().isPresent() && columnsIn(file)
          : json.rows().stream().anyMatch(sought.get());
    }

    private boolean columnsIn(TextFile file) {
      return selections.stream()
          .anyMatch(columns -> JsonRows.have(file, columns.toArray(String[]::new)));
    }
  }

  private final String name;
  private final Having having;
  private final Reader reader;

  /** Declares a format by its name, what it is known by, and what a row of it says. */
  public RowFormat(String name, Having having, Reader reader) {
    this.name = name;
    this.having = having;
    this.reader = reader;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean fits(TextFile file) {
    return having.in(file);
  }

  @Override
  public final void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes, having.naming());
    rows.rows().forEach(row -> reader.note(row, rows));
    rows.finish();
  }

  /** The columns that some row must have. */
  public static Having having(String... columns) {
    return new Having(List.of(List.of(columns)), Optional.empty(), List.of());
  }

  /** A fact of something that a column names. */
  public static <K, T extends Fact> RowFact<T> key(Column<K> key, BiFunction<String, K, T> of) {
    return RowFact.key(key, of);
  }

  /** A fact of something that two columns name; it stands at the second. */
  public static <A, B, T extends Fact> RowFact<T> key(
      Column<A> first, Column<B> second, OfTwo<A, B, T> of) {
    return key(first.and(second), (server, both) -> of.of(server, both.getKey(), both.getValue()));
  }

  /** A text or number as it is written. */
  public static Column<String> text(String column) {
    return Column.of(column, row -> row.text(column));
  }

  /** A name or path; what is none is remarked. */
  public static Column<String> name(String column) {
    return new Column<>(column, (row, rows) -> rows.name(row, column));
  }

  /** A whole number. */
  public static Column<Long> number(String column) {
    return Column.of(column, row -> row.number(column));
  }

  /** A number of bytes; what is none is remarked. */
  public static Column<Long> bytes(String column) {
    return new Column<>(column, (row, rows) -> rows.bytes(row, column));
  }

  /** True or false. */
  public static Column<Boolean> truth(String column) {
    return Column.of(column, row -> row.truth(column));
  }
}
