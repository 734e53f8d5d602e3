package dev.mabsplan.engine.symptom.text;

import java.util.List;

/**
 * The letters and digits of a text, in lower case and without anything between them, so that texts
 * compare equal however they were wrapped, quoted and marked up. Negations are written out: {@code
 * isn't} reads {@code isnot}.
 */
public final class Letters {

  private static final List<String> CONTRACTED =
      List.of(
          "isn", "aren", "wasn", "weren", "don", "doesn", "didn", "can", "couldn", "won", "wouldn",
          "shouldn", "mustn", "needn", "hasn", "haven", "hadn");

  private final String text;
  private final String letters;
  private final int[] origins;

  private Letters(String text, String letters, int[] origins) {
    this.text = text;
    this.letters = letters;
    this.origins = origins;
  }

  /** Returns the letters and digits of a clean text. */
  public static Letters of(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    int[] origins = new int[text.length() * 2 + 2];
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (counts(point)) {
        int at = letters.length();
        letters.appendCodePoint(Character.toLowerCase(point));
        for (; at < letters.length(); at++) {
          origins[at] = i;
        }
      } else if (isApostrophe(point) && isContraction(text, i, letters)) {
        int t = nextOnLineOrBelow(text, i + 1);
        if (endsWithWord(letters, "won")) {
          letters.setLength(letters.length() - 2);
          letters.append("ill");
          origins[letters.length() - 1] = i - 1;
        }
        String rest = endsWithWord(letters, "can") || endsWithWord(letters, "will") ? "not" : "ot";
        for (int k = 0; k < rest.length(); k++) {
          origins[letters.length()] = t;
          letters.append(rest.charAt(k));
        }
        i = t;
      }
      i += Character.charCount(text.codePointAt(i));
    }
    return new Letters(text, letters.toString(), origins);
  }

  private static boolean counts(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(int point) {
    return point == '\'' || point == '’' || point == '‘' || point == 'ʼ' || point == '´';
  }

  private static boolean isContraction(String text, int apostrophe, StringBuilder letters) {
    int t = nextOnLineOrBelow(text, apostrophe + 1);
    if (t >= text.length() || (text.charAt(t) != 't' && text.charAt(t) != 'T')) {
      return false;
    }
    if (t + 1 < text.length() && Character.isLetterOrDigit(text.charAt(t + 1))) {
      return false;
    }
    char before = apostrophe == 0 ? ' ' : text.charAt(apostrophe - 1);
    return before != ' '
        && before != '\t'
        && CONTRACTED.stream().anyMatch(word -> endsWithWord(letters, word));
  }

  private static int nextOnLineOrBelow(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == '\n') {
      i++;
    }
    return i;
  }

  private static boolean endsWithWord(StringBuilder letters, String word) {
    int start = letters.length() - word.length();
    return start >= 0 && letters.indexOf(word, start) == start;
  }

  /** Returns the letters. */
  public String letters() {
    return letters;
  }

  /** Returns how many there are. */
  public int length() {
    return letters.length();
  }

  /** Returns where a letter stands in the text. */
  public int origin(int letter) {
    return origins[letter];
  }

  /** Returns where the text goes on after the letters before {@code end}. */
  public int endOrigin(int end) {
    return end == 0
        ? 0
        : origins[end - 1] + Character.charCount(text.codePointAt(origins[end - 1]));
  }

  /** Whether something that is no letter stands before a letter, or nothing at all. */
  public boolean separated(int letter) {
    return letter == 0 || letter == letters.length() || endOrigin(letter) < origins[letter];
  }

  /** Returns where a word or words stand in a part of a text and in no longer word, or −1. */
  public int standingAlone(String words, int from, int to) {
    String part = letters.substring(from, Math.min(letters.length(), to + words.length()));
    int at = part.indexOf(words);
    while (at >= 0 && from + at < to) {
      if (separated(from + at) && separated(from + at + words.length())) {
        return from + at;
      }
      at = part.indexOf(words, at + 1);
    }
    return -1;
  }

  /** Returns the first letter at or after a place in the text. */
  public int firstFrom(int place) {
    int low = 0;
    int high = letters.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (origins[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
