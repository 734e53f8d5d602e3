package dev.mabsplan.facts.format;

import dev.mabsplan.facts.fault.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file as text, whatever it is written in: UTF-8 or UTF-16 by its mark, UTF-16 without one by its
 * zeros, else UTF-8 where it is that, else code page 850 or Windows-1252, by what makes words.
 *
 * <p>Every format looks at a file before one reads it: its lines and its JSON are made once, when
 * they are first asked for. Not for several threads.
 */
public final class TextFile {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What cmd.exe writes in Western Europe; not every runtime of Java has it. */
  private static final Charset CODE_PAGE_850 =
      Charset.isSupported("IBM850") ? Charset.forName("IBM850") : WINDOWS_1252;

  /** The codes of å, ä, ö and é, small and large, in either. */
  private static final String LETTERS_OF_CONSOLE =
      "\u0086\u0084\u0094\u0082\u008F\u008E\u0099\u0090";

  private static final String LETTERS_OF_WINDOWS = "åäöéÅÄÖÉ";

  private static final Pattern JSON = Pattern.compile("\\s*+(?:\\{|\\[\\s*+[{\"\\]])");

  private final String name;
  private final String text;
  private final int linesAbove;

  /** The number of each line, where some were left out; none where each is below the one before. */
  private final List<Integer> numbers;

  private @Nullable List<TextLine> lines;
  private @Nullable JsonRows rows;

  /**
   * Makes a file.
   *
   * @param name path of the file, with the member of an archive after {@code !}
   * @param text what is in it, lines ended by a line feed
   */
  public TextFile(String name, String text) {
    this(name, text, 0, List.of());
  }

  private TextFile(String name, String text, int linesAbove, List<Integer> numbers) {
    this.name = name;
    this.text = text;
    this.linesAbove = linesAbove;
    this.numbers = numbers;
  }

  /** Returns a part of this file, whose lines keep the numbers that they have here. */
  public TextFile part(int linesAbovePart, String textOfPart) {
    return new TextFile(
        name,
        textOfPart,
        linesAbove + linesAbovePart,
        numbers.subList(Math.min(linesAbovePart, numbers.size()), numbers.size()));
  }

  /** Returns this file with some of its lines only, which keep the numbers that they have here. */
  TextFile ofLines(List<Integer> kept) {
    List<String> all = lines();
    return new TextFile(
        name,
        kept.stream().map(all::get).collect(Collectors.joining("\n")),
        linesAbove,
        kept.stream().map(index -> number(index + 1)).toList());
  }

  /** Returns the number that a line has in the file, which is counted from 1 in this text. */
  int number(int line) {
    return line >= 1 && line <= numbers.size() ? numbers.get(line - 1) : linesAbove + line;
  }

  /** Reads a file. */
  public static TextFile of(String name, byte[] bytes) {
    String text = decoded(bytes).replace("\r\n", "\n").replace('\r', '\n');
    return new TextFile(name, text);
  }

  private static String decoded(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    // cmd.exe /u and some tools write UTF-16 without a mark; in Latin text every second byte is 0
    if (bytes.length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, isOfConsole(bytes) ? CODE_PAGE_850 : WINDOWS_1252);
    }
  }

  /** Whether what stands within words are letters of the console, where Windows has signs. */
  private static boolean isOfConsole(byte[] bytes) {
    int console = 0;
    int windows = 0;
    for (int i = 1; i < bytes.length; i++) {
      int code = bytes[i] & 0xFF;
      boolean within = isLetter(bytes[i - 1]) && i + 1 < bytes.length && isLetter(bytes[i + 1]);
      if (within && LETTERS_OF_CONSOLE.indexOf(code) >= 0) {
        console++;
      } else if (within && LETTERS_OF_WINDOWS.indexOf(code) >= 0) {
        windows++;
      }
    }
    return console > windows;
  }

  private static boolean isLetter(byte code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the path of the file, with the member of an archive after {@code !}. */
  public String name() {
    return name;
  }

  /** Returns what is in it, lines ended by a line feed. */
  public String text() {
    return text;
  }

  /** Returns the lines with their numbers. */
  public List<TextLine> numberedLines() {
    List<TextLine> numbered = lines;
    if (numbered == null) {
      numbered = TextLine.all(this);
      lines = numbered;
    }
    return numbered;
  }

  /** Returns the objects of the JSON in it, as far as it is JSON. */
  public JsonRows rows() {
    JsonRows parsed = rows;
    if (parsed == null) {
      parsed = JsonRows.parsed(this);
      rows = parsed;
    }
    return parsed;
  }

  /** Returns the lines, without what ends them. */
  public List<String> lines() {
    return text.lines().toList();
  }

  /** Returns a line as a source, counted from 1 in this text. */
  public Source line(int number) {
    return Source.of(name, number(number));
  }

  /** Returns how many lines stand above, where this is a part of a file. */
  public int linesAbove() {
    return linesAbove;
  }

  /** Returns whether the first character that is no blank is one of those given. */
  public boolean beginsWith(String characters) {
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    return first < text.length() && characters.indexOf(text.charAt(first)) >= 0;
  }

  /** Returns whether it begins as JSON of PowerShell does, which no line of a console does. */
  public boolean beginsAsJson() {
    return JSON.matcher(text).lookingAt();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextFile file
        && name.equals(file.name)
        && text.equals(file.text)
        && linesAbove == file.linesAbove
        && numbers.equals(file.numbers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, text, linesAbove, numbers);
  }

  @Override
  public String toString() {
    return name;
  }
}
