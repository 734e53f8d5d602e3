package dev.mabsplan.engine.pack;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A sentence with named placeholders, such as {@code VSS on {server} is disabled}. A placeholder
 * may say how its value is written, as in {@code {free:bytes}}. Nothing else has a meaning:
 * backslashes, quotes and apostrophes stand for themselves.
 *
 * @param text the sentence
 */
public record Sentence(String text) {

  /** The ways of writing a number that a placeholder may ask for. */
  public static final Set<String> FORMATS = Set.of("bytes", "duration", "hours", "number");

  /** Where a command has {@code {item:program}}, it is there for items that are programs. */
  public static final String PROGRAM = "program";

  /** Where a command has {@code {item:folder}}, it is there for items that are no programs. */
  public static final String FOLDER = "folder";

  /** Returns the names of the placeholders. */
  public Set<String> placeholders() {
    Set<String> names = new TreeSet<>();
    each(place -> names.add(place.name()));
    return names;
  }

  /** Returns the ways of writing that the placeholders ask for. */
  public Set<String> formats() {
    Set<String> formats = new TreeSet<>();
    each(place -> formats.add(place.format()));
    formats.remove("");
    return formats;
  }

  /** Returns whether it has a placeholder of a name. */
  public boolean asksFor(String name) {
    return placeholders().contains(name);
  }

  private void each(Consumer<Placeholder> take) {
    fill(
        place -> {
          take.accept(place);
          return "";
        });
  }

  /**
   * Returns the sentence with its placeholders filled in.
   *
   * @param values gives the text for a placeholder
   */
  public String fill(Function<Placeholder, String> values) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int done = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int name = endOfName(open + 1);
      int format = name < 0 ? name : endOfFormat(name);
      if (format >= 0) {
        filled
            .append(text.substring(done, open))
            .append(values.apply(placeholder(open + 1, name, format)));
        done = format + 1;
        open = format;
      }
    }
    return filled.append(text.substring(done)).toString();
  }

  private Placeholder placeholder(int start, int name, int format) {
    return new Placeholder(
        text.substring(start, name), name == format ? "" : text.substring(name + 1, format));
  }

  /** Returns where a name ends that begins at a place, or -1 where none does. */
  private int endOfName(int start) {
    int end = start;
    while (end < text.length() && (isSmall(text.charAt(end)) || (end > start && isLarge(end)))) {
      end++;
    }
    return end == start ? -1 : end;
  }

  /** Returns where the brace stands that closes a placeholder, or -1 where none does. */
  private int endOfFormat(int nameEnd) {
    int end = nameEnd;
    if (end < text.length() && text.charAt(end) == ':') {
      end++;
      while (end < text.length() && isSmall(text.charAt(end))) {
        end++;
      }
      if (end == nameEnd + 1) {
        return -1;
      }
    }
    return end < text.length() && text.charAt(end) == '}' ? end : -1;
  }

  private boolean isLarge(int at) {
    return text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }

  private static boolean isSmall(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  /**
   * A place in a sentence where a value goes.
   *
   * @param name whose value
   * @param format how it is written; empty for as it is
   */
  public record Placeholder(String name, String format) {}
}
