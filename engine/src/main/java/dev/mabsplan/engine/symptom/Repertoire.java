package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.DataSourcePhrase;
import dev.mabsplan.engine.pack.KnownStatement;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.pack.Term;
import dev.mabsplan.engine.symptom.Tellings.Ready;
import dev.mabsplan.engine.symptom.text.Products;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report is compared with, made ready once. Immutable; may be used from many
 * threads.
 */
final class Repertoire {

  private final Products products;
  private final Catalogue catalogue;
  private final Vocabulary vocabulary;
  private final Terms terms;
  private final KnownErrors errors;
  private final MessageIndex messages;
  private final Map<String, KnownStatement> statements = new LinkedHashMap<>();
  private final TellingIndex tellings;
  private final TellingIndex tellingsOfStatements;
  private final Subjects subjects;
  private final DataSourceNames dataSources;
  private final Map<Operation, List<Integer>> operations = new LinkedHashMap<>();
  private final Map<String, List<String>> meanings;

  /** Made for the first text in which no message stands as it is; twice where two threads ask. */
  private volatile @Nullable NearMessages nearMessages;

  Repertoire(
      Collection<KnownSymptom> symptoms,
      Collection<KnownStatement> statements,
      Collection<Term> terms,
      Collection<DataSourcePhrase> phrases,
      Map<String, List<String>> meanings,
      Map<Operation, List<String>> operations,
      Catalogue catalogue,
      Products products) {
    this.products = products;
    this.catalogue = catalogue;
    this.meanings = Map.copyOf(meanings);
    this.vocabulary = new Vocabulary(terms);
    this.terms = Terms.of(vocabulary);
    this.errors = new KnownErrors(symptoms, vocabulary, products);
    this.messages = new MessageIndex(errors.all());
    this.dataSources = new DataSourceNames(phrases);
    operations.forEach(
        (operation, names) ->
            this.operations.put(operation, names.stream().map(vocabulary::term).toList()));
    statements.stream()
        .sorted(Comparator.comparing(KnownStatement::id))
        .forEach(statement -> this.statements.put(statement.id(), statement));
    this.tellings =
        new TellingIndex(
            errors.all().stream()
                .flatMap(
                    known ->
                        known.symptom().tellings().stream()
                            .map(telling -> Ready.of(known.id(), telling, vocabulary)))
                .toList());
    this.tellingsOfStatements =
        new TellingIndex(
            this.statements.values().stream()
                .flatMap(
                    statement ->
                        statement.tellings().stream()
                            .map(telling -> Ready.of(statement.id(), telling, vocabulary)))
                .toList());
    List<Ready> every = new ArrayList<>(tellings.all());
    every.addAll(tellingsOfStatements.all());
    this.subjects = new Subjects(every, Terms.general(vocabulary));
  }

  Products products() {
    return products;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Terms terms() {
    return terms;
  }

  KnownErrors errors() {
    return errors;
  }

  MessageIndex messages() {
    return messages;
  }

  NearMessages nearMessages() {
    NearMessages made = nearMessages;
    if (made == null) {
      made = new NearMessages(errors.all());
      nearMessages = made;
    }
    return made;
  }

  /** Returns what is told of symptoms. */
  TellingIndex tellings() {
    return tellings;
  }

  /** Returns what is told that is a fact. */
  TellingIndex tellingsOfStatements() {
    return tellingsOfStatements;
  }

  Subjects subjects() {
    return subjects;
  }

  DataSourceNames dataSources() {
    return dataSources;
  }

  /** Returns the terms that say which operation an error is about, the most telling first. */
  Map<Operation, List<Integer>> operations() {
    return operations;
  }

  /** Returns the statement of an id, or null where that is none. */
  @Nullable KnownStatement statement(String id) {
    return statements.get(id);
  }

  /** Returns what the server can be that sends to Azure what an error of a symptom is about. */
  Set<ServerRole> roles(String id) {
    Known known = errors.of(id);
    return known != null ? known.symptom().roles() : EnumSet.allOf(ServerRole.class);
  }

  /** Returns whose trouble a symptom or a statement is. */
  ServerRole affects(String id) {
    Known known = errors.of(id);
    KnownStatement statement = statements.get(id);
    return known != null
        ? known.symptom().affects()
        : statement != null ? statement.on() : ServerRole.BACKUP_SERVER;
  }

  /**
   * Returns the symptoms and statements that mean a problem, that of its own name first; empty
   * where no error can be it.
   *
   * @param problem id of the problem, or of a symptom
   */
  List<String> meaning(String problem) {
    Set<String> ids = new LinkedHashSet<>();
    if (errors.of(problem) != null) {
      ids.add(problem);
    }
    ids.addAll(meanings.getOrDefault(problem, List.of()));
    statements.values().stream()
        .filter(statement -> statement.problem().equals(problem))
        .forEach(statement -> ids.add(statement.id()));
    return List.copyOf(ids);
  }
}
