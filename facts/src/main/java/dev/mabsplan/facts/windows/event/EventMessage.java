package dev.mabsplan.facts.windows.event;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an event says, without what the event log puts in its place where it lacks the texts of the
 * provider, as on another computer: that it has no description, and why. Below it are the strings
 * that the provider gave, which are the message.
 */
public final class EventMessage {

  /** What wevtutil.exe writes for a description that there is none of. */
  private static final String NOTHING = "N/A";

  /** What stands for a string that the provider left out. */
  private static final String NO_STRING = "NULL";

  /** The rest of a sentence, whose words can have points within. */
  private static final String REST = "[^.]{0,300}+(?:\\.(?!\\s|$)[^.]{0,300}+){0,9}";

  /** The sentence that says so, in English and Swedish, of old Windows and new. */
  private static final Pattern NO_DESCRIPTION =
      sentence(
          "The description for Event ID\\b.{0,300}?(?:can(?:not|'t)|could not) be found\\.?"
              + "|Det går inte att hitta (?:en |någon )?beskrivning(?:en)? (?:för|av) händelse-?ID\\b"
              + REST
              + "\\.?"
              + "|(?:En |Någon )?Beskrivning(?:en)? (?:för|av) händelse-?ID\\b.{0,300}?"
              + "(?:kan inte hittas|kunde inte hittas|hittades inte|gick inte att hitta|saknas)\\.?");

  /** What follows it, sentence by sentence. */
  private static final List<Pattern> FOLLOWING =
      Stream.of(
              "Either the component that raises this event is not installed" + REST + "\\.",
              "You can install or repair the component" + REST + "\\.",
              "The local computer may not have the necessary registry information" + REST + "\\.",
              "You may be able to use the /AUXSOURCE=" + REST + "(?:\\.|;" + REST + "\\.)",
              "If the event originated on another computer" + REST + "\\.",
              "(?:The following information (?:was included with|is part of) the event"
                  + "|It contains the following insertion string\\(s\\))\\s?:",
              "Antingen (?:är|har)(?: inte)? (?:den )?komponent" + REST + "\\.",
              "Du kan installera(?: om)? eller reparera komponenten" + REST + "\\.",
              "Den lokala datorn (?:kanske )?(?:saknar|har)" + REST + "\\.",
              "Om händelsen (?:har sitt ursprung|uppstod|kommer|inträffade|genererades)"
                  + REST
                  + "\\.",
              "Följande information (?:\\p{L}{1,20} ){1,4}händelsen\\s?:")
          .map(EventMessage::sentence)
          .toList();

  /** Why there is no text, which the event log says last. */
  private static final Pattern REASON =
      Pattern.compile(
          "(?i)(?:^|\\n)\\s*(?:"
              + Stream.of(
                      "The message resource is present but the message (?:is|was) not found in the"
                          + " (?:string/message|message|string) table",
                      "The specified (?:resource (?:type|name)|image file did not contain a resource"
                          + " section)(?: cannot be found in the image file)?",
                      "The locale specific resource for the desired message is not present",
                      "The publisher has been disabled and its resource is not available\\.?"
                          + "(?: This usually occurs when the publisher is in the process of being"
                          + " uninstalled or upgraded)?",
                      "The system cannot find the file specified",
                      "The message id for the desired message could not be found",
                      "The description string for parameter reference \\(%\\d{1,3}\\) could not be"
                          + " found",
                      "Meddelanderesursen finns,? men meddelandet (?:finns inte|hittades inte"
                          + "|kunde inte hittas|kan inte hittas) i (?:sträng-|"
                          + "sträng/)?/?meddelande-?tabellen",
                      "Meddelanderesursen finns,? men" + REST,
                      "Den angivna resurs(?:typen|en)" + REST,
                      "Det går inte att hitta filen",
                      "Det går inte att hitta den angivna filen")
                  .map(words -> words.replace(" ", "\\s{1,9}"))
                  .collect(Collectors.joining("|"))
              + ")\\s{0,9}\\.?\\s*$",
          Pattern.UNICODE_CASE);

  private EventMessage() {}

  private static Pattern sentence(String words) {
    return Pattern.compile(
        "(?is)\\s*(?:" + words.replace(" ", "\\s{1,9}") + ")\\s*", Pattern.UNICODE_CASE);
  }

  /** Returns what an event says; nothing where it says no more than that it has no description. */
  public static Optional<String> of(String shown) {
    Matcher first = NO_DESCRIPTION.matcher(shown);
    if (!first.lookingAt()) {
      return shown.isBlank() || shown.strip().equals(NOTHING)
          ? Optional.empty()
          : Optional.of(shown);
    }
    String rest = withoutFollowing(shown.substring(first.end()));
    Matcher reason = REASON.matcher(rest);
    String given = reason.find() ? rest.substring(0, reason.start()) : rest;
    String said =
        given
            .lines()
            .filter(line -> !line.strip().equals(NO_STRING))
            .collect(Collectors.joining("\n"))
            .strip();
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  private static String withoutFollowing(String rest) {
    String left = rest;
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (Pattern sentence : FOLLOWING) {
        Matcher matcher = sentence.matcher(left);
        if (matcher.lookingAt()) {
          left = left.substring(matcher.end());
          shorter = true;
        }
      }
    }
    return left;
  }
}
