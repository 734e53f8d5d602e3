package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code sc.exe query}, {@code queryex} and {@code qc} print, of one service or many, one
 * after another, with the command lines between them or without. The labels and the word for
 * "failed" are translated in some languages; the numbers, and the words for states, are not, so
 * these decide.
 *
 * <p>{@code sc.exe query} alone lists only the services that run: what is missing stays unknown.
 */
final class ScQuery implements NativeFormat {

  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_UNREAD = 20;
  private static final int NOT_INSTALLED = 1060;

  /**
   * {@code SERVICE_NAME: VSS}, and below it {@code DISPLAY_NAME: …}. Labels are in the code page of
   * the console, so that letters of a translated one can have become anything.
   */
  private static final Pattern HEADER = Pattern.compile("([^\\s:a-z]{3,40}) ?:(.*)");

  /** {@code STATE : 4 RUNNING}. */
  private static final Pattern FIELD = Pattern.compile("\\s+([^\\s:]{1,40})\\s*:(.*)");

  /** A field whose blanks a mail program or a web page took away. */
  private static final Pattern BARE_FIELD =
      Pattern.compile(
          "(?:TYPE|STATE|WIN32_EXIT_CODE|SERVICE_EXIT_CODE|CHECKPOINT|WAIT_HINT|START_TYPE"
              + "|ERROR_CONTROL|BINARY_PATH_NAME|LOAD_ORDER_GROUP|TAG|DEPENDENCIES"
              + "|SERVICE_START_NAME|PID|FLAGS)\\s*:.*|\\([A-Z_, ]{3,200}\\)\\s*");

  private static final Pattern NUMBER_AND_WORD =
      Pattern.compile("([0-9a-fA-F]{1,8})\\s+([A-Z][A-Z0-9_]*)\\b.*");
  private static final Pattern TYPE = Pattern.compile("WIN32.*|USER_.*|.*_DRIVER|ADAPTER|ERROR");
  private static final Pattern FAILURE = Pattern.compile("\\[SC\\] .*?(\\d{1,5}) ?:");
  private static final Pattern PROMPT = Pattern.compile("(?:PS )?[A-Za-z]:\\\\[^>]*>\\s*(.*)");
  private static final Pattern COMMAND =
      Pattern.compile(
          "sc(?:\\.exe)?\\s+(?:\\\\\\\\(\\S+)\\s+)?\\w+\\s*(?:\"([^\"]+)\"|'([^']+)'|(\\S+))?.*",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "sc.exe query, sc.exe qc";
  }

  @Override
  public boolean fits(TextFile file) {
    if (file.beginsAsJson()) {
      return false;
    }
    Reading reading = new Reading(file, new Notes());
    reading.read();
    return reading.recognized;
  }

  @Override
  public boolean readsPrompts() {
    return true;
  }

  @Override
  public void read(TextFile file, Notes notes) {
    new Reading(file, notes).read();
  }

  /** One reading of one file. */
  private static final class Reading {

    private final TextFile file;
    private final Notes notes;
    private final CountedRemarks unused = new CountedRemarks();
    private int number;
    private int unread;
    private boolean recognized;
    private boolean inMessage;
    private Optional<String> host = Optional.empty();
    private Optional<String> asked = Optional.empty();
    private Optional<Block> block = Optional.empty();

    Reading(TextFile file, Notes notes) {
      this.file = file;
      this.notes = notes;
    }

    void read() {
      List<String> lines = file.lines();
      for (String line : lines) {
        number++;
        read(line);
      }
      endBlock();
      unused.into(notes);
    }

    private void read(String line) {
      if (line.isBlank()) {
        return;
      }
      if (line.length() > LONGEST_LINE) {
        unread("a line of " + line.length() + " characters is none of sc.exe");
        return;
      }
      if (isBareField(line) && isField(" " + line)) {
        return;
      }
      if (!isCommand(line) && !isSaid(line) && !isHeader(line) && !isField(line) && !inMessage) {
        // what it says is not shown: a line of something else can hold a password
        unread("no line of sc.exe");
      }
    }

    private boolean isCommand(String line) {
      Matcher prompt = PROMPT.matcher(line);
      boolean prompted = prompt.matches();
      Matcher command = COMMAND.matcher(prompted ? prompt.group(1) : line);
      boolean ofSc = command.matches();
      if (!prompted && !ofSc) {
        return false;
      }
      endBlock();
      inMessage = false;
      host = ofSc ? Optional.ofNullable(command.group(1)) : Optional.empty();
      asked = ofSc ? argument(command) : Optional.empty();
      return true;
    }

    private static Optional<String> argument(Matcher command) {
      for (int group = 2; group <= 4; group++) {
        String argument = command.group(group);
        // state= all, and the like, is an option and no name
        if (argument != null && !argument.contains("=")) {
          return Optional.of(argument.strip());
        }
      }
      return Optional.empty();
    }

