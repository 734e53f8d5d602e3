package dev.mabsplan.facts.input;

import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.format.TextFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a console shows: prompts, what was typed at them, and what came out. A person copies it from
 * the window; the script of {@code mabsplan collect} writes the same, with a line above that says
 * of which server it is and what is asked.
 */
final class ConsoleSession {

  /** Far more than anybody types. */
  private static final int MOST_COMMANDS = 500;

  private static final Pattern PROMPT =
      Pattern.compile(
          "(?:\\[([\\p{L}\\p{N}._-]{1,255})\\]: ?)?"
              + "(?:PS (?:[A-Za-z]:|\\\\\\\\|HK|Microsoft\\.)[^>]{0,1000}> ?|[A-Za-z]:\\\\[^>|\"]{0,1000}>)(.*)");

  /** The computer in the head of a transcript, whose labels are in the language of Windows. */
  private static final Pattern TRANSCRIBED =
      Pattern.compile(
          "[\\p{L} ]{1,40}: ([\\p{L}\\p{N}._-]{1,255}) \\(Microsoft Windows NT [\\d.]{1,40}\\)\\s*");

  /** What a console greets with, and what a transcript says of itself below its head. */
  private static final Pattern GREETING =
      Pattern.compile(
          "Microsoft Windows \\[.*|.*Microsoft Corporation.*|Windows PowerShell\\s*|PowerShell \\d.*"
              + "|.*https://aka\\.ms/.*|[^:]{1,60} [A-Za-z]:\\\\.*\\.txt\\s*");

  /** The lines that a transcript has around its head. */
  private static final Pattern FRAME = Pattern.compile("\\*{10,99}\\s*");

  private static final String PLAIN_PROMPT = "C:\\>";

  /** What the script of {@code mabsplan collect} writes above each answer. */
  private static final Pattern COLLECTED =
      Pattern.compile(
          "# mabsplan collect: ([\\p{L}\\p{N}._-]{1,255}), (backupServer|agentServer|protectedServer|unknown role),"
              + " ([^\\s,]{1,40})(?:, ([a-z0-9/-]{1,200}))?\\s*");

  /**
   * What stands above answers about them.
   *
   * @param server whose they are
   * @param role what that server is, where the script says so
   * @param time when they were given, where the script says so
   * @param probe what is asked, by its id, where the script says so
   * @param line where it stands, counted from 1
   */
  record Collected(
      String server,
      Optional<ServerRole> role,
      Optional<Instant> time,
      Optional<String> probe,
      int line) {}

  /**
   * A command and what came out.
   *
   * @param typed the command; empty where something was pasted below a bare prompt
   * @param collected what stands above it about whose it is
   * @param server the server it was typed on, where the prompt says so
   * @param line the line of the prompt, counted from 1
   * @param shown the command at a plain prompt and the output, as a part of the file
   * @param output the output alone, as a part of the file
   * @param whole whether another prompt follows: without one the output may be cut off
   */
  record Answer(
      String typed,
      Optional<Collected> collected,
      Optional<String> server,
      int line,
      TextFile shown,
      TextFile output,
      boolean whole) {

    /** Returns whether nothing came out, or the {@code null} that JSON has for nothing. */
    boolean isEmpty() {
      String printed = output.text().strip();
      return printed.isEmpty() || printed.equals("null") || printed.equals("[]");
    }
  }

  private final TextFile above;
  private final List<Answer> answers;
  private final Optional<Integer> leftOut;

  private ConsoleSession(TextFile above, List<Answer> answers, Optional<Integer> leftOut) {
    this.above = above;
    this.answers = answers;
    this.leftOut = leftOut;
  }

