package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.Tellings.Match;
import dev.mabsplan.engine.symptom.Tellings.Ready;
import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people tell in words of their own, of errors and of facts. */
final class Told {

  private final Repertoire repertoire;
  private final SpokenTerms spoken;
  private final Circumstances circumstances;
  private final Quotations quotations;

  Told(
      Repertoire repertoire,
      SpokenTerms spoken,
      Circumstances circumstances,
      Quotations quotations) {
    this.repertoire = repertoire;
    this.spoken = spoken;
    this.circumstances = circumstances;
    this.quotations = quotations;
  }

  /** Returns the tellings that decide, without those that another or a message says more about. */
  List<Match> deciding(Piece piece, List<Hit> said) {
    List<Match> all = new ArrayList<>();
    for (Match match : in(repertoire.tellings(), piece)) {
      if (circumstances.decide(piece, match)) {
        all.add(match);
      }
    }
    return all.isEmpty()
        ? all
        : all.stream()
            .filter(match -> all.stream().noneMatch(other -> saysMore(other, match)))
            .filter(match -> said.stream().noneMatch(hit -> isAbout(hit, match, piece)))
            .filter(match -> !isContradicted(match, piece))
            .toList();
  }

  private static boolean saysMore(Match other, Match match) {
    List<String> terms = match.ready().telling().terms();
    List<String> others = other.ready().telling().terms();
    return !other.ready().of().equals(match.ready().of())
        && other.overlaps(match)
        && others.size() > terms.size()
        && others.containsAll(terms);
  }

  /** Whether a whole message of another symptom stands where the words do. */
  private static boolean isAbout(Hit hit, Match match, Piece piece) {
    Tokens tokens = piece.passage().tokens();
    Letters letters = piece.passage().letters();
    int start = letters.origin(hit.match().start());
    int end = letters.endOrigin(hit.match().end());
    return !hit.known().id().equals(match.ready().of())
        && tokens.start(match.from()) < end
        && start < tokens.end(match.to() - 1);
  }

  private boolean isContradicted(Match match, Piece piece) {
    Known own = repertoire.errors().of(match.ready().of());
    if (own != null && own.contradictedBy(piece.numbers())) {
      return true;
    }
    // what has a number of its own is that error and no other
    for (Numbered number : piece.numbers()) {
      boolean ours = own != null && own.hasNumber(number);
      if (!ours && !number.said() && quotations.isOfAnother(number, own)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whatever is said of errors and facts, whole or nearly, where nothing denies it. */
  List<Match> any(Piece piece) {
    List<Match> all = new ArrayList<>(in(repertoire.tellings(), piece));
    all.addAll(in(repertoire.tellingsOfStatements(), piece));
    all.removeIf(match -> !circumstances.isSaid(piece, match) || isContradicted(match, piece));
    return all;
  }

  private List<Match> in(TellingIndex tellings, Piece piece) {
    Finds finds = spoken.in(piece.passage());
    List<Match> all = new ArrayList<>();
    for (Ready ready : tellings.in(finds)) {
      Match match = Tellings.in(ready, finds, piece.from(), piece.to());
      if (match != null) {
        all.add(match);
      }
    }
    return all;
  }

  /** Returns the sentences of a part in which one of some errors is told. */
  Set<Integer> sentencesOf(Set<String> errors, Piece piece) {
    Tokens tokens = piece.passage().tokens();
    Set<Integer> sentences = new HashSet<>();
    for (Match match : in(repertoire.tellings(), piece)) {
      for (int i = match.from(); i < match.to() && errors.contains(match.ready().of()); i++) {
        sentences.add(tokens.sentence(i));
      }
    }
    return sentences;
  }

  /** Returns what a part states as facts, each once, in one sentence. */
  List<Match> stated(Piece piece) {
    Finds finds = spoken.in(piece.passage());
    List<Match> all = new ArrayList<>();
    Set<String> stated = new HashSet<>();
    for (Ready ready : repertoire.tellingsOfStatements().in(finds)) {
      Match match = stated.contains(ready.of()) ? null : inOneSentence(ready, finds, piece);
      if (match != null && circumstances.decide(piece, match)) {
        stated.add(ready.of());
        all.add(match);
      }
    }
    return all;
  }

  /** Returns how a telling stands in a sentence, or null where it does in none. */
  private static @Nullable Match inOneSentence(Ready ready, Finds finds, Piece piece) {
    if (!ready.isWholeIn(finds)) {
      return null;
    }
    Tokens tokens = piece.passage().tokens();
    int from = piece.from();
    while (from < piece.to()) {
      int to = tokens.endOfSentence(from, piece.to());
      Match match = Tellings.in(ready, finds, from, to);
      if (match != null && match.certain()) {
        return match;
      }
      from = to;
    }
    return null;
  }
}
