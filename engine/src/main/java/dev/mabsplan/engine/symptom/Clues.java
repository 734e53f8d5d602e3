package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.DataSourceNames.NamedSource;
import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.Recognition.By;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Passage.Segment;
import dev.mabsplan.facts.DataSourceType;
import dev.mabsplan.facts.ServerRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides for a symptom in a part of a report: a number within its product, a symbolic name, a
 * code, a message, decisive words; and what comes of it.
 */
final class Clues {

  /** Something that decides for a symptom. */
  private record Clue(By by, String found, Map<String, String> values) {

    static Clue of(By by, String found) {
      return new Clue(by, found, Map.of());
    }
  }

  private final Aspects aspects;

  Clues(Aspects aspects) {
    this.aspects = aspects;
  }

  /** Returns the symptoms that something in a part decides for. */
  List<Recognition> recognitions(Piece piece) {
    if (aspects.circumstances().isClosed(piece)) {
      return List.of();
    }
    boolean others = aspects.circumstances().isOfAnotherProduct(piece);
    List<Hit> said = others ? aspects.quotations().longIn(piece) : aspects.quotations().in(piece);
    List<Tellings.Match> words = others ? List.of() : aspects.told().deciding(piece, said);
    List<Recognition> all = new ArrayList<>();
    for (Known known : candidates(piece, said, words)) {
      Set<Clue> clues = new LinkedHashSet<>(clues(known, piece, said, words, others));
      boolean named = clues.stream().anyMatch(clue -> clue.values().containsKey("server"));
      List<Recognition> found = new ArrayList<>();
      for (Clue clue : clues) {
        if (!named || clue.values().containsKey("server")) {
          found.add(recognition(known, clue, piece));
        }
      }
      all.addAll(Repeats.apart(found));
    }
    return all;
  }