  /** Returns the session that a file holds; nothing where nothing in it was typed at a prompt. */
  static Optional<ConsoleSession> in(TextFile file) {
    if (file.text().indexOf('>') < 0 || file.beginsWith("{<")) {
      return Optional.empty();
    }
    List<String> lines = file.lines();
    List<Integer> prompts = prompts(lines);
    if (prompts.isEmpty() || (file.beginsWith("[") && !lines.get(prompts.get(0)).startsWith("["))) {
      return Optional.empty();
    }
    int last = Math.min(prompts.size(), MOST_COMMANDS);
    List<Collected> heads = heads(lines);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      int prompt = prompts.get(i);
      int next = i + 1 < prompts.size() ? prompts.get(i + 1) : lines.size();
      Optional<Collected> above =
          heads.stream().filter(head -> head.line() <= prompt).reduce((one, later) -> later);
      int end =
          heads.stream()
              .mapToInt(head -> head.line() - 1)
              .filter(head -> head > prompt && head < next)
              .findFirst()
              .orElse(next);
      answer(file, lines, prompt, end, above).ifPresent(answers::add);
    }
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ConsoleSession(
                file.part(0, String.join("\n", lines.subList(0, prompts.get(0)))),
                answers,
                last < prompts.size()
                    ? Optional.of(prompts.get(last) + 1)
                    : Optional.<Integer>empty()));
  }

  /** Returns what stands above the first prompt. */
  TextFile above() {
    return above;
  }

  /**
   * Returns the first line above the first prompt that is no head and no greeting, counted from 1.
   */
  Optional<Integer> unknownAbove() {
    List<String> lines = above.lines();
    boolean framed = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean frame = FRAME.matcher(line).matches();
      framed ^= frame;
      if (!frame
          && !framed
          && !line.isBlank()
          && head(line, i).isEmpty()
          && !GREETING.matcher(line).matches()) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** Returns the answers, in their order. */
  List<Answer> answers() {
    return answers;
  }

  /** Returns the line from which on commands were left out, since there are too many. */
  Optional<Integer> leftOut() {
    return leftOut;
  }

  private static List<Integer> prompts(List<String> lines) {
    List<Integer> prompts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (PROMPT.matcher(lines.get(i)).matches()) {
        prompts.add(i);
      }
    }
    return prompts;
  }

  private static Optional<Answer> answer(
      TextFile file, List<String> lines, int prompt, int end, Optional<Collected> collected) {
    Matcher matcher = PROMPT.matcher(lines.get(prompt));
    String typed = matcher.matches() ? matcher.group(2).strip() : "";
    String below = String.join("\n", lines.subList(prompt + 1, end)).stripTrailing();
    if (typed.isEmpty() && below.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            typed,
            collected,
            Optional.ofNullable(matcher.group(1)),
            prompt + 1,
            file.part(prompt, PLAIN_PROMPT + typed + "\n" + below),
            file.part(prompt + 1, below),
            end < lines.size()));
  }

  /** Answers of several servers can lie in one file, each below a head of its own. */
  private static List<Collected> heads(List<String> lines) {
    List<Collected> heads = new ArrayList<>();
    for (int i = 0; i < lines.size() && heads.size() < MOST_COMMANDS; i++) {
      head(lines.get(i), i + 1).ifPresent(heads::add);
    }
    return heads;
  }

  private static Optional<Collected> head(String text, int line) {
    Matcher collected = COLLECTED.matcher(text);
    if (collected.matches()) {
      return Optional.of(
          new Collected(
              collected.group(1),
              role(collected.group(2)),
              time(collected.group(3)),
              Optional.ofNullable(collected.group(4)),
              line));
    }
    Matcher transcribed = TRANSCRIBED.matcher(text);
    return transcribed.matches()
        ? Optional.of(
            new Collected(
                transcribed.group(1), Optional.empty(), Optional.empty(), Optional.empty(), line))
        : Optional.empty();
  }

  private static Optional<ServerRole> role(String word) {
    return switch (word) {
      case "backupServer" -> Optional.of(ServerRole.BACKUP_SERVER);
      case "agentServer" -> Optional.of(ServerRole.AGENT_SERVER);
      case "protectedServer" -> Optional.of(ServerRole.PROTECTED_SERVER);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> time(String written) {
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
