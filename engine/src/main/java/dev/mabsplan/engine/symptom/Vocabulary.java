package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.Term;
import dev.mabsplan.engine.symptom.text.Tokens;
import dev.mabsplan.facts.shape.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the rule packs, made ready to be found in texts: with a slip of the pen in a longer
 * word, written in one word or two, and with a word or two between those of a phrase. Immutable.
 */
final class Vocabulary {

  /** How many other words may stand between two of a phrase. */
  private static final int GAP = 2;

  /** A shorter word with a slip in it is too often another word. */
  private static final int LEAST_WITH_SLIP = 5;

  /** From this length on two slips are forgiven. */
  private static final int LEAST_WITH_TWO_SLIPS = 9;

  private static final int SHORTEST_STEM = 2;

  /** What says that a report is none is not read into a slip of the pen. */
  private static final Set<String> EXACT =
      Set.of(
          "negation",
          "solved",
          "closing",
          "hedge",
          "hypothetical",
          "asked-whether",
          "other-product",
          "not-ours");

  /** What has fewer parts is a share or a time as well. */
  private static final Pattern VERSION = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6}){2,3}");

  /** First word, word after the last, and whether with a slip. */
  private static final int STRIDE = 3;

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,9})?");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * Where a term stands in a text.
   *
   * @param from its first word
   * @param to the word after its last
   * @param sure whether it is said in a language that decides
   * @param numbers the numbers that stand for its placeholders
   */
  record Found(int from, int to, boolean sure, Map<String, String> numbers) {

    /** Whether it is some of the words of another. */
    boolean isWithin(Found other) {
      return other.from <= from && to <= other.to;
    }
  }

  /** Words in order that say a term: the numbers of their atoms, and which stand side by side. */
  @SuppressWarnings("ArrayRecordComponent") // read for each text; nobody compares two of them
  private record Phrase(int term, boolean sure, boolean exact, int[] atoms, boolean[] joined) {}

  /** One word of a phrase: whole, or with the star where any letters may stand. */
  private record Atom(String stem, Shape shape) {}

  /** Where one word of a phrase stands, from the first to the last. */
  private static final class Places {
    private int[] known = new int[2 * STRIDE];
    private int size;

    void add(int from, int to, boolean slip) {
      if (known.length == size * STRIDE) {
        known = Arrays.copyOf(known, size * STRIDE * 2);
      }
      known[size * STRIDE] = from;
      known[size * STRIDE + 1] = to;
      known[size * STRIDE + 2] = slip ? 1 : 0;
      size++;
    }

    int size() {
      return size;
    }

    int from(int k) {
      return known[k * STRIDE];
    }

    int to(int k) {
      return known[k * STRIDE + 1];
    }

    boolean isSlip(int k) {
      return known[k * STRIDE + 2] > 0;
    }

    /** Returns the first at or after a word. */
    int firstFrom(int word) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (from(middle) < word) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private enum Shape {
    WORD,
    BEGINNING,
    END,
    MIDDLE,
    NUMBER
  }

  private final Map<String, Integer> terms = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Atom> atoms = new ArrayList<>();
  private final List<List<Phrase>> byFirst = new ArrayList<>();
  private final Map<Shape, Map<String, Integer>> numbered = new EnumMap<>(Shape.class);
  private final WordIndex words = new WordIndex();
  private final WordIndex beginnings = new WordIndex();
  private final WordIndex misspelled = new WordIndex();
  private final List<Integer> within = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private int longestBeginning;
  private int longestWord;

  Vocabulary(Collection<Term> all) {
    for (Term term : all) {
      Integer known = terms.get(term.name());
      int number = known == null ? names.size() : known;
      if (known == null) {
        terms.put(term.name(), number);
        names.add(term.name());
      }
      term.words()
          .forEach(
              (language, list) ->
                  list.forEach(words -> phrase(number, Term.decides(language), words)));
    }
  }

  private void phrase(int term, boolean sure, String written) {
    boolean exact = EXACT.contains(names.get(term));
    List<Atom> parts = new ArrayList<>();
    List<Boolean> joined = new ArrayList<>();
    for (String part : BLANKS.split(written.strip(), -1)) {
      List<Atom> split = atoms(part);
      for (int i = 0; i < split.size(); i++) {
        parts.add(split.get(i));
        // what a hyphen joins stands side by side
        joined.add(i > 0);
      }
    }
    int[] numbers = new int[parts.size()];
    boolean[] sideBySide = new boolean[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(parts.get(i));
      sideBySide[i] = joined.get(i);
    }
    add(new Phrase(term, sure, exact, numbers, sideBySide));
    if (parts.size() == 2 && canBeOneWord(parts.get(0), parts.get(1))) {
      Atom one = new Atom(parts.get(0).stem() + parts.get(1).stem(), parts.get(1).shape());
      add(new Phrase(term, sure, exact, new int[] {number(one)}, new boolean[1]));
    }
  }

  private static boolean canBeOneWord(Atom first, Atom last) {
    return first.shape() == Shape.WORD
        && first.stem().length() > 1
        && (last.shape() == Shape.WORD || last.shape() == Shape.BEGINNING);
  }

  private void add(Phrase phrase) {
    byFirst.get(phrase.atoms()[0]).add(phrase);
  }

  private static List<Atom> atoms(String part) {
    if (part.startsWith("{") && part.endsWith("}")) {
      return List.of(new Atom(part.substring(1, part.length() - 1), Shape.NUMBER));
    }
    if (part.equals("%")) {
      return List.of(new Atom("%", Shape.WORD));
    }
    if (isPlainWord(part)) {
      return List.of(new Atom(part, Shape.WORD));
    }
    boolean before = part.startsWith("*");
    boolean after = part.endsWith("*");
    Tokens tokens = Tokens.of(part);
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean first = i == 0 && before;
      boolean last = i == tokens.size() - 1 && after;
      Shape shape = first ? (last ? Shape.MIDDLE : Shape.END) : last ? Shape.BEGINNING : Shape.WORD;
      atoms.add(new Atom(tokens.word(i), shape));
    }
    return atoms;
  }

  /** Whether a word is compared as it is written. */
  private static boolean isPlainWord(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return !Tokens.REWRITTEN.contains(part);
  }

  private int number(Atom atom) {
    Map<String, Integer> known = numbered.computeIfAbsent(atom.shape(), none -> new HashMap<>());
    String stem = atom.stem();
    int number = atoms.size();
    Integer before = known.putIfAbsent(stem, number);
    if (before != null) {
      return before;
    }
    atoms.add(atom);
    byFirst.add(new ArrayList<>(1));
    switch (atom.shape()) {
      case WORD -> {
        words.add(WordIndex.hash(stem, stem.length()), number);
        longestWord = Math.max(longestWord, stem.length());
      }
      case BEGINNING -> {
        beginnings.add(WordIndex.hash(stem, stem.length()), number);
        longestBeginning = Math.max(longestBeginning, stem.length());
      }
      case END, MIDDLE -> within.add(number);
      case NUMBER -> numbers.add(number);
    }
    boolean spelled = atom.shape() == Shape.WORD || atom.shape() == Shape.BEGINNING;
    if (spelled && stem.length() >= LEAST_WITH_SLIP && isLetters(stem)) {
      WordIndex.Beginnings hashes = new WordIndex.Beginnings(stem, stem.length());
      misspelled.add(hashes.of(stem.length()), number);
      for (int i = 1; i < stem.length(); i++) {
        misspelled.add(hashes.without(stem.length(), i), number);
      }
    }
    return number;
  }

  private static boolean isLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetter(c) && c != '�') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String name(Atom number) {
    int limit = number.stem().indexOf('<');
    return limit < 0 ? number.stem() : number.stem().substring(0, limit);
  }

  /** Whether a number is below the limit that its placeholder sets, if it sets one. */
  private static boolean isWithinLimit(String placeholder, String number) {
    int limit = placeholder.indexOf('<');
    if (placeholder.startsWith("version")) {
      return VERSION.matcher(number).matches()
          && (limit < 0
              || Integer.parseInt(number.substring(0, number.indexOf('.')))
                  < Integer.parseInt(placeholder.substring(limit + 1)));
    }
    return limit < 0
        || (AMOUNT.matcher(number).matches()
            && Double.parseDouble(number.replace(',', '.'))
                < Double.parseDouble(placeholder.substring(limit + 1)));
  }

  /** Returns the number of a term, or −1 where there is none of that name. */
  int term(String name) {
    return terms.getOrDefault(name, -1);
  }

  /** Returns where each term stands in a text, by number of the term. */
  Finds in(Tokens tokens) {
    return new Finds(tokens);
  }

  /** What was found in one text. */
  final class Finds {
    private final Tokens tokens;
    private final List<@Nullable List<Found>> found;
    private final Map<Integer, Places> places = new LinkedHashMap<>();

    private Finds(Tokens tokens) {
      this.tokens = tokens;
      this.found = new ArrayList<>(Collections.nCopies(names.size(), null));
      for (int i = 0; i < tokens.size(); i++) {
        lookUp(i);
      }
      places.forEach(
          (atom, there) -> {
            for (Phrase phrase : byFirst.get(atom)) {
              find(phrase, there);
            }
          });
      for (List<Found> all : found) {
        if (all != null && all.size() > 1) {
          all.sort(Comparator.comparingInt(Found::from).thenComparingInt(Found::to));
        }
      }
    }

    /** Returns where a term stands, from the first to the last; −1 is a term that no pack has. */
    List<Found> of(int term) {
      List<Found> all = term < 0 ? null : found.get(term);
      return all == null ? List.of() : all;
    }

    /** Whether a term stands there at all. */
    boolean has(int term) {
      return term >= 0 && found.get(term) != null;
    }

    private void lookUp(int i) {
      String word = tokens.word(i);
      boolean known = false;
      int hash = 0;
      for (int length = 1; length <= word.length(); length++) {
        hash = WordIndex.next(hash, word.charAt(length - 1));
        if (length >= SHORTEST_STEM && length <= longestBeginning) {
          for (int atom : beginnings.at(hash)) {
            if (atoms.get(atom).stem().length() == length
                && word.startsWith(atoms.get(atom).stem())) {
              known = hit(atom, i, i + 1);
            }
          }
        }
      }
      boolean whole = hits(word, hash, i, i + 1);
      known |= whole;
      if (i + 1 < tokens.size()
          && word.length() > 1
          && tokens.word(i + 1).length() > 1
          && tokens.clause(i) == tokens.clause(i + 1)) {
        inTwoWords(word, tokens.word(i + 1), hash, i);
      }
      for (int atom : within) {
        Atom part = atoms.get(atom);
        boolean there =
            part.shape() == Shape.END ? word.endsWith(part.stem()) : word.contains(part.stem());
        if (there) {
          known = hit(atom, i, i + 1);
        }
      }
      if (Character.isDigit(word.charAt(0))) {
        for (int atom : numbers) {
          if (isWithinLimit(atoms.get(atom).stem(), word) && !tokens.isCut(i)) {
            hit(atom, i, i + 1);
          }
        }
      } else if (!known && word.length() >= LEAST_WITH_SLIP - 1 && hasDigit(word)) {
        // a screenshot's o and l read as 0 and 1
        String read = word.replace('0', 'o').replace('1', 'l').replace('5', 's');
        if (isLetters(read) && !hits(read, WordIndex.hash(read, read.length()), i, i + 1)) {
          slips(read, i, false);
        }
      } else if (!whole && word.length() >= LEAST_WITH_SLIP - 1 && isLetters(word)) {
        slips(word, i, known);
      }
    }

    private void inTwoWords(String first, String second, int hashOfFirst, int i) {
      int hash = hashOfFirst;
      for (int k = 0; k < second.length(); k++) {
        hash = WordIndex.next(hash, second.charAt(k));
      }
      for (int atom : words.at(hash)) {
        String stem = atoms.get(atom).stem();
        if (stem.length() > LEAST_WITH_SLIP
            && stem.length() == first.length() + second.length()
            && stem.startsWith(first)
            && stem.endsWith(second)) {
          hit(atom, i, i + 2);
        }
      }
    }

    private boolean hits(String word, int hash, int from, int to) {
      boolean any = false;
      for (int atom : words.at(hash)) {
        if (atoms.get(atom).stem().equals(word)) {
          any = hit(atom, from, to);
        }
      }
      return any;
    }

    private boolean hit(int atom, int from, int to) {
      return hit(atom, from, to, false);
    }

    private boolean hit(int atom, int from, int to, boolean slip) {
      places.computeIfAbsent(atom, unseen -> new Places()).add(from, to, slip);
      return true;
    }

    /** A slip of the pen, or an m that was read as r and n. */
    private void slips(String word, int i, boolean begins) {
      if (word.contains("rn")) {
        String read = word.replace("rn", "m");
        if (hits(read, WordIndex.hash(read, read.length()), i, i + 1)) {
          return;
        }
      }
      WordIndex.Beginnings hashes =
          new WordIndex.Beginnings(word, Math.max(longestWord, longestBeginning) + 1);
      if (word.length() <= longestWord + 1) {
        slips(word, hashes, word.length(), Shape.WORD, i);
      }
      if (begins) {
        return;
      }
      int limit = Math.min(word.length(), longestBeginning + 1);
      for (int length = LEAST_WITH_SLIP; length <= limit; length++) {
        slips(word, hashes, length, Shape.BEGINNING, i);
      }
    }

    private void slips(String word, WordIndex.Beginnings hashes, int length, Shape shape, int i) {
      near(misspelled.at(hashes.of(length)), word, length, shape, i);
      for (int missing = 1; missing < length; missing++) {
        near(misspelled.at(hashes.without(length, missing)), word, length, shape, i);
      }
    }

    private void near(int[] candidates, String word, int length, Shape shape, int i) {
      for (int atom : candidates) {
        Atom part = atoms.get(atom);
        Places there = places.get(atom);
        boolean known = there != null && there.from(there.size() - 1) == i;
        boolean longEnough = shape == Shape.WORD || part.stem().length() > LEAST_WITH_SLIP;
        if (part.shape() == shape
            && longEnough
            && !known
            && isSlipOf(part.stem(), length == word.length() ? word : word.substring(0, length))) {
          hit(atom, i, i + 1, true);
        }
      }
    }

    private boolean isSlipOf(String stem, String word) {
      // "consistent" is no slip for "inconsistent", nor "giltig" for "ogiltig"
      if (stem.charAt(0) != word.charAt(0)) {
        return false;
      }
      int allowed = Math.min(stem.length(), word.length()) >= LEAST_WITH_TWO_SLIPS ? 2 : 1;
      return Math.abs(stem.length() - word.length()) <= allowed
          && Nearest.distance(stem, word) <= allowed;
    }

    private void find(Phrase phrase, Places first) {
      for (int atom : phrase.atoms()) {
        if (!places.containsKey(atom)) {
          return;
        }
      }
      int last = -1;
      for (int k = 0; k < first.size(); k++) {
        int from = first.from(k);
        if (from < last || (phrase.exact() && first.isSlip(k))) {
          continue;
        }
        int to = end(phrase, first.to(k));
        if (to > 0) {
          add(phrase, from, to);
          last = to;
        }
      }
    }

    /** Returns the word after the last of a phrase whose first has been found, or −1. */
    private int end(Phrase phrase, int afterFirst) {
      int at = afterFirst;
      for (int k = 1; k < phrase.atoms().length; k++) {
        int next = next(phrase.atoms()[k], at, phrase.joined()[k] ? 0 : GAP, phrase.exact());
        if (next < 0) {
          return -1;
        }
        at = next;
      }
      return at;
    }

    private int next(int atom, int at, int gap, boolean exact) {
      Places there = places.get(atom);
      int k = there == null ? -1 : there.firstFrom(at);
      if (there == null || k == there.size()) {
        return -1;
      }
      int from = there.from(k);
      boolean near = from <= at + gap && tokens.sentence(from) == tokens.sentence(at - 1);
      // what is denied between two words of a phrase is not what the phrase says
      for (int i = at; near && i < from; i++) {
        if (tokens.word(i).equals("not") || tokens.word(i).equals("inte")) {
          return -1;
        }
      }
      boolean counts = !exact || !there.isSlip(k);
      return near && counts ? there.to(k) : -1;
    }

    private void add(Phrase phrase, int from, int to) {
      List<Found> known = found.get(phrase.term());
      if (known == null) {
        known = new ArrayList<>(2);
        found.set(phrase.term(), known);
      }
      known.add(new Found(from, to, phrase.sure(), numbers(phrase, from, to)));
    }

    private Map<String, String> numbers(Phrase phrase, int from, int to) {
      Map<String, String> values = Map.of();
      for (int number : phrase.atoms()) {
        Atom atom = atoms.get(number);
        if (atom.shape() == Shape.NUMBER) {
          values = new HashMap<>(values);
          for (int i = from; i < to; i++) {
            if (Character.isDigit(tokens.word(i).charAt(0))) {
              values.putIfAbsent(name(atom), tokens.word(i));
            }
          }
        }
      }
      return values;
    }
  }
}
