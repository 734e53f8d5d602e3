package dev.mabsplan.engine.symptom;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A heading of a copied alert or event, which tells what the text after it is. */
enum Label {
  /** The data source an alert is about; a new alert begins here. */
  AREA(true, "Affected area"),

  /** What happened. */
  DESCRIPTION(true, "Description", "Beskrivning", "Error message", "Felmeddelande"),

  /** What to do about it: it names troubles that nobody has. */
  ADVICE(
      true,
      "Recommended actions?",
      "Resolution",
      "Solution",
      "Rekommenderade? åtgärd(?:er)?",
      "Lösning"),

  /** Nothing that is needed. */
  ASIDE(true, "Occurred since"),

  /** A link of the console, without a colon. */
  LINK(false, "More information"),

  /** The event log; a new event begins here. */
  LOG(false, "Log Name", "Loggnamn"),

  /** The event provider. */
  SOURCE(false, "Source", "Källa"),

  /** The number of the event. */
  EVENT_ID(false, "Event ID", "Händelse-ID");

  private static final int MARKS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final Pattern pattern;

  Label(boolean anywhere, String... words) {
    String atLine = "(?<=^|\n)[-+*#| \t]{0,9}" + anyOf(List.of(words));
    // within a line only what is hardly said otherwise, and only as the product writes it
    List<String> telling =
        Stream.of(words)
            .filter(word -> anywhere && (word.contains(" ") || name().equals("DESCRIPTION")))
            .toList();
    String colon = "[ \t]{0,5}:";
    if (name().equals("LINK")) {
      pattern = Pattern.compile(atLine + "[ \t]*(?=\n|$)", MARKS);
    } else if (telling.isEmpty()) {
      pattern = Pattern.compile(atLine + colon, MARKS);
    } else {
      pattern =
          Pattern.compile("(?:(?iu:" + atLine + ")|(?<=[\\s|])" + anyOf(telling) + ")" + colon);
    }
  }

  private static String anyOf(List<String> words) {
    return words.stream().map(Label::wrapped).collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Returns an expression that finds words also where a line was broken within them. */
  private static String wrapped(String words) {
    return words.replace(" ", "\\s{1,3}").replaceAll("(?<=\\p{L})(?=\\p{L})", "\n?");
  }

  /** Returns where this label stands in a text. */
  Matcher in(String text) {
    return pattern.matcher(text);
  }

  /** Whether a line begins with a label. */
  static boolean begins(String line) {
    for (Label label : values()) {
      if (label.in(line).lookingAt()) {
        return true;
      }
    }
    return false;
  }
}
