package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Known.Numbered;
import dev.mabsplan.engine.symptom.Vocabulary.Finds;
import dev.mabsplan.engine.symptom.Vocabulary.Found;
import dev.mabsplan.engine.symptom.text.Tokens;
import dev.mabsplan.facts.ServerRole;
import java.util.Set;

/**
 * How something is said in a report: of our product or of another, as it is or denied, over, only
 * supposed or only asked for.
 */
final class Circumstances {

  private static final Set<String> CONDITIONS = Set.of("if", "whether", "unless", "om", "ifall");

  /** What says of the end of something that it has not come. */
  private static final Set<String> NOT_YET =
      Set.of(
          "until", "till", "unless", "before", "if", "when", "tills", "innan", "om", "not", "inte");

  /** So many words after an error may say that it is over. */
  private static final int REACH_OF_SOLVED = 8;

  /** So many words before its end may say that it has not come. */
  private static final int REACH_OF_NOT_YET = 4;

  /** What a report is about is said in its first sentences. */
  private static final int MOST_FOR_CONTEXT = 20;

  private final Report report;
  private final KnownErrors errors;
  private final Terms terms;
  private final SpokenTerms spoken;

  Circumstances(Report report, KnownErrors errors, Terms terms, SpokenTerms spoken) {
    this.report = report;
    this.errors = errors;
    this.terms = terms;
    this.spoken = spoken;
  }

  /** Whether words decide: certain ones, said of our product as a matter of fact. */
  boolean decide(Piece piece, Tellings.Match match) {
    return match.certain()
        && isInContext(piece)
        && isSaid(piece, match)
        && !isHedged(piece, match)
        && !isElsewhere(piece, match);
  }

  /** Whether words are said of our product, neither denied nor over nor only asked for. */
  boolean isSaid(Piece piece, Tellings.Match match) {
    return !isNegated(piece, match)
        && !isOver(piece, match.from(), match.to())
        && !isHypothetical(piece, match.from())
        && !isOnlyAsked(piece, match)
        && !isOfAnotherProduct(piece, match.from(), match.to());
  }

  /** "It is not …", or "how would you translate …": who quotes a message need not have it. */
  boolean isDenied(Piece piece, int first) {
    Tokens tokens = piece.passage().tokens();
    if (first >= tokens.size()) {
      return false;
    }
    for (Found negation : spoken.in(piece, terms.negation())) {
      if (negation.to() == first) {
        return true;
      }
    }
    return (first > 0 && CONDITIONS.contains(tokens.word(first - 1)))
        || isHypothetical(piece, first);
  }

  /** "What do we do if a replica is inconsistent?" */
  private boolean isHypothetical(Piece piece, int first) {
    Tokens tokens = piece.passage().tokens();
    for (Found one : spoken.in(piece, terms.hypothetical())) {
      if (one.from() <= first && tokens.sentence(one.from()) == tokens.sentence(first)) {
        return true;
      }
    }
    return false;
  }

  /** What somebody only supposes does not decide. */
  private boolean isHedged(Piece piece, Tellings.Match match) {
    Tokens tokens = piece.passage().tokens();
    Found wrong = match.wrong();
    return wrong != null
        && spoken.in(piece, terms.hedge()).stream()
            .anyMatch(one -> tokens.clause(one.from()) == tokens.clause(wrong.from()));
  }

  /** What is said of a server that is not the one it would matter on does not decide. */
  private boolean isElsewhere(Piece piece, Tellings.Match match) {
    Known known = errors.of(match.ready().of());
    if (known == null || known.symptom().affects() != ServerRole.BACKUP_SERVER) {
      return false;
    }
    Tokens tokens = piece.passage().tokens();
    String sentence = piece.sentences(match.from(), match.to());
    return Whose.server(sentence, true) == null
        && Whose.server(sentence, false) != null
        && spoken.in(piece, terms.ownProduct()).stream()
            .noneMatch(own -> tokens.sentence(own.from()) == tokens.sentence(match.from()));
  }

