package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file as text, whatever it is written in: UTF-8 or UTF-16 by its mark, UTF-16 without one by its
 * zeros, else UTF-8 where it is that, else Windows-1252.
 *
 * @param name path of the file, with the member of an archive after {@code !}
 * @param text what is in it, lines ended by a line feed
 */
public record TextFile(String name, String text) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

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
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS_1252);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the lines, without what ends them. */
  public List<String> lines() {
    return text.lines().toList();
  }

  /** Returns a line as a source, counted from 1. */
  public Source line(int number) {
    return Source.of(name, number);
  }

  /** Returns whether the first character that is no blank is one of those given. */
  boolean beginsWith(String characters) {
    String stripped = text.stripLeading();
    return !stripped.isEmpty() && characters.indexOf(stripped.charAt(0)) >= 0;
  }
}
