package dev.mabsplan.facts.reading;

import dev.mabsplan.facts.reading.JsonRows.Row;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a column of rows holds: what it is read as, and what is remarked where it can't be.
 *
 * @param column where it stands, and what remarks point at
 * @param reader reads it, with its remarks; nothing where it is unknown
 * @param <V> what it is read as
 */
public record Value<V>(String column, Reader<V> reader) {

  /** Reads something of a row, with the remarks on it. */
  @FunctionalInterface
  public interface Reader<V> {

    /** Returns what was read; nothing where it is unknown. */
    Optional<V> in(Row row, RowNotes rows);
  }

  /** Makes a value that a function finds in a row. */
  public static <V> Value<V> of(String column, Function<Row, Optional<V>> found) {
    return new Value<>(column, (row, rows) -> found.apply(row));
  }

  Optional<V> in(Row row, RowNotes rows) {
    return reader.in(row, rows);
  }

  /** Returns what it stands for, where it stands for something. */
  public <W> Value<W> as(Function<? super V, Optional<W>> meaning) {
    return new Value<>(column, (row, rows) -> in(row, rows).flatMap(meaning));
  }

  /** Returns it where it counts; else it is unknown. */
  public Value<V> where(Predicate<? super V> counts) {
    return as(value -> Optional.of(value).filter(counts));
  }

  /** Returns it with another one that stands beside it; nothing where either is unknown. */
  public <W> Value<Map.Entry<V, W>> and(Value<W> other) {
    return new Value<>(
        other.column,
        (row, rows) -> {
          Optional<V> own = in(row, rows);
          Optional<W> others = other.in(row, rows);
          return own.flatMap(one -> others.map(two -> Map.entry(one, two)));
        });
  }

  /** Where it is unknown, whatever stands there, the row cannot be read. */
  public Value<V> orUnread(String why) {
    return or((row, rows) -> rows.unread(row, column, why));
  }

  /** Where it is unknown, the row says nothing that is a fact. */
  public Value<V> orUnused(String what) {
    return or((row, rows) -> rows.unused(row, column, what));
  }

  /** Where something stands there that is none, that cannot be read. */
  public Value<V> orDamaged(String why) {
    return or((row, rows) -> row.value(column).ifPresent(none -> rows.unread(row, column, why)));
  }

  /** Where the row has no such column at all, that alone is said: it cannot be read. */
  public Value<V> orMissing(String why) {
    Value<V> missing = Value.<V>of(column, row -> Optional.empty()).orUnread(why);
    return new Value<>(
        column, (row, rows) -> (rows.has(row, column) ? this : missing).in(row, rows));
  }

  private Value<V> or(Rows.Reader remark) {
    return new Value<>(
        column,
        (row, rows) -> {
          Optional<V> value = in(row, rows);
          if (value.isEmpty()) {
            remark.note(row, rows);
          }
          return value;
        });
  }

  /** Where something else stands beside it, the row says nothing that is a fact. */
  public Value<V> unless(Value<?> other, String what) {
    return new Value<>(
        column,
        (row, rows) -> {
          Optional<V> value = in(row, rows);
          if (value.isPresent() && other.in(row, rows).isPresent()) {
            rows.unused(row, other.column, what);
            return Optional.empty();
          }
          return value;
        });
  }
}
