package dev.mabsplan.facts.windows.registry;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.shape.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys, each with its values below it. That a value is not there is said without its name, so it is
 * known only where the command stands above, as in a copy of a console window.
 */
final class RegQuery implements NativeFormat {

  private static final int HEAD = 20;

  private static final Pattern KEY_LINE =
      Pattern.compile(
          "HKEY_(?:LOCAL_MACHINE|USERS|CURRENT_USER|CLASSES_ROOT|CURRENT_CONFIG)(?:\\\\.*)?");
  private static final Pattern VALUE =
      Pattern.compile("(?: {4}|\t)(.*?)(?: {4}|\t)(REG_[A-Z_]+)(?:(?: {4}|\t)(.*))?");

  /** A value whose blanks a mail program or a web page made one each. */
  private static final Pattern VALUE_OF_FEWER_BLANKS =
      Pattern.compile(
          "[ \t]{0,8}(\\S.{0,255}?)[ \t]{1,8}"
              + "(REG_(?:SZ|EXPAND_SZ|MULTI_SZ|DWORD|QWORD|BINARY|NONE))(?:[ \t]{1,8}(.*))?");

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:PS )?[A-Za-z]:\\\\[^>]*> *reg(?:\\.exe)? +query +(?:\"([^\"]*)\"|(\\S+))(.*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PROMPT = Pattern.compile("(?:PS )?[A-Za-z]:\\\\[^>]*>.*");
  private static final Pattern VALUE_NAME =
      Pattern.compile("/v +(?:\"([^\"]+)\"|(\\S+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEARCH =
      Pattern.compile("/(?:s|f|ve|reg:32)(?: .*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FAILURE = Pattern.compile("(?:ERROR|FEL): .*");
  private static final Pattern NOT_FOUND =
      Pattern.compile("ERROR: .*unable to find.*|FEL: .*hitta.*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\(.*\\)");
  private static final Pattern NUMBER = Pattern.compile("0x([0-9a-fA-F]{1,16})");

  @Override
  public String name() {
    return "reg.exe query";
  }

  @Override
  public boolean fits(TextFile file) {
    List<String> head = file.text().lines().filter(line -> !line.isBlank()).limit(HEAD).toList();
    if (head.stream().anyMatch(line -> COMMAND.matcher(line).matches())) {
      return true;
    }
    return head.stream().anyMatch(line -> KEY_LINE.matcher(line).matches())
        && (KEY_LINE.matcher(head.get(0)).matches()
            || head.stream().anyMatch(line -> value(line).matches()));
  }

  private static Matcher value(String line) {
    Matcher exact = VALUE.matcher(line);
    return exact.matches() ? exact : VALUE_OF_FEWER_BLANKS.matcher(line);
  }

  @Override
  public boolean readsPrompts() {
    return true;
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RegistryNotes values = new RegistryNotes(notes);
    new Reading(file, values).read();
    values.finish();
  }

  /** A value that a command asked for. */
  private record Asked(String key, String name) {}

  /** One reading from top to bottom. */
  private static final class Reading {

    private final TextFile file;
    private final List<String> lines;
    private final RegistryNotes values;
    private Optional<String> key = Optional.empty();
    private Optional<Asked> asked = Optional.empty();

    Reading(TextFile file, RegistryNotes values) {
      this.file = file;
      this.lines = file.lines();
      this.values = values;
    }

    void read() {
      int last = lines.size() - 1;
      while (last >= 0 && lines.get(last).isBlank()) {
        last--;
      }
      for (int i = 0; i <= last; i++) {
        String line = lines.get(i);
        boolean beginsBlock = i == 0 || lines.get(i - 1).isBlank();
        if (!line.isBlank() && !(i == last && isTotal(line))) {
          line(line, file.line(i + 1), beginsBlock);
        }
      }
    }

    /** A search ends with how many it found, in the language of Windows. */
    private boolean isTotal(String line) {
      int colon = line.lastIndexOf(": ");
      return key.isPresent()
          && colon > 0
          && !FAILURE.matcher(line).matches()
          && !KEY_LINE.matcher(line).matches()
          && !RegQuery.value(line).matches()
          && line.substring(colon).chars().anyMatch(Character::isDigit);
    }

    private void line(String line, Source source, boolean beginsBlock) {
      if (KEY_LINE.matcher(line).matches()) {
        key = Spelling.registryKey(line);
        asked = Optional.empty();
      } else if (RegQuery.value(line).matches()) {
        value(line, source);
      } else if (PROMPT.matcher(line).matches()) {
        key = Optional.empty();
        asked = asked(line);
      } else if (FAILURE.matcher(line).matches()) {
        failure(line, source);
      } else if (!line.startsWith("! REG.EXE")) {
        values.unread(
            source,
            "expected a key, or name, type and data of a value with four blanks before each");
        // it may have been a key, and what follows is not to be taken for values of the one above
        key = beginsBlock ? Optional.empty() : key;
      }
    }

    private static Optional<Asked> asked(String line) {
      Matcher command = COMMAND.matcher(line.replace("2>&1", ""));
      // of two commands in a line, either may have found nothing
      if (!command.matches()
          || line.indexOf('|') >= 0
          || command.group(3).indexOf('&') >= 0
          || SEARCH.matcher(command.group(3)).find()) {
        return Optional.empty();
      }
      Matcher name = VALUE_NAME.matcher(command.group(3));
      return name.find()
          ? Spelling.registryKey(either(command)).map(key -> new Asked(key, either(name)))
          : Optional.empty();
    }

    private static String either(Matcher matcher) {
      return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private void failure(String line, Source source) {
      if (!NOT_FOUND.matcher(line).matches()) {
        values.unread(source, "reg.exe could not read the registry");
      } else if (asked.isEmpty()) {
        values.unused(
            source,
            "reg.exe found nothing; which value that is can be told only where the command stands"
                + " above, with /v");
      } else {
        values.absent(source, asked.get().key(), asked.get().name());
        asked = Optional.empty();
      }
    }

    private void value(String line, Source source) {
      Matcher matcher = RegQuery.value(line);
      if (key.isEmpty() || !matcher.matches()) {
        values.unread(source, "a value without a key above it");
        return;
      }
      String written = matcher.group(1);
      String data = matcher.group(3) == null ? "" : matcher.group(3);
      if (!PLACEHOLDER.matcher(written).matches()) {
        data(source, written, matcher.group(2), data);
      } else if (PLACEHOLDER.matcher(data).matches()) {
        values.unused(source, "the value without a name of a key, which is not set");
      } else {
        data(source, RegistryNotes.DEFAULT, matcher.group(2), data);
      }
    }

    private void data(Source source, String name, String type, String data) {
      String of = key.orElseThrow();
      switch (type) {
        case "REG_SZ", "REG_EXPAND_SZ" -> values.value(source, of, name, data);
        case "REG_MULTI_SZ" -> values.value(source, of, name, texts(data));
        case "REG_DWORD", "REG_QWORD" -> {
          Matcher number = NUMBER.matcher(data.strip());
          if (number.matches()) {
            long bits = Long.parseUnsignedLong(number.group(1), 16);
            values.value(source, of, name, Long.toUnsignedString(bits));
          } else {
            values.unread(source, "expected a number such as 0x1");
          }
        }
        default -> values.binary(source, of, name);
      }
    }

    private static String texts(String data) {
      String texts = data;
      while (texts.endsWith(RegistryNotes.BETWEEN_TEXTS)) {
        texts = texts.substring(0, texts.length() - RegistryNotes.BETWEEN_TEXTS.length());
      }
      return texts;
    }
  }
}
