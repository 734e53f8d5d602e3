package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.DataSourcePhrase;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.facts.ReportedError;
import java.util.Collection;
import java.util.List;

/** Tells which known symptoms a reported error shows. Immutable; may be used from many threads. */
public final class Recognizer {

  /**
   * Makes a recogniser.
   *
   * @param symptoms everything that can be recognised
   * @param phrases how the product writes data sources
   */
  public Recognizer(Collection<KnownSymptom> symptoms, List<DataSourcePhrase> phrases) {}

  /**
   * Returns what is recognised in an error, by id of the symptom; empty where nothing is.
   *
   * @param error the error
   */
  public List<Recognition> recognize(ReportedError error) {
    return List.of();
  }
}
