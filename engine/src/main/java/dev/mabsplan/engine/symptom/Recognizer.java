package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.DataSourcePhrase;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.symptom.KnownMessage.Effort;
import dev.mabsplan.engine.symptom.KnownMessage.Match;
import dev.mabsplan.engine.symptom.Passage.Segment;
import dev.mabsplan.engine.symptom.Recognition.By;
import dev.mabsplan.facts.DataSourceType;
import dev.mabsplan.facts.ReportedError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which known symptoms a reported error shows. Immutable; may be used from many threads.
 *
 * <p>A number decides within its product, a symbolic name always. A message decides where it stands
 * as a sentence of its own and no number beside it says otherwise. What is ambiguous is not
 * recognised: a wrong recognition is worse than none.
 */
public final class Recognizer {

  private static final int LONGEST_QUOTE = 400;

  /** More places than these are a text made of ellipses. */
  private static final int MOST_CUTS = 16;

  /** How many letters before a cut the message may have begun. */
  private static final int LONGEST_BEFORE_CUT = 1500;

  private final List<Known> symptoms;
  private final List<Phrase> phrases;

  /** A symptom, made ready to be compared. */
  private record Known(
      KnownSymptom symptom,
      Map<String, Set<Integer>> ids,
      Map<String, Set<Integer>> genericIds,
      Set<String> codes,
      List<Name> names,
      List<String> operations,
      List<KnownMessage> messages) {

    static Known of(KnownSymptom symptom) {
      return new Known(
          symptom,
          byFamily(symptom.ids()),
          byFamily(symptom.genericIds()),
          symptom.codes().stream().map(Reading::spelling).collect(Collectors.toUnmodifiableSet()),
          symptom.names().stream()
              .sorted()
              .map(name -> new Name(name, Letters.of(name).letters()))
              .filter(name -> !name.letters().isEmpty())
              .toList(),
          symptom.operations().stream()
              .map(operation -> Letters.of(CopiedText.clean(operation)).letters())
              .filter(operation -> !operation.isEmpty())
              .toList(),
          symptom.messages().stream()
              .map(KnownMessage::new)
              .filter(message -> message.length() > 0)
              .toList());
    }

    String id() {
      return symptom.id();
    }

    private static Map<String, Set<Integer>> byFamily(Map<String, Set<Integer>> byProduct) {
      Map<String, Set<Integer>> byFamily = new HashMap<>();
      byProduct.forEach(
          (product, numbers) ->
              byFamily
                  .computeIfAbsent(Products.family(product), key -> new HashSet<>())
                  .addAll(numbers));
      return Map.copyOf(byFamily);
    }

    private static boolean has(
        Map<String, Set<Integer>> numbers, @Nullable String family, int number) {
      return family == null
          ? numbers.values().stream().anyMatch(set -> set.contains(number))
          : numbers.getOrDefault(family, Set.of()).contains(number);
    }

    /** Whether numbers say that a text is about something else. */
    boolean contradictedBy(Set<Integer> numbers, @Nullable String family) {
      boolean comparable =
          family == null
              ? !(ids.isEmpty() && genericIds.isEmpty())
              : ids.containsKey(family) || genericIds.containsKey(family);
      return comparable
          && !numbers.isEmpty()
          && numbers.stream().noneMatch(id -> has(ids, family, id) || has(genericIds, family, id));
    }
  }

  /** A symbolic name, and how it is compared. */
  private record Name(String spelling, String letters) {}

  private record Phrase(DataSourceType type, KnownMessage words) {}

  /** A message of a symptom that stands in a passage. */
  private record Hit(Known known, Place place, Match match) {

    Clue clue() {
      String quote = place.passage().quote(match.start(), match.end());
      boolean fits = quote.length() <= LONGEST_QUOTE;
      return new Clue(
          By.MESSAGE,
          fits ? quote : quote.substring(0, LONGEST_QUOTE - 1).strip() + "…",
          place.alert());
    }

    boolean insideOf(Hit other) {
      return place.passage() == other.place.passage()
          && other.match.start() <= match.start()
          && other.match.end() >= match.end()
          && other.match.end() - other.match.start() > match.end() - match.start();
    }
  }

  /** A passage in its alert. */
  private record Place(Passage passage, int alert) {}

  /** Something that speaks for a symptom; {@code alert} is −1 for a field. */
  private record Clue(By by, String found, int alert) {}