  /** Returns the symptoms for which anything speaks in a part of a text, in their order. */
  private List<Known> candidates(Piece piece, List<Hit> said, List<Tellings.Match> words) {
    KnownErrors errors = aspects.repertoire().errors();
    if (isNamed(piece)) {
      return errors.all();
    }
    Set<Known> all = new HashSet<>();
    said.forEach(hit -> all.add(hit.known()));
    for (Tellings.Match match : words) {
      Known known = errors.of(match.ready().of());
      if (known != null) {
        all.add(known);
      }
    }
    piece.numbers().forEach(number -> all.addAll(errors.numbered(number.id())));
    if (all.isEmpty() && piece.codes().isEmpty()) {
      return List.of();
    }
    List<Known> candidates = new ArrayList<>();
    for (Known known : errors.all()) {
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
        || aspects
            .repertoire()
            .errors()
            .mayBeNamed(piece.passage().letters(), segment.start(), segment.end());
  }

  private List<Clue> clues(
      Known known, Piece piece, List<Hit> said, List<Tellings.Match> words, boolean others) {
    List<Hit> own = said.stream().filter(hit -> known.equals(hit.known())).toList();
    List<Tellings.Match> telling =
        words.stream().filter(match -> match.ready().of().equals(known.id())).toList();
    List<String> codes =
        known.contradictedBy(piece.numbers())
            ? List.of()
            : piece.codes().stream().filter(code -> known.codes().contains(code)).toList();
    boolean generic = known.symptom().genericMessages();
    Clue strongest = byNumber(known, piece, others);
    if (strongest == null
        && isBesideGenericNumber(known, piece, others)
        && ((!own.isEmpty() && !generic)
            || !codes.isEmpty()
            || !telling.isEmpty()
            || aspects.whatWasDone().isOf(known, piece))) {
      strongest = byGenericNumber(known, piece);
    }
    String name = strongest == null ? name(known, piece) : null;
    if (name != null) {
      strongest = Clue.of(By.NAME, name);
    }
    // beside generic numbers a code is what tells them apart, and says nothing alone
    if (strongest == null && !codes.isEmpty() && known.genericIds().isEmpty()) {
      strongest = Clue.of(By.CODE, codes.get(0));
    }
    boolean numbered = strongest != null || !codes.isEmpty();
    if (!own.isEmpty() && (!generic || numbered)) {
      return byMessages(own, strongest);
    }
    if (strongest != null) {
      return List.of(strongest);
    }
    return telling.stream().limit(1).map(match -> byWords(known, piece, match)).toList();
  }

  private @Nullable Clue byNumber(Known known, Piece piece, boolean others) {
    for (Numbered number : piece.numbers()) {
      if (known.decidedBy(number) && counts(piece, number, others)) {
        return Clue.of(By.ID, number.found());
      }
    }
    return null;
  }

  private boolean isBesideGenericNumber(Known known, Piece piece, boolean others) {
    return piece.numbers().stream()
            .anyMatch(number -> known.mayBe(number) && counts(piece, number, others))
        && !aspects.whatWasDone().isOther(known, piece);
  }

  private static @Nullable Clue byGenericNumber(Known known, Piece piece) {
    return piece.numbers().stream()
        .filter(known::mayBe)
        .findFirst()
        .map(number -> Clue.of(By.ID, number.found()))
        .orElse(null);
  }

  private static List<Clue> byMessages(List<Hit> own, @Nullable Clue by) {
    return own.stream()
        .map(
            hit ->
                new Clue(
                    by == null ? By.MESSAGE : by.by(),
                    by == null ? hit.quote() : by.found(),
                    hit.match().values()))
        .toList();
  }

  private Clue byWords(Known known, Piece piece, Tellings.Match match) {
    String server = aspects.owners().namedBy(piece, match, known.symptom().affects());
    return new Clue(
        By.WORDS,
        piece.quote(match.from(), match.to()),
        server == null ? Map.of() : Map.of("server", server));
  }

  /** What people mention in passing may be any number, where nothing of ours or wrong is near. */
  private boolean counts(Piece piece, Numbered number, boolean others) {
    if (number.place() < 0) {
      return true;
    }
    boolean stray =
        !number.called()
            && aspects.repertoire().terms().jobs().stream()
                .noneMatch(term -> aspects.spoken().has(piece.passage(), term));
    return !(others || stray || aspects.circumstances().isOver(piece, number));
  }

  private @Nullable String name(Known known, Piece piece) {
    Letters letters = piece.passage().letters();
    Segment segment = piece.segment();
    for (Known.Name name : known.names()) {
      for (String given : piece.fieldNames()) {
        if (Letters.of(given).letters().equals(name.letters())) {
          return given;
        }
      }
      int at = letters.standingAlone(name.letters(), segment.start(), segment.end());
      if (at >= 0 && !aspects.repertoire().errors().isPartOfAnother(letters, name, at)) {
        return name.spelling();
      }
    }
    return piece.names().stream()
        .filter(cut -> known.equals(aspects.repertoire().errors().named(cut)))
        .findFirst()
        .orElse(null);
  }

  private Recognition recognition(Known known, Clue clue, Piece piece) {
    ServerRole affects = known.symptom().affects();
    DataSourceNames names = aspects.repertoire().dataSources();
    NamedSource told = names.in(clue.values().get("dataSource"));
    NamedSource given = names.in(aspects.report().error().dataSource());
    NamedSource shown = names.in(piece.alert().area());
    String dataSource = aspects.report().error().dataSource();
    if (given == null) {
      dataSource = told != null ? told.name() : shown != null ? shown.name() : null;
    }
    if (dataSource == null && affects == ServerRole.PROTECTED_SERVER) {
      dataSource = Whose.dataSource(piece.text());
    }
    DataSourceType type = null;
    for (NamedSource source : new NamedSource[] {told, given, shown}) {
      if (type == null && source != null) {
        type = source.type();
      }
    }
    return new Recognition(
        known.symptom(),
        clue.by(),
        clue.found(),
        DataSourceNames.trimmed(server(clue, piece, affects)),
        DataSourceNames.trimmed(dataSource),
        type);
  }

  private @Nullable String server(Clue clue, Piece piece, ServerRole affects) {
    String given = aspects.report().error().server();
    String beside = piece.alert().serverOf(affects);
    String named = given != null ? given : beside != null ? beside : clue.values().get("server");
    boolean several =
        aspects.spoken().has(piece.passage(), aspects.repertoire().terms().otherProduct());
    return named == null && piece.alert().area() == null && !several
        ? aspects.owners().namedBy(piece, affects)
        : named;
  }
}
