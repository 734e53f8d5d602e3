package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.facts.DataSourceType;
import org.jspecify.annotations.Nullable;

/**
 * A known symptom recognised in a reported error.
 *
 * @param symptom the symptom
 * @param by what decided: {@link By#ID} with a number and so on
 * @param found what was found, as it stands in the error: {@code ID 3106}, {@code 0x29834}, a
 *     symbolic name or a message
 * @param server the affected server, where a field or the message names it
 * @param dataSource the affected data source, where a field or the message names it
 * @param dataSourceType its type, where the message tells
 */
public record Recognition(
    KnownSymptom symptom,
    By by,
    String found,
    @Nullable String server,
    @Nullable String dataSource,
    @Nullable DataSourceType dataSourceType) {

  /** What a symptom was recognised by. */
  public enum By {
    /** A number of the product's catalogue. */
    ID,
    /** A code that is no catalogue number. */
    CODE,
    /** A symbolic name. */
    NAME,
    /** The text of a message. */
    MESSAGE,
    /** Decisive words. */
    WORDS,
    /** A person who settled it. */
    PERSON
  }
}
