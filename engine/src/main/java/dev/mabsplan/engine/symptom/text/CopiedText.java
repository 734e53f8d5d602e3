package dev.mabsplan.engine.symptom.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as a person copied it, freed of what the way here left behind: HTML, Markdown, quote marks
 * of a mail program, invisible characters. Line breaks stay, since they tell where a sentence may
 * begin.
 */
public final class CopiedText {

  /** A quotation says which error is meant, and not all of it. */
  private static final int LONGEST_QUOTE = 400;

  /** What is looked at; a longer text is a log file and no error. */
  private static final int LONGEST = 100_000;

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("aring", "å"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("Aring", "Å"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"));

  private static final Pattern TERMINAL_COLOUR = Pattern.compile("\u001b\\[[0-9;]{0,20}[A-Za-z]");
  private static final Pattern CELL_TAG =
      Pattern.compile("</?t[dh](?:\\s[^<>]{0,200})?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLOCK_TAG =
      Pattern.compile(
          "</?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|pre|blockquote)(?:\\s[^<>]{0,200})?\\s{0,5}/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INLINE_TAG =
      Pattern.compile(
          "</?(?:b|i|u|em|strong|code|span|font|a|sup|sub|tt|kbd)(?:\\s[^<>]{0,300})?\\s{0,5}/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,200})\\]\\([^()\\s]{0,200}[/#.][^()\\s]{0,200}\\)");
  private static final Pattern EMPHASIS = Pattern.compile("\\*{2,}|`");

  /** UTF-8 that was read as the code page of western Windows. */
  private static final Pattern MIS_DECODED =
      Pattern.compile(
          "Ã[\\u0080-\\u00BF\\u0152-\\u0178\\u02C6-\\u02DC\\u2013-\\u2122]"
              + "|â€[\\u0080-\\u00BF\\u0152-\\u0178\\u02C6-\\u02DC\\u2013-\\u2122]");

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final Pattern DRIVE = Pattern.compile("(?:^|[^\\p{L}\\d])[A-Za-z]:\\\\$");

  private CopiedText() {}

  /** Returns the text that was meant. */
  public static String clean(String copied) {
    String text = Normalizer.normalize(capped(copied), Normalizer.Form.NFC);
    if (text.indexOf('Ã') >= 0 || text.indexOf('â') >= 0) {
      text =
          MIS_DECODED
              .matcher(text)
              .replaceAll(pair -> Matcher.quoteReplacement(decoded(pair.group())));
    }
    if (text.indexOf('\u001b') >= 0) {
      text = TERMINAL_COLOUR.matcher(text).replaceAll("");
    }
    if (text.indexOf('&') >= 0) {
      text =
          ENTITY
              .matcher(text)
              .replaceAll(
                  entity ->
                      Matcher.quoteReplacement(
                          character(
                              entity.group(), entity.group(1), entity.group(2), entity.group(3))));
    }
    text = plainBlanks(text);
    if (text.indexOf('<') >= 0) {
      text = CELL_TAG.matcher(text).replaceAll("\t");
      text = BLOCK_TAG.matcher(text).replaceAll("\n");
      text = INLINE_TAG.matcher(text).replaceAll("");
    }
    if (text.contains("](")) {
      text = LINK.matcher(text).replaceAll("$1");
    }
    if (text.contains("**") || text.indexOf('`') >= 0) {
      text = EMPHASIS.matcher(text).replaceAll("");
    }
    return withoutLineResidue(withoutEscapes(text));
  }

  private static String decoded(String read) {
    String meant = new String(read.getBytes(WESTERN), StandardCharsets.UTF_8);
    return meant.indexOf('\uFFFD') < 0 ? meant : read;
  }

  /** Returns as much of a line as is quoted. */
  public static String shortened(String line) {
    return line.length() <= LONGEST_QUOTE
        ? line
        : line.substring(0, LONGEST_QUOTE - 1).strip() + "…";
  }

  /** Returns a text on one line. */
  public static String oneLine(String clean) {
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == ' ' || c == '\n' || c == '\t') {
        blank = true;
      } else {
        if (blank && line.length() > 0) {
          line.append(' ');
        }
        blank = false;
        line.append(c);
      }
    }
    return line.toString();
  }

  private static String capped(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    // a number or a name cut in two would be another one
    int end = LONGEST;
    while (end > LONGEST - 1000 && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static String character(
      String whole, @Nullable String decimal, @Nullable String hexadecimal, @Nullable String name) {
    if (name != null) {
      String known = ENTITIES.get(name);
      return known == null ? ENTITIES.getOrDefault(name.toLowerCase(Locale.ROOT), whole) : known;
    }
    int point =
        decimal != null
            ? Integer.parseInt(decimal)
            : Integer.parseInt(hexadecimal == null ? "0" : hexadecimal, 16);
    return Character.isValidCodePoint(point) ? Character.toString(point) : whole;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && c != '\n' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static String plainBlanks(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> {
          if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
            plain.append('\n');
          }
        }
        case '\n', '\u000b', '\f', '\u0085', '\u2028', '\u2029' -> plain.append('\n');
        case '\t' -> plain.append('\t');
        default -> {
          int type = Character.getType(c);
          if (type == Character.SPACE_SEPARATOR) {
            plain.append(' ');
          } else if (type != Character.CONTROL && type != Character.FORMAT) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }

  private static String withoutEscapes(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char next = text.charAt(i + 1);
      char before = i == 0 ? ' ' : text.charAt(i - 1);
      boolean inPath = Character.isLetterOrDigit(before) || before == ':' || before == '\\';
      boolean impossibleInPath = "<>*|]".indexOf(next) >= 0;
      boolean escaped = impossibleInPath || (!inPath && "#[(_@.-".indexOf(next) >= 0);
      boolean doubled =
          next == '\\'
              && Character.isLetterOrDigit(before)
              && i + 2 < text.length()
              && Character.isLetterOrDigit(text.charAt(i + 2));
      if (!escaped && !doubled) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String withoutLineResidue(String text) {
    String[] lines = text.split("\n", -1);
    boolean markdown = false;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      while (line.startsWith(">")) {
        line = line.substring(1).strip();
      }
      lines[i] = line;
    }
    for (int i = 0; i + 1 < lines.length; i++) {
      markdown |= isMarkdownBreak(lines[i], lines[i + 1]);
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      boolean last = i + 1 == lines.length || lines[i + 1].isEmpty();
      if (line.endsWith("\\") && (markdown || last) && !DRIVE.matcher(line).find()) {
        line = line.substring(0, line.length() - 1).strip();
      }
      plain.append(i == 0 ? "" : "\n").append(line);
    }
    return plain.toString();
  }

  /**
   * Whether a backslash at a line's end is surely Markdown's mark of a line break: a path that goes
   * on in the next line looks much the same.
   */
  private static boolean isMarkdownBreak(String line, String next) {
    if (!line.endsWith("\\") || DRIVE.matcher(line).find()) {
      return false;
    }
    char before = line.length() < 2 ? ' ' : line.charAt(line.length() - 2);
    boolean inPath = Character.isLetterOrDigit(before) || before == '\\' || before == '$';
    return !inPath
        || Label.begins(next.endsWith("\\") ? next.substring(0, next.length() - 1) : next);
  }
}
