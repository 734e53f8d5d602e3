package dev.mabsplan.engine.symptom.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A stretch of clean text that says what happened, and what can be said about it without knowledge.
 */
public final class Passage {

  /**
   * A stretch of a passage that belongs to one number.
   *
   * @param start its first letter
   * @param end the letter after its last
   * @param ids its numbers; none where it has none
   * @param tags numbers in hexadecimal within it
   */
  public record Segment(int start, int end, Set<Integer> ids, Set<Integer> tags) {}

  private static final String ENDING_MARKS = "([{|\"“”„«»‘’')]}…";

  private final String text;
  private final boolean description;
  private final Letters letters;
  private final Tokens tokens;
  private final List<Mention> mentions;
  private final List<Segment> segments;
  private final BitSet beginnings = new BitSet();
  private final List<Integer> cuts = new ArrayList<>();

  /**
   * Reads a passage.
   *
   * @param numbers which numbers are known to be those of errors
   */
  public Passage(String text, boolean description, IntPredicate numbers) {
    this.text = text;
    this.description = description;
    this.letters = Letters.of(text);
    this.tokens = Tokens.of(text);
    this.mentions = ErrorNumbers.in(text, numbers);
    this.segments = parted();
    for (int i = 0; i < letters.length(); i++) {
      if (letters.separated(i) && beginsSentence(letters.origin(i))) {
        beginnings.set(i);
      }
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '…' || text.startsWith("..", i)) {
        addCut(letters.firstFrom(i));
      }
    }
    addCut(letters.length());
  }

  private void addCut(int cut) {
    if (cut > 0 && (cuts.isEmpty() || cuts.get(cuts.size() - 1) != cut)) {
      cuts.add(cut);
    }
  }

  private List<Segment> parted() {
    List<Segment> found = new ArrayList<>();
    Set<Integer> ids = new LinkedHashSet<>();
    Set<Integer> tags = new LinkedHashSet<>();
    int start = 0;
    for (Mention mention : mentions) {
      Integer id = mention.id();
      if (id == null) {
        continue;
      }
      switch (mention.place()) {
        case HEAD -> {
          int end = letters.firstFrom(mention.start());
          found.add(new Segment(start, end, Set.copyOf(ids), Set.copyOf(tags)));
          start = end;
          ids.clear();
          tags.clear();
          ids.add(id);
        }
        case TAIL -> {
          int end = letters.firstFrom(mention.end());
          int own = ids.isEmpty() || ids.contains(id) ? -1 : beginningOf(mention, start);
          if (own > start) {
            // what has its number behind it is not what has another before it
            found.add(new Segment(start, own, Set.copyOf(ids), Set.copyOf(tags)));
            start = own;
            ids.clear();
            tags.clear();
          }
          ids.add(id);
          found.add(new Segment(start, end, Set.copyOf(ids), Set.copyOf(tags)));
          start = end;
          ids.clear();
          tags.clear();
        }
        case ASIDE, CALLED -> ids.add(id);
        case TAG -> tags.add(id);
        case CODE -> {}
      }
    }
    found.add(new Segment(start, letters.length(), Set.copyOf(ids), Set.copyOf(tags)));
    return List.copyOf(found);
  }

  /**
   * Returns where the sentence begins that a number closes, or the start where that is not told.
   */
  private int beginningOf(Mention mention, int start) {
    int place = mention.start() - 1;
    while (place > 0) {
      char c = text.charAt(place - 1);
      boolean opens = "\"“„«»".indexOf(c) >= 0 && (place < 2 || text.charAt(place - 2) == ' ');
      boolean ends = ".!?\n".indexOf(c) >= 0 && Character.isWhitespace(text.charAt(place));
      int letter = letters.firstFrom(place);
      if (letter <= start) {
        return start;
      }
      if (opens || ends || (c == '\n')) {
        return letter;
      }
      place--;
    }
    return start;
  }

  /** Whether a sentence, or what stands for one in a console, begins at a place of the text. */
  private boolean beginsSentence(int place) {
    boolean lowerCase = Character.isLowerCase(text.codePointAt(place));
    int i = place - 1;
    int lineBreaks = 0;
    boolean blank = false;
    while (i >= 0 && " \n\t*_#<".indexOf(text.charAt(i)) >= 0) {
      char c = text.charAt(i);
      if (c == '\t') {
        return true;
      }
      lineBreaks += c == '\n' ? 1 : 0;
      blank |= c == ' ' || c == '\n';
      i--;
    }
    if (i < 0 || lineBreaks > 1) {
      return true;
    }
    char c = text.charAt(i);
    if (".!?:([{|“„«‘…•·".indexOf(c) >= 0) {
      return true;
    }
    if (lineBreaks > 0) {
      return !lowerCase;
    }
    if (")]}”»’\"'".indexOf(c) >= 0) {
      return (!blank && "\"'".indexOf(c) >= 0) || !lowerCase;
    }
    boolean dash = "-–—".indexOf(c) >= 0;
    return dash && blank && !lowerCase && (i == 0 || Character.isWhitespace(text.charAt(i - 1)));
  }

  /** Whether a sentence may begin with a letter. */
  public boolean begins(int letter) {
    return beginnings.get(letter);
  }

  /** Returns the first letter at or after another with which a sentence may begin, or −1. */
  public int nextBeginning(int letter) {
    return beginnings.nextSetBit(letter);
  }

  /** Returns the last letter at or before another with which a sentence may begin, or −1. */
  public int previousBeginning(int letter) {
    return beginnings.previousSetBit(letter);
  }

  /**
   * Whether a sentence may end before a letter.
   *
   * @param end the letter after the last of the sentence
   * @param name whether the sentence ends in a name, which may itself hold full stops
   * @param marks what else may stand between its last letter and its full stop
   */
  public boolean ends(int end, boolean name, String marks) {
    int i = letters.endOrigin(end);
    boolean blank = false;
    while (i < text.length()
        && (" *_>".indexOf(text.charAt(i)) >= 0
            || marks.indexOf(text.charAt(i)) >= 0
            || text.startsWith("\\\n", i))) {
      blank |= text.charAt(i) == ' ';
      i++;
    }
    if (i == text.length()) {
      return true;
    }
    char c = text.charAt(i);
    if (c == '.' || c == '!') {
      if (i + 1 == text.length()) {
        return true;
      }
      char next = text.charAt(i + 1);
      return Character.isWhitespace(next)
          ? !name || text.startsWith("\n\n", i + 1) || !goesOn(text.charAt(nextDark(i + 1)))
          : (next == '<' || next == '.' || ENDING_MARKS.indexOf(next) >= 0)
              && !(name && (next == '.' || next == '…'));
    }
    if (c == '\n') {
      int next = nextDark(i);
      boolean paragraph = text.startsWith("\n\n", i);
      char first = text.charAt(next);
      char second = next + 1 < text.length() ? text.charAt(next + 1) : ' ';
      boolean joined =
          name
              && ("-_\\/".indexOf(text.charAt(i - 1)) >= 0
                  || (".-_".indexOf(first) >= 0 && !Character.isWhitespace(second)));
      return paragraph
          || !(joined || Character.isLowerCase(first) || (name && Character.isDigit(first)));
    }
    if (c == '…' && name) {
      // the name may be cut off
      return false;
    }
    boolean dash = "-–—".indexOf(c) >= 0;
    return c == '\t'
        || ENDING_MARKS.indexOf(c) >= 0
        || (dash && blank && i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1)));
  }

  /** Whether what a character begins belongs to the name before it, or says that it is cut off. */
  private static boolean goesOn(char first) {
    return Character.isLowerCase(first) || first == '…' || first == '.';
  }

  private int nextDark(int from) {
    int i = from;
    while (i < text.length() - 1 && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Returns the letters before which the text may have been cut off. */
  public List<Integer> cuts() {
    return cuts;
  }

  /** Returns the stretches that belong to one number each. */
  public List<Segment> segments() {
    return segments;
  }

  /** Whether no number parts it. */
  public boolean isUndivided() {
    return segments.stream().filter(segment -> segment.start() < segment.end()).count() == 1;
  }

  /** Returns the clean text. */
  public String text() {
    return text;
  }

  /** Whether the text says that it describes what happened. */
  public boolean description() {
    return description;
  }

  /** Returns the letters of the text. */
  public Letters letters() {
    return letters;
  }

  /** Returns the words of the text. */
  public Tokens tokens() {
    return tokens;
  }

  /** Returns what the text mentions from one place in it to another. */
  public List<Mention> mentions(int from, int to) {
    return mentions.subList(firstMentionFrom(from), firstMentionFrom(to));
  }

  private int firstMentionFrom(int place) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns what the text mentions. */
  public List<Mention> mentions() {
    return mentions;
  }

  /** Returns a stretch of the text, from a letter to before another, on one line. */
  public String quote(int start, int end) {
    int close = letters.endOrigin(end);
    while (close < text.length() && "_>".indexOf(text.charAt(close)) >= 0) {
      close++;
    }
    return CopiedText.oneLine(text.substring(letters.origin(start), close));
  }
}
