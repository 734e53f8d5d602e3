package dev.mabsplan.facts.windows.registry;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.privacy.Secrets;
import dev.mabsplan.facts.shape.Spelling;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the Registry Editor exports. */
final class RegFile implements NativeFormat {

  private static final String HEADER = "Windows Registry Editor Version 5.00";
  private static final String OLD_HEADER = "REGEDIT4";

  /** A person who writes one leaves out the zeros before it, and regedit.exe takes it so. */
  private static final Pattern NUMBER =
      Pattern.compile("(dword|qword): *([0-9a-f]{1,16}) *(?:;.*)?");

  private static final int DIGITS_OF_DWORD = 8;
  private static final Pattern BYTES = Pattern.compile("hex(?:\\(([0-9a-f]{1,8})\\))?:(.*)");

  @Override
  public String name() {
    return "Registry Editor export (.reg)";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.text()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .filter(line -> line.equalsIgnoreCase(HEADER) || line.equals(OLD_HEADER))
        .isPresent();
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RegistryNotes values = new RegistryNotes(notes);
    new Reading(file, values).read();
    values.finish();
  }

  /** One reading from top to bottom. */
  private static final class Reading {

    private final TextFile file;
    private final List<String> lines;
    private final RegistryNotes values;
    private final Charset charset;
    private Optional<String> key = Optional.empty();
    private int at;

    Reading(TextFile file, RegistryNotes values) {
      this.file = file;
      this.lines = file.lines();
      this.values = values;
      boolean old = file.text().stripLeading().startsWith(OLD_HEADER);
      this.charset = old ? Charset.forName("windows-1252") : StandardCharsets.UTF_16LE;
    }

    void read() {
      while (lines.get(at).isBlank()) {
        at++;
      }
      for (at++; at < lines.size(); at++) {
        String line = lines.get(at).strip();
        if (line.equals(Secrets.MARK)) {
          // bytes of a secret go on in lines of their own
          continue;
        }
        if (line.startsWith("[")) {
          key(line);
        } else if (line.startsWith("\"") || line.startsWith("@")) {
          value();
        } else if (!line.isEmpty() && !line.startsWith(";")) {
          values.unread(here(), "expected a key in brackets, or a name and its value");
        }
      }
    }

    private Source here() {
      return file.line(at + 1);
    }

    private void key(String line) {
      key = Optional.empty();
      if (line.startsWith("[-")) {
        deletion();
      } else if (line.endsWith("]")) {
        key = Spelling.registryKey(line.substring(1, line.length() - 1));
      }
      if (key.isEmpty() && !line.startsWith("[-")) {
        values.unread(here(), "expected a key of the registry in brackets");
      }
    }

    private void deletion() {
      values.unused(
          here(),
          "a deletion, which no export has: this may be what was to be set, not what was seen");
    }

    private void value() {
      Source source = here();
      String line = lines.get(at).stripLeading();
      boolean unnamed = line.startsWith("@");
      Quoted quoted = new Quoted(line);
      String name = unnamed ? RegistryNotes.DEFAULT : quoted.text();
      String rest = unnamed ? line.substring(1).stripLeading() : quoted.rest();
      if (!rest.startsWith("=")) {
        values.unread(source, "expected a name in quotes, an equals sign and a value");
      } else if (key.isEmpty()) {
        values.unread(source, "a value without a key above it");
      } else {
        data(source, key.get(), name, rest.substring(1).stripLeading());
      }
    }

    private void data(Source source, String of, String name, String written) {
      String lower = written.toLowerCase(Locale.ROOT);
      Matcher number = NUMBER.matcher(lower);
      Matcher bytes = BYTES.matcher(lower);
      if (written.startsWith("\"")) {
        text(source, of, name, written);
      } else if (number.matches()) {
        number(source, of, name, number);
      } else if (bytes.matches()) {
        String type = bytes.group(1) == null ? "3" : bytes.group(1);
        bytes(source, of, name, type, allOf(bytes.group(2)));
      } else if (written.startsWith(Secrets.MARK)) {
        values.value(source, of, name, written);
      } else if (written.startsWith("-")) {
        deletion();
      } else {
        values.unread(source, "expected a text in quotes, dword: or hex:");
      }
    }

