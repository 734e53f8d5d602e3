package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.engine.symptom.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The errors that stand beside a known one in the same part of a report: what a sentence says of
 * another product, and what has a code, a number or a quoted failure of its own.
 */
final class ErrorsBeside {

  /** What says that a sentence reports an error of its own: a code, a number, a quotation. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)0x[0-9a-f]{6,8}\\b|\\b(?:event|händelse|error|fel|felkod|code)\\s?(?:id)?:?\\s?\\d{2,6}\\b"
              + "|\\b\\d{4,5},|[\"“”„«]\\w[^\"“”„«»\\n]{14,200}[\"”“»]|\\b[A-Z]{2,6}_[A-Z_]{3,40}\\b");

  private static final Pattern CODE = Pattern.compile("\\b0x[0-9A-Fa-f]{8}\\b");

  private static final Pattern NUMBERED = Pattern.compile("^ID:? ?\\d{2,6}\\)? \\S.{15}");

  /** So few words with another product's name say nothing of it. */
  private static final int FEWEST_WORDS = 2;

  private final Aspects aspects;

  ErrorsBeside(Aspects aspects) {
    this.aspects = aspects;
  }

  /** Returns those of a part in which something was recognised. */
  List<Understood> in(Piece piece, List<Recognition> known) {
    if (aspects.repertoire().terms().failure() < 0 || known.isEmpty()) {
      return List.of();
    }
    Tokens tokens = piece.passage().tokens();
    Set<Integer> claimed = claimed(piece, known);
    List<Understood> all = new ArrayList<>();
    int from = piece.from();
    while (from < piece.to()) {
      int to = tokens.endOfSentence(from, piece.to());
      beside(piece, from, to, claimed.contains(tokens.sentence(from)), known).ifPresent(all::add);
      from = to;
    }
    return all;
  }

  /** Returns the sentences in which what was recognised is said. */
  private Set<Integer> claimed(Piece piece, List<Recognition> known) {
    Tokens tokens = piece.passage().tokens();
    Set<Integer> claimed = new HashSet<>();
    for (Hit hit : aspects.quotations().in(piece)) {
      for (int i = hit.firstToken(); i < Math.min(hit.lastToken(), tokens.size()); i++) {
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
    claimed.addAll(aspects.told().sentencesOf(ids, piece));
    return claimed;
  }

  private boolean isOf(Numbered number, Recognition recognition) {
    Known known = aspects.repertoire().errors().of(recognition.symptom().id());
    return known != null && known.hasNumber(number);
  }

  private Optional<Understood> beside(
      Piece piece, int from, int to, boolean claimed, List<Recognition> known) {
    Terms terms = aspects.repertoire().terms();
    Passage passage = piece.passage();
    int first = -1;
    int end = to;
    for (int i = from; i < to; i++) {
      if (first < 0 && aspects.spoken().isAt(passage, terms.otherProduct(), i)) {
        first = i;
      } else if (first >= 0 && end == to && aspects.spoken().isAt(passage, terms.ownProduct(), i)) {
        // up to where our own product is named
        end = i;
      }
    }
    String sentence = piece.words(from, to);
    boolean marked =
        !claimed
            && MARKED.matcher(sentence).find()
            && !aspects.circumstances().isOver(piece, to - 1, to);
    boolean numbered = !claimed && NUMBERED.matcher(sentence).find();
    if (first < 0 && !marked && !numbered) {
      return Optional.empty();
    }
    boolean failed =
        numbered
            || isFailureIn(piece, first < 0 ? from : first, claimed ? end : to)
            || sentence.contains("_ERR")
            || (CODE.matcher(sentence).find() && isElsewhere(sentence, known));
    boolean others = first >= 0 && end - first > FEWEST_WORDS;
    if (!failed || !(marked || numbered || others)) {
      return Optional.empty();
    }
    ErrorText text =
        claimed
            ? ErrorText.of(passage, first < 0 ? from : first, end, false)
            : ErrorText.of(passage, from, to, first < 0);
    return Optional.of(
        Understood.unknown(
            text,
            Optional.empty(),
            first >= 0 ? Optional.empty() : aspects.whatWasDone().in(List.of(piece))));
  }

  private boolean isFailureIn(Piece piece, int from, int to) {
    for (Found failure : aspects.spoken().in(piece, aspects.repertoire().terms().failure())) {
      if (failure.from() >= from && failure.from() < to) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sentence names a server, and none on which something was recognised. */
  private static boolean isElsewhere(String sentence, List<Recognition> known) {
    String server = Whose.server(sentence, false);
    return server != null
        && known.stream()
            .map(Recognition::server)
            .noneMatch(other -> other == null || server.equalsIgnoreCase(other));
  }
}
