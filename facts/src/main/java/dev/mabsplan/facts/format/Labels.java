package dev.mabsplan.facts.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the labels with which lines of a copied text begin, behind what the way here left before
 * them: quote marks of a mail program, marks of a list or a table.
 *
 * @param <L> the labels
 */
public final class Labels<L> {

  /**
   * A line that begins with a label.
   *
   * @param label which
   * @param value what stands behind it
   */
  public record Labelled<L>(L label, String value) {}

  /** How many lines of prose may stand before the first label, and how many lines are its head. */
  private static final int LONGEST_PREFACE = 20;

  private static final int LONGEST_HEAD = 8;

  private final Map<String, L> byWord = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Pattern pattern;

  /**
   * Makes the labels.
   *
   * @param words how each is written, in every language; without its colon, with {@code |} between
   */
  public Labels(Map<L, String> words) {
    words.forEach(
        (label, spellings) -> {
          for (String word : spellings.split("\\|", -1)) {
            byWord.put(word, label);
          }
        });
    pattern =
        Pattern.compile(
            "[>\\s|*#-]{0,9}(" + anyOf(byWord.keySet()) + ")[*\\s]{0,9}:[*|]{0,3}(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private static String anyOf(Collection<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }

  /** Returns the label a line begins with. */
  public Optional<Labelled<L>> in(String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(byWord.get(matcher.group(1)))
        .map(label -> new Labelled<>(label, matcher.group(2).strip()));
  }

  /**
   * Returns whether a text begins with a label, behind a little prose, and one of some others
   * follows soon.
   */
  public boolean begin(TextFile file, L first, Set<L> next) {
    List<String> head = file.text().lines().limit(LONGEST_PREFACE + LONGEST_HEAD).toList();
    for (int i = 0; i < Math.min(head.size(), LONGEST_PREFACE); i++) {
      if (is(head.get(i), Set.of(first))) {
        return head.subList(i + 1, Math.min(head.size(), i + LONGEST_HEAD)).stream()
            .anyMatch(line -> is(line, next));
      }
    }
    return false;
  }

  private boolean is(String line, Set<L> labels) {
    return in(line).map(Labelled::label).filter(labels::contains).isPresent();
  }
}
