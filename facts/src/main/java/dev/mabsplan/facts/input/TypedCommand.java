package dev.mabsplan.facts.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as somebody typed it: the first one, without what its output was piped through.
 *
 * @param name the program or cmdlet, without its folder and without {@code .exe}; empty where the
 *     line begins with something else, such as a text or a variable, which may be secret
 * @param arguments what each parameter was given, by its name without the dash; what was given
 *     without a name is at the empty name
 */
record TypedCommand(String name, Map<String, List<String>> arguments) {

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}._-]{0,80}");

  /** A parameter and its value in one word. */
  private static final Pattern GIVEN = Pattern.compile("-(\\p{L}\\w*):(.+)", Pattern.DOTALL);

  /** Reads a command; the empty text has the empty name. */
  static TypedCommand parse(String typed) {
    List<Word> words = words(typed.substring(0, pipe(typed)));
    Map<String, List<String>> arguments = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String parameter = "";
    for (Word word : words.subList(Math.min(1, words.size()), words.size())) {
      Matcher given = GIVEN.matcher(word.text());
      if (!word.quoted() && given.matches()) {
        String value = given.group(2).replaceAll("^[\"']|[\"']$", "");
        arguments.computeIfAbsent(given.group(1), name -> new ArrayList<>()).add(value);
        parameter = word.more() ? given.group(1) : "";
      } else if (!word.quoted() && word.text().matches("-\\p{L}.*")) {
        parameter = word.text().substring(1).replaceFirst(":$", "");
        arguments.putIfAbsent(parameter, new ArrayList<>());
      } else {
        arguments.computeIfAbsent(parameter, name -> new ArrayList<>()).add(word.text());
        parameter = word.more() ? parameter : "";
      }
    }
    return new TypedCommand(words.isEmpty() ? "" : program(words.get(0)), arguments);
  }

  /** Returns whether it is a cmdlet or program, without case. */
  boolean is(String wanted) {
    return name.equalsIgnoreCase(wanted);
  }

  private static String program(Word word) {
    String text = word.text();
    String file = text.substring(Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/')) + 1);
    boolean executable = file.toLowerCase(Locale.ROOT).endsWith(".exe");
    String name = executable ? file.substring(0, file.length() - 4) : file;
    return (executable || !word.quoted()) && NAME.matcher(name).matches() ? name : "";
  }

  /** A word, whether it was in quotes, and whether a comma behind it says that more follow. */
  private record Word(String text, boolean quoted, boolean more) {}

  private static List<Word> words(String typed) {
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < typed.length()) {
      char c = typed.charAt(i);
      if (Character.isWhitespace(c) || c == ',') {
        i++;
        continue;
      }
      if (c == '{') {
        int end = endOfBlock(typed, i);
        words.add(new Word(typed.substring(i, end), false, isComma(typed, end)));
        i = end;
        continue;
      }
      boolean quoted = c == '\'' || c == '"';
      int start = quoted ? i + 1 : i;
      int end = start;
      while (end < typed.length()
          && (quoted
              ? typed.charAt(end) != c
              : !Character.isWhitespace(typed.charAt(end)) && typed.charAt(end) != ',')) {
        end++;
      }
      i = Math.min(quoted ? end + 1 : end, typed.length());
      words.add(new Word(typed.substring(start, end), quoted, isComma(typed, i)));
    }
    return words;
  }

  /** A block in braces is one word: what stands in it are words of another command. */
  private static int endOfBlock(String typed, int from) {
    int depth = 0;
    for (int i = from; i < typed.length(); i++) {
      char c = typed.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return typed.length();
  }

  private static boolean isComma(String typed, int from) {
    int i = from;
    while (i < typed.length() && Character.isWhitespace(typed.charAt(i))) {
      i++;
    }
    return i < typed.length() && typed.charAt(i) == ',';
  }

  /** Returns where the output is piped on: the first bar outside of quotes and braces. */
  private static int pipe(String typed) {
    char quote = 0;
    int depth = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{' || c == '(') {
        depth++;
      } else if (c == '}' || c == ')') {
        depth--;
      } else if (c == '|' && depth <= 0) {
        return i;
      }
    }
    return typed.length();
  }
}