  /** "Was any replica inconsistent?" reports none. */
  private boolean isOnlyAsked(Piece piece, Tellings.Match match) {
    Tokens tokens = piece.passage().tokens();
    int sentence = tokens.sentence(match.to() - 1);
    return tokens.isQuestion(match.to() - 1)
        && spoken.in(piece, terms.askedWhether()).stream()
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
    for (Found negation : spoken.in(piece, terms.negation())) {
      int distance = wrong.from() - negation.to();
      if (!negation.isWithin(wrong)
          && distance >= 0
          && distance <= 1
          && match.places().stream().noneMatch(negation::isWithin)
          && (distance == 0 || tokens.clause(wrong.from()) == tokens.clause(negation.from()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is said of a number that it is over. */
  boolean isOver(Piece piece, Numbered number) {
    return number.place() >= 0
        && isOver(piece, piece.passage().tokens().firstFrom(number.place()) + 1);
  }

  /** Whether it is said right after an error that it is over. */
  boolean isOver(Piece piece, int after) {
    return isOver(piece, after, after);
  }

  /** Whether it is said, from a word on and right after another, that it is over. */
  boolean isOver(Piece piece, int from, int after) {
    Tokens tokens = piece.passage().tokens();
    int last = Math.min(after, tokens.size()) - 1;
    if (last < 0) {
      return false;
    }
    int sentence = tokens.sentence(last);
    for (Found solved : spoken.in(piece.passage()).of(terms.solved())) {
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
    for (int i = Math.max(0, at - REACH_OF_NOT_YET); i < at; i++) {
      if (NOT_YET.contains(tokens.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whoever closes a ticket tells what it was about. */
  boolean isClosed(Piece piece) {
    return spoken.has(piece, terms.closing());
  }

  /** Whether the sentence of some words is about another product and not about ours. */
  private boolean isOfAnotherProduct(Piece piece, int from, int to) {
    if (piece.alert().area() != null) {
      return false;
    }
    Tokens tokens = piece.passage().tokens();
    int first = tokens.sentence(from);
    int last = tokens.sentence(to - 1);
    Finds found = spoken.in(piece.passage());
    return found.of(terms.otherProduct()).stream().anyMatch(one -> isIn(tokens, one, first, last))
        && found.of(terms.ownProduct()).stream().noneMatch(one -> isIn(tokens, one, first, last));
  }

  private static boolean isIn(Tokens tokens, Found found, int first, int last) {
    int sentence = tokens.sentence(found.from());
    return sentence >= first && sentence <= last;
  }

  /** Another product has other numbers and other words for other things. */
  boolean isOfAnotherProduct(Piece piece) {
    if (piece.alert().area() != null || report.product() != null || terms.otherProduct() < 0) {
      return false;
    }
    Finds found = spoken.in(piece.passage());
    return found.has(terms.notOurs())
        || (found.has(terms.otherProduct()) && !found.has(terms.ownProduct()));
  }

  /** Whether a part is about a backup of ours, as far as its passage tells. */
  boolean isOurs(Piece piece) {
    return piece.alert().area() != null
        || terms.ownProduct() < 0
        || spoken.has(piece.passage(), terms.ownProduct());
  }

  /** A replica is a thing of databases, too: something of a backup must be spoken of. */
  private boolean isInContext(Piece piece) {
    return terms.ownContext() < 0
        || isOurs(piece)
        || spoken.has(piece.passage(), terms.ownContext())
        || report.pieces().stream()
            .limit(MOST_FOR_CONTEXT)
            .anyMatch(one -> spoken.has(one.passage(), terms.ownContext()) || isOurs(one));
  }

  /** Whether a part tells of any trouble at all, in whatever words. */
  boolean isTrouble(Piece piece) {
    return piece.passage().description()
        || terms.trouble() < 0
        || spoken.has(piece, terms.failure())
        || spoken.has(piece, terms.negation())
        || spoken.has(piece, terms.trouble())
        || piece.text().indexOf('?') >= 0;
  }
}
