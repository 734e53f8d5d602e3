package dev.mabsplan.facts.format;

import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects as PowerShell shows them to people: a table whose heads are underlined, or a list of
 * properties. The last column of a table and any value can be cut off, which its end shows.
 */
public final class ShownRows {

  private static final int LONGEST_LINE = 2_000;
  private static final Pattern RULER = Pattern.compile("\\s*-+(?: +-+)*\\s*");
  private static final Pattern DASHES = Pattern.compile("-+");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern PROPERTY =
      Pattern.compile("\\s{0,8}([A-Za-z][\\w.]{0,60}) {0,60}:(?: (.*))?");

  private ShownRows() {}

  /**
   * An object.
   *
   * @param source where it begins
   * @param values what it shows, by the name of the property in any case
   */
  public record Row(Source source, Map<String, String> values) {

    /** Returns what a property has; nothing where it has none, or its end is not shown. */
    public Optional<String> value(String property) {
      return Optional.ofNullable(values.get(property))
          .map(String::strip)
          .filter(value -> !value.isEmpty() && !value.endsWith("...") && !value.endsWith("…"));
    }

    /** Returns whether it shows a property. */
    public boolean has(String property) {
      return values.containsKey(property);
    }
  }

  /** Returns the objects that a file shows, in tables or in lists. */
  public static List<Row> in(TextFile file) {
    List<TextLine> lines = file.numberedLines();
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (isRuler(lines, i)) {
        i = table(lines, i, rows);
      }
    }
    return rows.isEmpty() ? listed(lines) : rows;
  }

  private static boolean isRuler(List<TextLine> lines, int at) {
    String text = lines.get(at).text();
    return text.length() <= LONGEST_LINE
        && RULER.matcher(text).matches()
        && !lines.get(at - 1).blank()
        && lines.get(at - 1).text().length() <= LONGEST_LINE
        && words(WORD, lines.get(at - 1).text()).size() == words(DASHES, text).size();
  }

  private static int table(List<TextLine> lines, int ruler, List<Row> rows) {
    List<int[]> columns = words(DASHES, lines.get(ruler).text());
    List<int[]> heads = words(WORD, lines.get(ruler - 1).text());
    int at = ruler + 1;
    for (; at < lines.size() && !lines.get(at).blank(); at++) {
      TextLine line = lines.get(at);
      if (line.text().length() <= LONGEST_LINE) {
        rows.add(new Row(line.source(), values(lines.get(ruler - 1).text(), heads, columns, line)));
      }
    }
    return at;
  }

  private static Map<String, String> values(
      String head, List<int[]> heads, List<int[]> columns, TextLine line) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> parts = parts(columns, line.text());
    for (int i = 0; i < Math.min(parts.size(), heads.size()); i++) {
      values.put(head.substring(heads.get(i)[0], heads.get(i)[1]), parts.get(i));
    }
    return values;
  }

  /** Where each column begins the ruler tells, unless blanks were lost on the way. */
  private static List<String> parts(List<int[]> columns, String text) {
    List<String> parts = new ArrayList<>();
    boolean straight =
        columns.stream()
            .skip(1)
            .allMatch(
                column ->
                    column[0] > text.length()
                        || (Character.isWhitespace(text.charAt(column[0] - 1))
                            && (column[0] == text.length()
                                || !Character.isWhitespace(text.charAt(column[0])))));
    if (!straight || Character.isWhitespace(text.charAt(0))) {
      return List.of(text.strip().split("\\s+", columns.size()));
    }
    for (int i = 0; i < columns.size(); i++) {
      int from = Math.min(columns.get(i)[0], text.length());
      int to =
          i + 1 < columns.size() ? Math.min(columns.get(i + 1)[0], text.length()) : text.length();
      parts.add(text.substring(from, to).strip());
    }
    return parts;
  }

  private static List<int[]> words(Pattern pattern, String text) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    return words;
  }

  private static List<Row> listed(List<TextLine> lines) {
    List<Row> rows = new ArrayList<>();
    Optional<String> last = Optional.empty();
    Optional<Row> row = Optional.empty();
    for (TextLine line : lines) {
      String text = line.text();
      Matcher property = PROPERTY.matcher(text);
      if (line.blank()) {
        row = Optional.empty();
      } else if (text.length() <= LONGEST_LINE && property.matches()) {
        boolean begins = row.isEmpty() || row.get().has(property.group(1));
        if (begins) {
          row = Optional.of(new Row(line.source(), new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
          rows.add(row.get());
        }
        last = Optional.of(property.group(1));
        String value = property.group(2);
        row.orElseThrow().values().put(property.group(1), value == null ? "" : value);
      } else if (row.isPresent() && last.isPresent() && Character.isWhitespace(text.charAt(0))) {
        // a long value goes on below itself
        row.get().values().merge(last.get(), text.strip(), (a, b) -> a.stripTrailing() + " " + b);
      }
    }
    return rows;
  }
}
