package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.symptom.text.Letters;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.facts.privacy.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The messages of everything that rule packs know, to be told from what stands in their place.
 * Immutable; may be used from many threads.
 */
public final class KnownMessages implements Messages {

  /** So many letters that messages share with hardly anything else. */
  private static final int BEGINNING = 6;

  /** As much of a text as holds that many letters, however it is marked up. */
  private static final int REACH = 60;

  private static final int MOST_ENDS = 12;

  /** What a console or a person writes before a message. */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:[\\s\"'“”(\\[*]{0,5}(?:error|fel|warning|varning|ID)\\b[^\\p{L}\\n]{0,16}){0,3}"
              + "[\\s\"'“”(\\[*]{0,5}",
          Pattern.CASE_INSENSITIVE);

  /** Where a message may end that its own full stop does not close. */
  private static final Pattern END =
      Pattern.compile(
          "\\s*+(?:\\n|\\(?\\bID\\b|[,;:]\\s|[.!](?=\\s)|\\\\[nrt]|\"(?=[\\s,}\\]]|$)|</)");

  /** What JSON writes for a mark or a letter. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");

  private static final String NO_LETTERS = "\u200b".repeat(5);

  private final Map<String, List<KnownMessage>> byBeginning = new HashMap<>();

  KnownMessages(Collection<String> messages) {
    for (String written : messages) {
      KnownMessage message = new KnownMessage(written);
      String beginning = message.beginning();
      if (beginning.length() >= BEGINNING) {
        byBeginning
            .computeIfAbsent(beginning.substring(0, BEGINNING), letters -> new ArrayList<>())
            .add(message);
      }
    }
  }

  /** Returns the messages that rule packs know. */
  public static KnownMessages of(Knowledge knowledge) {
    return new KnownMessages(
        knowledge.symptoms().flatMap(symptom -> symptom.messages().stream()).toList());
  }

  @Override
  public int endOfKnown(String text) {
    Matcher heading = HEADING.matcher(text);
    int start = heading.lookingAt() ? heading.end() : 0;
    String said = unescaped(text.substring(start));
    String letters = Letters.of(said.substring(0, Math.min(REACH, said.length()))).letters();
    if (letters.length() < BEGINNING) {
      return 0;
    }
    List<KnownMessage> candidates =
        byBeginning.getOrDefault(letters.substring(0, BEGINNING), List.of());
    int end = candidates.isEmpty() ? 0 : end(said, candidates);
    return end == 0 ? 0 : start + end;
  }

  /** Every place in the text stays where it is. */
  private static String unescaped(String text) {
    return text.contains("\\u")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                code ->
                    Matcher.quoteReplacement(
                        NO_LETTERS + (char) Integer.parseInt(code.group(1), 16)))
        : text;
  }

  private static int end(String text, List<KnownMessage> candidates) {
    int last = end(text, candidates, true);
    Matcher end = END.matcher(text);
    for (int tried = 0; tried < MOST_ENDS && end.find(); tried++) {
      if (end.start() > 0) {
        // what ends within a message may have been cut there
        boolean cut = ",;:".indexOf(text.charAt(end.end() - 2)) < 0;
        last = Math.max(last, end(text.substring(0, end.start()), candidates, cut));
      }
    }
    return last;
  }

  private static int end(String text, List<KnownMessage> candidates, boolean cut) {
    Passage passage = new Passage(text, false, number -> false);
    KnownMessage.Effort effort = new KnownMessage.Effort();
    return candidates.stream()
        .mapToInt(message -> message.endAtBeginning(passage, cut, effort))
        .map(passage.letters()::endOrigin)
        .max()
        .orElse(0);
  }
}
