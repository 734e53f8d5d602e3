package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.KnownMessage.Effort;
import dev.mabsplan.engine.symptom.KnownMessage.Match;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.engine.symptom.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known messages that a report quotes: whole, cut off at their ends, or with a slip. */
final class Quotations {

  /** More places than these are a text made of ellipses. */
  private static final int MOST_CUTS = 16;

  /** How many letters before a cut the message may have begun. */
  private static final int LONGEST_BEFORE_CUT = 1500;

  /** A message of so many letters is no other's, whatever number stands beside it. */
  private static final int TELLING_LETTERS = 40;

  /** A message of so many letters is no other product's. */
  private static final int LETTERS_OF_OURS = 34;

  private final Repertoire repertoire;
  private final SpokenTerms spoken;
  private final Circumstances circumstances;
  private final Effort effort = new Effort();
  private final Map<Passage, List<Hit>> byPassage = new HashMap<>();
  private final Map<Passage, List<List<Hit>>> cut = new HashMap<>();

  Quotations(Repertoire repertoire, SpokenTerms spoken, Circumstances circumstances) {
    this.repertoire = repertoire;
    this.spoken = spoken;
    this.circumstances = circumstances;
  }

  /** Returns the messages that a part says and means. */
  List<Hit> in(Piece piece) {
    List<Hit> all = in(piece.passage());
    return all.isEmpty()
        ? all
        : all.stream()
            .filter(hit -> hit.isIn(piece.segment()))
            .filter(hit -> !isContradicted(hit, piece))
            .filter(hit -> !circumstances.isOver(piece, hit.lastToken()))
            .filter(hit -> !circumstances.isDenied(piece, hit.firstToken()))
            .toList();
  }

  /** Beside another product's error a long message is still ours, where it is not named with it. */
  List<Hit> longIn(Piece piece) {
    Terms terms = repertoire.terms();
    if (spoken.has(piece, terms.notOurs())) {
      return List.of();
    }
    Tokens tokens = piece.passage().tokens();
    return in(piece).stream()
        .filter(hit -> hit.match().literals() >= LETTERS_OF_OURS)
        .filter(
            hit ->
                spoken.in(piece, terms.otherProduct()).stream()
                    .noneMatch(
                        other -> tokens.clause(other.from()) == tokens.clause(hit.firstToken())))
        .toList();
  }

  /** Returns messages that many errors begin with, and those that are cut before they differ. */
  List<Hit> genericIn(Piece piece) {
    List<Hit> all = new ArrayList<>();
    in(piece).stream().filter(hit -> hit.known().symptom().genericMessages()).forEach(all::add);
    cut(piece.passage()).stream()
        .filter(fitting -> fitting.size() > 1)
        .flatMap(List::stream)
        .filter(hit -> hit.isIn(piece.segment()))
        .filter(hit -> !hit.known().contradictedBy(piece.numbers()))
        .forEach(all::add);
    return all;
  }

  /**
   * Returns the messages that stand in a passage, of two where one lies in the other the longer.
   */
  List<Hit> in(Passage passage) {
    List<Hit> known = byPassage.get(passage);
    if (known == null) {
      known = found(passage);
      byPassage.put(passage, known);
    }
    return known;
  }

  private List<Hit> found(Passage passage) {
    List<Hit> whole = new ArrayList<>();
    for (MessageIndex.Entry entry : repertoire.messages().in(passage)) {
      for (Match match : entry.message().in(passage, effort)) {
        whole.add(new Hit(entry.known(), passage, match));
      }
    }
    List<Hit> exact = new ArrayList<>(whole);
    for (List<Hit> fitting : cut(passage)) {
      if (fitting.size() == 1 && whole.stream().noneMatch(one -> isCutOf(fitting.get(0), one))) {
        exact.add(fitting.get(0));
      }
    }
    List<Hit> all = new ArrayList<>(exact);
    if (exact.stream().noneMatch(Quotations::isNearlyAll)) {
      repertoire.nearMessages().in(passage).stream()
          .map(near -> new Hit(near.known(), passage, near.match()))
          .filter(hit -> exact.stream().noneMatch(hit::overlaps))
          .forEach(all::add);
    }
    return all.stream()
        .filter(hit -> all.stream().noneMatch(other -> isPartOf(hit, other)))
        .toList();
  }

  /** Whether the same message stands there whole. */
  private static boolean isCutOf(Hit cut, Hit whole) {
    return cut.known().equals(whole.known()) && cut.overlaps(whole);
  }

  private static boolean isPartOf(Hit hit, Hit other) {
    return !hit.known().equals(other.known()) && hit.insideOf(other);
  }

  /** Whether no other message has room beside it. */
  private static boolean isNearlyAll(Hit hit) {
    int beside = hit.passage().letters().length() - (hit.match().end() - hit.match().start());
    return beside < NearMessages.FEWEST_LETTERS_FOUND;
  }

  /** A long message counts whatever number is beside it, unless that is a known one's. */
  private boolean isContradicted(Hit hit, Piece piece) {
    if (piece.numbers().isEmpty()) {
      return false;
    }
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
        || others.stream().anyMatch(number -> isOfAnother(number, hit.known()));
  }

  /** Whether a number belongs to another message, which stands in the passage as well. */
  private boolean isOfOtherMessage(Numbered number, Hit hit) {
    return in(hit.passage()).stream()
        .filter(other -> !hit.known().equals(other.known()))
        .filter(other -> other.known().hasNumber(number))
        .anyMatch(other -> !other.insideOf(hit) && !hit.insideOf(other));
  }

  /** Whether a number decides for something else. */
  boolean isOfAnother(Numbered number, @Nullable Known known) {
    return repertoire.errors().numbered(number.id()).stream()
        .anyMatch(other -> !other.equals(known) && other.decidedBy(number));
  }

  /** Returns the messages whose ends are cut off, by where they begin and are cut. */
  private List<List<Hit>> cut(Passage passage) {
    List<List<Hit>> known = cut.get(passage);
    if (known == null) {
      known = foundCut(passage);
      cut.put(passage, known);
    }
    return known;
  }

  private List<List<Hit>> foundCut(Passage passage) {
    List<List<Hit>> found = new ArrayList<>();
    List<Integer> cuts = passage.cuts();
    // the end of the text is the last
    for (int place : cuts.subList(Math.max(0, cuts.size() - MOST_CUTS), cuts.size())) {
      for (int start = passage.previousBeginning(place - 1);
          start >= 0 && place - start <= LONGEST_BEFORE_CUT;
          start = start == 0 ? -1 : passage.previousBeginning(start - 1)) {
        List<Hit> fitting = fitting(passage, start, place);
        if (!fitting.isEmpty()) {
          found.add(fitting);
        }
      }
    }
    return found;
  }

  /** Returns, of each symptom whose message goes so up to a cut, the one that says most. */
  private List<Hit> fitting(Passage passage, int start, int place) {
    Map<Known, Hit> best = new LinkedHashMap<>();
    boolean enough = false;
    for (MessageIndex.Entry entry : repertoire.messages().upTo(passage, start, place)) {
      Match match = entry.message().cutOff(passage, start, place, effort);
      if (match == null) {
        continue;
      }
      enough |= entry.message().isEnough(match);
      Hit hit = new Hit(entry.known(), passage, match);
      best.merge(entry.known(), hit, (a, b) -> b.match().literals() > a.match().literals() ? b : a);
    }
    return enough ? List.copyOf(best.values()) : List.of();
  }
}
