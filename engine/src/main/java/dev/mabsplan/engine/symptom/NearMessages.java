package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.KnownMessage.Match;
import dev.mabsplan.engine.symptom.text.CopiedText;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.engine.symptom.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Known messages that stand in a text with a slip: a letter too many or too few or two that changed
 * places, a small word more or less, a sentence around them, or their beginning cut off. Words that
 * decide are all there; a message without one of them is another message.
 */
final class NearMessages {

  /** A known message that stands there nearly, and how far it is from that. */
  record Near(Known known, Match match, int cost) {}

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

  /** Words that a sentence can lose or get and say the same. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "on", "in", "to", "for", "at", "by", "is", "was", "are", "were",
          "be", "been", "has", "have", "had", "that", "this", "it", "and", "either", "den", "det",
          "de", "en", "ett", "att", "i", "pa", "av", "till", "som", "har", "ar", "var", "med",
          "och", "vid");

  private static final int LEAST_LETTERS = 19;
  private static final int LEAST_WORDS = 3;
  private static final int RARE_WORDS = 6;
  private static final int FEWEST_FOUND = 2;
  private static final int SHORTEST_WITH_SLIP = 4;

  /** How many letters of a text a message has at least that stands there nearly. */
  static final int FEWEST_LETTERS_FOUND = FEWEST_FOUND * SHORTEST_WITH_SLIP;

  private static final int LONGEST_VALUE = 8;
  private static final int MOST_TRIED = 12;
  private static final int MOST_WORDS = 4_000;
  private static final int OF_SLIP = 3;
  private static final int OF_SMALL_WORD = 1;
  private static final int OF_CUT = 2;
  private static final int FARTHEST = 6;
  private static final int NEVER = 1_000;

  /** A word of a message, or the name of what stands in its place. */
  private record Item(@Nullable String word, String placeholder) {

    int letters() {
      return word == null ? 0 : word.length();
    }

    boolean decides() {
      return word != null && !SMALL.contains(word);
    }
  }

  private record Message(Known known, List<Item> items, int letters) {}

