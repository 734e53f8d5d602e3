package dev.mabsplan.engine.symptom.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The words and numbers of a text, in small letters without accents. Negations are written out:
 * {@code can't} and {@code cannot} both read {@code can not}.
 */
public final class Tokens {

  /** Words that stand for others. */
  public static final Set<String> REWRITTEN = Set.of("ej", "icke", "cannot");

  private static final Set<String> NEGATED =
      Set.of(
          "isn", "aren", "wasn", "weren", "don", "doesn", "didn", "can", "couldn", "won", "wouldn",
          "shouldn", "mustn", "needn", "hasn", "haven", "hadn");

  private final String text;
  private String[] words = new String[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] clauses = new int[32];
  private int[] sentences = new int[32];
  private int size;

  private Tokens(String text) {
    this.text = text;
  }

  /** Returns the words of a clean text. */
  public static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    tokens.read();
    return tokens;
  }

  private void read() {
    int clause = 0;
    int sentence = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '�' || isMark(c)) {
        int end = wordEnd(i);
        add(i, end, clause, sentence);
        i = end;
      } else {
        if (c == '%') {
          put("%", i, i + 1, clause, sentence);
        } else if (isSentenceEnd(i)) {
          sentence++;
          clause++;
        } else if (",;:()[]{}–—\"“”„«»|".indexOf(c) >= 0 || (c == '-' && isBlank(i - 1))) {
          clause++;
        }
        i++;
      }
    }
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private boolean isBlank(int i) {
    return i < 0 || i >= text.length() || Character.isWhitespace(text.charAt(i));
  }

  private boolean isSentenceEnd(int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      return i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }
    return (c == '.' || c == '!' || c == '?' || c == '…') && isBlank(i + 1);
  }

  /** A number goes on behind a full stop or a comma, as versions and shares do. */
  private int wordEnd(int start) {
    boolean number = Character.isDigit(text.charAt(start));
    int i = start + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean within =
          number
              && (c == '.' || c == ',')
              && i + 1 < text.length()
              && Character.isDigit(text.charAt(i + 1));
      if (!Character.isLetterOrDigit(c) && c != '�' && !isMark(c) && !within) {
        break;
      }
      i++;
    }
    return i;
  }

  private void add(int start, int end, int clause, int sentence) {
    String word = folded(text.substring(start, end));
    if (word.equals("ej") || word.equals("icke")) {
      put("inte", start, end, clause, sentence);
      return;
    }
    if (word.equals("cannot")) {
      put("can", start, start + 3, clause, sentence);
      put("not", start + 3, end, clause, sentence);
      return;
    }
    if (word.isEmpty()) {
      // an accent that stands on no letter
      return;
    }
    boolean contracted =
        word.equals("t")
            && size > 0
            && start > 0
            && "'’‘ʼ´`".indexOf(text.charAt(start - 1)) >= 0
            && ends[size - 1] == start - 1
            && NEGATED.contains(words[size - 1]);
    if (contracted) {
      String before = words[size - 1];
      words[size - 1] =
          before.equals("can")
              ? "can"
              : before.equals("won") ? "will" : before.substring(0, before.length() - 1);
      put("not", start, end, clause, sentence);
      return;
    }
    put(word, start, end, clause, sentence);
  }

  /** Returns a word as it is compared: in small letters without accents. */
  static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean plain = true;
    for (int i = 0; i < lower.length() && plain; i++) {
      plain = lower.charAt(i) < 128;
    }
    if (plain) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      switch (c) {
        case 'ø' -> folded.append('o');
        case 'æ' -> folded.append("ae");
        case 'ß' -> folded.append("ss");
        case 'œ' -> folded.append("oe");
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            folded.append(c);
          }
        }
      }
    }
    return folded.toString();
  }

  private void put(String word, int start, int end, int clause, int sentence) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      clauses = Arrays.copyOf(clauses, size * 2);
      sentences = Arrays.copyOf(sentences, size * 2);
    }
    words[size] = word;
    starts[size] = start;
    ends[size] = end;
    clauses[size] = clause;
    sentences[size] = sentence;
    size++;
  }

  public int size() {
    return size;
  }

  public String word(int i) {
    return words[i];
  }

  /** Returns where a word begins in the text. */
  public int start(int i) {
    return starts[i];
  }

  /** Returns where a word ends in the text. */
  public int end(int i) {
    return ends[i];
  }

  /** Returns the number of the clause that a word is in: what commas and the like part. */
  public int clause(int i) {
    return clauses[i];
  }

  /** Returns the number of the sentence that a word is in. */
  public int sentence(int i) {
    return sentences[i];
  }

  /** Whether the sentence of a word ends with a question mark. */
  public boolean isQuestion(int i) {
    int last = i;
    while (last + 1 < size && sentences[last + 1] == sentences[i]) {
      last++;
    }
    int at = ends[last];
    while (at < text.length() && "\"'”’) ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '?';
  }

  /** Whether a word goes on behind a hyphen or an ellipsis, as in {@code 2.0.90-something}. */
  public boolean isCut(int i) {
    int next = ends[i];
    return next < text.length()
        && ((text.charAt(next) == '-' && !isBlank(next + 1))
            || text.charAt(next) == '…'
            || text.startsWith("..", next));
  }

  /** Returns the word after the last of a word's sentence, or a limit where that comes first. */
  public int endOfSentence(int i, int limit) {
    int end = i + 1;
    while (end < limit && sentences[end] == sentences[i]) {
      end++;
    }
    return end;
  }

  /** Returns the first word at or after a place in the text. */
  public int firstFrom(int place) {
    int at = Arrays.binarySearch(starts, 0, size, place);
    return at >= 0 ? at : -at - 1;
  }
}