  /**
   * Makes a recogniser.
   *
   * @param symptoms everything that can be recognised
   * @param phrases how the product writes data sources
   */
  public Recognizer(Collection<KnownSymptom> symptoms, List<DataSourcePhrase> phrases) {
    this.symptoms =
        symptoms.stream().sorted(Comparator.comparing(KnownSymptom::id)).map(Known::of).toList();
    this.phrases =
        phrases.stream()
            .map(phrase -> new Phrase(phrase.type(), new KnownMessage(phrase.phrase())))
            // the phrase that says most decides
            .sorted(Comparator.comparingInt((Phrase phrase) -> -phrase.words().length()))
            .toList();
  }

  /** Returns a recogniser of everything that rule packs know. */
  public static Recognizer of(Knowledge knowledge) {
    return new Recognizer(knowledge.symptoms().toList(), knowledge.dataSources().toList());
  }

  /**
   * Returns what is recognised in an error, by id of the symptom; empty where nothing is.
   *
   * @param error the error
   */
  public List<Recognition> recognize(ReportedError error) {
    return new Recognizing(error).recognitions();
  }

  /** The recognition of one error. */
  private final class Recognizing {
    private final ReportedError error;
    private final Reading reading;
    private final @Nullable String product;
    private final List<Place> places = new ArrayList<>();
    private final Effort effort = new Effort();

    Recognizing(ReportedError error) {
      this.error = error;
      this.reading = Reading.of(error);
      String named = error.product();
      this.product = named == null || named.isBlank() ? null : Products.family(named);
      for (int i = 0; i < reading.alerts().size(); i++) {
        for (Passage passage : reading.alerts().get(i).passages()) {
          places.add(new Place(passage, i));
        }
      }
    }

    List<Recognition> recognitions() {
      Map<String, List<Hit>> hits =
          hits().stream().collect(Collectors.groupingBy(hit -> hit.known().id()));
      List<Recognition> all = new ArrayList<>();
      for (Known known : symptoms) {
        all.addAll(recognitions(known, hits.getOrDefault(known.id(), List.of())));
      }
      return List.copyOf(all);
    }

    private List<Recognition> recognitions(Known known, List<Hit> hits) {
      List<Clue> clues = clues(known, hits);
      List<Recognition> found = new ArrayList<>();
      for (int alert = 0; alert < reading.alerts().size(); alert++) {
        int here = alert;
        List<Clue> own = clues.stream().filter(clue -> clue.alert() == here).toList();
        if (!own.isEmpty()) {
          List<Hit> said = hits.stream().filter(hit -> hit.place().alert() == here).toList();
          found.addAll(recognitions(known, strongest(clues, here), said, area(here)));
        }
      }
      if (found.isEmpty() && !clues.isEmpty()) {
        List<String> areas =
            reading.alerts().stream().map(Alert::area).filter(area -> area != null).toList();
        String area = areas.size() == 1 ? areas.get(0) : null;
        found.addAll(recognitions(known, clues.get(0), List.of(), area));
      }
      return apart(found);
    }

    private Clue strongest(List<Clue> clues, int alert) {
      return clues.stream()
          .filter(clue -> clue.alert() == alert || clue.alert() < 0)
          .min(Comparator.comparing(Clue::by))
          .orElseThrow();
    }

    private @Nullable String area(int alert) {
      return reading.alerts().get(alert).area();
    }

    private List<Recognition> recognitions(
        Known known, Clue clue, List<Hit> said, @Nullable String area) {
      if (said.isEmpty()) {
        return List.of(recognition(known, clue, Map.of(), area));
      }
      return said.stream()
          .map(
              hit ->
                  recognition(
                      known,
                      clue.by() == By.MESSAGE ? hit.clue() : clue,
                      hit.match().values(),
                      area))
          .toList();
    }

    private Recognition recognition(
        Known known, Clue clue, Map<String, String> values, @Nullable String area) {
      String server = error.server() == null ? values.get("server") : error.server();
      Source named = source(values.get("dataSource"));
      Source shown = source(area);
      Source given = source(error.dataSource());
      String dataSource =
          given != null
              ? error.dataSource()
              : named != null ? named.name() : shown != null ? shown.name() : null;
      DataSourceType type = null;
      for (Source source : new Source[] {named, given, shown}) {
        if (type == null && source != null) {
          type = source.type();
        }
      }
      return new Recognition(
          known.symptom(), clue.by(), clue.found(), trimmed(server), trimmed(dataSource), type);
    }

