package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.DataSourcePhrase;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownStatement;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.pack.Term;
import dev.mabsplan.engine.symptom.Tellings.Ready;
import dev.mabsplan.facts.DataSourceType;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which known symptoms a reported error shows. Immutable; may be used from many threads.
 *
 * <p>A report is first taken apart into its errors. In each of them a number decides within its
 * product, a symbolic name always, a message where it stands, and decisive words where nothing
 * negates them and no number says otherwise. What does not suffice is a hint: a wrong recognition
 * is worse than none, and none is worse than a hint.
 */
public final class Recognizer {

  /** What says of the end of something that it has not come. */
  static final Set<String> NOT_YET =
      Set.of(
          "until", "till", "unless", "before", "if", "when", "tills", "innan", "om", "not", "inte");

  /** What nearly every report speaks of tells nothing about which error it is. */
  private static final Set<String> GENERAL =
      Set.of(
          "own-product",
          "failure",
          "job",
          "fails",
          "online",
          "server",
          "backup-server-word",
          "service",
          "running",
          "azure",
          "wizard",
          "wizard-word");

  /** What so many letters of a symbolic name are shared by is hardly two. */
  private static final int LEAST_OF_NAME = 24;

  /** By so many letters symbolic names are looked for, or by fewer where one is shorter. */
  private static final int LETTERS_OF_BEGINNING = 6;

  private final List<Known> symptoms;
  private final Catalogue catalogue;
  private final Products products;
  private final Map<String, Known> byId = new HashMap<>();
  private final Map<String, List<String>> meanings;
  private final Map<Operation, List<Integer>> operations = new LinkedHashMap<>();
  private final Map<Integer, Set<Known>> byNumber = new HashMap<>();
  private final WordIndex beginningsOfNames = new WordIndex();
  private final int lettersOfBeginning;

  /** Made for the first text in which no message stands as it is; twice where two threads ask. */
  private volatile @Nullable NearMessages nearMessages;

  private final List<Phrase> phrases;
  private final Vocabulary vocabulary;
  private final List<Ready> tellings = new ArrayList<>();
  private final List<ReadyStatement> statements;
  private final Subjects subjects;

  private record Phrase(DataSourceType type, KnownMessage words) {}

  /** A statement, made ready to be found. */
  record ReadyStatement(KnownStatement statement, List<Ready> tellings) {}

  /** A data source: its name alone, and its type where its name tells. */
  record NamedSource(String name, @Nullable DataSourceType type) {}

  /**
   * Makes a recogniser of numbers, codes, names and messages alone.
   *
   * @param symptoms everything that can be recognised
   * @param phrases how the product writes data sources
   */
  public Recognizer(Collection<KnownSymptom> symptoms, List<DataSourcePhrase> phrases) {
    this(
        symptoms,
        List.of(),
        List.of(),
        phrases,
        Map.of(),
        Map.of(),
        Catalogue.NONE,
        Products.SHIPPED);
  }

