package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of what has none of the known formats what it is, and what to do for it to have one. */
final class Unrecognized {

  /** One character in so many may be none of a text. */
  private static final int MOST_OTHERS = 20;

  private static final String OF_A_TEXT = "\t\n\f\u001B";
  private static final int MOST_LINES = 200;

  /** PowerShell underlines the head of each column. */
  private static final Pattern UNDERLINES = Pattern.compile("\\s*+-{2,}+(?:\\s++-{2,}+)++\\s*+");

  private static final Pattern PROPERTY = Pattern.compile("\\w[\\w ]{0,60}? *:(?: .*)?");

  /** Denied in English and Swedish. */
  private static final Pattern DENIED =
      Pattern.compile(
          "access (?:is |was )?denied|åtkomst (?:nekad|nekas)|0x80070005",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Unrecognized() {}

  /**
   * Returns what a file is, as the end of a sentence that names it; nothing where that is unknown.
   */
  public static Optional<String> why(TextFile file) {
    String text = file.text();
    if (text.isBlank()) {
      return Optional.of("is empty");
    }
    if (text.startsWith("ElfFile")) {
      return Optional.of(
          "is an event log in its own format; write it as XML: wevtutil.exe qe FILE /lf:true"
              + " /f:xml");
    }
    if (!isText(text)) {
      return Optional.of("is no text");
    }
    return json(file).or(() -> shown(file));
  }

  /** Returns whether something is a text: some collectors leave a few zeros in theirs. */
  public static boolean isText(String text) {
    long others =
        text.chars().filter(c -> (c < ' ' && OF_A_TEXT.indexOf(c) < 0) || c == '\uFFFD').count();
    return others * MOST_OTHERS <= text.length();
  }

  private static Optional<String> json(TextFile file) {
    if (!file.beginsAsJson()) {
      return Optional.empty();
    }
    return Optional.of(
        file.rows()
            .damage()
            .map(Unrecognized::damaged)
            .orElse("is JSON of none of the known formats"));
  }

  private static String damaged(Fault fault) {
    Source source = fault.source();
    return "is damaged JSON"
        + (source == null ? "" : "; line " + source.line())
        + ": expected "
        + fault.expected();
  }

  /** Returns whether it says that access was denied. */
  static boolean isRefusal(String text) {
    return DENIED.matcher(text).find();
  }

  /** Returns whether it is a table or a list of PowerShell. */
  static boolean isShown(TextFile file) {
    List<String> lines = file.text().lines().limit(MOST_LINES).toList();
    return isTable(lines) || isList(lines);
  }

  private static Optional<String> shown(TextFile file) {
    List<String> lines = file.text().lines().limit(MOST_LINES).toList();
    if (lines.stream().anyMatch(line -> DENIED.matcher(line).find())) {
      return Optional.of("says that access was denied; run the command as administrator");
    }
    if (isTable(lines) || isList(lines)) {
      return Optional.of(
          "is a table or list for people to read; add | ConvertTo-Json to the command");
    }
    return Optional.empty();
  }

  private static boolean isTable(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (UNDERLINES.matcher(lines.get(i)).matches()
          && words(lines.get(i - 1)) >= words(lines.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static int words(String line) {
    return line.strip().split("\\s+").length;
  }

  /** A list of properties has its colons one below the other. */
  private static boolean isList(List<String> lines) {
    List<String> said = lines.stream().filter(line -> !line.isBlank()).limit(3).toList();
    return said.size() > 1
        && said.stream().allMatch(line -> PROPERTY.matcher(line).matches())
        && said.stream().map(line -> line.indexOf(" :")).distinct().count() == 1;
  }
}
