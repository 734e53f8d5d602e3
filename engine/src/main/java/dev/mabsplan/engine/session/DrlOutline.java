package dev.mabsplan.engine.session;

import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.Condition;
import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads the outline of the rules of a topic. */
final class DrlOutline {

  private static final Set<String> IMPORTS = Set.of(RuleText.FACTS, RuleText.FINDINGS);
  private static final String ARGUMENT = "(?:\\$\\w+|\"[^\"]*\")";
  private static final Pattern CALL =
      Pattern.compile(
          "("
              + RuleText.CALLS
              + ")\\s*\\(\\s*drools\\s*,"
              + "\\s*\"([^\"]*)\"((?:\\s*,\\s*"
              + ARGUMENT
              + ")+)\\s*\\)\\s*;\\s*");
  private static final Pattern ONE_ARGUMENT = Pattern.compile(ARGUMENT);
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile("//.*|/\\*(?s:.*?)\\*/|\"[^\"]*\"");
  private static final Pattern COMMENT = Pattern.compile("//.*|/\\*(?s:.*?)\\*/");

  private static final Pattern PARSER_PREFIX = Pattern.compile("^\\[ERR \\d+\\] Line \\d+:\\d+ ");

  private static final int MOST_BRACKETS = 8;

  private final Topic topic;
  private final String compiled;
  private final List<String> lines;
  private final List<Fault> syntax;
  private final List<Fault> faults;

  private DrlOutline(Topic topic, List<Fault> syntax, List<Fault> faults) {
    this.topic = topic;
    this.compiled = RuleText.of(topic, faults);
    this.lines = topic.drl().lines().toList();
    this.syntax = syntax;
    this.faults = faults;
  }

  /**
   * Reads the outline of a topic's rules.
   *
   * @param syntax takes what can't be parsed
   * @param faults takes what is wrong with the file as a whole
   * @return the rules, in the order of the file; none where it can't be parsed
   */
  static List<RuleOutline> read(Topic topic, List<Fault> syntax, List<Fault> faults) {
    return new DrlOutline(topic, syntax, faults).rules();
  }

  private List<RuleOutline> rules() {
    int bracket = bracket();
    if (bracket > 0) {
      faults.add(
          new Fault(
              "conditions without square brackets",
              "[",
              Source.of(topic.drlFile(), bracket),
              "compare a component, or ask it something; rules look into no list"));
      return List.of();
    }
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr file;
    try {
      file = parser.parse(false, compiled);
    } catch (DroolsParserException e) {
      syntax(1, String.valueOf(e.getMessage()));
      return List.of();
    }
    if (parser.hasErrors() || file == null) {
      parser
          .getErrors()
          .forEach(
              error ->
                  syntax(
                      error.getLines().length == 0 ? 1 : error.getLines()[0], error.getMessage()));
      return List.of();
    }
    head(file);
    return extended(file.getRules());
  }

  /**
   * Returns the line of the first bracket beyond some, or 0: of twenty within each other the parser
   * makes a million tries. Where a quotation mark is missing, nobody knows what is text: there, as
   * many within each other are too many wherever they stand.
   */
  private int bracket() {
    String code =
        COMMENT_OR_TEXT
            .matcher(topic.drl())
            .replaceAll(found -> "\n".repeat((int) found.group().lines().count() - 1));
    int line = lineOfBracketBeyond(code, 0);
    return line > 0 ? line : lineOfBracketBeyond(topic.drl(), 1);
  }

  private static int lineOfBracketBeyond(String code, int closed) {
    int brackets = 0;
    int line = 1;
    for (int i = 0; i < code.length(); i++) {
      switch (code.charAt(i)) {
        case '\n' -> line++;
        case '[' -> brackets++;
        case ']' -> brackets = Math.max(0, brackets - closed);
        default -> {}
      }
      if (brackets > MOST_BRACKETS) {
        return line;
      }
    }
    return 0;
  }

