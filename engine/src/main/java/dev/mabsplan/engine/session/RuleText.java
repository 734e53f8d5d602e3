package dev.mabsplan.engine.session;

import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a topic as they are compiled: as they are written, and what every rule would have to
 * say alike besides. That is the package, which is pack and topic; the imports; {@code drools} as
 * the first argument of a consequence call; and what known keys stand for. All of it goes into the
 * line where it belongs, so that every rule stays on its own.
 */
final class RuleText {

  static final String FACTS = "dev.mabsplan.facts.*";
  static final String FINDINGS = "dev.mabsplan.engine.finding.*";
  static final String FUNCTIONS = Derive.class.getName() + ".*";
  static final String CALLS = "problem|confirm|satisfy|exclude|judge|met|missing|needed";

  private static final List<String> IMPORTS =
      List.of("import " + FACTS, "import " + FINDINGS, "import function " + FUNCTIONS);

  private static final Pattern PACKAGE =
      Pattern.compile("\\A(?:\\s|//.*|/\\*(?s:.*?)\\*/)*package\\s+[\\w.]+(?:[ \\t]*;)?");

  /** Comments and texts, which stay as they are, and what does not. */
  private static final Pattern PIECE =
      Pattern.compile(
          "//.*|/\\*(?s:.*?)\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\""
              + "|\\b(?<part>when|then)\\b"
              + "|(?<![\\w.$])Keys\\s*\\.\\s*(?<key>\\w+)"
              + "|\\b(?<call>(?:"
              + CALLS
              + ")\\s*\\()(?!\\s*drools\\b)");

  private final Topic topic;
  private final List<Fault> faults;

  private RuleText(Topic topic, List<Fault> faults) {
    this.topic = topic;
    this.faults = faults;
  }

  /**
   * Returns what is compiled of a topic's rules.
   *
   * @param faults takes keys that nobody knows
   */
  static String of(Topic topic, List<Fault> faults) {
    RuleText text = new RuleText(topic, faults);
    return text.withHead(text.filled());
  }

  /** Returns the package and the imports of a topic's rules, on one line. */
  static String head(String drlPackage) {
    // an id that is none is a fault of its own, and none of the rules
    return "package "
        + drlPackage.replaceAll("[^\\w.]", "_")
        + "; "
        + String.join("; ", IMPORTS)
        + "; ";
  }

  private String withHead(String rules) {
    Matcher written = PACKAGE.matcher(rules);
    if (!written.lookingAt()) {
      return head(topic.drlPackage()) + rules;
    }
    StringBuilder head = new StringBuilder(written.group());
    if (!written.group().endsWith(";")) {
      head.append(';');
    }
    IMPORTS.stream()
        .filter(unit -> !rules.contains(unit))
        .forEach(unit -> head.append(' ').append(unit).append(';'));
    return head + rules.substring(written.end());
  }

  private String filled() {
    StringBuilder filled = new StringBuilder();
    Matcher piece = PIECE.matcher(topic.drl());
    boolean consequence = false;
    while (piece.find()) {
      String text = piece.group();
      if (piece.group("part") != null) {
        consequence = text.equals("then");
      } else if (piece.group("key") != null) {
        text = value(piece.group("key"), piece.start());
      } else if (piece.group("call") != null && consequence) {
        text += " drools,";
      }
      piece.appendReplacement(filled, Matcher.quoteReplacement(text));
    }
    return piece.appendTail(filled).toString();
  }

  private String value(String key, int at) {
    int line = (int) topic.drl().substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    Source source = Source.of(topic.drlFile(), line);
    String value = topic.keys().value(key, source, faults);
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