    /**
     * Returns what speaks for a symptom, the strongest first; nothing where it does not suffice.
     */
    private List<Clue> clues(Known known, List<Hit> hits) {
      List<Clue> ids = ids(known.ids());
      List<Clue> genericIds = ids(known.genericIds());
      List<Clue> names = names(known);
      List<Clue> codes = codes(known);
      KnownSymptom symptom = known.symptom();
      boolean numbered =
          !(ids.isEmpty() && genericIds.isEmpty() && names.isEmpty() && codes.isEmpty());
      boolean said = !hits.isEmpty();
      List<Clue> clues = new ArrayList<>(ids);
      if (said || !codes.isEmpty() || operates(known)) {
        clues.addAll(genericIds);
      }
      clues.addAll(names);
      // beside generic numbers a code is what tells them apart, and says nothing alone
      if (known.genericIds().isEmpty()) {
        clues.addAll(codes);
      }
      if (said && (!symptom.genericMessages() || numbered)) {
        hits.forEach(hit -> clues.add(hit.clue()));
      }
      clues.sort(Comparator.comparing(Clue::by));
      return clues;
    }

    private List<Clue> ids(Map<String, Set<Integer>> numbers) {
      List<Clue> clues = new ArrayList<>();
      if (numbers.isEmpty()) {
        return clues;
      }
      for (Reading.Numeral number : reading.ids()) {
        if (Known.has(numbers, product, number.id())) {
          clues.add(new Clue(By.ID, number.found(), -1));
        }
      }
      for (int i = 0; i < reading.alerts().size(); i++) {
        for (int event : reading.alerts().get(i).eventIds()) {
          if (Known.has(numbers, ofEvent(i), event)) {
            clues.add(new Clue(By.ID, "ID " + event, i));
          }
        }
      }
      for (Place place : places) {
        for (Mention mention : place.passage().mentions()) {
          Integer id = mention.id();
          if (id != null && Known.has(numbers, ofText(place.alert()), id)) {
            clues.add(new Clue(By.ID, mention.found(), place.alert()));
          }
        }
      }
      return clues;
    }

    /** Returns whose number an event's is: its provider's. */
    private @Nullable String ofEvent(int alert) {
      String provider = reading.alerts().get(alert).provider();
      return provider == null || provider.isBlank() ? product : Products.family(provider);
    }

    /** Returns whose numbers a text quotes. */
    private @Nullable String ofText(int alert) {
      return Products.quotedBy(product != null ? product : reading.alerts().get(alert).provider());
    }

    private List<Clue> names(Known known) {
      List<Clue> clues = new ArrayList<>();
      for (Name name : known.names()) {
        String wanted = name.letters();
        for (String given : reading.names()) {
          if (Letters.of(given).letters().equals(wanted)) {
            clues.add(new Clue(By.NAME, given, -1));
          }
        }
        for (Place place : places) {
          int at = standingAlone(place.passage().letters(), wanted);
          if (at >= 0 && !partOfAnother(place.passage().letters(), wanted, at)) {
            clues.add(new Clue(By.NAME, name.spelling(), place.alert()));
          }
        }
      }
      return clues;
    }

    /** Whether a known name that is longer stands there, broken by a line's end. */
    private boolean partOfAnother(Letters letters, String name, int at) {
      return symptoms.stream()
          .flatMap(known -> known.names().stream())
          .map(Name::letters)
          .anyMatch(
              other ->
                  other.length() > name.length()
                      && other.startsWith(name)
                      && letters.letters().startsWith(other, at));
    }

    private List<Clue> codes(Known known) {
      List<Clue> clues = new ArrayList<>();
      if (known.codes().isEmpty()) {
        return clues;
      }
      for (String code : reading.codes()) {
        if (known.codes().contains(code) && !contradicted(known, reading.ids())) {
          clues.add(new Clue(By.CODE, code, -1));
        }
      }
      for (Place place : places) {
        Passage passage = place.passage();
        for (Mention mention : passage.mentions()) {
          if (mention.id() == null && known.codes().contains(mention.found())) {
            Segment segment = passage.segmentAt(passage.letters().firstFrom(mention.start()));
            if (!contradicted(known, segment, place)) {
              clues.add(new Clue(By.CODE, mention.found(), place.alert()));
            }
          }
        }
      }
      return clues;
    }

    private boolean contradicted(Known known, List<Reading.Numeral> numbers) {
      return known.contradictedBy(
          numbers.stream().map(Reading.Numeral::id).collect(Collectors.toSet()), product);
    }

    /** Whether a number says that a segment is about something else. */
    private boolean contradicted(Known known, Segment segment, Place place) {
      List<Passage> passages = reading.alerts().get(place.alert()).passages();
      String family = ofText(place.alert());
      if (!segment.ids().isEmpty()) {
        if (known.contradictedBy(segment.ids(), family)) {
          return true;
        }
      } else if (passages.stream().noneMatch(Passage::hasIds)) {
        Set<Integer> events = Set.copyOf(reading.alerts().get(place.alert()).eventIds());
        if (known.contradictedBy(events, ofEvent(place.alert()))
            || known.contradictedBy(ofFields(false), product)) {
          return true;
        }
      }
      Set<Integer> tags =
          segment.tags().isEmpty() && passages.stream().noneMatch(Passage::hasTags)
              ? ofFields(true)
              : segment.tags();
      return known.contradictedBy(tags, family);
    }

