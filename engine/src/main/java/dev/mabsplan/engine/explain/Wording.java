package dev.mabsplan.engine.explain;

import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.OwnWords;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.facts.Camel;
import dev.mabsplan.facts.Server;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts things into words of one language: sentences of the packs and of the planner itself, and
 * values.
 */
final class Wording {

  /** Some letters look like a quotation mark, and become one where a program knows few letters. */
  private static final String LETTER = "[\\p{L}&&[^\\p{Lm}]]";

  /**
   * Only what can't mean anything to a shell goes into a command; a backslash before the mark that
   * closes it would take that along.
   */
  private static final Predicate<String> PLAIN =
      Pattern.compile("(?:" + LETTER + "|[\\p{N}._:\\\\$ -])++(?<!\\\\)").asMatchPredicate();

  /** A literal of PowerShell, in which an apostrophe is written twice. */
  private static final Predicate<String> PLAIN_WITH_APOSTROPHES =
      Pattern.compile("(?:" + LETTER + "|[\\p{N}._:\\\\$' -])++").asMatchPredicate();

  /** Outside quotes a blank ends an argument, and a hyphen begins an option. */
  private static final Predicate<String> ONE_WORD =
      Pattern.compile("(?:" + LETTER + "|\\p{N})(?:" + LETTER + "|[\\p{N}._:\\\\$-])*")
          .asMatchPredicate();

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Knowledge knowledge;
  private final Language language;
  private final OwnWords own;
  private final DecimalFormat numbers;

  Wording(Knowledge knowledge, Language language) {
    this.knowledge = knowledge;
    this.language = language;
    this.own = OwnWords.of("explain", language);
    this.numbers =
        new DecimalFormat(
            "#,##0.#", DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language.tag())));
    this.numbers.setRoundingMode(RoundingMode.HALF_UP);
  }

  Language language() {
    return language;
  }

  /** Returns a sentence of the planner itself. */
  String own(String path, Map<String, ?> values) {
    return fill(own.at(path), Values.of(values));
  }

  String own(String path) {
    return fill(own.at(path), Values.NONE);
  }

  /** Returns the first sentence of a topic at a place, filled in; empty where there is none. */
  String of(String section, String id, String part, Values values) {
    List<Sentence> sentences = knowledge.words(language, section, id, part);
    return sentences.isEmpty() ? "" : fill(sentences.get(0), values);
  }

  /** Returns the sentences of a topic at a place, filled in. */
  List<String> listOf(String section, String id, String part, Values values) {
    return filled(knowledge.words(language, section, id, part), values);
  }

  /** Returns the sentences of a pack at a place, filled in. */
  List<String> ofPack(String path, Values values) {
    return filled(knowledge.packWords(language, path), values);
  }

  private List<String> filled(List<Sentence> sentences, Values values) {
    if (sentences.isEmpty()) {
      return List.of();
    }
    List<String> filled = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      filled.add(fill(sentence, values));
    }
    return Collections.unmodifiableList(filled);
  }

  private String fill(Sentence sentence, Values values) {
    return sentence.fill(place -> value(values.of(place.name()), place.format()));
  }

  /**
   * Returns a command with its placeholders filled in where the values are plain; where they are
   * not, the placeholder is left for a person to fill in.
   */
  static String command(String command, Map<String, ?> values) {
    if (command.indexOf('{') < 0) {
      return command;
    }
    StringBuilder filled = new StringBuilder(command.length() + 32);
    for (int start = 0; start < command.length(); ) {
      int end = endOfPiece(command, start);
      String piece = command.substring(start, end);
      if (piece.length() > 1 && piece.startsWith("'")) {
        filled.append(filled(piece, values, PLAIN_WITH_APOSTROPHES, "''"));
      } else {
        filled.append(filled(piece, values, piece.startsWith("\"") ? PLAIN : ONE_WORD, "'"));
      }
      start = end;
    }
    return filled.toString();
  }

  /** Returns where what stands in quotes ends, or what stands in none, or a lone quote. */
  private static int endOfPiece(String command, int start) {
    if (isQuote(command.charAt(start))) {
      return Math.max(command.indexOf(command.charAt(start), start + 1), start) + 1;
    }
    int end = start;
    while (end < command.length() && !isQuote(command.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isQuote(char letter) {
    return letter == '\'' || letter == '"';
  }

  private static String filled(
      String text, Map<String, ?> values, Predicate<String> harmless, String apostrophe) {
    return new Sentence(text)
        .fill(
            place -> {
              Object value = values.get(place.name());
              return value instanceof String plain && harmless.test(plain)
                  ? plain.replace("'", apostrophe)
                  : values.containsKey(place.name())
                      ? "<" + place.name() + ">"
                      : "{" + place.name() + "}";
            });
  }

  /** Returns how a server is called in a sentence. */
  String server(String name) {
    return switch (name) {
      case Server.UNNAMED_BACKUP_SERVER ->
          called("servers/backupServer", "values/unknownBackupServer");
      case Server.UNNAMED_AGENT_SERVER ->
          called("servers/agentServer", "values/unknownAgentServer");
      case Server.UNNAMED_PROTECTED_SERVER ->
          called("servers/protectedServer", "values/unknownProtectedServer");
      default -> name;
    };
  }

  /** Returns how a data source is called in a sentence. */
  String dataSource(@Nullable String name) {
    return name == null ? called("servers/dataSource", "values/unknownDataSource") : name;
  }

  private String called(String inPack, String own) {
    List<Sentence> ofPack = knowledge.packWords(language, inPack);
    return ofPack.isEmpty() ? own(own) : fill(ofPack.get(0), Values.NONE);
  }

  /** Returns a value in words. */
  String value(@Nullable Object value, String format) {
    if (value == null) {
      return own("values/nothing");
    }
    if (value instanceof Number number) {
      return switch (format) {
        case "bytes" -> bytes(number.longValue());
        case "duration" -> duration(Math.abs(number.longValue()));
        case "hours" -> duration(Math.abs(number.longValue()) * 3600);
        default -> grouped(BigDecimal.valueOf(number.longValue()));
      };
    }
    if (value instanceof Enum<?> constant) {
      return Camel.word(constant);
    }
    if (value instanceof Instant time) {
      return time(time);
    }
    return String.valueOf(value);
  }

  static String time(Instant time) {
    return TIME.format(time.atOffset(ZoneOffset.UTC));
  }

  private String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
    BigDecimal size = BigDecimal.valueOf(bytes);
    int unit = 0;
    BigDecimal step = BigDecimal.valueOf(1024);
    while (size.compareTo(step) >= 0 && unit < units.length - 1) {
      size = size.divide(step, 10, RoundingMode.HALF_UP);
      unit++;
    }
    return grouped(size.setScale(unit < 3 ? 0 : 1, RoundingMode.HALF_UP).stripTrailingZeros())
        + "\u00a0"
        + units[unit];
  }

  private String duration(long seconds) {
    long[] lengths = {86_400, 3_600, 60, 1};
    String[] names = {"day", "hour", "minute", "second"};
    for (int i = 0; i < lengths.length; i++) {
      if (seconds >= 2 * lengths[i]
          || (i > 0 && seconds >= lengths[i] && seconds % lengths[i] == 0)
          || i == 3) {
        return own("values/" + names[i], Map.of("n", seconds / lengths[i]));
      }
    }
    throw new AssertionError("seconds are the last unit");
  }

  private String grouped(BigDecimal number) {
    // a format serves one thread at a time, and a copy costs less than reading its pattern anew
    return ((DecimalFormat) numbers.clone()).format(number);
  }
}