  private final List<Message> messages = new ArrayList<>();
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  NearMessages(Collection<Known> symptoms) {
    for (Known known : symptoms) {
      if (!known.symptom().genericMessages()) {
        known.symptom().messages().forEach(message -> add(known, message));
      }
    }
    Map<String, Integer> often = new HashMap<>();
    messages.forEach(one -> deciding(one).forEach(word -> often.merge(word, 1, Integer::sum)));
    for (int i = 0; i < messages.size(); i++) {
      int number = i;
      deciding(messages.get(i)).stream()
          .sorted(Comparator.comparing((String word) -> often.getOrDefault(word, 0)))
          .limit(RARE_WORDS)
          .forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(number));
    }
  }

  private void add(Known known, String message) {
    String clean = CopiedText.clean(message);
    List<Item> items = new ArrayList<>();
    Matcher placeholder = PLACEHOLDER.matcher(clean);
    int from = 0;
    while (placeholder.find()) {
      addWords(items, clean.substring(from, placeholder.start()));
      items.add(new Item(null, placeholder.group(1)));
      from = placeholder.end();
    }
    addWords(items, clean.substring(from));
    int letters = items.stream().mapToInt(Item::letters).sum();
    long deciding = items.stream().filter(Item::decides).count();
    if (letters >= LEAST_LETTERS && deciding >= LEAST_WORDS) {
      messages.add(new Message(known, List.copyOf(items), letters));
    }
  }

  private static void addWords(List<Item> items, String text) {
    Tokens tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      items.add(new Item(tokens.word(i), ""));
    }
  }

  private static Set<String> deciding(Message message) {
    Set<String> words = new LinkedHashSet<>();
    message.items().stream()
        .filter(Item::decides)
        .map(Item::word)
        .filter(word -> word != null && word.length() >= SHORTEST_WITH_SLIP)
        .forEach(words::add);
    return words;
  }

  /** Returns the messages that stand nearly in a passage, at each place only the nearest. */
  List<Near> in(Passage passage) {
    Tokens tokens = passage.tokens();
    int size = Math.min(tokens.size(), MOST_WORDS);
    if (size < LEAST_WORDS) {
      return List.of();
    }
    Map<Integer, Seen> found = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      String word = tokens.word(i);
      for (int number : byWord.getOrDefault(word, List.of())) {
        found.computeIfAbsent(number, unseen -> new Seen(number)).add(word, i);
      }
    }
    List<Near> all = new ArrayList<>();
    found.values().stream()
        .filter(seen -> seen.words.size() >= FEWEST_FOUND)
        .sorted(Comparator.comparing((Seen seen) -> -seen.words.size()))
        .limit(MOST_TRIED)
        .forEach(
            seen -> {
              Message message = messages.get(seen.message);
              int room = message.items().size() + LONGEST_VALUE;
              int from = Math.max(0, seen.first - room);
              int to = Math.min(size, Math.min(seen.last, seen.first + 2 * room) + room);
              Near near = new Alignment(message, passage, from, to).nearest();
              if (near != null) {
                all.add(near);
              }
            });
    return nearest(all);
  }

  /** Of two that fit the same words the nearer is meant, and neither where both are as near. */
  private static List<Near> nearest(List<Near> all) {
    return all.stream()
        .filter(
            one ->
                all.stream()
                    .noneMatch(
                        other ->
                            !other.known().equals(one.known())
                                && overlaps(one, other)
                                && isAsGood(other, one)))
        .toList();
  }

  private static boolean overlaps(Near one, Near other) {
    return one.match().start() < other.match().end() && other.match().start() < one.match().end();
  }

  private static boolean isAsGood(Near other, Near one) {
    int more = other.match().literals() - one.match().literals();
    return more > 0 || (more == 0 && other.cost() <= one.cost());
  }

  /** What few messages say, and a text as well. */
  private static final class Seen {
    private final int message;
    private final List<String> words = new ArrayList<>(RARE_WORDS);
    private int first = -1;
    private int last;

    Seen(int message) {
      this.message = message;
    }

    void add(String word, int place) {
      first = first < 0 ? place : first;
      last = place;
      if (!words.contains(word)) {
        words.add(word);
      }
    }
  }

  /** How far some items of a message are from the words up to each, and what came before. */
  private static final class Row {
    private final int[] cost;
    private final int[] before;

    Row(int width) {
      cost = new int[width];
      before = new int[width];
      Arrays.fill(cost, NEVER);
      Arrays.fill(before, -1);
    }
  }

  /** One message beside some words of a text: a row for as many items as words led to. */
  private static final class Alignment {
    private final Message message;
    private final Passage passage;
    private final Tokens tokens;
    private final int from;
    private final int width;
    private final Row[] rows;

    Alignment(Message message, Passage passage, int from, int to) {
      this.message = message;
      this.passage = passage;
      this.tokens = passage.tokens();
      this.from = from;
      this.width = to - from;
      this.rows = new Row[message.items().size() + 1];
    }

    @Nullable Near nearest() {
      List<Item> items = message.items();
      Arrays.fill(row(0).cost, 0);
      int rest = 0;
      for (int m = items.size() - 1; m > 0 && from == 0; m--) {
        rest += items.get(m).letters();
        if (rest >= LEAST_LETTERS && rest * 5 >= message.letters() * 3) {
          row(m).cost[0] = OF_CUT;
        }
      }
      for (int m = 0; m < items.size(); m++) {
        Row row = rows[m];
        for (int j = 0; row != null && j <= width; j++) {
          if (row.cost[j] <= FARTHEST) {
            goOn(items.get(m), m, j, row.cost[j]);
          }
        }
      }
      Row last = rows[items.size()];
      if (last == null) {
        return null;
      }
      int end = 0;
      for (int j = 1; j <= width; j++) {
        if (last.cost[j] < last.cost[end]) {
          end = j;
        }
      }
      return last.cost[end] > FARTHEST ? null : near(end, last.cost[end]);
    }

    private Row row(int m) {
      Row row = rows[m];
      if (row == null) {
        row = new Row(width + 1);
        rows[m] = row;
      }
      return row;
    }

    private void goOn(Item item, int m, int j, int so) {
      String word = item.word();
      if (word == null) {
        for (int k = 1; k <= LONGEST_VALUE && j + k <= width && isOneSentence(j, k); k++) {
          reach(m + 1, j + k, so, m, j);
        }
        return;
      }
      if (SMALL.contains(word) && !isBetweenNames(m)) {
        reach(m + 1, j, so + OF_SMALL_WORD, m, j);
      }
      if (j == width) {
        return;
      }
      String there = tokens.word(from + j);
      if (isNot(m) && isSlip("cannot", there)) {
        reach(m + 2, j + 1, so + OF_SLIP, m, j);
      }
      if (word.equals(there)) {
        reach(m + 1, j + 1, so, m, j);
      } else if (isSlip(word, there)) {
        reach(m + 1, j + 1, so + OF_SLIP, m, j);
      }
      if (m > 0 && SMALL.contains(there)) {
        reach(m, j + 1, so + OF_SMALL_WORD, m, j);
      }
    }

    /** What parts two names must be there, or one would be taken for both. */
    private boolean isBetweenNames(int m) {
      List<Item> items = message.items();
      return m > 0
          && m + 1 < items.size()
          && items.get(m - 1).word() == null
          && items.get(m + 1).word() == null;
    }

    private boolean isOneSentence(int j, int words) {
      return tokens.sentence(from + j) == tokens.sentence(from + j + words - 1);
    }

    /** Whether "can not" is next, which is written as one word. */
    private boolean isNot(int m) {
      List<Item> items = message.items();
      return m + 1 < items.size()
          && "can".equals(items.get(m).word())
          && "not".equals(items.get(m + 1).word());
    }

    private void reach(int m, int j, int how, int fromItem, int fromWord) {
      Row row = how > FARTHEST ? null : row(m);
      if (row != null && how < row.cost[j]) {
        row.cost[j] = how;
        row.before[j] = fromItem * (width + 1) + fromWord;
      }
    }

    private Near near(int end, int cost) {
      Map<String, String> values = new LinkedHashMap<>();
      int m = message.items().size();
      int j = end;
      int last = end;
      int literals = 0;
      for (int prior = row(m).before[j]; prior >= 0; prior = row(m).before[j]) {
        int priorItem = prior / (width + 1);
        int priorWord = prior % (width + 1);
        if (priorItem < m) {
          Item item = message.items().get(priorItem);
          if (item.word() == null) {
            int valueEnd = m == message.items().size() ? wholeName(j) : j;
            last = Math.max(last, valueEnd);
            values.putIfAbsent(item.placeholder(), text(priorWord, valueEnd));
          } else if (priorWord < j) {
            literals += item.word().length();
          }
        }
        m = priorItem;
        j = priorWord;
      }
      Letters letters = passage.letters();
      int start = letters.firstFrom(tokens.start(from + j));
      int stop = letters.firstFrom(tokens.end(from + last - 1));
      return new Near(message.known(), new Match(start, stop, Map.copyOf(values), literals), cost);
    }

    /** A name at the end goes on as long as no blank is within it. */
    private int wholeName(int end) {
      int i = end;
      while (i < width && tokens.start(from + i) - tokens.end(from + i - 1) <= 1) {
        int gap = tokens.end(from + i - 1);
        if (gap < tokens.start(from + i) && Character.isWhitespace(passage.text().charAt(gap))) {
          break;
        }
        i++;
      }
      return i;
    }

    private String text(int start, int end) {
      return passage.text().substring(tokens.start(from + start), tokens.end(from + end - 1));
    }

    private static boolean isSlip(String known, String there) {
      return isNearly(known, there) && !hasDigit(known) && !hasDigit(there);
    }

    private static boolean isNearly(String known, String there) {
      int longer = there.length() - known.length();
      if (known.length() < SHORTEST_WITH_SLIP || longer < -1 || longer > 1) {
        return false;
      }
      int same = 0;
      int least = Math.min(known.length(), there.length());
      while (same < least && known.charAt(same) == there.charAt(same)) {
        same++;
      }
      if (longer > 0) {
        return known.substring(same).equals(there.substring(same + 1));
      }
      if (longer < 0) {
        return known.substring(same + 1).equals(there.substring(same));
      }
      boolean swapped =
          same + 1 < least
              && known.charAt(same) == there.charAt(same + 1)
              && known.charAt(same + 1) == there.charAt(same)
              && known.substring(same + 2).equals(there.substring(same + 2));
      return swapped || known.substring(same + 1).equals(there.substring(same + 1));
    }

    private static boolean hasDigit(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (Character.isDigit(word.charAt(i))) {
          return true;
        }
      }
      return false;
    }
  }
}
