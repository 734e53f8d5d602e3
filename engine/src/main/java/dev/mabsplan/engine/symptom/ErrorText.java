package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.symptom.text.Alert;
import dev.mabsplan.engine.symptom.text.CopiedText;
import dev.mabsplan.engine.symptom.text.Mention;
import dev.mabsplan.engine.symptom.text.Passage;
import dev.mabsplan.engine.symptom.text.Products;
import dev.mabsplan.engine.symptom.text.Reading;
import dev.mabsplan.engine.symptom.text.Tokens;
import dev.mabsplan.facts.ReportedError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an error says, whether or not it is recognised.
 *
 * @param ids numbers of the product's catalogue in order of appearance, one in a field first; of an
 *     alert the first is the alert itself, the second its cause
 * @param codes codes that are no catalogue numbers, such as {@code 0x80070005}
 * @param names symbolic names, such as {@code CBPSourceSnapshotFailedReplicaInconsistent}
 * @param headline one line that says what happened; empty where the error says nothing
 */
public record ErrorText(
    List<Integer> ids, List<String> codes, List<String> names, String headline) {

  private static final int LONGEST_HEADLINE = 200;
  private static final int LONGEST_WHOLE = 2000;
  private static final Pattern SYMBOLIC =
      Pattern.compile("(?<![\\p{L}\\d_])(?:CBP|Sal)(?=\\p{Lu})\\w{4,100}+(?!…|\\.\\.)");
  private static final Pattern OF_POWERSHELL =
      Pattern.compile("FullyQualifiedErrorId\\s{0,3}:\\s{0,3}(\\p{Alpha}(?:\\n?\\w){3,120}),");
  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "[.!?]['\"”’)]?(?=\\s+['\"“(\\[]?[\\p{Lu}\\d])|(?=\\s?\\(\\s?ID\\b)|(?=\\n\\s*\\n)");

  /** Lines above a message that say no more than that there is one. */
  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:(?:[\\p{L} -]{0,40}ID[ \\t]{0,3}:?[ \\t]{0,3}\\d{1,6}[ \\t]{0,3}[:.]?"
              + "|(?:Error|Warning|Critical|Fel|Varning)[ \\t]{0,3}:)\\s{0,3}\\n){1,4}(?=.)");

  /** Makes the lists unmodifiable. */
  public ErrorText {
    ids = List.copyOf(ids);
    codes = List.copyOf(codes);
    names = List.copyOf(names);
  }

  /** Returns what parts of an error say. */
  static ErrorText of(List<Piece> pieces) {
    Set<Integer> ids = new LinkedHashSet<>();
    Set<String> codes = new LinkedHashSet<>();
    Map<String, String> names = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    for (Piece piece : pieces) {
      piece.numbers().stream().filter(number -> !number.tag()).forEach(n -> ids.add(n.id()));
      piece.numbers().stream()
          .filter(Known.Numbered::tag)
          .forEach(number -> codes.add(number.found()));
      codes.addAll(piece.codes());
      piece.fieldNames().forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
      piece.names().forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
      String text = CopiedText.oneLine(HEADING.matcher(piece.text().strip()).replaceFirst(""));
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    String whole = String.join(" ", texts);
    List<String> known = List.copyOf(names.values());
    return new ErrorText(
        List.copyOf(ids),
        List.copyOf(codes),
        known,
        whole.isEmpty() ? withoutWords(ids, codes, known) : capped(whole));
  }

  /**
   * Returns what some words of a passage say.
   *
   * @param ours whether their numbers may be those of the product's catalogue
   */
  static ErrorText of(Passage passage, int from, int to, boolean ours) {
    Tokens tokens = passage.tokens();
    int start = from == 0 ? 0 : tokens.end(from - 1);
    int end = tokens.end(to - 1);
    Set<Integer> ids = new LinkedHashSet<>();
    Set<String> codes = new LinkedHashSet<>();
    for (Mention mention : passage.mentions(start, end)) {
      Integer id = mention.id();
      if (id == null || mention.place() == Mention.Place.TAG) {
        codes.add(mention.found());
      } else if (ours) {
        ids.add(id);
      }
    }
    String said = passage.text().substring(tokens.start(from), end);
    return new ErrorText(
        List.copyOf(ids), List.copyOf(codes), names(said), CopiedText.oneLine(said));
  }

  private static String withoutWords(Set<Integer> ids, Set<String> codes, List<String> names) {
    if (!ids.isEmpty()) {
      return "ID " + ids.iterator().next();
    }
    return shortened(
        !names.isEmpty() ? names.get(0) : codes.isEmpty() ? "" : codes.iterator().next());
  }

  /** The whole of an error goes to support, but not a log file. */
  private static String capped(String whole) {
    if (whole.length() <= LONGEST_WHOLE) {
      return whole;
    }
    int end = LONGEST_WHOLE - 1;
    if (Character.isHighSurrogate(whole.charAt(end - 1))) {
      end--;
    }
    return whole.substring(0, end).strip() + "…";
  }

  /** Returns what an error says. */
  public static ErrorText of(ReportedError error) {
    Reading reading = Reading.of(error, number -> false, Products.SHIPPED);
    Set<Integer> ids = new LinkedHashSet<>();
    Set<String> codes = new LinkedHashSet<>(reading.codes());
    Map<String, String> names = new LinkedHashMap<>();
    reading.ids().forEach(number -> ids.add(number.id()));
    reading.names().forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    for (Alert alert : reading.alerts()) {
      ids.addAll(alert.eventIds());
      for (Passage passage : alert.passages()) {
        for (Mention mention : passage.mentions()) {
          Integer id = mention.id();
          if (id == null) {
            codes.add(mention.found());
          } else {
            ids.add(id);
          }
        }
        names(passage.text())
            .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
      }
    }
    return new ErrorText(
        List.copyOf(ids),
        List.copyOf(codes),
        List.copyOf(names.values()),
        headline(error, reading, ids, codes, names.values().stream().toList()));
  }

  /** Returns an error as reported by the backup server that its text names, where it names one. */
  public static ReportedError reported(ReportedError error) {
    return backupServerIn(error).map(error::withReportedBy).orElse(error);
  }

  /** Returns the backup server that the text of an error names as where it was shown, if any. */
  public static Optional<String> backupServerIn(ReportedError error) {
    List<String> named =
        Reading.of(error, number -> false, Products.SHIPPED).alerts().stream()
            .flatMap(alert -> Stream.ofNullable(alert.backupServer()))
            .distinct()
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Returns the symbolic names in a text. */
  static List<String> names(String text) {
    if (!text.contains("CBP") && !text.contains("Sal") && !text.contains("FullyQualified")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    Matcher whole = OF_POWERSHELL.matcher(text);
    while (whole.find()) {
      names.add(whole.group(1).replace("\n", ""));
    }
    Matcher symbolic = SYMBOLIC.matcher(text);
    while (symbolic.find()) {
      String name = symbolic.group();
      // the first part of a wrapped name that is known whole
      if (names.stream().noneMatch(longer -> longer.startsWith(name))) {
        names.add(name);
      }
    }
    return names;
  }

  private static String headline(
      ReportedError error,
      Reading reading,
      Set<Integer> ids,
      Set<String> codes,
      List<String> names) {
    List<Passage> passages =
        reading.alerts().stream().flatMap(alert -> alert.passages().stream()).toList();
    String described =
        passages.stream()
            .filter(Passage::description)
            .findFirst()
            .or(() -> passages.stream().findFirst())
            .map(passage -> firstSentence(passage.text()))
            .orElse("");
    if (!described.isEmpty()) {
      return shortened(described);
    }
    if (!ids.isEmpty()) {
      return "ID " + ids.iterator().next();
    }
    if (!names.isEmpty()) {
      return shortened(names.get(0));
    }
    if (!codes.isEmpty()) {
      return shortened(codes.iterator().next());
    }
    String operation = error.operation();
    return operation == null ? "" : shortened(CopiedText.oneLine(CopiedText.clean(operation)));
  }

  private static String firstSentence(String text) {
    String stripped = HEADING.matcher(text.strip()).replaceFirst("");
    Matcher end = SENTENCE_END.matcher(stripped);
    String sentence = stripped;
    while (end.find()) {
      String first = stripped.substring(0, end.end()).strip();
      // "1." and the like
      if (first.length() > 3) {
        sentence = first;
        break;
      }
    }
    return CopiedText.oneLine(sentence);
  }

  private static String shortened(String line) {
    if (line.length() <= LONGEST_HEADLINE) {
      return line;
    }
    int end = LONGEST_HEADLINE - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    int blank = line.lastIndexOf(' ', end);
    return line.substring(0, blank > LONGEST_HEADLINE / 2 ? blank : end) + "…";
  }
}
