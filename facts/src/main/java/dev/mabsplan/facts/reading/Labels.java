package dev.mabsplan.facts.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Map<String, L> byWord = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Pattern pattern;

  /**
   * Makes the labels.
   *
   * @param words how each is written, in every language; without its colon
   */
  public Labels(Map<L, List<String>> words) {
    words.forEach((label, spellings) -> spellings.forEach(word -> byWord.put(word, label)));
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
}
