package dev.mabsplan.facts.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Columns of a table with a head, as {@code Export-Csv} writes it, whose name is that of a secret.
 * A table is one where the head and the row after it have as many cells, and the head has names
 * only. Read by hand: what is taken out is a part of the text, of which a parser of CSV does not
 * tell the place.
 */
final class SecretColumns {

  private static final int LONGEST_HEAD = 4_000;
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\d_.-]{0,80}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_.() /-]{0,80}");

  /**
   * A cell without its quotation marks.
   *
   * @param whole whether nothing stands behind the mark that closes it
   */
  private record Cell(int start, int end, boolean quoted, boolean whole) {}

  private final SecretSearch in;
  private final char separator;
  private int at;

  private SecretColumns(SecretSearch in, char separator, int at) {
    this.in = in;
    this.separator = separator;
    this.at = at;
  }

  static void findIn(SecretSearch in) {
    int start = start(in, 0);
    if (in.text().startsWith("#TYPE", start)) {
      start = start(in, in.endOfLine(start));
    }
    int end = in.text().indexOf('\n', start);
    if (end < 0 || end - start > LONGEST_HEAD || !mentionsSecret(in, start, end)) {
      return;
    }
    for (char separator : new char[] {',', ';', '\t'}) {
      new SecretColumns(in, separator, start).find();
    }
  }

  private static int start(SecretSearch in, int from) {
    return in.first(from, in.length(), c -> !Character.isWhitespace(c) && c != '\uFEFF');
  }

  private static boolean mentionsSecret(SecretSearch in, int start, int end) {
    String head = in.text().substring(start, end);
    return SecretNames.mayHaveWord(head) && SecretNames.WORD.matcher(head).find();
  }

  private void find() {
    List<Cell> head = row();
    int body = at;
    Set<Integer> secret = new HashSet<>();
    for (int i = 0; i < head.size(); i++) {
      Cell cell = head.get(i);
      String name = in.text().substring(cell.start(), cell.end());
      if (!cell.whole() || !(cell.quoted() ? NAME : PLAIN).matcher(name).matches()) {
        return;
      }
      if (SecretNames.isSecret(name)) {
        secret.add(i);
      }
    }
    boolean table = head.size() > 1 || head.get(0).quoted();
    if (!table || secret.isEmpty() || row().size() != head.size()) {
      return;
    }
    at = body;
    while (at < in.length()) {
      List<Cell> row = row();
      for (int column : secret) {
        if (column < row.size()) {
          in.secret(row.get(column).start(), row.get(column).end(), NamedSecrets.WHAT);
        }
      }
    }
  }

  /** Reads a row, which a line break within quotation marks does not end. */
  private List<Cell> row() {
    List<Cell> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (in.at(at++) == separator);
    return cells;
  }

  private Cell cell() {
    if (in.at(at) != '"') {
      int start = at;
      at = endOfCell(at);
      return new Cell(start, at, false, true);
    }
    int start = at + 1;
    int end = start;
    while (end < in.length() && (in.at(end) != '"' || in.at(end + 1) == '"')) {
      end += in.at(end) == '"' ? 2 : 1;
    }
    // a mark that nothing closes is damage, and the rest are rows like any other
    end = end >= in.length() ? in.endOfLine(start) : end;
    int after = Math.min(end + 1, in.length());
    at = endOfCell(after);
    return new Cell(start, end, true, at == after);
  }

  private int endOfCell(int from) {
    return in.first(from, in.length(), c -> c == separator || c == '\n');
  }
}
