package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.Operation;
import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.KnownMessage.Effort;
import dev.mabsplan.engine.symptom.KnownMessage.Match;
import dev.mabsplan.engine.symptom.Passage.Segment;
import dev.mabsplan.engine.symptom.Recognition.By;
import dev.mabsplan.engine.symptom.Recognizer.ReadyStatement;
import dev.mabsplan.engine.symptom.Tellings.Ready;
import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import dev.mabsplan.facts.DataSourceType;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The recognition of one reported error: taken apart, and each part compared with what is known.
 */
final class Recognizing {

  private static final int LONGEST_QUOTE = 400;

  /** Its jobs are those of the backup server. */
  private static final Set<String> CONDITIONS = Set.of("if", "whether", "unless", "om", "ifall");

  /** What stands behind it belongs to the error before it. */
  private static final Pattern DETAILS =
      Pattern.compile(
          "\\s*(?:error details?|feldetaljer|details?|detaljer)\\s*:", Pattern.CASE_INSENSITIVE);

  private static final Pattern SQL_AGENT =
      Pattern.compile("sqlagent\\$|sqlserveragent", Pattern.CASE_INSENSITIVE);

  /** What those do whose errors say no more. */
  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "cloudbackup", Operation.ONLINE_BACKUP,
          "obengine", Operation.ONLINE_BACKUP,
          "setup", Operation.SETUP,
          "dpmra", Operation.AGENT,
          "msdpm", Operation.CONSOLE);

  /** What says that a sentence reports an error of its own: a code, a number, a quotation. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)0x[0-9a-f]{6,8}\\b|\\b(?:event|händelse|error|fel|felkod|code)\\s?(?:id)?:?\\s?\\d{2,6}\\b"
              + "|\\b\\d{4,5},|[\"“”„«]\\w[^\"“”„«»\\n]{14,200}[\"”“»]|\\b[A-Z]{2,6}_[A-Z_]{3,40}\\b");

  private static final Pattern CODE = Pattern.compile("\\b0x[0-9A-Fa-f]{8}\\b");

  private static final Pattern NUMBERED = Pattern.compile("^ID:? ?\\d{2,6}\\)? \\S.{15}");

  /** A name that a program gives an error. */
  private static final Pattern SYMBOLIC = Pattern.compile("\\b(?:[A-Z][a-z]{1,20}){4,12}\\b");

  /** More places than these are a text made of ellipses. */
  private static final int MOST_CUTS = 16;

  /** How many letters before a cut the message may have begun. */
  private static final int LONGEST_BEFORE_CUT = 1500;

  /** A message of so many letters is no other's, whatever number stands beside it. */
  private static final int TELLING_LETTERS = 40;

  /** An expert asks about no more than these first. */
  private static final int MOST_HINTS = 3;

  /** So many words after an error may say that it is over. */
  private static final int REACH_OF_SOLVED = 8;

  /** What a report is about is said in its first sentences. */
  private static final int MOST_FOR_CONTEXT = 20;

  /** A message of so many letters is no other product's. */
  private static final int LETTERS_OF_OURS = 34;

  /** How far above an error its heading may stand. */
  private static final int REACH_OF_HEADING = 4;

  private final Recognizer recognizer;
  private final ReportedError error;
  private final Reading reading;
  private final @Nullable String product;
  private final List<Piece> pieces = new ArrayList<>();
  private final Map<Passage, Finds> finds = new HashMap<>();
  private final Map<Passage, List<Hit>> hits = new HashMap<>();
  private final Map<Passage, Map<String, List<Hit>>> cut = new HashMap<>();
  private final Map<Piece, Map<ServerRole, Optional<String>>> servers = new HashMap<>();
  private final Effort effort = new Effort();

  /** A message of a symptom that stands in a passage. */
  private record Hit(Known known, Passage passage, Match match) {

    String quote() {
      String quote = passage.quote(match.start(), match.end());
      return quote.length() <= LONGEST_QUOTE
          ? quote
          : quote.substring(0, LONGEST_QUOTE - 1).strip() + "…";
    }

    boolean insideOf(Hit other) {
      return other.match.start() <= match.start()
          && other.match.end() >= match.end()
          && other.match.end() - other.match.start() > match.end() - match.start();
    }
  }

  /** Something that decides for a symptom. */
  private record Clue(By by, String found, Map<String, String> values) {}

  Recognizing(Recognizer recognizer, ReportedError error) {
    this.recognizer = recognizer;
    this.error = error;
    this.reading = Reading.of(error, recognizer::isKnownNumber, recognizer.products());
    String named = error.product();
    this.product = named == null || named.isBlank() ? null : recognizer.products().family(named);
    takeApart();
  }

  private void takeApart() {
    List<Numbered> ofFields = new ArrayList<>();
    reading
        .ids()
        .forEach(id -> ofFields.add(Numbered.ofField(id.id(), product, id.found(), id.tag())));
    for (int i = 0; i < reading.alerts().size(); i++) {
      Alert alert = reading.alerts().get(i);
      List<Numbered> first = new ArrayList<>(i == 0 ? ofFields : List.of());
      String provider = alert.provider();
      String ofEvent =
          provider == null || provider.isBlank() ? product : recognizer.products().family(provider);
      alert.eventIds().forEach(id -> first.add(Numbered.ofField(id, ofEvent, "ID " + id, false)));
      String family = recognizer.products().quotedBy(product != null ? product : provider);
      boolean described = alert.passages().stream().anyMatch(Passage::description);
      boolean waiting = true;
      for (Passage passage : alert.passages()) {
        for (Segment segment : passage.segments()) {
          if (segment.start() == segment.end()) {
            continue;
          }
          boolean takesFirst = waiting && (passage.description() || !described);
          waiting &= !takesFirst;
          pieces.add(
              new Piece(
                  alert,
                  i,
                  pieces.size(),
                  passage,
                  segment,
                  takesFirst ? first : List.of(),
                  takesFirst && i == 0 ? reading.codes() : List.of(),
                  takesFirst && i == 0 ? reading.names() : List.of(),
                  family,
                  recognizer.products()));
        }
      }
      if (waiting && !first.isEmpty()) {
        addOfFields(alert, first);
      }
    }
    if (pieces.isEmpty()) {
      addOfFields(new Alert(List.of()), ofFields);
    }
  }

  /** An error of which nothing is known but numbers. */
  private void addOfFields(Alert alert, List<Numbered> numbers) {
    Passage nothing = new Passage("", false, recognizer::isKnownNumber);
    pieces.add(
        new Piece(
            alert,
            reading.alerts().indexOf(alert),
            pieces.size(),
            nothing,
            nothing.segments().get(0),
            numbers,
            reading.codes(),
            reading.names(),
            product,
            recognizer.products()));
  }

  /**
   * Returns the errors that were reported, each with what is made of it; where a person has settled
   * what it is, that counts.
   */
  List<Understood> understood() {
    String settled = error.is();
    List<Understood> parts = parts();
    return settled == null ? parts : settled(parts, settled);
  }

  private List<Understood> settled(List<Understood> parts, String problem) {
    List<String> meant = recognizer.meaning(problem);
    int which = -1;
    for (int i = 0; i < parts.size(); i++) {
      boolean hinted = parts.get(i).hints().stream().anyMatch(hint -> meant.contains(hint.id()));
      if (!parts.get(i).known() && (hinted || which < 0)) {
        which = i;
        if (hinted) {
          break;
        }
      }
    }
    if (which < 0) {
      return parts;
    }
    List<Understood> all = new ArrayList<>(parts);
    all.set(which, settled(parts.get(which), meant, problem));
    return List.copyOf(all);
  }

  /** What the words hint at tells which of several things that mean the problem it is. */
  private Understood settled(Understood part, List<String> meant, String problem) {
    Optional<Hint> hinted =
        part.hints().stream().filter(hint -> meant.contains(hint.id())).findFirst();
    String id = hinted.map(Hint::id).orElse(meant.isEmpty() ? "" : meant.get(0));
    String text = part.text().headline();
    ServerRole affects = recognizer.affects(id);
    String server = error.server() != null ? error.server() : Whose.server(text, affects);
    Known known = recognizer.symptom(id);
    if (known != null) {
      String dataSource =
          error.dataSource() != null
              ? error.dataSource()
              : affects.sendsToAzure() ? null : Whose.dataSource(text);
      Recognition recognition =
          new Recognition(known.symptom(), By.PERSON, problem, server, dataSource, null);
      return new Understood(
          part.text(),
          List.of(recognition),
          List.of(),
          List.of(),
          Optional.empty(),
          part.operation(),
          true);
    }
    return recognizer
        .statement(id)
        .map(
            statement ->
                new Understood(
                    part.text(),
                    List.of(),
                    List.of(new Said(statement, server, Map.of(), text)),
                    List.of(),
                    Optional.empty(),
                    part.operation(),
                    true))
        .orElse(part);
  }

  private List<Understood> parts() {
    Map<Piece, List<Recognition>> known = new LinkedHashMap<>();
    Map<Piece, List<Said>> said = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      known.put(piece, recognitions(piece));
      said.put(piece, statements(piece));
    }
    leaveOutRepeats(known);
    Map<Piece, List<Hint>> hints = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      boolean decided = !of(known, piece).isEmpty() || !of(said, piece).isEmpty();
      hints.put(piece, decided ? List.of() : hints(piece));
    }
    List<Understood> all = new ArrayList<>();
    List<Piece> unknown = new ArrayList<>();
    List<Piece> silent = new ArrayList<>();
    for (Piece piece : pieces) {
      boolean decided =
          !of(known, piece).isEmpty() || !of(said, piece).isEmpty() || !of(hints, piece).isEmpty();
      if (decided) {
        all.add(
            new Understood(
                ErrorText.of(List.of(piece)),
                of(known, piece),
                of(said, piece),
                of(hints, piece),
                code(piece, of(known, piece)),
                operation(List.of(piece)),
                of(hints, piece).stream().noneMatch(Hint::guessed)));
        all.addAll(besides(piece, of(known, piece)));
      } else {
        (isError(piece) ? unknown : silent).add(piece);
      }
    }
    if (all.isEmpty() && unknown.isEmpty()) {
      return List.of(whole());
    }
    if (all.isEmpty() || !unknown.isEmpty()) {
      grouped(unknown, all.isEmpty() ? silent : List.of()).forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** Returns what the catalogue says of the numbers of a part that no rule knows. */
  private List<ErrorCode> codes(Piece piece) {
    return piece.numbers().stream()
        .filter(Numbered::called)
        .filter(number -> recognizer.numbered(number.id()).isEmpty())
        .filter(number -> !isOver(piece, number))
        .flatMap(
            number ->
                recognizer.catalogue().find(number.family(), number.id(), piece.codes()).stream())
        .toList();
  }

  private Optional<ErrorCode> code(List<Piece> group) {
    return group.stream().flatMap(piece -> codes(piece).stream()).findFirst();
  }

  private Optional<ErrorCode> code(Piece piece, List<Recognition> known) {
    return known.isEmpty() ? codes(piece).stream().findFirst() : Optional.empty();
  }

  /**
   * Works out what was being done: as the error says, or by its words, or by whose error it is, or
   * by what its number is about.
   */
  private Optional<Operation> operation(List<Piece> group) {
    String said = error.operation();
    if (said != null && !said.isBlank()) {
      Passage passage = new Passage(CopiedText.clean(said), false, recognizer::isKnownNumber);
      Optional<Operation> told = operation(finds(passage), 0, passage.tokens().size());
      if (told.isPresent()) {
        return told;
      }
    }
    if (group.stream().anyMatch(this::isOfAnotherProduct)) {
      return Optional.empty();
    }
    for (Piece piece : group) {
      Optional<Operation> told = operation(finds(piece.passage()), piece.from(), piece.to());
      if (told.isPresent()) {
        return told;
      }
    }
    String provider = group.isEmpty() ? null : group.get(0).alert().provider();
    String source = provider == null ? product : recognizer.products().family(provider);
    if (source != null && SQL_AGENT.matcher(source).lookingAt()) {
      return Optional.of(Operation.DISK_BACKUP);
    }
    return Optional.ofNullable(source == null ? null : OPERATIONS.get(source))
        .or(() -> code(group).flatMap(ErrorCode::operation));
  }

  private Optional<Operation> operation(Finds found, int from, int to) {
    for (Map.Entry<Operation, List<Integer>> one : recognizer.operations().entrySet()) {
      for (int term : one.getValue()) {
        if (term >= 0
            && found.of(term).stream()
                .anyMatch(place -> place.from() >= from && place.to() <= to)) {
          return Optional.of(one.getKey());
        }
      }
    }
    return Optional.empty();
  }

  private static <T> List<T> of(Map<Piece, List<T>> all, Piece piece) {
    return all.getOrDefault(piece, List.of());
  }

  /** What says nothing known and has no number is one error, as far as anybody can tell. */
  private Understood whole() {
    List<Hint> hints = hintsOfAll();
    boolean explained = !hints.isEmpty() && hints.stream().noneMatch(Hint::guessed);
    return new Understood(
        ErrorText.of(pieces),
        List.of(),
        List.of(),
        hints,
        code(pieces),
        operation(pieces),
        explained);
  }

  /**
   * An alert and its cause are one error; another item of a list, or a sentence about another
   * server, is another one.
   */
  private List<Understood> grouped(List<Piece> unknown, List<Piece> silent) {
    List<List<Piece>> groups = new ArrayList<>();
    for (Piece piece : unknown) {
      List<Piece> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
      if (!last.isEmpty() && goesOn(last, piece)) {
        last.add(piece);
      } else {
        groups.add(new ArrayList<>(List.of(piece)));
      }
    }
    if (groups.size() == 1 && !silent.isEmpty()) {
      List<Piece> all = new ArrayList<>(pieces);
      all.removeIf(piece -> !unknown.contains(piece) && !silent.contains(piece));
      groups = List.of(all);
    }
    return groups.stream()
        .map(group -> Understood.unknown(ErrorText.of(group), code(group), operation(group)))
        .toList();
  }

  private static boolean goesOn(List<Piece> group, Piece piece) {
    Piece last = group.get(group.size() - 1);
    if (last.passage() != piece.passage()) {
      // what an event's fields and its description say is one error
      return last.alertNumber() == piece.alertNumber() && piece.alert().area() != null;
    }
    String named = Whose.server(piece.text(), false);
    String before = Whose.server(group.get(0).text(), false);
    return named == null || named.equals(before);
  }

  /**
   * Returns the errors that stand beside a known one in the same part of a text: what a sentence
   * says of another product, and what has a code, a number or a quoted failure of its own.
   */
  private List<Understood> besides(Piece piece, List<Recognition> known) {
    if (recognizer.failure() < 0 || known.isEmpty()) {
      return List.of();
    }
    Tokens tokens = piece.passage().tokens();
    Set<Integer> claimed = claimed(piece, known);
    List<Understood> all = new ArrayList<>();
    int from = piece.from();
    while (from < piece.to()) {
      int to = from + 1;
      while (to < piece.to() && tokens.sentence(to) == tokens.sentence(from)) {
        to++;
      }
      beside(piece, from, to, claimed.contains(tokens.sentence(from)), known).ifPresent(all::add);
      from = to;
    }
    return all;
  }

  /** Returns the sentences in which what was recognised is said. */
  private Set<Integer> claimed(Piece piece, List<Recognition> known) {
    Tokens tokens = piece.passage().tokens();
    Set<Integer> claimed = new HashSet<>();
    for (Hit hit : hits(piece)) {
      int first = tokens.firstFrom(piece.passage().letters().origin(hit.match().start()));
      for (int i = first; i < Math.min(lastToken(piece, hit), tokens.size()); i++) {
        claimed.add(tokens.sentence(i));
      }
    }
    for (Numbered number : piece.numbers()) {
      if (number.place() >= 0 && known.stream().anyMatch(one -> isOf(number, one))) {
        int at = tokens.firstFrom(number.place());
        claimed.add(tokens.sentence(Math.min(at, tokens.size() - 1)));
      }
    }
    Set<String> ids = new HashSet<>();
    known.forEach(one -> ids.add(one.symptom().id()));
    for (Ready ready : recognizer.tellings()) {
      if (ids.contains(ready.of())) {
        Tellings.Match match = Tellings.in(ready, finds(piece.passage()), piece.from(), piece.to());
        for (int i = match == null ? 0 : match.from(); match != null && i < match.to(); i++) {
          claimed.add(tokens.sentence(i));
        }
      }
    }
    return claimed;
  }

  private boolean isOf(Numbered number, Recognition recognition) {
    Known known = recognizer.symptom(recognition.symptom().id());
    return known != null && (known.decidedBy(number) || known.mayBe(number));
  }

  private Optional<Understood> beside(
      Piece piece, int from, int to, boolean claimed, List<Recognition> known) {
    int first = -1;
    int end = to;
    for (int i = from; i < to; i++) {
      if (first < 0 && isAt(piece, recognizer.otherProduct(), i)) {
        first = i;
      } else if (first >= 0 && end == to && isAt(piece, recognizer.ownProduct(), i)) {
        // up to where our own product is named
        end = i;
      }
    }
    String sentence = words(piece, from, to);
    boolean marked = !claimed && MARKED.matcher(sentence).find() && !isOver(piece, to - 1, to);
    boolean numbered = !claimed && NUMBERED.matcher(sentence).find();
    if (first < 0 && !marked && !numbered) {
      return Optional.empty();
    }
    int begin = first < 0 ? from : first;
    int last = claimed ? end : to;
    boolean failed =
        found(piece, recognizer.failure()).stream()
                .anyMatch(one -> one.from() >= begin && one.from() < last)
            || numbered
            || sentence.contains("_ERR")
            || (CODE.matcher(sentence).find() && isElsewhere(sentence, known));
    boolean others = first >= 0 && end - first > 2;
    return failed && (marked || numbered || others)
        ? Optional.of(
            Understood.unknown(
                claimed
                    ? ErrorText.of(piece.passage(), begin, end, false)
                    : ErrorText.of(piece.passage(), from, to, first < 0),
                Optional.empty(),
                first >= 0 ? Optional.empty() : operation(List.of(piece))))
        : Optional.empty();
  }

  /** Whether a sentence names a server, and none on which something was recognised. */
  private static boolean isElsewhere(String sentence, List<Recognition> known) {
    String server = Whose.server(sentence, false);
    return server != null
        && known.stream()
            .map(Recognition::server)
            .noneMatch(other -> other == null || server.equalsIgnoreCase(other));
  }

  private static String words(Piece piece, int from, int to) {
    Tokens tokens = piece.passage().tokens();
    return CopiedText.oneLine(
        piece.passage().text().substring(tokens.start(from), tokens.end(to - 1)));
  }

  private boolean isAt(Piece piece, int term, int word) {
    return term >= 0
        && finds(piece.passage()).of(term).stream()
            .anyMatch(found -> found.from() <= word && word < found.to());
  }

  /** Whether a part that nobody knows is an error, and not what somebody tells around one. */
  private boolean isError(Piece piece) {
    boolean heads = piece.text().strip().endsWith(":") && !piece.numbered();
    if (heads || (piece.index() > 0 && DETAILS.matcher(piece.text()).lookingAt())) {
      return false;
    }
    if (piece.numbered() || !piece.names().isEmpty()) {
      return true;
    }
    Passage passage = piece.passage();
    boolean listed = piece.alert().passages().size() > 1 || reading.alerts().size() > 1;
    boolean alone = passage.segments().stream().filter(s -> s.start() < s.end()).count() == 1;
    boolean described = piece.alert().passages().stream().anyMatch(Passage::description);
    return described
        ? passage.description()
        : listed
            && alone
            && (!found(piece, recognizer.failure()).isEmpty()
                || SYMBOLIC.matcher(piece.text()).find());
  }

  private List<Found> found(Piece piece, int term) {
    List<Found> all = term < 0 ? List.of() : finds(piece.passage()).of(term);
    if (all.isEmpty()) {
      return all;
    }
    List<Found> within = new ArrayList<>();
    for (Found found : all) {
      if (found.from() >= piece.from() && found.to() <= piece.to()) {
        within.add(found);
      }
    }
    return within;
  }

  private Finds finds(Passage passage) {
    return finds.computeIfAbsent(passage, p -> recognizer.vocabulary().in(p.tokens()));
  }

  // what decides

  private List<Recognition> recognitions(Piece piece) {
    if (isClosed(piece)) {
      return List.of();
    }
    Map<Known, List<Clue>> decided = new LinkedHashMap<>();
    boolean others = isOfAnotherProduct(piece);
    List<Hit> said = others ? longHits(piece) : hits(piece);
    List<Tellings.Match> told = others ? List.of() : told(piece, said);
    for (Known known : candidates(piece, said, told)) {
      List<Clue> clues = clues(known, piece, said, told, others);
      if (!clues.isEmpty()) {
        decided.put(known, clues);
      }
    }
    List<Recognition> all = new ArrayList<>();
    decided.forEach(
        (known, clues) -> {
          List<Recognition> found = new ArrayList<>();
          boolean named = clues.stream().anyMatch(clue -> clue.values().containsKey("server"));
          new LinkedHashSet<>(clues)
              .stream()
                  .filter(clue -> !named || clue.values().containsKey("server"))
                  .forEach(clue -> found.add(recognition(known, clue, piece)));
          all.addAll(apart(found));
        });
    return all;
  }

  /** Returns the symptoms for which anything speaks in a part of a text, in their order. */
  private List<Known> candidates(Piece piece, List<Hit> said, List<Tellings.Match> told) {
    if (isNamed(piece)) {
      return recognizer.symptoms();
    }
    Set<Known> all = new HashSet<>();
    said.forEach(hit -> all.add(hit.known()));
    for (Tellings.Match match : told) {
      Known known = recognizer.symptom(match.ready().of());
      if (known != null) {
        all.add(known);
      }
    }
    piece.numbers().forEach(number -> all.addAll(recognizer.numbered(number.id())));
    if (all.isEmpty() && piece.codes().isEmpty()) {
      return List.of();
    }
    List<Known> candidates = new ArrayList<>();
    for (Known known : recognizer.symptoms()) {
      if (all.contains(known) || !Collections.disjoint(piece.codes(), known.codes())) {
        candidates.add(known);
      }
    }
    return candidates;
  }

  /** Whether a symbolic name may stand in a part of a text. */
  private boolean isNamed(Piece piece) {
    Segment segment = piece.segment();
    return !piece.fieldNames().isEmpty()
        || !piece.names().isEmpty()
        || recognizer.mayBeNamed(piece.passage().letters(), segment.start(), segment.end());
  }

  private List<Clue> clues(
      Known known, Piece piece, List<Hit> said, List<Tellings.Match> told, boolean others) {
    List<Hit> own = said.stream().filter(hit -> known.equals(hit.known())).toList();
    List<Tellings.Match> telling =
        told.stream().filter(match -> match.ready().of().equals(known.id())).toList();
    List<String> codes =
        piece.codes().stream()
            .filter(code -> known.codes().contains(code))
            .filter(code -> !known.contradictedBy(piece.numbers()))
            .toList();
    boolean generic = false;
    Clue strongest = null;
    for (Numbered number : piece.numbers()) {
      boolean counts = counts(piece, number, others);
      generic |= counts && known.mayBe(number);
      if (counts && known.decidedBy(number) && strongest == null) {
        strongest = new Clue(By.ID, number.found(), Map.of());
      }
    }
    if (strongest == null
        && generic
        && !isOfOtherOperation(known, piece)
        && ((!own.isEmpty() && !known.symptom().genericMessages())
            || !codes.isEmpty()
            || !telling.isEmpty()
            || operates(known, piece))) {
      strongest =
          piece.numbers().stream()
              .filter(known::mayBe)
              .findFirst()
              .map(number -> new Clue(By.ID, number.found(), Map.of()))
              .orElse(null);
    }
    String name = name(known, piece);
    if (strongest == null && name != null) {
      strongest = new Clue(By.NAME, name, Map.of());
    }
    // beside generic numbers a code is what tells them apart, and says nothing alone
    if (strongest == null && !codes.isEmpty() && known.genericIds().isEmpty()) {
      strongest = new Clue(By.CODE, codes.get(0), Map.of());
    }
    boolean numbered = strongest != null || !codes.isEmpty();
    if (!own.isEmpty() && (!known.symptom().genericMessages() || numbered)) {
      Clue by = strongest;
      return own.stream()
          .map(
              hit ->
                  new Clue(
                      by == null ? By.MESSAGE : by.by(),
                      by == null ? hit.quote() : by.found(),
                      hit.match().values()))
          .toList();
    }
    if (strongest != null) {
      return List.of(strongest);
    }
    return telling.stream()
        .limit(1)
        .map(match -> new Clue(By.WORDS, quote(piece, match), named(known, piece, match)))
        .toList();
  }

  private Map<String, String> named(Known known, Piece piece, Tellings.Match match) {
    String server = server(piece, match, known.symptom().affects());
    return server == null ? Map.of() : Map.of("server", server);
  }

  /** Returns the server that the sentence of some words names, or else their part of the text. */
  private @Nullable String server(Piece piece, Tellings.Match match, ServerRole affects) {
    String named = Whose.server(sentence(piece, match), affects);
    return named != null ? named : whose(piece, affects);
  }

  /** Returns the server that a part of the text names, or null. */
  private @Nullable String whose(Piece piece, ServerRole affects) {
    return servers
        .computeIfAbsent(piece, p -> new EnumMap<>(ServerRole.class))
        .computeIfAbsent(affects, role -> Optional.ofNullable(Whose.server(piece.text(), role)))
        .orElse(null);
  }

  private static String sentence(Piece piece, Tellings.Match match) {
    Tokens tokens = piece.passage().tokens();
    int first = match.from();
    while (first > piece.from() && tokens.sentence(first - 1) == tokens.sentence(match.from())) {
      first--;
    }
    int last = match.to() - 1;
    while (last + 1 < piece.to() && tokens.sentence(last + 1) == tokens.sentence(match.to() - 1)) {
      last++;
    }
    return piece.passage().text().substring(tokens.start(first), tokens.end(last));
  }

  /** What people mention in passing may be any number, where nothing of ours or wrong is near. */
  private boolean counts(Piece piece, Numbered number, boolean others) {
    if (number.place() < 0) {
      return true;
    }
    boolean stray =
        !number.called()
            && Arrays.stream(recognizer.jobs())
                .filter(term -> term >= 0)
                .allMatch(term -> finds(piece.passage()).of(term).isEmpty());
    return !(others || stray || isOver(piece, number));
  }

  private static String quote(Piece piece, Tellings.Match match) {
    Tokens tokens = piece.passage().tokens();
    String quote =
        CopiedText.oneLine(
            piece
                .passage()
                .text()
                .substring(tokens.start(match.from()), tokens.end(match.to() - 1)));
    return quote.length() <= LONGEST_QUOTE
        ? quote
        : quote.substring(0, LONGEST_QUOTE - 1).strip() + "…";
  }

  private Recognition recognition(Known known, Clue clue, Piece piece) {
    ServerRole affects = known.symptom().affects();
    String beside = piece.alert().serverOf(affects);
    String named = beside == null ? clue.values().get("server") : beside;
    String server = error.server() == null ? named : error.server();
    boolean several =
        recognizer.otherProduct() >= 0
            && !finds(piece.passage()).of(recognizer.otherProduct()).isEmpty();
    if (server == null && piece.alert().area() == null && !several) {
      server = whose(piece, affects);
    }
    Recognizer.NamedSource told = recognizer.source(clue.values().get("dataSource"));
    Recognizer.NamedSource shown = recognizer.source(piece.alert().area());
    Recognizer.NamedSource given = recognizer.source(error.dataSource());
    String dataSource =
        given != null
            ? error.dataSource()
            : told != null ? told.name() : shown != null ? shown.name() : null;
    if (dataSource == null && affects == ServerRole.PROTECTED_SERVER) {
      dataSource = Whose.dataSource(piece.text());
    }
    DataSourceType type = null;
    for (Recognizer.NamedSource source : new Recognizer.NamedSource[] {told, given, shown}) {
      if (type == null && source != null) {
        type = source.type();
      }
    }
    return new Recognition(
        known.symptom(),
        clue.by(),
        clue.found(),
        Recognizer.trimmed(server),
        Recognizer.trimmed(dataSource),
        type);
  }

  /** What decides in one part need not be said again by the next: an alert's number, say. */
  private static void leaveOutRepeats(Map<Piece, List<Recognition>> known) {
    Map<String, Map<String, Recognition>> bySymptom = new HashMap<>();
    known
        .values()
        .forEach(
            all ->
                all.forEach(
                    one ->
                        bySymptom
                            .computeIfAbsent(one.symptom().id(), id -> new LinkedHashMap<>())
                            .putIfAbsent(key(one), one)));
    known.replaceAll(
        (piece, all) ->
            all.stream()
                .filter(
                    one ->
                        (one.server() != null && one.dataSource() != null)
                            || bySymptom
                                .getOrDefault(one.symptom().id(), Map.of())
                                .values()
                                .stream()
                                .noneMatch(other -> !other.equals(one) && saysLess(one, other)))
                .toList());
  }

  private static String key(Recognition one) {
    return key(one.server()) + '\n' + key(one.dataSource());
  }

  // messages

  private List<Hit> hits(Piece piece) {
    Segment segment = piece.segment();
    return hits(piece.passage()).stream()
        .filter(hit -> hit.match().start() >= segment.start() && hit.match().end() <= segment.end())
        .filter(hit -> !isContradicted(hit, piece))
        .filter(hit -> !isOver(piece, lastToken(piece, hit)))
        .filter(hit -> !isDenied(piece, hit))
        .toList();
  }

  /** "It is not …", or "how would you translate …": who quotes a message need not have it. */
  private boolean isDenied(Piece piece, Hit hit) {
    Tokens tokens = piece.passage().tokens();
    int first = tokens.firstFrom(piece.passage().letters().origin(hit.match().start()));
    if (first >= tokens.size()) {
      return false;
    }
    boolean negated =
        found(piece, recognizer.negation()).stream().anyMatch(one -> one.to() == first);
    return negated
        || (first > 0 && CONDITIONS.contains(tokens.word(first - 1)))
        || found(piece, recognizer.hypothetical()).stream()
            .anyMatch(
                one ->
                    one.from() <= first && tokens.sentence(one.from()) == tokens.sentence(first));
  }

  /** Beside another product's error a long message is still ours, where it is not named with it. */
  private List<Hit> longHits(Piece piece) {
    if (recognizer.notOurs() >= 0 && !found(piece, recognizer.notOurs()).isEmpty()) {
      return List.of();
    }
    Tokens tokens = piece.passage().tokens();
    return hits(piece).stream()
        .filter(hit -> hit.match().literals() >= LETTERS_OF_OURS)
        .filter(
            hit -> {
              int first = tokens.firstFrom(piece.passage().letters().origin(hit.match().start()));
              return found(piece, recognizer.otherProduct()).stream()
                  .noneMatch(other -> tokens.clause(other.from()) == tokens.clause(first));
            })
        .toList();
  }

  private static int lastToken(Piece piece, Hit hit) {
    int end = piece.passage().letters().endOrigin(hit.match().end());
    return piece.passage().tokens().firstFrom(end);
  }

  /**
   * Returns the messages that stand in a passage, of two where one lies in the other the longer.
   */
  private List<Hit> hits(Passage passage) {
    List<Hit> known = hits.get(passage);
    if (known != null) {
      return known;
    }
    List<Hit> all = new ArrayList<>();
    for (Known symptom : recognizer.symptoms()) {
      for (KnownMessage message : symptom.messages()) {
        for (Match match : message.in(passage, effort)) {
          all.add(new Hit(symptom, passage, match));
        }
      }
    }
    List<Hit> whole = List.copyOf(all);
    cut(passage).values().stream()
        .filter(fitting -> fitting.size() == 1)
        .flatMap(List::stream)
        .filter(hit -> whole.stream().noneMatch(other -> isCutOf(hit, other)))
        .forEach(all::add);
    List<Hit> exact = List.copyOf(all);
    if (exact.stream().noneMatch(Recognizing::isNearlyAll)) {
      recognizer.nearMessages().in(passage).stream()
          .map(near -> new Hit(near.known(), passage, near.match()))
          .filter(hit -> exact.stream().noneMatch(other -> overlaps(hit, other)))
          .forEach(all::add);
    }
    List<Hit> longest =
        all.stream()
            .filter(
                hit ->
                    all.stream()
                        .noneMatch(
                            other -> !hit.known().equals(other.known()) && hit.insideOf(other)))
            .toList();
    hits.put(passage, longest);
    return longest;
  }

  /** Whether the same message stands there whole. */
  private static boolean isCutOf(Hit cut, Hit whole) {
    return cut.known().equals(whole.known()) && overlaps(cut, whole);
  }

  /** Whether no other message has room beside it. */
  private static boolean isNearlyAll(Hit hit) {
    int beside = hit.passage().letters().length() - (hit.match().end() - hit.match().start());
    return beside < NearMessages.FEWEST_LETTERS_FOUND;
  }

  private static boolean overlaps(Hit one, Hit other) {
    return one.match().start() < other.match().end() && other.match().start() < one.match().end();
  }

  /** A long message counts whatever number is beside it, unless that is a known one's. */
  private boolean isContradicted(Hit hit, Piece piece) {
    List<Numbered> numbers =
        piece.numbers().stream().filter(number -> !isOfOtherMessage(number, hit)).toList();
    List<Numbered> tags = numbers.stream().filter(Numbered::tag).toList();
    List<Numbered> others = numbers.stream().filter(number -> !number.tag()).toList();
    if (hit.known().contradictedBy(tags)) {
      return true;
    }
    if (!hit.known().contradictedBy(others)) {
      return false;
    }
    return hit.match().literals() < TELLING_LETTERS
        || others.stream().anyMatch(number -> isOfAnother(number, hit));
  }

  /** Whether a number belongs to another message, which stands in the passage as well. */
  private boolean isOfOtherMessage(Numbered number, Hit hit) {
    return hits(hit.passage()).stream()
        .filter(other -> !hit.known().equals(other.known()))
        .filter(other -> other.known().decidedBy(number) || other.known().mayBe(number))
        .anyMatch(other -> !other.insideOf(hit) && !hit.insideOf(other));
  }

  private boolean isOfAnother(Numbered number, Hit hit) {
    return recognizer.numbered(number.id()).stream()
        .anyMatch(known -> !known.equals(hit.known()) && known.decidedBy(number));
  }

  /** Returns the messages whose ends are cut off, by where they begin and are cut. */
  private Map<String, List<Hit>> cut(Passage passage) {
    Map<String, List<Hit>> known = cut.get(passage);
    if (known != null) {
      return known;
    }
    Map<String, List<Hit>> found = new LinkedHashMap<>();
    List<Integer> cuts = passage.cuts();
    // the end of the text is the last
    for (int place : cuts.subList(Math.max(0, cuts.size() - MOST_CUTS), cuts.size())) {
      for (int start = passage.previousBeginning(place - 1);
          start >= 0 && place - start <= LONGEST_BEFORE_CUT;
          start = start == 0 ? -1 : passage.previousBeginning(start - 1)) {
        List<Hit> fitting = fitting(passage, start, place);
        if (!fitting.isEmpty()) {
          found.put(start + " " + place, fitting);
        }
      }
    }
    cut.put(passage, found);
    return found;
  }

  /** Returns, of each symptom whose message goes so up to a cut, the one that says most. */
  private List<Hit> fitting(Passage passage, int start, int place) {
    Map<Known, Hit> best = new LinkedHashMap<>();
    boolean enough = false;
    for (Known known : recognizer.symptoms()) {
      for (KnownMessage message : known.messages()) {
        Match match = message.cutOff(passage, start, place, effort);
        if (match == null) {
          continue;
        }
        enough |= message.isEnough(match);
        Hit hit = new Hit(known, passage, match);
        best.merge(known, hit, (a, b) -> b.match().literals() > a.match().literals() ? b : a);
      }
    }
    return enough ? List.copyOf(best.values()) : List.of();
  }

  // words

  /** Returns the tellings that decide, without those that another says more about. */
  private List<Tellings.Match> told(Piece piece, List<Hit> said) {
    List<Tellings.Match> all = new ArrayList<>();
    for (Ready ready : recognizer.tellings()) {
      Tellings.Match match = Tellings.in(ready, finds(piece.passage()), piece.from(), piece.to());
      if (match != null && decides(piece, match)) {
        all.add(match);
      }
    }
    return all.stream()
        .filter(match -> all.stream().noneMatch(other -> saysMore(other, match)))
        .filter(match -> said.stream().noneMatch(hit -> isAbout(hit, match, piece)))
        .filter(match -> !isContradicted(match, piece))
        .toList();
  }

  private static boolean saysMore(Tellings.Match other, Tellings.Match match) {
    List<String> terms = match.ready().telling().terms();
    List<String> others = other.ready().telling().terms();
    return !other.ready().of().equals(match.ready().of())
        && other.overlaps(match)
        && others.size() > terms.size()
        && others.containsAll(terms);
  }

  /** Whether a whole message of another symptom stands where the words do. */
  private static boolean isAbout(Hit hit, Tellings.Match match, Piece piece) {
    Tokens tokens = piece.passage().tokens();
    Letters letters = piece.passage().letters();
    int start = letters.origin(hit.match().start());
    int end = letters.endOrigin(hit.match().end());
    return !hit.known().id().equals(match.ready().of())
        && tokens.start(match.from()) < end
        && start < tokens.end(match.to() - 1);
  }

  private boolean isContradicted(Tellings.Match match, Piece piece) {
    Known own = recognizer.symptom(match.ready().of());
    if (own != null && own.contradictedBy(piece.numbers())) {
      return true;
    }
    // what has a number of its own is that error and no other
    return piece.numbers().stream()
        .filter(number -> own == null || !(own.decidedBy(number) || own.mayBe(number)))
        .filter(number -> !number.said())
        .anyMatch(
            number ->
                recognizer.numbered(number.id()).stream()
                    .anyMatch(known -> !known.equals(own) && known.decidedBy(number)));
  }

  private boolean decides(Piece piece, Tellings.Match match) {
    return match.certain()
        && isInContext(piece)
        && isSaid(piece, match)
        && !isHedged(piece, match)
        && !isElsewhere(piece, match);
  }

  /** Whether words are said of our product, neither denied nor over nor only asked for. */
  private boolean isSaid(Piece piece, Tellings.Match match) {
    return !isNegated(piece, match)
        && !isOver(piece, match.from(), match.to())
        && !isHypothetical(piece, match)
        && !isOnlyAsked(piece, match)
        && !isOfAnotherProduct(piece, match.from(), match.to());
  }

  /** "What do we do if a replica is inconsistent?" */
  private boolean isHypothetical(Piece piece, Tellings.Match match) {
    Tokens tokens = piece.passage().tokens();
    return found(piece, recognizer.hypothetical()).stream()
        .anyMatch(
            one ->
                one.from() <= match.from()
                    && tokens.sentence(one.from()) == tokens.sentence(match.from()));
  }

  /** What somebody only supposes does not decide. */
  private boolean isHedged(Piece piece, Tellings.Match match) {
    Tokens tokens = piece.passage().tokens();
    Found wrong = match.wrong();
    return wrong != null
        && found(piece, recognizer.hedge()).stream()
            .anyMatch(one -> tokens.clause(one.from()) == tokens.clause(wrong.from()));
  }

  /** What is said of a server that is not the one it would matter on does not decide. */
  private boolean isElsewhere(Piece piece, Tellings.Match match) {
    Known known = recognizer.symptom(match.ready().of());
    if (known == null || known.symptom().affects() != ServerRole.BACKUP_SERVER) {
      return false;
    }
    String sentence = sentence(piece, match);
    return Whose.server(sentence, true) == null
        && Whose.server(sentence, false) != null
        && found(piece, recognizer.ownProduct()).stream()
            .noneMatch(
                own ->
                    piece.passage().tokens().sentence(own.from())
                        == piece.passage().tokens().sentence(match.from()));
  }

  /** Returns how a telling stands in a sentence, or null where it does in none. */
  private Tellings.@Nullable Match inOneSentence(Ready ready, Piece piece) {
    Finds found = finds(piece.passage());
    for (int term : ready.terms()) {
      if (term < 0 || found.of(term).isEmpty()) {
        return null;
      }
    }
    Tokens tokens = piece.passage().tokens();
    int from = piece.from();
    while (from < piece.to()) {
      int to = from + 1;
      while (to < piece.to() && tokens.sentence(to) == tokens.sentence(from)) {
        to++;
      }
      Tellings.Match match = Tellings.in(ready, found, from, to);
      if (match != null && match.certain()) {
        return match;
      }
      from = to;
    }
    return null;
  }

  /** "Was any replica inconsistent?" reports none. */
  private boolean isOnlyAsked(Piece piece, Tellings.Match match) {
    Tokens tokens = piece.passage().tokens();
    int sentence = tokens.sentence(match.to() - 1);
    return tokens.isQuestion(match.to() - 1)
        && found(piece, recognizer.askedWhether()).stream()
            .anyMatch(
                asked ->
                    tokens.sentence(asked.from()) == sentence
                        && asked.from() >= match.from() - 2
                        && asked.to() <= match.to());
  }

  /** Whether a negation stands right before what is wrong, which a telling names last. */
  private boolean isNegated(Piece piece, Tellings.Match match) {
    Found wrong = match.wrong();
    if (wrong == null) {
      return false;
    }
    Tokens tokens = piece.passage().tokens();
    for (Found negation : found(piece, recognizer.negation())) {
      boolean own = wrong.from() <= negation.from() && negation.to() <= wrong.to();
      int distance = wrong.from() - negation.to();
      if (!own
          && distance >= 0
          && distance <= 1
          && match.places().stream()
              .noneMatch(p -> p.from() <= negation.from() && negation.to() <= p.to())
          && (distance == 0 || tokens.clause(wrong.from()) == tokens.clause(negation.from()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOver(Piece piece, Numbered number) {
    return number.place() >= 0
        && isOver(piece, piece.passage().tokens().firstFrom(number.place()) + 1);
  }

  /** Whether it is said right after an error that it is over. */
  private boolean isOver(Piece piece, int after) {
    return isOver(piece, after, after);
  }

  private boolean isOver(Piece piece, int from, int after) {
    if (recognizer.solved() < 0) {
      return false;
    }
    Tokens tokens = piece.passage().tokens();
    int last = Math.min(after, tokens.size()) - 1;
    if (last < 0) {
      return false;
    }
    int sentence = tokens.sentence(last);
    for (Found solved : finds(piece.passage()).of(recognizer.solved())) {
      boolean near = solved.from() >= from && solved.from() <= after + REACH_OF_SOLVED;
      boolean same = tokens.sentence(solved.from()) == sentence;
      if (near && same && !isOnlyWished(tokens, solved.from())) {
        return true;
      }
    }
    return false;
  }

  /** "Until this is resolved" says that it is not. */
  private static boolean isOnlyWished(Tokens tokens, int at) {
    for (int i = Math.max(0, at - 4); i < at; i++) {
      if (Recognizer.NOT_YET.contains(tokens.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whoever closes a ticket tells what it was about. */
  private boolean isClosed(Piece piece) {
    return !found(piece, recognizer.closing()).isEmpty();
  }

  /** Whether the sentence of some words is about another product and not about ours. */
  private boolean isOfAnotherProduct(Piece piece, int from, int to) {
    if (piece.alert().area() != null || recognizer.otherProduct() < 0) {
      return false;
    }
    Tokens tokens = piece.passage().tokens();
    int first = tokens.sentence(from);
    int last = tokens.sentence(to - 1);
    Finds found = finds(piece.passage());
    return found.of(recognizer.otherProduct()).stream()
            .anyMatch(one -> isIn(tokens, one, first, last))
        && found.of(recognizer.ownProduct()).stream()
            .noneMatch(one -> isIn(tokens, one, first, last));
  }

  private static boolean isIn(Tokens tokens, Found found, int first, int last) {
    int sentence = tokens.sentence(found.from());
    return sentence >= first && sentence <= last;
  }

  /** Another product has other numbers and other words for other things. */
  private boolean isOfAnotherProduct(Piece piece) {
    if (piece.alert().area() != null
        || (error.product() != null && !error.product().isBlank())
        || recognizer.otherProduct() < 0) {
      return false;
    }
    Finds found = finds(piece.passage());
    if (recognizer.notOurs() >= 0 && !found.of(recognizer.notOurs()).isEmpty()) {
      return true;
    }
    return !found.of(recognizer.otherProduct()).isEmpty()
        && (recognizer.ownProduct() < 0 || found.of(recognizer.ownProduct()).isEmpty());
  }

  private boolean operates(Known known, Piece piece) {
    String operation = error.operation();
    if (operation != null && speaksOf(known, operation)) {
      return true;
    }
    for (Passage passage : contextOf(piece)) {
      for (String wanted : known.operations()) {
        if (standingAlone(passage.letters(), wanted) >= 0) {
          return true;
        }
      }
      for (int term : known.beside()) {
        if (!finds(passage).of(term).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean speaksOf(Known known, String operation) {
    Passage passage = new Passage(CopiedText.clean(operation), false, recognizer::isKnownNumber);
    Finds found = finds(passage);
    for (int term : known.beside()) {
      if (!found.of(term).isEmpty()) {
        return true;
      }
    }
    return known.operations().stream()
        .anyMatch(wanted -> standingAlone(passage.letters(), wanted) >= 0);
  }

  /** What is said to have been done, in the error or in its words, excludes what is another. */
  private boolean isOfOtherOperation(Known known, Piece piece) {
    String operation = error.operation();
    if (operation != null && !operation.isBlank()) {
      boolean tells = !known.operations().isEmpty() || !known.beside().isEmpty();
      return tells && !speaksOf(known, operation);
    }
    return !known.operations().isEmpty()
        && operation(finds(piece.passage()), piece.from(), piece.to()).isPresent()
        && !operates(known, piece);
  }

  /** A part of a text, and what stands above it without being an error itself. */
  private List<Passage> contextOf(Piece piece) {
    Set<Passage> passages = new LinkedHashSet<>(Set.of(piece.passage()));
    int at = piece.index();
    for (int i = at - 1; i >= Math.max(0, at - REACH_OF_HEADING); i--) {
      Piece other = pieces.get(i);
      if (other.alertNumber() == piece.alertNumber() && !other.numbered()) {
        passages.add(other.passage());
      }
    }
    return List.copyOf(passages);
  }

  // names

  private @Nullable String name(Known known, Piece piece) {
    Letters letters = piece.passage().letters();
    Segment segment = piece.segment();
    for (Known.Name name : known.names()) {
      for (String given : piece.fieldNames()) {
        if (Letters.of(given).letters().equals(name.letters())) {
          return given;
        }
      }
      int at = standingAlone(letters, name.letters(), segment.start(), segment.end());
      if (at >= 0 && !recognizer.isPartOfAnother(letters, name, at)) {
        return name.spelling();
      }
    }
    return piece.names().stream()
        .filter(cut -> known.equals(recognizer.named(cut)))
        .findFirst()
        .orElse(null);
  }

  private static int standingAlone(Letters letters, String words) {
    return standingAlone(letters, words, 0, letters.length());
  }

  /** Returns where a word or words stand in a part of a text and in no longer word, or −1. */
  private static int standingAlone(Letters letters, String words, int from, int to) {
    String part =
        letters.letters().substring(from, Math.min(letters.length(), to + words.length()));
    int at = part.indexOf(words);
    while (at >= 0 && from + at < to) {
      if (letters.separated(from + at) && letters.separated(from + at + words.length())) {
        return from + at;
      }
      at = part.indexOf(words, at + 1);
    }
    return -1;
  }

  // statements

  private List<Said> statements(Piece piece) {
    if (isOfAnotherProduct(piece) || isClosed(piece)) {
      return List.of();
    }
    List<Said> all = new ArrayList<>();
    for (ReadyStatement statement : recognizer.statements()) {
      for (Ready ready : statement.tellings()) {
        Tellings.Match match = inOneSentence(ready, piece);
        if (match != null && decides(piece, match)) {
          ServerRole on = statement.statement().on();
          String server = error.server() != null ? error.server() : server(piece, match, on);
          all.add(new Said(statement.statement(), server, match.numbers(), quote(piece, match)));
          break;
        }
      }
    }
    return all;
  }

  // what nothing decides

  private List<Hint> hints(Piece piece) {
    if (isOfAnotherProduct(piece) || isClosed(piece)) {
      return List.of();
    }
    Map<String, Hint> hints = new LinkedHashMap<>();
    List<Known> numbered = piece.numbers().isEmpty() ? List.of() : recognizer.symptoms();
    for (Known known : numbered) {
      piece.numbers().stream()
          .filter(known::mayBe)
          .filter(number -> number.place() < 0 || !isOver(piece, number))
          .filter(number -> !isOfOtherOperation(known, piece) && !isOtherwiseTold(known, piece))
          .findFirst()
          .ifPresent(number -> add(hints, known.id(), piece, number.found()));
    }
    Set<Known> generic = new HashSet<>();
    for (Hit hit : genericHits(piece)) {
      if (!isOfOtherOperation(hit.known(), piece) && generic.add(hit.known())) {
        add(hints, hit.known().id(), piece, hit.quote());
      }
    }
    for (ErrorCode code : codes(piece)) {
      code.families().forEach(family -> add(hints, family, piece, said(code), Optional.of(code)));
    }
    byWords(hints, piece);
    if (hints.isEmpty() && piece.numbers().isEmpty() && isOurs(piece) && isTrouble(piece)) {
      bySubject(hints, piece);
    }
    return hints.values().stream().limit(MOST_HINTS).toList();
  }

  private static String said(ErrorCode code) {
    return "ID " + code.id() + ": " + code.clue();
  }

  /** Whether a part tells of any trouble at all, in whatever words. */
  private boolean isTrouble(Piece piece) {
    return piece.passage().description()
        || !found(piece, recognizer.failure()).isEmpty()
        || !found(piece, recognizer.negation()).isEmpty()
        || !found(piece, recognizer.trouble()).isEmpty()
        || piece.text().indexOf('?') >= 0
        || recognizer.trouble() < 0;
  }

  /** Whether a code or a word says that a generic number stands for another error here. */
  private boolean isOtherwiseTold(Known known, Piece piece) {
    boolean otherCode =
        !known.codes().isEmpty()
            && !piece.codes().isEmpty()
            && piece.codes().stream().noneMatch(known.codes()::contains);
    return otherCode
        || recognizer.tellings().stream()
            .filter(ready -> ready.of().equals(known.id()))
            .anyMatch(
                ready ->
                    Arrays.stream(ready.without()).anyMatch(term -> !found(piece, term).isEmpty()));
  }

  /** Messages that many errors begin with, and those that are cut before they differ. */
  private List<Hit> genericHits(Piece piece) {
    List<Hit> all = new ArrayList<>();
    Segment segment = piece.segment();
    hits(piece).stream().filter(hit -> hit.known().symptom().genericMessages()).forEach(all::add);
    cut(piece.passage()).values().stream()
        .filter(fitting -> fitting.size() > 1)
        .flatMap(List::stream)
        .filter(hit -> hit.match().start() >= segment.start() && hit.match().end() <= segment.end())
        .filter(hit -> !hit.known().contradictedBy(piece.numbers()))
        .forEach(all::add);
    return all;
  }

  private void byWords(Map<String, Hint> hints, Piece piece) {
    List<Tellings.Match> all = new ArrayList<>();
    List<Ready> every = new ArrayList<>(recognizer.tellings());
    recognizer.statements().forEach(statement -> every.addAll(statement.tellings()));
    for (Ready ready : every) {
      Tellings.Match match = Tellings.in(ready, finds(piece.passage()), piece.from(), piece.to());
      if (match != null
          && (match.whole() || nearCounts(piece, match))
          && ((match.ready().telling().certain() && match.sure()) || !isOtherNumber(piece))
          && (match.ready().telling().certain() || !match.sure() || isTrouble(piece))
          && isSaid(piece, match)
          && !isContradicted(match, piece)) {
        all.add(match);
      }
    }
    all.sort(
        Comparator.comparing((Tellings.Match match) -> !match.whole())
            .thenComparing(match -> -match.places().size())
            .thenComparing(match -> match.to() - match.from())
            .thenComparing(match -> match.ready().of()));
    for (Tellings.Match match : all) {
      add(hints, match.ready().of(), piece, quote(piece, match));
    }
  }

  /** All but one of the words count where it is about a backup and no number says otherwise. */
  private boolean nearCounts(Piece piece, Tellings.Match match) {
    return piece.numbers().isEmpty()
        && isOurs(piece)
        && match.ready().telling().certain()
        && match.wrong() != null
        && isTrouble(piece);
  }

  private boolean isOurs(Piece piece) {
    return piece.alert().area() != null
        || recognizer.ownProduct() < 0
        || (recognizer.ownProduct() >= 0
            && !finds(piece.passage()).of(recognizer.ownProduct()).isEmpty());
  }

  /** A replica is a thing of databases, too: something of a backup must be spoken of. */
  private boolean isInContext(Piece piece) {
    return recognizer.ownContext() < 0
        || isOurs(piece)
        || pieces.stream()
            .limit(MOST_FOR_CONTEXT)
            .anyMatch(
                one -> !finds(one.passage()).of(recognizer.ownContext()).isEmpty() || isOurs(one))
        || !finds(piece.passage()).of(recognizer.ownContext()).isEmpty();
  }

  private void bySubject(Map<String, Hint> hints, Piece piece) {
    for (Subjects.Subject subject :
        recognizer.subjects().in(finds(piece.passage()), piece.from(), piece.to())) {
      Tokens tokens = piece.passage().tokens();
      for (Found place : subject.places()) {
        String words =
            piece
                .passage()
                .text()
                .substring(tokens.start(place.from()), tokens.end(place.to() - 1));
        add(hints, subject.id(), piece, CopiedText.oneLine(words), Optional.empty(), true);
      }
    }
  }

  /** Whether a number says that it is an error that nobody here knows. */
  private boolean isOtherNumber(Piece piece) {
    return piece.numbers().stream()
        .filter(number -> !number.said())
        .anyMatch(
            number ->
                recognizer.numbered(number.id()).stream()
                    .noneMatch(known -> known.decidedBy(number) || known.mayBe(number)));
  }

  private void add(Map<String, Hint> hints, String id, Piece piece, String because) {
    add(hints, id, piece, because, Optional.empty(), false);
  }

  private void add(
      Map<String, Hint> hints, String id, Piece piece, String because, Optional<ErrorCode> code) {
    add(hints, id, piece, because, code, false);
  }

  private void add(
      Map<String, Hint> hints,
      String id,
      Piece piece,
      String because,
      Optional<ErrorCode> code,
      boolean guessed) {
    Known known = recognizer.symptom(id);
    ServerRole affects = recognizer.affects(id);
    Set<ServerRole> roles = recognizer.roles(id);
    String server = error.server() != null ? error.server() : whose(piece, affects);
    String dataSource =
        error.dataSource() != null
            ? error.dataSource()
            : affects.sendsToAzure() ? null : Whose.dataSource(piece.text());
    List<String> missing = known == null ? List.of() : recognizer.wouldDecide(known);
    hints.merge(
        id,
        new Hint(id, affects, roles, server, dataSource, List.of(because), missing, code, guessed),
        (a, b) -> {
          Set<String> both = new LinkedHashSet<>(a.because());
          both.addAll(b.because());
          return new Hint(
              id,
              affects,
              roles,
              server,
              dataSource,
              List.copyOf(both),
              missing,
              a.code(),
              guessed);
        });
  }

  /** Somebody who tells a story needs more than a sentence for it. */
  private List<Hint> hintsOfAll() {
    List<Passage> passages = pieces.stream().map(Piece::passage).distinct().toList();
    if (passages.size() < 2) {
      return List.of();
    }
    StringBuilder all = new StringBuilder();
    passages.forEach(passage -> all.append(passage.text().strip()).append('\n'));
    Passage whole = new Passage(all.toString(), false, recognizer::isKnownNumber);
    Piece piece =
        new Piece(
            new Alert(List.of(whole)),
            0,
            0,
            whole,
            whole.segments().get(0),
            List.of(),
            List.of(),
            List.of(),
            product,
            recognizer.products());
    return hints(piece);
  }

  /** Returns recognitions without repetitions, and without one that says less than another. */
  private static List<Recognition> apart(List<Recognition> all) {
    Map<String, Recognition> strongest = new TreeMap<>();
    for (Recognition recognition : all) {
      strongest.merge(
          key(recognition), recognition, (a, b) -> b.by().compareTo(a.by()) < 0 ? b : a);
    }
    List<Recognition> distinct = List.copyOf(strongest.values());
    return distinct.stream()
        .filter(one -> distinct.stream().noneMatch(other -> saysLess(one, other)))
        .toList();
  }

  private static boolean saysLess(Recognition one, Recognition other) {
    boolean server = one.server() == null || key(one.server()).equals(key(other.server()));
    boolean source =
        one.dataSource() == null || key(one.dataSource()).equals(key(other.dataSource()));
    boolean fewer =
        (one.server() == null && other.server() != null)
            || (one.dataSource() == null && other.dataSource() != null);
    return server && source && fewer;
  }

  private static String key(@Nullable String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT);
  }
}
