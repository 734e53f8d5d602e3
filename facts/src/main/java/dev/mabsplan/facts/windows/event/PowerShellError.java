package dev.mabsplan.facts.windows.event;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Errors of PowerShell as the console shows them, hard-wrapped, with what was warned of before.
 * Only the message and the symbolic name are taken: the command line that is shown between them can
 * hold anything that was typed.
 */
final class PowerShellError implements NativeFormat {

  private static final Pattern ERROR_ID =
      Pattern.compile("[>\\s]{0,40}\\+?\\s{0,9}FullyQualifiedErrorId\\s{0,9}:\\s{0,9}(.*)");

  /**
   * What ends the message, in any language: {@code At line:1 char:1}, or the first of the lines
   * behind it.
   */
  private static final Pattern POSITION =
      Pattern.compile(
          "[>\\s]{0,40}(?:.{2,400}:\\d{1,7} \\p{L}{2,12}\\s?:\\s?\\d{1,7}|\\+ .*"
              + "|CategoryInfo\\s{0,9}:.*)");

  private static final Pattern WARNING =
      Pattern.compile("[>\\s]{0,40}(?:WARNING|VARNING|VERBOSE|DEBUG)\\s?:.*");
  private static final Pattern COMMAND =
      Pattern.compile("[>\\s]{0,40}(\\p{L}{2,40}-\\w{2,60})\\s?:\\s{0,9}(.*)");
  private static final Pattern TARGET = Pattern.compile("\\[(\\p{L}{2,40}-\\w{2,60})\\]");
  private static final Pattern CONTINUED = Pattern.compile("\\s{0,40}[\\w.]{1,400}(?:,.{0,400})?");

  /** A name that Get-Service was asked for and did not find, in whatever language. */
  private static final Pattern NO_SERVICE =
      Pattern.compile(
          "[>\\s]{0,40}\\+ CategoryInfo\\s{0,20}: ObjectNotFound: \\(([^:*?\\[]{1,256}):String\\).*");

  private static final int NARROWEST = 40;
  private static final Pattern SYMBOLIC = Pattern.compile("(?:CBP|Sal)\\p{Lu}\\w{3,100}");

  @Override
  public String name() {
    return "PowerShell error";
  }

  @Override
  public boolean ofAnyCommand() {
    return true;
  }

  @Override
  public boolean fits(TextFile file) {
    return !file.beginsWith("[{<")
        && file.text().contains("FullyQualifiedErrorId")
        && file.text().lines().anyMatch(line -> ERROR_ID.matcher(line).matches());
  }

  @Override
  public void read(TextFile file, Notes notes) {
    List<String> lines = file.lines();
    CountedRemarks remarks = new CountedRemarks();
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher errorId = ERROR_ID.matcher(lines.get(i));
      if (!errorId.matches()) {
        continue;
      }
      Shown shown = shown(lines, from, i, errorId.group(1));
      Source source = file.line(shown.line() + 1);
      Optional<String> product = shown.product();
      Optional<String> missing = missingService(lines.subList(shown.line(), i), shown);
      if (missing.isPresent()) {
        notes.fact(source, server -> Service.of(server, missing.get()).absent());
      } else if (product.isEmpty()) {
        remarks.unused(
            source,
            "errors of commands that are not about backup",
            shown.command().orElse("a script"));
      } else if (shown.name().isEmpty() && shown.message().isEmpty()) {
        remarks.unread(source, "an error without a message or a symbolic name");
      } else {
        notes.error(source, shown.error());
      }
      from = shown.end();
      i = Math.max(i, shown.end() - 1);
    }
    remarks.into(notes);
    last(lines, from, lines.size(), POSITION)
        .ifPresent(
            line ->
                notes.unread(
                    file.line(line + 1), "an error cut off before its FullyQualifiedErrorId"));
  }

  /**
   * An error as it is shown.
   *
   * @param line index of the line it begins in
   * @param end index of the line behind it
   * @param errorId everything behind FullyQualifiedErrorId
   */
  private record Shown(
      int line, int end, Optional<String> command, Optional<String> message, String errorId) {

    Optional<String> name() {
      int comma = errorId.indexOf(',');
      String first = (comma < 0 ? errorId : errorId.substring(0, comma)).strip();
      return SYMBOLIC.matcher(first).matches() ? Optional.of(first) : Optional.empty();
    }

    Optional<String> product() {
      return BackupCommands.product(errorId).or(() -> command.flatMap(BackupCommands::product));
    }

    ReportedError error() {
      return new ReportedError(
          null,
          null,
          name().orElse(null),
          message.orElse(null),
          null,
          product().orElse(null),
          null,
          null,
          null,
          null,
          null);
    }
  }

  private static Shown shown(List<String> lines, int from, int at, String begun) {
    StringBuilder errorId = new StringBuilder(begun.strip());
    int end = at + 1;
    while (end < lines.size()
        && end < at + 4
        // a console breaks only lines that are full
        && lines.get(end - 1).length() >= NARROWEST
        && CONTINUED.matcher(lines.get(end)).matches()) {
      errorId.append(lines.get(end).strip());
      end++;
    }
    int command = last(lines, from, at, COMMAND).orElse(from);
    int position = command;
    while (position < at && !POSITION.matcher(lines.get(position)).matches()) {
      position++;
    }
    int begin =
        COMMAND.matcher(lines.get(command)).matches() ? command : begin(lines, from, position);
    return new Shown(
        begin,
        end,
        command(lines, begin, position, at),
        message(lines, begin, position),
        errorId.toString());
  }

  private static Optional<String> missingService(List<String> above, Shown shown) {
    if (!shown.errorId().startsWith("NoServiceFoundForGivenName,")) {
      return Optional.empty();
    }
    return above.stream()
        .map(NO_SERVICE::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static Optional<Integer> last(List<String> lines, int from, int to, Pattern pattern) {
    for (int i = to - 1; i >= from; i--) {
      if (pattern.matcher(lines.get(i)).matches()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Returns where a message without a command begins: behind the last warning or blank line. */
  private static int begin(List<String> lines, int from, int position) {
    int end = position;
    while (end > from && lines.get(end - 1).isBlank()) {
      end--;
    }
    int begin = end;
    while (begin > from
        && !lines.get(begin - 1).isBlank()
        && !WARNING.matcher(lines.get(begin - 1)).matches()) {
      begin--;
    }
    return begin;
  }

  private static Optional<String> command(List<String> lines, int begin, int position, int at) {
    Matcher first = COMMAND.matcher(lines.get(begin));
    if (begin < position && first.matches()) {
      return Optional.of(first.group(1));
    }
    for (String line : lines.subList(position, at)) {
      Matcher target = TARGET.matcher(line);
      if (line.contains("CategoryInfo") && target.find()) {
        return Optional.of(target.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> message(List<String> lines, int begin, int position) {
    List<String> said = new ArrayList<>();
    for (String line : lines.subList(begin, position)) {
      Matcher command = COMMAND.matcher(line);
      said.add(said.isEmpty() && command.matches() ? command.group(2).strip() : line.strip());
    }
    String message = String.join("\n", said).strip();
    return message.isEmpty() ? Optional.empty() : Optional.of(message);
  }
}
