package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.Label.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One alert or event of a copied text; a text without labels is one alert.
 *
 * @param area the data source it is about, as the console names it
 * @param provider the event provider, or else the event log
 * @param eventIds numbers of the event
 * @param passages what says what happened; advice is left out
 */
record Alert(
    @Nullable String area,
    @Nullable String provider,
    List<Integer> eventIds,
    List<Passage> passages) {

  private static final Pattern NUMBER = Pattern.compile("^\\s{0,5}(\\d{1,6})(?![\\d.:/-])");

  /** What is gathered of an alert while its text is read. */
  private static final class Draft {
    @Nullable String area;
    @Nullable String provider;
    @Nullable String log;
    final List<Integer> eventIds = new ArrayList<>();
    final List<Passage> passages = new ArrayList<>();
    final List<String> advice = new ArrayList<>();
    final IntPredicate numbers;

    Draft(IntPredicate numbers) {
      this.numbers = numbers;
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
      if (passages.isEmpty() && eventIds.isEmpty()) {
        advice.forEach(text -> say(text, false));
      }
      // what else is called a source may be anything
      boolean event = log != null || !eventIds.isEmpty();
      String source = provider == null ? log : provider;
      return new Alert(area, event ? source : null, List.copyOf(eventIds), List.copyOf(passages));
    }
  }

  /**
   * Returns the alerts of a clean text.
   *
   * @param numbers which numbers are known to be those of errors
   */
  static List<Alert> in(String text, IntPredicate numbers) {
    List<Heading> headings = Label.in(text);
    List<Draft> drafts = new ArrayList<>();
    Draft draft = new Draft(numbers);
    drafts.add(draft);
    draft.say(
        text.substring(0, headings.isEmpty() ? text.length() : headings.get(0).start()), false);
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      int next = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
      boolean again =
          switch (heading.label()) {
            case AREA -> draft.area != null;
            case LOG -> draft.log != null;
            case SOURCE -> draft.provider != null;
            default -> false;
          };
      if (again) {
        draft = new Draft(numbers);
        drafts.add(draft);
      }
      int end = lineEnd(text, heading.end(), next);
      switch (heading.label()) {
        case DESCRIPTION -> draft.say(text.substring(heading.end(), next), true);
        case ADVICE -> draft.advise(text.substring(heading.end(), next));
        case AREA -> {
          // a long name may be wrapped, where the labels of the console are around it
          boolean whole = i + 1 < headings.size() && headings.get(i + 1).label() != Label.ADVICE;
          end = whole ? next : end;
          draft.area = CopiedText.oneLine(text.substring(heading.end(), end));
          draft.say(text.substring(end, next), false);
        }
        case LINK -> draft.say(text.substring(heading.end(), next), false);
        case ASIDE -> draft.say(text.substring(end, next), false);
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

  private static int lineEnd(String text, int from, int limit) {
    int end = text.indexOf('\n', from);
    return end < 0 || end > limit ? limit : end;
  }
}
