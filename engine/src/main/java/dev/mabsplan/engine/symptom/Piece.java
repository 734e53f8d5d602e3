package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.text.Alert;
import dev.mabsplan.engine.symptom.text.CopiedText;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Mention;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.engine.symptom.text.Passage.Segment;
import dev.mabsplan.engine.symptom.text.Products;
import dev.mabsplan.engine.symptom.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One error of a text: a sentence or some, with the numbers, codes and names that are theirs and
 * nobody else's.
 */
final class Piece {

  private static final Pattern SOURCE =
      Pattern.compile("(?i)event[^\\n]{0,60}\\b(?:source|källa)[:\\s]{1,3}([\\w-]{2,40})");

  private final Alert alert;
  private final int alertNumber;
  private final int index;
  private final Passage passage;
  private final Segment segment;
  private final List<Numbered> numbers;
  private final List<String> codes;
  private final List<String> fieldNames;
  private final String text;
  private @Nullable List<String> names;
  private final int from;
  private final int to;

  Piece(
      Alert alert,
      int alertNumber,
      int index,
      Passage passage,
      Segment segment,
      List<Numbered> ofFields,
      List<String> fieldCodes,
      List<String> fieldNames,
      @Nullable String family,
      Products products) {
    this.alert = alert;
    this.alertNumber = alertNumber;
    this.index = index;
    this.passage = passage;
    this.segment = segment;
    this.fieldNames = List.copyOf(fieldNames);
    Letters letters = passage.letters();
    int textStart = segment.start() == 0 ? 0 : afterMarks(letters.endOrigin(segment.start()));
    int end =
        segment.end() == letters.length()
            ? passage.text().length()
            : afterMarks(letters.endOrigin(segment.end()));
    // what stands before it may have taken all of it along, where it is nothing but marks
    int textEnd = Math.max(textStart, end);
    this.text = passage.text().substring(textStart, textEnd);
    this.from = passage.tokens().firstFrom(textStart);
    this.to = passage.tokens().firstFrom(textEnd);
    String whose = family == null ? namedSource(products) : family;
    List<Numbered> all = new ArrayList<>(ofFields);
    Set<String> coded = new LinkedHashSet<>(fieldCodes);
    for (Mention mention : passage.mentions(textStart, textEnd)) {
      Integer id = mention.id();
      if (id == null) {
        coded.add(mention.found());
      } else {
        boolean tag = mention.place() == Mention.Place.TAG;
        boolean aside = mention.place() == Mention.Place.ASIDE;
        boolean called = mention.place() == Mention.Place.CALLED;
        all.add(
            new Numbered(
                id, whose, mention.found(), tag, mention.start(), aside || called, !aside));
      }
    }
    this.numbers = List.copyOf(all);
    this.codes = List.copyOf(coded);
  }

  /** Returns whose the numbers are where a sentence names the source of an event, or null. */
  private @Nullable String namedSource(Products products) {
    Matcher source = SOURCE.matcher(text);
    return source.find() ? products.quotedBy(source.group(1)) : null;
  }

  /** A closing bracket and a full stop belong to the number before them. */
  private int afterMarks(int place) {
    int i = place;
    String whole = passage.text();
    while (i < whole.length() && ").]".indexOf(whole.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  Alert alert() {
    return alert;
  }

  /** Returns which of the alerts of its report it is of. */
  int alertNumber() {
    return alertNumber;
  }

  /** Returns which of the parts of its error it is. */
  int index() {
    return index;
  }

  Passage passage() {
    return passage;
  }

  Segment segment() {
    return segment;
  }

  /** Returns its numbers, those of fields first. */
  List<Numbered> numbers() {
    return numbers;
  }

  /** Returns its codes that are no numbers of a catalogue. */
  List<String> codes() {
    return codes;
  }

  /** Returns the symbolic names that its error has as fields. */
  List<String> fieldNames() {
    return fieldNames;
  }

  /** Returns its first word in the passage. */
  int from() {
    return from;
  }

  /** Returns the word after its last. */
  int to() {
    return to;
  }

  /** Returns its text. */
  String text() {
    return text;
  }

  /** Returns some words of its passage on one line. */
  String words(int from, int to) {
    Tokens tokens = passage.tokens();
    return CopiedText.oneLine(passage.text().substring(tokens.start(from), tokens.end(to - 1)));
  }

  /** Returns some words of its passage on one line, or as many of them as are quoted. */
  String quote(int from, int to) {
    return CopiedText.shortened(words(from, to));
  }

  /** Returns the sentences, as far as they are part of it, in which some words stand. */
  String sentences(int from, int to) {
    Tokens tokens = passage.tokens();
    int first = from;
    while (first > this.from && tokens.sentence(first - 1) == tokens.sentence(from)) {
      first--;
    }
    return passage
        .text()
        .substring(tokens.start(first), tokens.end(tokens.endOfSentence(to - 1, this.to) - 1));
  }

  /** Returns the symbolic names in its text. */
  List<String> names() {
    if (names == null) {
      names = ErrorText.names(text);
    }
    return names;
  }

  /** Whether it has a number, a code or a name of its own. */
  boolean numbered() {
    return !numbers.isEmpty() || !codes.isEmpty() || !fieldNames.isEmpty();
  }
}
