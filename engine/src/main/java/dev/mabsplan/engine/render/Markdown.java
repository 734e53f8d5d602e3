package dev.mabsplan.engine.render;

import dev.mabsplan.engine.pack.Shell;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts in Markdown (CommonMark with the tables, task boxes and links of GitHub), as text only. */
final class Markdown {

  /** What could begin markup, a tag, an entity or a link somewhere in a line. */
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*_\\[\\]<>|#&~$]|(?i::(?=//|[^\\s:]+@)|(?<=www)\\.)|(?<=\\S)@");

  /** What could make a list, heading or line of a paragraph that begins with it. */
  private static final Pattern START = Pattern.compile("^(?:([-+:=])|(\\d{1,9})([.)]))");

  private static final Pattern PAGE = Pattern.compile("https://[A-Za-z0-9./_?=&%#:-]+");
  private static final Pattern BLANKS = Pattern.compile(" {2,}");
  private static final int SHORTEST_FENCE = 3;

  private Markdown() {}

  /** Returns a text that is shown as it is, in one line, wherever in a paragraph it stands. */
  static String text(String text) {
    String line = BLANKS.matcher(Printable.of(text).strip()).replaceAll(" ");
    return START.matcher(MARKUP.matcher(line).replaceAll("\\\\$0")).replaceFirst("$2\\\\$1$3");
  }

  /** Returns a link to a page that a pack names. */
  static String link(String page) {
    return PAGE.matcher(page).matches() ? "<" + page + ">" : text(page);
  }

  /** Returns a text as code in a line. */
  static String code(String text) {
    String line = Printable.of(text);
    String ticks = "`".repeat(longestRun(line) + 1);
    boolean padded = line.startsWith("`") || line.endsWith("`") || line.isBlank();
    return ticks + (padded ? " " + line + " " : line) + ticks;
  }

  /** Returns commands in a block of their own, to the letter. */
  static String commands(Shell shell, List<String> lines) {
    return block(shell == Shell.CMD ? "bat" : "powershell", lines);
  }

  /** Returns what a command prints, in a block of its own. */
  static String block(String language, List<String> lines) {
    String code = lines.stream().map(Printable::of).collect(Collectors.joining("\n"));
    String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(code) + 1));
    return fence + language + "\n" + code + "\n" + fence;
  }

  /** Returns blocks as what belongs to the list item that a marker begins. */
  static String item(String marker, List<String> blocks) {
    return marker
        + String.join("\n\n", blocks)
            .replace("\n", "\n" + " ".repeat(marker.length()))
            .replaceAll("(?m)^ +$", "");
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
