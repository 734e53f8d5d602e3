package dev.mabsplan.facts.format;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.format.JsonRows.Row;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The fact that a row is, column by column in the order in which remarks are made: what it is of,
 * which rows are none, and which column is which component.
 *
 * @param <T> the kind of fact
 */
public final class RowFact<T extends Fact> implements RowFormat.Reader {

  /**
   * As much of a fact as was read of a row.
   *
   * @param column where it stands
   * @param settled whether nothing else of the row counts
   */
  private record Draft<T>(String column, Function<String, T> of, boolean settled) {

    <V> Draft<T> with(V value, BiFunction<T, V, T> with) {
      return new Draft<>(column, server -> with.apply(of.apply(server), value), settled);
    }

    Draft<T> at(String other, boolean settles) {
      return new Draft<>(other, of, settles);
    }
  }

  /** Reads on from what is known of the fact; what is settled is not read on. */
  private interface Next<T> {
    Optional<Draft<T>> of(Draft<T> draft, Row row, RowNotes rows);
  }

  private final Column.Reader<Draft<T>> reader;
  private final Column<String> server;

  private RowFact(Column.Reader<Draft<T>> reader, Column<String> server) {
    this.reader = reader;
    this.server = server;
  }

  /** A fact of something that a column names, and where it stands. */
  static <K, T extends Fact> RowFact<T> key(Column<K> key, BiFunction<String, K, T> of) {
    return new RowFact<>(
        key.as(k -> Optional.of(new Draft<>(key.name(), s -> of.apply(s, k), false))).reader(),
        Column.of(key.name(), row -> Optional.empty()));
  }

  /** The server is what a row calls it, where it does. */
  public RowFact<T> server(Column<String> name) {
    return new RowFact<>(reader, name);
  }

  private RowFact<T> then(Next<T> next) {
    return new RowFact<>(
        (row, rows) ->
            reader.in(row, rows).flatMap(d -> d.settled() ? Optional.of(d) : next.of(d, row, rows)),
        server);
  }

  /** Without a value there is no fact. */
  public RowFact<T> need(Column<?> value) {
    return then((draft, row, rows) -> value.in(row, rows).map(known -> draft));
  }

  /** Without a value there is no fact; with it, more is known, and the fact stands there. */
  public <V> RowFact<T> need(Column<V> value, BiFunction<T, V, T> with) {
    return then(
        (draft, row, rows) ->
            value.in(row, rows).map(v -> draft.with(v, with).at(value.name(), false)));
  }

  /** Where a value is known, more of the fact is. */
  public <V> RowFact<T> set(Column<V> value, BiFunction<T, V, T> with) {
    return then(
        (draft, row, rows) ->
            Optional.of(value.in(row, rows).map(v -> draft.with(v, with)).orElse(draft)));
  }

  /** Where a value is known, the fact stands there, and the rest of the row does not count. */
  public <V> RowFact<T> settle(Column<V> value, BiFunction<T, V, T> with) {
    return then(
        (draft, row, rows) ->
            value
                .in(row, rows)
                .map(v -> draft.with(v, with).at(value.name(), true))
                .or(() -> Optional.of(draft)));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    reader
        .in(row, rows)
        .ifPresent(
            fact -> rows.fact(server.in(row, rows), row, fact.column(), s -> fact.of().apply(s)));
  }
}
