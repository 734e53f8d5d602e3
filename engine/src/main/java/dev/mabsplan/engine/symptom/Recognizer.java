package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.DataSourcePhrase;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.symptom.text.Products;
import dev.mabsplan.facts.ReportedError;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Tells which known symptoms a reported error shows. Immutable; may be used from many threads.
 *
 * <p>A report is first taken apart into its errors. In each of them a number decides within its
 * product, a symbolic name always, a message where it stands, and decisive words where nothing
 * negates them and no number says otherwise. What does not suffice is a hint: a wrong recognition
 * is worse than none, and none is worse than a hint.
 */
public final class Recognizer {

  private final Repertoire repertoire;

  /**
   * Makes a recogniser of numbers, codes, names and messages alone.
   *
   * @param symptoms everything that can be recognised
   * @param phrases how the product writes data sources
   */
  public Recognizer(Collection<KnownSymptom> symptoms, List<DataSourcePhrase> phrases) {
    this(
        new Repertoire(
            symptoms,
            List.of(),
            List.of(),
            phrases,
            Map.of(),
            Map.of(),
            Catalogue.NONE,
            Products.SHIPPED));
  }

  private Recognizer(Repertoire repertoire) {
    this.repertoire = repertoire;
  }

  /**
   * Returns a recogniser of everything that rule packs know, for whom no person settles anything.
   */
  public static Recognizer of(Knowledge knowledge) {
    return of(knowledge, Map.of());
  }

  /**
   * Returns a recogniser of everything that rule packs know.
   *
   * @param meanings which symptoms mean which problem, by id of the problem
   */
  public static Recognizer of(Knowledge knowledge, Map<String, List<String>> meanings) {
    return new Recognizer(
        new Repertoire(
            knowledge.symptoms().toList(),
            knowledge.statements().toList(),
            knowledge.terms().toList(),
            knowledge.dataSources().toList(),
            meanings,
            knowledge.operations(),
            Catalogue.of(knowledge),
            new Products(knowledge.names())));
  }

  /**
   * Returns the symptoms and statements that mean a problem, that of its own name first; empty
   * where no error can be it.
   *
   * @param problem id of the problem, or of a symptom
   */
  public List<String> meaning(String problem) {
    return repertoire.meaning(problem);
  }

  /** Returns the errors that a report speaks of, each with what is made of it. */
  public List<Understood> understand(ReportedError error) {
    return new Recognizing(repertoire, error).understood();
  }

  /**
   * Returns what is recognised in an error, by id of the symptom; empty where nothing is.
   *
   * @param error the error
   */
  public List<Recognition> recognize(ReportedError error) {
    return understand(error).stream()
        .flatMap(understood -> understood.recognitions().stream())
        .sorted(
            Comparator.comparing((Recognition one) -> one.symptom().id())
                .thenComparing(one -> String.valueOf(one.server()))
                .thenComparing(one -> String.valueOf(one.dataSource())))
        .toList();
  }
}
