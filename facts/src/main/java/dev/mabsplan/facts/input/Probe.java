package dev.mabsplan.facts.input;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a command before it is run: how what it prints is read, and what it means that
 * it does not print something. Without that an answer must be guessed, and an empty one means
 * nothing.
 *
 * @param id what the script of {@code mabsplan collect} calls it
 * @param command the command; names in braces stand for what is filled in before it is run
 * @param format the name of the format of its answer; nothing where it has none that is known
 * @param empty what is so where it prints nothing
 * @param missing what is so where it does not name it, whether it names others or prints nothing
 */
public record Probe(
    String id, String command, Optional<String> format, Meaning empty, Meaning missing) {

  private static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z]*)}");

  /** A fact that can be told before it is known on which server and of what. */
  @FunctionalInterface
  public interface Said {

    /**
     * Returns the fact.
     *
     * @param filled puts what was filled into the command in the place of its names
     */
    Fact on(String server, UnaryOperator<String> filled);
  }

  /**
   * What follows from silence.
   *
   * @param facts the facts
   * @param collected the kinds of which all there is was listed
   */
  public record Meaning(List<Said> facts, List<FactKind> collected) {

    /** Nothing: silence can have any reason. */
    public static final Meaning NONE = new Meaning(List.of(), List.of());

    public Meaning {
      facts = List.copyOf(facts);
      collected = List.copyOf(collected);
    }
  }

  /** Returns whether a line that was typed is this command, whatever was filled in. */
  boolean isTyped(String typed) {
    return isWhole() ? command.strip().equals(typed.strip()) : names(typed).isPresent();
  }

  /**
   * Returns what puts what was filled into a command as it was typed in the place of its names;
   * nothing where that cannot be told.
   */
  Optional<UnaryOperator<String>> filled(String typed) {
    return isWhole()
        ? Optional.of(UnaryOperator.identity())
        : names(typed).map(names -> text -> filled(text, names));
  }

  private boolean isWhole() {
    return command.indexOf('{') < 0 || !NAME.matcher(command).find();
  }

  private static String filled(String text, Map<String, String> names) {
    return NAME.matcher(text)
        .replaceAll(
            name -> Matcher.quoteReplacement(names.getOrDefault(name.group(1), name.group())));
  }

  private Optional<Map<String, String>> names(String typed) {
    List<String> order = new ArrayList<>();
    StringBuilder form = new StringBuilder();
    Matcher name = NAME.matcher(command.strip());
    int end = 0;
    while (name.find()) {
      form.append(Pattern.quote(command.strip().substring(end, name.start())));
      int first = order.indexOf(name.group(1));
      form.append(first < 0 ? "(.+?)" : "\\" + (first + 1));
      if (first < 0) {
        order.add(name.group(1));
      }
      end = name.end();
    }
    form.append(Pattern.quote(command.strip().substring(end)));
    Matcher found = Pattern.compile(form.toString()).matcher(typed.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    order.forEach(one -> names.put(one, found.group(order.indexOf(one) + 1)));
    return Optional.of(names);
  }
}