  private void head(PackageDescr file) {
    if (!file.getName().equals(topic.drlPackage())) {
      fault(
          1,
          "package " + topic.drlPackage() + ", which is pack and topic",
          file.getName().isEmpty() ? "none" : "package " + file.getName(),
          "write package " + topic.drlPackage() + ", or no package and no import at all");
    }
    for (ImportDescr unit : file.getImports()) {
      if (!IMPORTS.contains(unit.getTarget())) {
        fault(
            unit.getLine(),
            "no import but dev.mabsplan.facts.* and dev.mabsplan.engine.finding.*",
            "import " + unit.getTarget(),
            "take it out: rules need nothing else");
      }
    }
    for (FunctionImportDescr unit : file.getFunctionImports()) {
      if (!unit.getTarget().equals(RuleText.FUNCTIONS)) {
        fault(
            unit.getLine(),
            "no function but those of " + RuleText.FUNCTIONS,
            "import function " + unit.getTarget(),
            "take it out: rules need nothing else");
      }
    }
    refuse(file.getGlobals(), "a global");
    refuse(file.getFunctions(), "a function");
    refuse(file.getTypeDeclarations(), "a declaration");
    refuse(file.getEnumDeclarations(), "a declaration");
    refuse(file.getEntryPointDeclarations(), "a declaration");
    refuse(file.getWindowDeclarations(), "a declaration");
    refuse(file.getAccumulateImports(), "a function of accumulate");
    file.getAttributes()
        .forEach(
            attribute ->
                fault(
                    attribute.getLine(),
                    "no attribute",
                    "\"" + attribute.getName() + "\"",
                    "take it out: the order of rules means nothing"));
  }

  private void refuse(Iterable<? extends BaseDescr> pieces, String what) {
    pieces.forEach(
        piece ->
            fault(piece.getLine(), "rules and nothing else", what, "derive in a rule instead"));
  }

  private RuleOutline rule(RuleDescr rule) {
    List<String> inside = new ArrayList<>();
    rule.getAttributes().keySet().forEach(name -> inside.add("the attribute \"" + name + "\""));
    rule.getAnnotationNames().forEach(name -> inside.add("the annotation \"@" + name + "\""));
    List<PatternOutline> patterns = new ArrayList<>();
    for (BaseDescr piece : rule.getLhs().getDescrs()) {
      if (piece instanceof PatternDescr pattern) {
        patterns.add(pattern(pattern, PatternOutline.Role.MATCHED, inside));
      } else if (piece instanceof NotDescr not) {
        below(not.getDescrs(), PatternOutline.Role.NEGATED, "not", patterns, inside);
      } else if (piece instanceof ExistsDescr exists) {
        below(exists.getDescrs(), PatternOutline.Role.EXISTS, "exists", patterns, inside);
      } else {
        inside.add("\"" + kind(piece) + "\" between patterns; write two rules");
      }
    }
    if (joinedBySign(rule)) {
      inside.add("\"&&\" between patterns; write one below the other");
    }
    if (rule.isQuery()) {
      inside.add("a query");
    } else if (!rule.getNamedConsequences().isEmpty()) {
      inside.add("a second consequence");
    }
    String consequence =
        COMMENT_OR_TEXT
            .matcher(String.valueOf(rule.getConsequence()))
            .replaceAll(
                piece ->
                    piece.group().startsWith("\"") ? Matcher.quoteReplacement(piece.group()) : "")
            .strip();
    List<Call> calls = calls(consequence);
    if (!consequence.isEmpty()) {
      if (calls.isEmpty() && !rule.isQuery()) {
        inside.add(
            "a consequence that is not calls of problem, confirm, satisfy, exclude, judge, met,"
                + " missing or needed, one below the other, with constants and variables");
      }
      disputes(calls, inside);
    }
    return new RuleOutline(
        rule.getName(),
        topic.name(),
        topic.drlFile(),
        rule.getLine(),
        commentAbove(rule.getLine()),
        patterns,
        0,
        inside,
        calls,
        String.join("\n", lines.subList(firstLine(rule.getLine()) - 1, rule.getEndLine())));
  }

  private static List<Call> calls(String consequence) {
    List<Call> calls = new ArrayList<>();
    Matcher call = CALL.matcher(consequence);
    while (call.lookingAt()) {
      calls.add(
          new Call(
              call.group(1),
              call.group(2),
              ONE_ARGUMENT.matcher(call.group(3)).results().map(MatchResult::group).toList()));
      call.region(call.end(), consequence.length());
    }
    return call.regionStart() == consequence.length() ? calls : List.of();
  }

  /** What a rule says of one thing it says once, and not the opposite too. */
  private static void disputes(List<Call> calls, List<String> inside) {
    Map<List<String>, Call> said = new HashMap<>();
    for (Call call : calls) {
      List<String> of = new ArrayList<>(List.of(call.target()));
      of.addAll(call.arguments());
      Call other = said.putIfAbsent(of, call);
      if (other != null) {
        inside.add(
            "\""
                + call.function()
                + "\" beside \""
                + other.function()
                + "\" of the same "
                + call.target());
      }
    }
  }