    /** {@code [SC] QueryServiceConfig SUCCESS}, {@code [SC] OpenService FAILED 1060:}. */
    private boolean isSaid(String line) {
      String said = line.strip();
      if (!said.startsWith("[SC] ")) {
        return false;
      }
      endBlock();
      Matcher failure = FAILURE.matcher(said);
      inMessage = failure.matches();
      if (inMessage) {
        recognized = true;
        failed(Integer.parseInt(failure.group(1)));
      }
      return true;
    }

    private void failed(int code) {
      if (code != NOT_INSTALLED) {
        unread("sc.exe failed with " + code + asked.map(name -> " on " + name).orElse(""));
      } else if (asked.isEmpty()) {
        unread(
            "a service that is not installed, and no line says which;"
                + " copy the command line together with what it prints");
      } else {
        String name = asked.get();
        notes.fact(host, file.line(number), server -> Service.of(server, name).absent());
      }
      asked = Optional.empty();
    }

    private boolean isHeader(String line) {
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        return false;
      }
      inMessage = false;
      if (block.isPresent() && !block.get().hasFields) {
        return true;
      }
      endBlock();
      String name = header.group(2).strip();
      if (name.isEmpty()) {
        unread("a service without its name");
      } else {
        block = Optional.of(new Block(name, number));
      }
      return true;
    }

    private boolean isBareField(String line) {
      return block.isPresent() && BARE_FIELD.matcher(line).matches();
    }

    private boolean isField(String line) {
      if (!Character.isWhitespace(line.charAt(0))) {
        return false;
      }
      inMessage = false;
      String stripped = line.strip();
      // the controls a service takes stand below its state, what it depends on below the first
      if (stripped.startsWith("(") || stripped.startsWith(":")) {
        return block.isPresent();
      }
      Matcher field = FIELD.matcher(line);
      if (!field.matches()) {
        return false;
      }
      String label = field.group(1);
      String value = field.group(2).strip();
      if (block.isPresent() && !block.get().hasFields) {
        begin(label, value, block.get());
      } else if (block.isPresent()) {
        value(label, value, block.get());
      } else {
        unread(Fault.quote(label) + " of a service whose name is missing");
      }
      return true;
    }

    /** sc.exe begins with the type, always: what begins otherwise is a line of something else. */
    private void begin(String label, String value, Block of) {
      Matcher matcher = NUMBER_AND_WORD.matcher(value);
      if (matcher.matches() && TYPE.matcher(matcher.group(2)).matches()) {
        recognized = true;
        of.hasFields = true;
      } else {
        unread(Fault.quote(label) + " stands where the type of " + of.name + " should");
        block = Optional.empty();
      }
    }

    private void value(String label, String value, Block of) {
      Matcher matcher = NUMBER_AND_WORD.matcher(value);
      String code = matcher.matches() ? matcher.group(1) : "";
      String word = matcher.matches() ? matcher.group(2) : "";
      // the label can be translated, the word is not
      if (label.equals("STATE") || ServiceWords.STATES.has(word)) {
        state(label, value, code, word, of);
      } else if (label.equals("START_TYPE") || ServiceWords.START_TYPES.has(word)) {
        startType(label, value, code, word, of);
      }
    }

    private void state(String label, String value, String code, String word, Block of) {
      Optional<ServiceState> state = ServiceWords.STATES.meaning(word);
      if (!ServiceWords.STATES.has(word) || !ServiceWords.STATES.meaning(code).equals(state)) {
        unread(label + " of " + of.name + " is " + Fault.quote(value) + ", which is no state");
        return;
      }
      of.state = state;
      if (state.isEmpty()) {
        unused.unused(file.line(number), "no fact has the state " + word);
      }
    }

    private void startType(String label, String value, String code, String word, Block of) {
      Optional<StartType> startType = ServiceWords.START_TYPES.meaning(word);
      if (!ServiceWords.START_TYPES.has(word)
          || !ServiceWords.START_TYPES.meaning(code).equals(startType)) {
        unread(label + " of " + of.name + " is " + Fault.quote(value) + ", which is no start type");
        return;
      }
      of.startType = startType;
      if (startType.isEmpty()) {
        unused.unused(file.line(number), "no fact has the start type " + word);
      }
    }

    private void endBlock() {
      block.ifPresent(this::note);
      block = Optional.empty();
    }

    private void note(Block of) {
      Source source = file.line(of.line);
      if (of.hasFields) {
        ServiceState state = of.state.orElse(null);
        StartType startType = of.startType.orElse(null);
        notes.fact(host, source, server -> new Service(server, of.name, true, state, startType));
      } else {
        notes.unread(source, "nothing stands below the name " + Fault.quote(of.name));
      }
    }

    private void unread(String why) {
      unread++;
      if (unread <= MOST_UNREAD) {
        notes.unread(file.line(number), why);
      } else if (unread == MOST_UNREAD + 1) {
        notes.unread(file.line(number), "more lines from here on that are none of sc.exe");
      }
    }
  }

  /** What stands below the name of one service. */
  private static final class Block {

    private final String name;
    private final int line;
    private boolean hasFields;
    private Optional<ServiceState> state = Optional.empty();
    private Optional<StartType> startType = Optional.empty();

    Block(String name, int line) {
      this.name = name;
      this.line = line;
    }
  }
}
