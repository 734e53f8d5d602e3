package dev.mabsplan.engine.image;

import java.util.function.Function;

/**
 * The form of a record in which something that is none is written.
 *
 * @param <T> what it is
 * @param <R> what is written for it
 * @param type what it is
 * @param form what is written for it
 * @param freeze makes the form
 * @param thaw makes of the form what it was
 */
public record Stand<T, R extends Record>(
    Class<T> type, Class<R> form, Function<T, R> freeze, Function<R, T> thaw) {

  Record frozen(Object value) {
    return freeze.apply(type.cast(value));
  }

  Object thawed(Object value) {
    return thaw.apply(form.cast(value));
  }
}
