package dev.mabsplan.facts.format;

import dev.mabsplan.facts.format.JsonRows.Row;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A column of rows: what it is read as, and what is remarked where it can't be.
 *
 * @param name what it is called, which remarks point at
 * @param reader reads it, with its remarks; nothing where it is unknown
 * @param <V> what it is read as
 */
public record Column<V>(String name, Reader<V> reader) {

  /** Reads something of a row, with the remarks on it. */
  @FunctionalInterface
  public interface Reader<V> {

    /** Returns what was read; nothing where it is unknown. */
    Optional<V> in(Row row, RowNotes rows);
  }

  /** Makes a column whose value a function finds in a row. */
  public static <V> Column<V> of(String name, Function<Row, Optional<V>> found) {
    return new Column<>(name, (row, rows) -> found.apply(row));
  }

  Optional<V> in(Row row, RowNotes rows) {
    return reader.in(row, rows);
  }

  /** Returns what it stands for, where it stands for something. */
  public <W> Column<W> as(Function<? super V, Optional<W>> meaning) {
    return new Column<>(name, (row, rows) -> in(row, rows).flatMap(meaning));
  }

  /** Returns it where it counts; else it is unknown. */
  public Column<V> where(Predicate<? super V> counts) {
    return as(value -> Optional.of(value).filter(counts));
  }

  /** Returns it with another one that stands beside it; nothing where either is unknown. */
  public <W> Column<Map.Entry<V, W>> and(Column<W> other) {
    return new Column<>(
        other.name,
        (row, rows) -> {
          Optional<V> own = in(row, rows);
          Optional<W> others = other.in(row, rows);
          return own.flatMap(one -> others.map(two -> Map.entry(one, two)));
        });
  }

  /** Where it is unknown, whatever stands there, the row cannot be read. */
  public Column<V> orUnread(String why) {
    return or((row, rows) -> rows.unread(row, name, why));
  }

  /** Where it is unknown, the row says nothing that is a fact. */
  public Column<V> orUnused(String what) {
    return or((row, rows) -> rows.unused(row, name, what));
  }

  /** Where something stands there that is none, that cannot be read. */
  public Column<V> orDamaged(String why) {
    return or((row, rows) -> row.value(name).ifPresent(none -> rows.unread(row, name, why)));
  }

  /** Where the row has no such column at all, that alone is said: it cannot be read. */
  public Column<V> orMissing(String why) {
    Column<V> missing = Column.<V>of(name, row -> Optional.empty()).orUnread(why);
    return new Column<>(name, (row, rows) -> (rows.has(row, name) ? this : missing).in(row, rows));
  }

  private Column<V> or(RowFormat.Reader remark) {
    return new Column<>(
        name,
        (row, rows) -> {
          Optional<V> value = in(row, rows);
          if (value.isEmpty()) {
            remark.note(row, rows);
          }
          return value;
        });
  }

  /** Where something else stands beside it, the row says nothing that is a fact. */
  public Column<V> unless(Column<?> other, String what) {
    return new Column<>(
        name,
        (row, rows) -> {
          Optional<V> value = in(row, rows);
          if (value.isPresent() && other.in(row, rows).isPresent()) {
            rows.unused(row, other.name, what);
            return Optional.empty();
          }
          return value;
        });
  }
}