  /**
   * Makes a recogniser.
   *
   * @param symptoms everything that can be recognised
   * @param statements everything that people say that is a fact
   * @param terms what tellings are made of
   * @param phrases how the product writes data sources
   * @param meanings which symptoms mean which problem, by id of the problem
   * @param operations the terms that say which operation an error is about
   * @param catalogue what is known of numbers that no rule knows
   */
  Recognizer(
      Collection<KnownSymptom> symptoms,
      Collection<KnownStatement> statements,
      Collection<Term> terms,
      List<DataSourcePhrase> phrases,
      Map<String, List<String>> meanings,
      Map<Operation, List<String>> operations,
      Catalogue catalogue,
      Products products) {
    this.catalogue = catalogue;
    this.products = products;
    this.meanings = Map.copyOf(meanings);
    this.vocabulary = new Vocabulary(terms);
    operations.forEach(
        (operation, names) ->
            this.operations.put(operation, names.stream().map(vocabulary::term).toList()));
    this.symptoms =
        symptoms.stream()
            .sorted(Comparator.comparing(KnownSymptom::id))
            .map(symptom -> Known.of(symptom, vocabulary, products))
            .toList();
    this.lettersOfBeginning =
        this.symptoms.stream()
            .flatMap(known -> known.names().stream())
            .mapToInt(name -> name.letters().length())
            .reduce(LETTERS_OF_BEGINNING, Math::min);
    for (Known known : this.symptoms) {
      byId.put(known.id(), known);
      Stream.concat(known.ids().values().stream(), known.genericIds().values().stream())
          .flatMap(Set::stream)
          .forEach(id -> byNumber.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(known));
      known.names().forEach(name -> beginningsOfNames.add(beginning(name.letters(), 0), 0));
      known.symptom().tellings().stream()
          .map(telling -> Ready.of(known.id(), telling, vocabulary))
          .forEach(tellings::add);
    }
    this.statements =
        statements.stream()
            .sorted(Comparator.comparing(KnownStatement::id))
            .map(
                statement ->
                    new ReadyStatement(
                        statement,
                        statement.tellings().stream()
                            .map(telling -> Ready.of(statement.id(), telling, vocabulary))
                            .toList()))
            .toList();
    List<Ready> every = new ArrayList<>(tellings);
    this.statements.forEach(statement -> every.addAll(statement.tellings()));
    this.subjects =
        new Subjects(every, GENERAL.stream().map(vocabulary::term).collect(Collectors.toSet()));
    this.phrases =
        phrases.stream()
            .map(phrase -> new Phrase(phrase.type(), new KnownMessage(phrase.phrase())))
            // the phrase that says most decides
            .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.words().length()))
            .toList();
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
        knowledge.symptoms().toList(),
        knowledge.statements().toList(),
        knowledge.terms().toList(),
        knowledge.dataSources().toList(),
        meanings,
        knowledge.operations(),
        Catalogue.of(knowledge),
        new Products(knowledge.names()));
  }

  /** Returns the errors that a report speaks of, each with what is made of it. */
  public List<Understood> understand(ReportedError error) {
    return new Recognizing(this, error).understood();
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

  List<Known> symptoms() {
    return symptoms;
  }

  /** Returns the symptom of an id, or null where that is none. */
  @Nullable Known symptom(String id) {
    return byId.get(id);
  }

  /** Returns the statement of an id, or nothing. */
  Optional<KnownStatement> statement(String id) {
    return statements.stream()
        .map(ReadyStatement::statement)
        .filter(statement -> statement.id().equals(id))
        .findFirst();
  }

  /** Returns what the server can be that sends to Azure what an error of a symptom is about. */
  Set<ServerRole> roles(String id) {
    Known known = byId.get(id);
    return known != null ? known.symptom().roles() : EnumSet.allOf(ServerRole.class);
  }

  /** Returns whose trouble a symptom or a statement is. */
  ServerRole affects(String id) {
    Known known = byId.get(id);
    return known != null
        ? known.symptom().affects()
        : statement(id).map(KnownStatement::on).orElse(ServerRole.BACKUP_SERVER);
  }

  /**
   * Returns the symptoms and statements that mean a problem, that of its own name first; empty
   * where no error can be it.
   *
   * @param problem id of the problem, or of a symptom
   */
  public List<String> meaning(String problem) {
    Set<String> ids = new LinkedHashSet<>();
    if (byId.containsKey(problem)) {
      ids.add(problem);
    }
    ids.addAll(meanings.getOrDefault(problem, List.of()));
    statements.stream()
        .map(ReadyStatement::statement)
        .filter(statement -> statement.problem().equals(problem))
        .forEach(statement -> ids.add(statement.id()));
    return List.copyOf(ids);
  }

  NearMessages nearMessages() {
    NearMessages made = nearMessages;
    if (made == null) {
      made = new NearMessages(symptoms);
      nearMessages = made;
    }
    return made;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Products products() {
    return products;
  }

  List<Ready> tellings() {
    return tellings;
  }

  List<ReadyStatement> statements() {
    return statements;
  }

  Subjects subjects() {
    return subjects;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Whether a number is that of a known error. */
  boolean isKnownNumber(int number) {
    return byNumber.containsKey(number);
  }

  /** Returns the symptoms that a number may be that of, in any product. */
  Set<Known> numbered(int number) {
    return byNumber.getOrDefault(number, Set.of());
  }

  /** Whether a word begins in a part of a text as a symbolic name does. */
  boolean mayBeNamed(Letters letters, int from, int to) {
    for (int i = from; i < to; i++) {
      if (beginningsOfNames.has(beginning(letters.letters(), i)) && letters.separated(i)) {
        return true;
      }
    }
    return false;
  }

  private int beginning(String letters, int from) {
    int hash = 0;
    for (int i = from; i < Math.min(letters.length(), from + lettersOfBeginning); i++) {
      hash = WordIndex.next(hash, letters.charAt(i));
    }
    return hash;
  }

  int failure() {
    return vocabulary.term("failure");
  }

  int negation() {
    return vocabulary.term("negation");
  }

  int solved() {
    return vocabulary.term("solved");
  }

  int notOurs() {
    return vocabulary.term("not-ours");
  }

  int trouble() {
    return vocabulary.term("trouble");
  }

  int hedge() {
    return vocabulary.term("hedge");
  }

  int hypothetical() {
    return vocabulary.term("hypothetical");
  }

  /** Returns the terms that say that a number is that of a job of ours. */
  int[] jobs() {
    return new int[] {ownProduct(), failure(), vocabulary.term("job"), vocabulary.term("online")};
  }

  int closing() {
    return vocabulary.term("closing");
  }

  int askedWhether() {
    return vocabulary.term("asked-whether");
  }

  int otherProduct() {
    return vocabulary.term("other-product");
  }

  int ownContext() {
    return vocabulary.term("own-context");
  }

  int ownProduct() {
    return vocabulary.term("own-product");
  }

  /** Whether a known name that is longer stands there, broken by a line's end. */
  boolean isPartOfAnother(Letters letters, Known.Name name, int at) {
    return symptoms.stream()
        .flatMap(known -> known.names().stream())
        .map(Known.Name::letters)
        .anyMatch(
            other ->
                other.length() > name.letters().length()
                    && other.startsWith(name.letters())
                    && letters.letters().startsWith(other, at));
  }

  /** Returns the symptom whose name alone begins so, or null where it is cut too short. */
  @Nullable Known named(String cut) {
    String letters = Letters.of(cut).letters();
    if (letters.length() < LEAST_OF_NAME) {
      return null;
    }
    Known only = null;
    for (Known known : symptoms) {
      for (Known.Name name : known.names()) {
        if (name.letters().startsWith(letters) && !known.equals(only)) {
          if (only != null) {
            return null;
          }
          only = known;
        }
      }
    }
    return only;
  }

  /** Returns the terms that say which operation an error is about, the most telling first. */
  Map<Operation, List<Integer>> operations() {
    return operations;
  }

  /** Returns what would decide for a symptom: its numbers, its names, its first message. */
  List<String> wouldDecide(Known known) {
    List<String> all = new ArrayList<>();
    Stream.concat(known.ids().values().stream(), known.genericIds().values().stream())
        .flatMap(Set::stream)
        .distinct()
        .sorted()
        .forEach(id -> all.add("ID " + id));
    known.names().forEach(name -> all.add(name.spelling()));
    known.symptom().messages().stream().limit(1).forEach(all::add);
    return List.copyOf(all);
  }

  @Nullable NamedSource source(@Nullable String written) {
    String name = trimmed(written);
    if (name == null) {
      return null;
    }
    Passage whole = new Passage(name, false, number -> false);
    for (Phrase phrase : phrases) {
      Map<String, String> values = phrase.words().valuesOfWhole(whole);
      if (values != null) {
        return new NamedSource(values.getOrDefault("name", name), phrase.type());
      }
    }
    return new NamedSource(name, null);
  }

  static @Nullable String trimmed(@Nullable String value) {
    if (value == null) {
      return null;
    }
    int start = 0;
    int end = value.length();
    while (start < end && isMargin(value.charAt(start))) {
      start++;
    }
    while (end > start && (isMargin(value.charAt(end - 1)) || value.charAt(end - 1) == '.')) {
      end--;
    }
    return start == end ? null : value.substring(start, end);
  }

  private static boolean isMargin(char c) {
    return Character.isWhitespace(c) || "\"'“”„«»‘’".indexOf(c) >= 0;
  }
}