  /** A rule that extends another says all that the other says before its own. */
  private List<RuleOutline> extended(List<RuleDescr> written) {
    Map<String, RuleDescr> byName = new LinkedHashMap<>();
    written.forEach(rule -> byName.putIfAbsent(rule.getName(), rule));
    Set<String> parents = new TreeSet<>();
    List<RuleOutline> rules = new ArrayList<>();
    for (RuleDescr rule : written) {
      if (rule.getParentName() != null) {
        parents.add(rule.getParentName());
      }
      rules.add(extended(rule, byName, new LinkedHashSet<>()));
    }
    for (RuleOutline rule : rules) {
      if (rule.isBeginning() && !parents.contains(rule.name())) {
        fault(
            rule.line(),
            "a consequence of rule " + rule.name() + ", or a rule that extends it",
            "neither",
            "call problem, confirm, satisfy, exclude, met, missing or needed");
      }
    }
    return rules;
  }

  private RuleOutline extended(
      RuleDescr written, Map<String, RuleDescr> byName, Set<String> below) {
    RuleOutline own = rule(written);
    String parent = written.getParentName();
    if (parent == null) {
      return own;
    }
    below.add(written.getName());
    RuleDescr found = byName.get(parent);
    if (found == null || below.contains(parent)) {
      if (below.size() == 1) {
        fault(
            written.getLine(),
            "a rule of the same file that rule " + written.getName() + " extends",
            "\"" + parent + "\"",
            below.contains(parent)
                ? "rules that extend each other in a circle have no beginning"
                : Meant.hint(parent, byName.keySet()));
      }
      return own;
    }
    RuleOutline above = extended(found, byName, below);
    List<PatternOutline> patterns = new ArrayList<>(above.patterns());
    patterns.addAll(own.patterns());
    return new RuleOutline(
        own.name(),
        own.topic(),
        own.file(),
        own.line(),
        own.comment(),
        patterns,
        above.patterns().size(),
        own.faults(),
        own.calls(),
        above.drl() + "\n\n" + own.drl());
  }

  /** The parser reads {@code A() && B()} as {@code A() and B()}; later versions of it won't. */
  private boolean joinedBySign(RuleDescr rule) {
    List<? extends BaseDescr> pieces = rule.getLhs().getDescrs();
    for (int i = 1; i < pieces.size(); i++) {
      int from = pieces.get(i - 1).getEndCharacter();
      int to = pieces.get(i).getStartCharacter();
      if (0 <= from
          && from < to
          && to <= compiled.length()
          && COMMENT.matcher(compiled.substring(from, to)).replaceAll("").contains("&&")) {
        return true;
      }
    }
    return false;
  }

  private static void below(
      List<?> pieces,
      PatternOutline.Role role,
      String word,
      List<PatternOutline> patterns,
      List<String> inside) {
    for (Object piece : pieces) {
      if (piece instanceof PatternDescr pattern) {
        patterns.add(pattern(pattern, role, inside));
      } else {
        inside.add("something other than one pattern under \"" + word + "\"");
      }
    }
  }

  private static PatternOutline pattern(
      PatternDescr pattern, PatternOutline.Role role, List<String> inside) {
    if (pattern.getSource() != null) {
      inside.add("a pattern with \"from\" or \"accumulate\"");
    }
    if (!pattern.getBehaviors().isEmpty()) {
      inside.add("a window over a pattern, which depends on the order of facts");
    }
    if (pattern.isQuery()) {
      inside.add("a query");
    }
    pattern.getAnnotationNames().forEach(name -> inside.add("the annotation \"@" + name + "\""));
    List<Condition> conditions =
        pattern.getConstraint().getDescrs().stream()
            .map(piece -> Condition.read(String.valueOf(piece)))
            .toList();
    String binding = pattern.getIdentifier() == null ? "" : pattern.getIdentifier();
    return new PatternOutline(
        pattern.getObjectType(),
        binding.startsWith("$") ? binding.substring(1) : binding,
        role,
        pattern.getLine(),
        conditions);
  }

  private static String kind(BaseDescr piece) {
    return piece.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT);
  }

  /** The parser drops comments, so they are read from the lines above the rule. */
  private String commentAbove(int line) {
    return lines.subList(firstLine(line) - 1, line - 1).stream()
        .map(comment -> comment.strip().substring(2).strip())
        .collect(Collectors.joining(" "));
  }

  /** Returns the line that the comment above a rule begins on; the rule's own where it has none. */
  private int firstLine(int line) {
    int first = line;
    while (first > 1 && lines.get(first - 2).strip().startsWith("//")) {
      first--;
    }
    return first;
  }

  /** The parser's messages begin with a number and the line that are said already. */
  private void syntax(int line, String message) {
    syntax.add(
        new Fault(
            "rules in DRL",
            PARSER_PREFIX.matcher(message).replaceFirst(""),
            Source.of(topic.drlFile(), Math.max(line, 1)),
            null));
  }

  private void fault(
      int line, String expected, String found, @org.jspecify.annotations.Nullable String hint) {
    faults.add(new Fault(expected, found, Source.of(topic.drlFile(), Math.max(line, 1)), hint));
  }
}
