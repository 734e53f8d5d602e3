package dev.mabsplan.facts.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What mail programs, web pages and Markdown leave in a text that was printed: quote marks,
 * entities, escapes, and an empty line behind each. Documents that are written for programs hold
 * the same characters and mean them, and stay as they are.
 */
public final class Residue {

  private static final Pattern BLANK =
      Pattern.compile("[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
  private static final Pattern ENTITY =
      Pattern.compile("(?i)&(nbsp|ensp|emsp|lt|gt|quot|apos|amp|#160|#xa0|#39|#34);");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("nbsp", " "),
          Map.entry("ensp", " "),
          Map.entry("emsp", " "),
          Map.entry("#160", " "),
          Map.entry("#xa0", " "),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("#34", "\""),
          Map.entry("apos", "'"),
          Map.entry("#39", "'"),
          Map.entry("amp", "&"));

  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</?(?:br|p|div|pre|code|span|b|strong|i|em|font|blockquote|li|ul|ol)"
              + "(?:\\s[^<>]{0,200})?\\s{0,5}/?>");
  private static final Pattern OF_PAGE =
      Pattern.compile("(?i)\\s*</?(?:br|p|div|pre|code|span|blockquote)\\b");

  private static final Pattern QUOTED = Pattern.compile("[ \\t]{0,3}>(?!>)[ \\t]?");
  private static final Pattern FENCE = Pattern.compile("[ \\t]{0,3}(?:`{3,9}|~{3,9})\\w{0,20}\\s*");

  /** What Markdown escapes and no path has: brackets around a number, a word of capitals. */
  private static final Pattern ESCAPED_NUMBER = Pattern.compile("\\\\\\[[^\\[\\]\\n]{1,20}\\\\]");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\[\\]*_#<>])");
  private static final Pattern ESCAPED_LINE =
      Pattern.compile("(?<![\\\\\\p{L}])(\\p{Lu}{2,12}\\d{0,2})\\\\_(?=\\p{Lu})");
  private static final String ESCAPED_DEVICE = "\\\\\\\\?\\\\";

  /** So many lines that each have an empty one behind them are no chance. */
  private static final int FEWEST_APART = 4;

  private static final int FEWEST_OF_ALL = 3;

  /** What is as long is no output of a command that a person copies. */
  private static final int LONGEST = 4_000_000;

  private Residue() {}

  /** Returns a file without it, line by line; a document for programs as it is. */
  public static TextFile removed(TextFile file) {
    String text = file.text();
    boolean page = OF_PAGE.matcher(text).lookingAt();
    if (isForPrograms(file, page)) {
      return file;
    }
    String plain = INVISIBLE.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("");
    if (plain.indexOf('<') >= 0) {
      plain = TAG.matcher(plain).replaceAll("");
    }
    if (plain.indexOf('&') >= 0) {
      plain = ENTITY.matcher(plain).replaceAll(Residue::character);
    }
    plain = withoutQuotes(plain);
    if (plain.indexOf('\\') >= 0) {
      plain = withoutEscapes(plain);
    }
    plain = withoutBreaks(plain);
    return plain.equals(text) ? file : new TextFile(file.name(), plain);
  }

  /** Markdown breaks a line where two blanks end it. */
  private static String withoutBreaks(String text) {
    if (!text.contains("  \n")) {
      return text;
    }
    List<String> said = text.lines().filter(line -> !line.isBlank()).toList();
    long broken = said.stream().filter(line -> line.endsWith("  ")).count();
    return broken > 1 && 2 * broken >= said.size()
        ? text.lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"))
        : text;
  }

  private static boolean isForPrograms(TextFile file, boolean page) {
    return file.text().length() > LONGEST
        || isCollected(file)
        || file.beginsAsJson()
        || (file.beginsWith("<") && !page)
        || file.text().stripLeading().startsWith("Windows Registry Editor")
        || file.text().stripLeading().startsWith("REGEDIT4");
  }

  /** What the script of {@code mabsplan collect} wrote went through no mail. */
  private static boolean isCollected(TextFile file) {
    return file.text().startsWith("# mabsplan collect: ");
  }

  private static String character(MatchResult entity) {
    String known = ENTITIES.get(entity.group(1).toLowerCase(Locale.ROOT));
    return Matcher.quoteReplacement(known == null ? entity.group() : known);
  }

  private static String withoutQuotes(String text) {
    List<String> lines = text.lines().toList();
    long quoted = lines.stream().filter(line -> QUOTED.matcher(line).lookingAt()).count();
    boolean fenced = lines.stream().anyMatch(line -> FENCE.matcher(line).matches());
    if (quoted < 2 && !fenced) {
      return text;
    }
    List<String> plain = new ArrayList<>();
    for (String line : lines) {
      plain.add(quoted < 2 ? withoutFence(line) : withoutFence(withoutMarks(line)));
    }
    return String.join("\n", plain) + (text.endsWith("\n") ? "\n" : "");
  }

  private static String withoutMarks(String line) {
    String left = line;
    Matcher mark = QUOTED.matcher(left);
    while (mark.lookingAt()) {
      left = left.substring(mark.end());
      mark = QUOTED.matcher(left);
    }
    return left;
  }

  private static String withoutFence(String line) {
    return FENCE.matcher(line).matches() ? "" : line;
  }

  private static String withoutEscapes(String text) {
    String plain = ESCAPED_LINE.matcher(text).replaceAll("$1_");
    if (ESCAPED_NUMBER.matcher(plain).find()) {
      plain = ESCAPE.matcher(plain).replaceAll("$1");
    }
    if (plain.contains(ESCAPED_DEVICE)) {
      plain = plain.replace("\\\\", "\\");
    }
    return plain;
  }

  /**
   * Returns a file without the empty lines behind each of its own; where a line has three below it,
   * one of them was empty before. Lines keep their numbers.
   */
  public static TextFile closedUp(TextFile file) {
    if (isCollected(file) || file.beginsAsJson() || file.beginsWith("<")) {
      return file;
    }
    List<String> lines = file.lines();
    List<Integer> said =
        IntStream.range(0, lines.size()).filter(i -> !lines.get(i).isBlank()).boxed().toList();
    BitSet needless = new BitSet();
    int at = 0;
    while (at < said.size()) {
      int end = endOfApart(said, at);
      int fewest = at == 0 && end == said.size() - 1 ? FEWEST_OF_ALL : FEWEST_APART;
      if (end - at + 1 >= fewest) {
        for (int i = at; i < end; i++) {
          needless.set(said.get(i) + 1);
          needless.set(said.get(i + 1) - 1);
        }
      }
      at = end + 1;
    }
    return needless.isEmpty()
        ? file
        : file.ofLines(
            IntStream.range(0, lines.size()).filter(i -> !needless.get(i)).boxed().toList());
  }

  /** Returns the last of the lines from one on that have one or three empty lines between them. */
  private static int endOfApart(List<Integer> said, int from) {
    int end = from;
    while (end + 1 < said.size() && isApart(said, end) && !isFollowed(said, end + 1)) {
      end++;
    }
    return end;
  }

  private static boolean isApart(List<Integer> said, int line) {
    int below = said.get(line + 1) - said.get(line);
    return below == 2 || below == 4;
  }

  private static boolean isFollowed(List<Integer> said, int line) {
    return line + 1 < said.size() && said.get(line + 1) - said.get(line) == 1;
  }
}
