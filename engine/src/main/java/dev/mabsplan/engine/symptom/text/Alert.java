package dev.mabsplan.engine.symptom.text;

import dev.mabsplan.engine.symptom.text.Label.Heading;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.dpm.Affected;
import dev.mabsplan.facts.windows.event.EventMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One alert or event of a copied text; a text without labels is one alert.
 *
 * @param area the data source it is about, as the console names it
 * @param server the server that it is about, where it stands beside the message
 * @param backupServer the backup server, where it stands beside the message
 * @param provider the event provider, or else the event log
 * @param eventIds numbers of the event
 * @param passages what says what happened; advice is left out
 */
public record Alert(
    @Nullable String area,
    @Nullable String server,
    @Nullable String backupServer,
    @Nullable String provider,
    List<Integer> eventIds,
    List<Passage> passages) {

  /** What Operations Manager shows are alerts of the backup server. */
  private static final String OWN_PRODUCT = "DPM";

  private static final Pattern NAME = Pattern.compile("(.*?)\\s?\\((?:ID:?\\s?)?(\\d{2,6})\\)\\s*");

  /** Makes an alert that has nothing but what is said. */
  public Alert(List<Passage> passages) {
    this(null, null, null, null, List.of(), passages);
  }

  private static final Pattern NUMBER = Pattern.compile("^\\s{0,5}(\\d{1,6})(?![\\d.:/-])");

  /** How Windows begins what it puts in place of a description that it lacks. */
  private static final Pattern OF_EVENT =
      Pattern.compile(
          "\\s*(?:The\\s+description\\s+for\\s+Event\\s+ID|(?:En\\s|Det\\s[^\\n]{0,40}?)?"
              + "beskrivning(?:en)?\\s+(?:för|av)\\s+händelse-?ID)[\\s(]{1,5}(\\d{1,6})\\b"
              + "(?:.{0,20}?(?:source|källan?)[\\s(]{1,5}([\\w-]{2,40}))?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  /** What is gathered of an alert while its text is read. */
  private static final class Draft {
    @Nullable String area;
    @Nullable String dataSource;
    @Nullable String server;
    @Nullable String path;
    @Nullable String name;
    @Nullable Integer alertId;
    @Nullable String provider;
    @Nullable String log;
    final List<Integer> eventIds = new ArrayList<>();
    final List<Passage> passages = new ArrayList<>();
    final List<String> advice = new ArrayList<>();
    final IntPredicate numbers;
    final Products products;

    Draft(IntPredicate numbers, Products products) {
      this.numbers = numbers;
      this.products = products;
    }

    void say(String text, boolean description) {
      for (String block : description ? List.of(text) : Blocks.of(text)) {
        if (!block.isBlank()) {
          passages.add(new Passage(block, description, numbers));
        }
      }
    }

    /** Advice names troubles that nobody has, unless it is all that somebody copied. */
    void advise(String text) {
      advice.add(text);
    }

    Alert alert() {
      if (passages.isEmpty() && name != null) {
        say(name, true);
      }
      if (passages.isEmpty() && eventIds.isEmpty()) {
        advice.forEach(text -> say(text, false));
      }
      // what else is called a source may be anything
      boolean event = log != null || !eventIds.isEmpty();
      String source = provider == null ? log : provider;
      String computer = server;
      String about = area != null ? area : dataSource;
      if (event) {
        String own = source != null && products.isOfBackupServer(source) ? computer : null;
        return new Alert(about, null, own, source, List.copyOf(eventIds), passages());
      }
      Affected affected = affected(about, Optional.ofNullable(computer));
      return new Alert(
          affected.dataSource().orElse(affected.server().isEmpty() ? about : null),
          affected.server().orElse(computer),
          path == null ? null : path.split("[\\\\;/]", 2)[0].strip(),
          alertId == null ? null : OWN_PRODUCT,
          alertId == null ? List.of() : List.of(alertId),
          passages());
    }

    private List<Passage> passages() {
      return List.copyOf(passages);
    }

    /** Beside a path, what is called a source is what the alert is about. */
    private Affected affected(@Nullable String about, Optional<String> computer) {
      if (about != null) {
        return Affected.of(about, computer);
      }
      String source = provider;
      String backupServer = path;
      if (source == null || backupServer == null) {
        return Affected.UNKNOWN;
      }
      return source.equalsIgnoreCase(backupServer)
          ? Affected.UNKNOWN
          : Affected.ofEither(source, computer);
    }

    void name(String written) {
      Matcher numbered = NAME.matcher(written);
      boolean found = numbered.matches();
      name = written;
      alertId = found ? Integer.valueOf(numbered.group(2)) : null;
    }

    void describe(String text) {
      Matcher event = OF_EVENT.matcher(text);
      if (event.lookingAt() && eventIds.isEmpty()) {
        eventIds.add(Integer.valueOf(event.group(1)));
        provider = provider == null ? event.group(2) : provider;
      }
      say(EventMessage.of(text).orElse(text), true);
    }
  }

  /**
   * Returns the alerts of a clean text.
   *
   * @param numbers which numbers are known to be those of errors
   */
  static List<Alert> in(String text, IntPredicate numbers, Products products) {
    List<Heading> headings = Label.in(text);
    List<Draft> drafts = new ArrayList<>();
    Draft draft = new Draft(numbers, products);
    drafts.add(draft);
    String above = text.substring(0, headings.isEmpty() ? text.length() : headings.get(0).start());
    if (OF_EVENT.matcher(above).lookingAt()) {
      draft.describe(above);
    } else {
      draft.say(above, false);
    }
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      int next = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
      boolean again =
          switch (heading.label()) {
            case AREA -> draft.area != null;
            case LOG -> draft.log != null;
            case SOURCE -> draft.provider != null;
            case NAME -> draft.name != null || !draft.passages.isEmpty();
            default -> false;
          };
      if (again) {
        draft = new Draft(numbers, products);
        drafts.add(draft);
      }
      int end = lineEnd(text, heading.end(), next);
      switch (heading.label()) {
        case DESCRIPTION -> draft.describe(text.substring(heading.end(), next));
        case NAME -> {
          draft.name(text.substring(heading.end(), end).strip());
          draft.say(text.substring(end, next), false);
        }
        case DATA_SOURCE -> {
          draft.dataSource = text.substring(heading.end(), end).strip();
          draft.say(text.substring(end, next), false);
        }
        case SERVER -> {
          draft.server = text.substring(heading.end(), end).strip();
          draft.say(text.substring(end, next), false);
        }
        case PATH -> {
          draft.path = text.substring(heading.end(), end).strip();
          draft.say(text.substring(end, next), false);
        }
        case ENTRY -> draft.say(text.substring(heading.end(), next), false);
        case ADVICE -> draft.advise(text.substring(heading.end(), next));
        case AREA -> {
          // a long name may be wrapped, where the labels of the console are around it
          boolean whole = i + 1 < headings.size() && headings.get(i + 1).label() != Label.ADVICE;
          end = whole ? next : end;
          draft.area = CopiedText.oneLine(text.substring(heading.end(), end));
          draft.say(text.substring(end, next), false);
        }
        case LINK -> draft.say(text.substring(heading.end(), next), false);
        case ASIDE, FIELD -> draft.say(text.substring(end, next), false);
        case LOG -> {
          draft.log = text.substring(heading.end(), end).strip();
          draft.say(text.substring(end, next), false);
        }
        case SOURCE -> {
          draft.provider = text.substring(heading.end(), end).strip();
          draft.say(text.substring(end, next), false);
        }
        case EVENT_ID -> {
          Matcher number = NUMBER.matcher(text.substring(heading.end(), end));
          if (number.find()) {
            draft.eventIds.add(Integer.valueOf(number.group(1)));
          }
          draft.say(text.substring(end, next), false);
        }
      }
    }
    return drafts.stream().map(Draft::alert).toList();
  }

  /** Whether one of its passages says that it describes what happened. */
  public boolean isDescribed() {
    return passages.stream().anyMatch(Passage::description);
  }

  /** Returns the server that stands beside the message and has the trouble, or null. */
  public @Nullable String serverOf(ServerRole affected) {
    return affected.sendsToAzure() ? backupServer : server;
  }

  private static int lineEnd(String text, int from, int limit) {
    int end = text.indexOf('\n', from);
    return end < 0 || end > limit ? limit : end;
  }
}
