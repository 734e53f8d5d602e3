package dev.mabsplan.engine.symptom.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart where people part what they list: at items, at lines that begin with a time or
 * a number of an error, and at blank lines.
 */
final class Blocks {

  private static final Pattern ITEM =
      Pattern.compile(
          "^(?:[-*•·–][ \\t]{1,5}|#\\d{1,3}[ \\t:]{1,5}|\\(?\\d{1,2}[.)][ \\t]{1,5}|[a-z]\\)[ \\t]{1,5})\\S");
  private static final Pattern STAMP =
      Pattern.compile(
          "^\\[?(?:\\d{1,2}[:.]\\d{2}\\b|\\d{4}-\\d{2}-\\d{2}\\b|\\d{1,2}/\\d{1,2}/\\d{2,4}\\b"
              + "|[0-9A-F]{3,5}\\t[0-9A-F]{3,5}\\t)");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:\\(ID:?[ ]?\\d{2,6}[ )]|ID:?[ ]?\\d{2,6}\\b|(?:Error|Fel|Alert|Larm)[ -]?(?:ID)?:?"
              + "[ ]?\\d{2,6}[ ]?[:.])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INLINE = Pattern.compile("(?<=[\\s:])(\\d{1,2})\\)[ \\t](?=\\S)");

  /** What heads a list of what may be, which is one error and not several. */
  private static final Pattern REASONS =
      Pattern.compile(
          "(?:reasons?|causes?|orsak(?:er)?|anledning(?:ar)?|possible|möjliga)\\b[^\\n]{0,40}:?\\s*$",
          Pattern.CASE_INSENSITIVE);

  private Blocks() {}

  /** A line of a table, of several servers or jobs. */
  private static final Pattern ROW =
      Pattern.compile("^\\S[^\\n]{0,60}?(?:[ ]([–-])[ ]|[ ]?(:)[ ]|(;)|(\\t)|[ ]?([|])[ ]?)\\S");

  /** A line that begins so goes on with the one above. */
  private static final Pattern PROSE =
      Pattern.compile("^(?:\\p{Ll}+[ ,.]|\\p{Punct}|[^\\n:;|\\t–]{0,60}?[.,] [^\\n]{0,40}? [–-] )");

  private static final Pattern TIME = Pattern.compile("^[012]\\d[0-5]\\d[ \\t]{1,5}\\S");

  private static final int LEAST_ROWS = 2;

  /** "State : 1" and the like is a value of one thing, not an error of its own. */
  private static final int LEAST_OF_ROW = 30;

  /** Returns the parts of a clean text, in order; the text itself where it lists nothing. */
  static List<String> of(String text) {
    if (text.indexOf('\n') < 0) {
      List<String> line = new ArrayList<>();
      add(line, text);
      return line;
    }
    List<String> rows = rows(text);
    return rows.isEmpty() ? listed(text) : rows;
  }

  /** Returns the lines of what is a table; nothing where it is none. */
  private static List<String> rows(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    boolean headed = !lines.isEmpty() && isHead(lines.get(0));
    List<String> rows = headed ? lines.subList(1, lines.size()) : lines;
    if (rows.size() < LEAST_ROWS) {
      return List.of();
    }
    if (rows.stream().allMatch(row -> TIME.matcher(row.strip()).find())) {
      return lines;
    }
    String separator = null;
    for (String row : rows) {
      String own = separator(row);
      // the labels of one alert are no rows
      if (own == null
          || PROSE.matcher(row).find()
          || (separator != null && !own.equals(separator))
          || Label.begins(row)) {
        return List.of();
      }
      separator = own;
    }
    boolean told = rows.stream().allMatch(row -> row.length() > LEAST_OF_ROW);
    return ":".equals(separator) && !told ? List.of() : lines;
  }

  private static boolean isHead(String line) {
    return line.strip().endsWith(":") || (separator(line) == null && line.length() < 60);
  }

  private static @Nullable String separator(String line) {
    Matcher row = ROW.matcher(line.strip());
    if (!row.find()) {
      return null;
    }
    for (int i = 1; i <= row.groupCount(); i++) {
      if (row.group(i) != null) {
        return row.group(i);
      }
    }
    return null;
  }

  private static List<String> listed(String text) {
    boolean several = text.lines().filter(line -> ITEM.matcher(line.strip()).find()).count() > 1;
    List<String> blocks = new ArrayList<>();
    int start = 0;
    boolean blank = false;
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      if (text.substring(line, end).isBlank()) {
        blank = true;
      } else {
        if (line > start && parts(text, start, line, end, blank, several)) {
          add(blocks, text.substring(start, line));
          start = line;
        }
        blank = false;
      }
      line = end + 1;
    }
    add(blocks, text.substring(start));
    return blocks;
  }

  private static boolean parts(
      String text, int start, int line, int end, boolean blank, boolean several) {
    String said = text.substring(start, line).stripTrailing();
    if (said.isEmpty()) {
      return true;
    }
    String next = text.substring(line, end).strip();
    // a hyphen can stand at the head of a line that was wrapped
    boolean item = ITEM.matcher(next).find() && (several || blank || isEnded(said));
    boolean listed = item || STAMP.matcher(next).find() || NUMBERED.matcher(next).find();
    if (listed) {
      String lastLine = said.substring(said.lastIndexOf('\n') + 1);
      // a number that a mail program wrapped belongs to what it closes
      boolean unfinished = NUMBERED.matcher(next).find() && !isEnded(said) && next.length() < 20;
      return !REASONS.matcher(lastLine).find() && !unfinished;
    }
    return blank && !Character.isLowerCase(next.codePointAt(0)) && !next.startsWith("(");
  }

  private static boolean isEnded(String said) {
    return ".:!?)]".indexOf(said.charAt(said.length() - 1)) >= 0;
  }

  /** Adds a block, or the items that stand in its one line. */
  private static void add(List<String> blocks, String block) {
    Matcher matcher = INLINE.matcher(block);
    List<Integer> items = new ArrayList<>();
    while (matcher.find()) {
      if (Integer.parseInt(matcher.group(1)) == items.size() + 1) {
        items.add(matcher.start());
      }
    }
    if (items.size() < 2 || REASONS.matcher(block.substring(0, items.get(0))).find()) {
      blocks.add(block);
      return;
    }
    int from = 0;
    for (int item : items) {
      if (!block.substring(from, item).isBlank()) {
        blocks.add(block.substring(from, item));
      }
      from = item;
    }
    blocks.add(block.substring(from));
  }
}
