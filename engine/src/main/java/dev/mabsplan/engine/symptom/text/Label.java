package dev.mabsplan.engine.symptom.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A heading of a copied alert or event, which tells what the text after it is. */
enum Label {
  /** The data source an alert is about; a new alert begins here. */
  AREA(true, "Affected area", "Område som påverkas", "Berört område"),

  /** What happened. */
  DESCRIPTION(
      true,
      "Description",
      "Beskrivning",
      "Error message",
      "Felmeddelande",
      "Alert description",
      "Aviseringsbeskrivning",
      "Beskrivning av avisering"),

  /** What to do about it: it names troubles that nobody has. */
  ADVICE(
      true,
      "Recommended actions?",
      "Resolution",
      "Solution",
      "Rekommenderade? åtgärd(?:er)?",
      "Lösning"),

  /** Nothing that is needed. */
  ASIDE(
      true,
      "Occurred since",
      "Inträffade sedan",
      "Har inträffat sedan",
      "Protection group",
      "Skyddsgrupp"),

  /** The name of an alert as Operations Manager shows it; a new alert begins here. */
  NAME(
      false,
      "(?:Alert|Alert name|Name|Avisering|Aviseringsnamn)(?=\\h{0,5}:\\h{0,9}(?:DPM|MABS)\\b)"),

  /** The data source, where a field of its own names it. */
  DATA_SOURCE(false, "(?:Data source|Datakälla)(?=\\h{0,5}:[^\n]{1,200}(?:\n|$))"),

  /** The server that an alert is about; of an event, the one that wrote it. */
  SERVER(
      false,
      "(?:Computer|Protected computer|Protected server|Dator|Skyddad dator|Skyddad server)"
          + "(?=\\h{0,5}:\\h{0,20}[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,254}\\h{0,9}(?:\n|$))"),

  /** The backup server, of an alert of Operations Manager. */
  PATH(
      false,
      "(?:Path|Full path name|Sökväg|Fullständig sökväg)"
          + "(?=\\h{0,5}:\\h{0,20}[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,254}(?:[\\\\;/][^\n]{0,200})?(?:\n|$))"),

  /** What else stands above the description of an event. */
  FIELD(
      false,
      "(?:Level|Nivå)(?=\\h{0,5}:\\h{0,20}(?:Error|Fel|Warning|Varning|Critical|Kritiskt?|Information)\\h{0,9}(?:\n|$))",
      "(?:Date|Datum)(?=\\h{0,5}:\\h{0,20}\\d[^\n]{0,40}(?:\n|$))",
      "(?:Task Category|Aktivitetskategori|Uppgiftskategori)"
          + "(?=\\h{0,5}:\\h{0,20}(?:None|Ingen|Inget|\\(\\d{1,6}\\)|N/A)\\h{0,9}(?:\n|$))",
      "(?:Keywords|Nyckelord)(?=\\h{0,5}:\\h{0,20}(?:Classic|Klassiskt?)?\\h{0,9}(?:\n|$))",
      "(?:User|Användare)(?=\\h{0,5}:\\h{0,20}(?:N/A|Saknas|SYSTEM|S-1-[\\d-]{1,80})?\\h{0,9}(?:\n|$))"),

  /** What wevtutil.exe writes above each event. */
  ENTRY(false, "(?:Event|Händelse)\\[\\d{1,9}\\]"),

  /** A link of the console, without a colon. */
  LINK(false, "More information"),

  /** The event log; a new event begins here. */
  LOG(false, "Log Name", "Loggnamn"),

  /** The event provider. */
  SOURCE(false, "Source", "Källa"),

  /** The number of the event. */
  EVENT_ID(false, "Event ID", "Händelse-ID");

  /** With all marks before it and a line broken at each letter no label is longer. */
  private static final int LONGEST = 120;

  private static final List<Label> ALL = List.of(values());

  private static final int MARKS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final Pattern atLine;
  private final @Nullable Pattern within;

  Label(boolean anywhere, String... words) {
    boolean link = name().equals("LINK");
    String end = link ? "[ \t]*(?=\n|$)" : "[ \t]{0,5}:";
    // within a line only what is hardly said otherwise, and only as the product writes it
    List<String> telling =
        Stream.of(words)
            .filter(word -> anywhere && (word.contains(" ") || name().equals("DESCRIPTION")))
            .toList();
    atLine = Pattern.compile("[-+*#| \t]{0,9}" + anyOf(List.of(words)) + end, MARKS);
    within = telling.isEmpty() ? null : Pattern.compile(anyOf(telling) + end);
  }

  /**
   * A label in a text.
   *
   * @param label which
   * @param start where it begins
   * @param end where it ends
   */
  record Heading(Label label, int start, int end) {}

  private static String anyOf(List<String> words) {
    return words.stream().map(Label::wrapped).collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Returns an expression that finds words also where a line was broken within them. */
  private static String wrapped(String words) {
    return words.replace(" ", "\\s{1,3}").replaceAll("(?<=\\p{L})(?=\\p{L})", "\n?");
  }

  /** Returns the labels of a clean text, in order of appearance. */
  static List<Heading> in(String text) {
    List<Heading> headings = new ArrayList<>();
    int i = 0;
    int colon = text.indexOf(':');
    while (i < text.length()) {
      if (colon >= 0 && colon < i) {
        colon = text.indexOf(':', i);
      }
      boolean ends = colon >= 0 && colon - i <= LONGEST;
      char before = i == 0 ? '\n' : text.charAt(i - 1);
      Heading heading = null;
      if (before == '\n') {
        heading = ends ? at(text, i, true) : link(text, i);
      } else if (ends
          && (before == ' ' || before == '\t' || before == '|')
          && Character.isUpperCase(text.charAt(i))) {
        heading = at(text, i, false);
      }
      if (heading != null) {
        headings.add(heading);
      }
      i = heading == null ? i + 1 : heading.end();
    }
    return List.copyOf(headings);
  }

  private static @Nullable Heading at(String text, int place, boolean line) {
    Matcher matcher = LINK.atLine.matcher(text).region(place, text.length());
    for (Label label : ALL) {
      Pattern pattern = line ? label.atLine : label.within;
      if (pattern != null && matcher.usePattern(pattern).lookingAt()) {
        return new Heading(label, place, matcher.end());
      }
    }
    return null;
  }

  private static @Nullable Heading link(String text, int place) {
    Matcher matcher = LINK.atLine.matcher(text).region(place, text.length());
    return matcher.lookingAt() ? new Heading(LINK, place, matcher.end()) : null;
  }

  /** Whether a line begins with a label. */
  static boolean begins(String line) {
    return at(line, 0, true) != null;
  }
}