    /** A text ends with its quote, which may stand some lines below. */
    private void text(Source source, String of, String name, String written) {
      Quoted text = new Quoted(written);
      int end = at;
      while (text.isOpen() && end + 1 < lines.size() && !lines.get(end + 1).startsWith("[HKEY_")) {
        end++;
        text.goOn(lines.get(end));
      }
      if (text.isOpen() || !text.endsItsLine()) {
        values.unread(source, "expected a text that ends with a double quote");
      } else {
        at = end;
        values.value(source, of, name, text.text());
      }
    }

    /** Returns bytes with those of the lines below, which each backslash at an end announces. */
    private String allOf(String first) {
      StringBuilder bytes = new StringBuilder(first.strip());
      while (bytes.length() > 0
          && bytes.charAt(bytes.length() - 1) == '\\'
          && at + 1 < lines.size()
          && lines.get(at + 1).startsWith(" ")) {
        at++;
        bytes.setLength(bytes.length() - 1);
        bytes.append(lines.get(at).strip());
      }
      return bytes.toString();
    }

    private void bytes(Source source, String of, String name, String type, String written) {
      Optional<byte[]> read = decoded(written);
      if (read.isEmpty()) {
        values.unread(source, "expected bytes such as 0a,ff");
        return;
      }
      byte[] bytes = read.get();
      switch (type) {
        case "1", "2" -> values.value(source, of, name, texts(bytes));
        case "7" -> values.value(source, of, name, texts(bytes));
        case "4", "b" -> number(source, of, name, bytes, type.equals("4") ? 4 : 8);
        case "5" -> bigEndian(source, of, name, bytes);
        default -> values.binary(source, of, name);
      }
    }

    private void number(Source source, String of, String name, Matcher written) {
      String digits = written.group(2);
      if (written.group(1).equals("dword") && digits.length() > DIGITS_OF_DWORD) {
        values.unread(source, "expected a number of " + DIGITS_OF_DWORD + " digits at most");
      } else {
        long number = Long.parseUnsignedLong(digits, 16);
        values.value(source, of, name, Long.toUnsignedString(number));
      }
    }

    private void number(Source source, String of, String name, byte[] bytes, int size) {
      if (bytes.length != size) {
        values.unread(source, "expected a number of " + size + " bytes");
        return;
      }
      long number = 0;
      for (int i = size - 1; i >= 0; i--) {
        number = (number << 8) | (bytes[i] & 0xFF);
      }
      values.value(source, of, name, Long.toUnsignedString(number));
    }

    private void bigEndian(Source source, String of, String name, byte[] bytes) {
      byte[] turned = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        turned[bytes.length - 1 - i] = bytes[i];
      }
      number(source, of, name, turned, 4);
    }

    /** A zero ends each text; of one text only, what is joined is itself. */
    private String texts(byte[] bytes) {
      return Arrays.stream(new String(bytes, charset).split("\0", -1))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(RegistryNotes.BETWEEN_TEXTS));
    }

    private static Optional<byte[]> decoded(String written) {
      if (written.isEmpty()) {
        return Optional.of(new byte[0]);
      }
      String[] parts = written.split(",", -1);
      byte[] bytes = new byte[parts.length];
      for (int i = 0; i < parts.length; i++) {
        int value = parts[i].length() > 2 ? -1 : digits(parts[i]);
        if (value < 0) {
          return Optional.empty();
        }
        bytes[i] = (byte) value;
      }
      return Optional.of(bytes);
    }

    private static int digits(String written) {
      int value = written.isEmpty() ? -1 : 0;
      for (int i = 0; i < written.length() && value >= 0; i++) {
        int digit = Character.digit(written.charAt(i), 16);
        value = digit < 0 ? -1 : value * 16 + digit;
      }
      return value;
    }
  }

  /** A text in quotes, read line by line. */
  private static final class Quoted {

    private final StringBuilder text = new StringBuilder();
    private String rest = "";
    private boolean open = true;
    private boolean escaped;

    /** Begins with a line that begins with the quote. */
    Quoted(String line) {
      read(line.substring(1));
    }

    void goOn(String line) {
      // a backslash at the end of a line has nothing to escape
      escaped = false;
      text.append('\n');
      read(line);
    }

    private void read(String line) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (escaped || (c != '"' && c != '\\')) {
          text.append(c);
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else {
          open = false;
          rest = line.substring(i + 1).stripLeading();
          return;
        }
      }
    }

    boolean isOpen() {
      return open;
    }

    String text() {
      return text.toString();
    }

    /** Returns whether nothing stands behind it but a comment. */
    boolean endsItsLine() {
      return rest.isBlank() || rest.startsWith(";");
    }

    /** Returns what stands behind it. */
    String rest() {
      return rest;
    }
  }
}