    private Set<Integer> ofFields(boolean tag) {
      return reading.ids().stream()
          .filter(number -> number.tag() == tag)
          .map(Reading.Numeral::id)
          .collect(Collectors.toSet());
    }

    private boolean operates(Known known) {
      if (known.operations().isEmpty()) {
        return false;
      }
      List<Letters> texts = new ArrayList<>();
      String operation = error.operation();
      if (operation != null) {
        texts.add(Letters.of(CopiedText.clean(operation)));
      }
      places.forEach(place -> texts.add(place.passage().letters()));
      return known.operations().stream()
          .anyMatch(
              wanted -> texts.stream().anyMatch(letters -> standingAlone(letters, wanted) >= 0));
    }

    /**
     * Returns the messages that stand in the error, of two where one lies in the other the longer.
     */
    private List<Hit> hits() {
      List<Hit> hits = new ArrayList<>();
      for (Place place : places) {
        for (Known known : symptoms) {
          for (KnownMessage message : known.messages()) {
            for (Match match : message.in(place.passage(), effort)) {
              add(hits, new Hit(known, place, match));
            }
          }
        }
        cutOff(place).forEach(hit -> add(hits, hit));
      }
      return hits.stream()
          .filter(
              hit ->
                  hits.stream()
                      .noneMatch(
                          other ->
                              !other.known().id().equals(hit.known().id()) && hit.insideOf(other)))
          .toList();
    }

    private void add(List<Hit> hits, Hit hit) {
      Passage passage = hit.place().passage();
      Segment segment = passage.segmentAt(hit.match().start());
      if (hit.match().end() <= segment.end() && !contradicted(hit.known(), segment, hit.place())) {
        hits.add(hit);
      }
    }

    /** Returns the messages whose ends are cut off and that can be no others. */
    private List<Hit> cutOff(Place place) {
      List<Hit> found = new ArrayList<>();
      Passage passage = place.passage();
      List<Integer> cuts = passage.cuts();
      // the end of the text is the last
      for (int cut : cuts.subList(Math.max(0, cuts.size() - MOST_CUTS), cuts.size())) {
        for (int start = passage.previousBeginning(cut - 1);
            start >= 0 && cut - start <= LONGEST_BEFORE_CUT;
            start = start == 0 ? -1 : passage.previousBeginning(start - 1)) {
          Hit only = onlyFit(place, start, cut);
          if (only != null) {
            found.add(only);
          }
        }
      }
      return found;
    }

    private @Nullable Hit onlyFit(Place place, int start, int cut) {
      Hit best = null;
      Set<String> fitting = new HashSet<>();
      for (Known known : symptoms) {
        for (KnownMessage message : known.messages()) {
          Match match = message.cutOff(place.passage(), start, cut, effort);
          if (match == null) {
            continue;
          }
          fitting.add(known.id());
          if (message.isEnough(match)
              && (best == null || match.literals() > best.match().literals())) {
            best = new Hit(known, place, match);
          }
        }
      }
      return fitting.size() == 1 ? best : null;
    }
  }

  /** Returns where a word or words stand in a text as such and in no longer word, or −1. */
  private static int standingAlone(Letters letters, String words) {
    int at = letters.letters().indexOf(words);
    while (at >= 0) {
      if (letters.separated(at) && letters.separated(at + words.length())) {
        return at;
      }
      at = letters.letters().indexOf(words, at + 1);
    }
    return -1;
  }

  /** A data source: its name alone, and its type where its name tells. */
  private record Source(String name, @Nullable DataSourceType type) {}

  private @Nullable Source source(@Nullable String written) {
    String name = trimmed(written);
    if (name == null) {
      return null;
    }
    Passage whole = new Passage(name, false);
    for (Phrase phrase : phrases) {
      Map<String, String> values = phrase.words().valuesOfWhole(whole);
      if (values != null) {
        return new Source(values.getOrDefault("name", name), phrase.type());
      }
    }
    return new Source(name, null);
  }

  private static @Nullable String trimmed(@Nullable String value) {
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

  /** Returns recognitions without repetitions, and without one that says less than another. */
  private static List<Recognition> apart(List<Recognition> all) {
    Map<String, Recognition> strongest = new TreeMap<>();
    for (Recognition recognition : all) {
      strongest.merge(
          key(recognition.server()) + '\n' + key(recognition.dataSource()),
          recognition,
          (a, b) -> b.by().compareTo(a.by()) < 0 ? b : a);
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
