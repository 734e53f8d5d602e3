package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.render.Printable;
import dev.mabsplan.engine.report.Description.Cited;
import dev.mabsplan.engine.report.Description.Deciding;
import dev.mabsplan.engine.report.Description.OfProblem;
import dev.mabsplan.engine.report.Description.OfRemedy;
import dev.mabsplan.engine.report.Description.OfRule;
import dev.mabsplan.engine.report.Description.Weight;
import dev.mabsplan.engine.report.Description.Work;
import dev.mabsplan.engine.rule.Call;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.facts.fault.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes for people what rules there are, and what rule packs say of an id. */
public final class RulesText {

  private static final int INDENT = 2;
  private static final int LABEL = 12;
  private static final int BESIDE = INDENT + LABEL;

  private final Page page;

  private RulesText(Page page) {
    this.page = page;
  }

  /**
   * Returns the rules by topic, each with what it does.
   *
   * @param width columns to keep to; ids are never broken
   * @param bold whether names may be set bold by escape sequences
   */
  public static String list(List<KnownRule> rules, int width, boolean bold) {
    RulesText text = new RulesText(new Page(width, bold));
    Map<String, List<KnownRule>> topics =
        rules.stream()
            .collect(Collectors.groupingBy(KnownRule::topic, TreeMap::new, Collectors.toList()));
    topics.forEach(text::topic);
    text.page.line(0, rules.size() + (rules.size() == 1 ? " rule" : " rules"));
    return text.page.text();
  }

  /**
   * Returns problems by topic, each with its title.
   *
   * @param width columns to keep to; ids are never broken
   * @param bold whether names may be set bold by escape sequences
   */
  public static String problems(List<Description> problems, int width, boolean bold) {
    RulesText text = new RulesText(new Page(width, bold));
    text.titles(problems, one -> one.problem().map(OfProblem::title), one -> "");
    text.page.line(0, problems.size() + (problems.size() == 1 ? " problem" : " problems"));
    return text.page.text();
  }

  /**
   * Returns remedies by topic, each with what it is ordered by and its title.
   *
   * @param width columns to keep to; ids are never broken
   * @param bold whether names may be set bold by escape sequences
   */
  public static String remedies(List<Description> remedies, int width, boolean bold) {
    RulesText text = new RulesText(new Page(width, bold));
    text.titles(
        remedies,
        one -> one.remedy().map(OfRemedy::title),
        one -> one.remedy().map(OfRemedy::weight).map(RulesText::inShort).orElse(""));
    text.page.line(0, remedies.size() + (remedies.size() == 1 ? " remedy" : " remedies"));
    return text.page.text();
  }

  private static String inShort(Weight weight) {
    return Kebab.word(weight.likelihood())
        + ", "
        + effort(weight.effort())
        + ", "
        + Kebab.word(weight.risk());
  }

  private void titles(
      List<Description> all,
      Function<Description, Optional<Map<Language, String>>> title,
      Function<Description, String> beside) {
    Map<String, List<Description>> topics =
        all.stream()
            .collect(Collectors.groupingBy(Description::topic, TreeMap::new, Collectors.toList()));
    topics.forEach(
        (topic, ofTopic) -> {
          page.heading(topic);
          for (Description one : ofTopic) {
            page.line(INDENT, one.id());
            page.paragraph(2 * INDENT, title.apply(one).map(RulesText::inEnglish).orElse(""));
            if (!beside.apply(one).isEmpty()) {
              page.line(2 * INDENT, beside.apply(one));
            }
          }
          page.blank();
        });
  }

  private void topic(String topic, List<KnownRule> rules) {
    page.heading(topic);
    List<Call> called = rules.stream().flatMap(rule -> rule.calls().stream()).toList();
    int calls = called.stream().mapToInt(call -> call.function().length()).max().orElse(0);
    int ids = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    int targets = called.stream().mapToInt(call -> call.target().length()).max().orElse(0);
    int column = INDENT + calls + 2 + ids + 2 + targets <= page.width() ? ids : 0;
    for (KnownRule rule : rules) {
      for (Call call : rule.calls()) {
        page.line(
            INDENT,
            Page.pad(call.function(), calls)
                + "  "
                + Page.pad(rule.id(), column)
                + "  "
                + call.target());
      }
    }
    page.blank();
  }

  /**
   * Returns everything that is said of an id.
   *
   * @param width columns to keep to; ids, commands and rules are never broken
   * @param bold whether names may be set bold by escape sequences
   */
  public static String show(Description portrait, int width, boolean bold) {
    RulesText text = new RulesText(new Page(width, bold));
    portrait.rule().ifPresent(rule -> text.rule(portrait.id(), rule));
    portrait.problem().ifPresent(problem -> text.problem(portrait.id(), problem));
    portrait.remedy().ifPresent(remedy -> text.remedy(portrait.id(), remedy));
    return text.page.text().stripTrailing() + "\n";
  }

  private void rule(String id, OfRule of) {
    KnownRule rule = of.rule();
    page.heading("rule " + id);
    page.line(INDENT, rule.file() + ":" + rule.line());
    page.blank().paragraph(INDENT, rule.why()).blank();
    // The sentence above it was just said.
    rule.drl()
        .lines()
        .dropWhile(line -> line.strip().startsWith("//"))
        .forEach(line -> page.line(INDENT, line));
    page.blank();
    rule.calls().forEach(call -> kept(call.function(), List.of(call.target())));
    field("", inEnglish(of.title()));
    of.reason().forEach((language, sentence) -> field("reason, " + language.tag(), sentence));
    entries(of.entries());
    scenarios("fires in", of.fires());
    scenarios("silent in", of.silent());
    page.blank();
  }

  private void scenarios(String label, List<String> names) {
    kept(label, names.isEmpty() ? List.of("no scenario") : names);
  }

  private void problem(String id, OfProblem of) {
    page.heading("problem " + id);
    at(of.at());
    titles(of.title());
    kept("remedies", TreatmentText.lines(of.treatment()));
    kept("retry", of.retry().stream().toList());
    kept("rules", of.rules());
    entries(of.entries());
    page.blank();
  }

  private void remedy(String id, OfRemedy of) {
    page.heading("remedy " + id);
    at(of.at());
    titles(of.title());
    weight(of.weight());
    field(
        "decided by",
        switch (of.decidedBy()) {
          case "always" -> "the problem: it always follows";
          case "trial" -> "trial: only trying tells";
          default -> "facts:";
        });
    of.facts().forEach(this::fact);
    work(of.work());
    kept("problems", of.problems());
    field("checked for", String.join(", ", of.checkedFor()));
    kept("rules", of.rules());
    entries(of.entries());
    page.blank();
  }

  private void at(Source source) {
    page.line(INDENT, source.file() + ":" + source.line());
    page.blank();
  }

  private void weight(Weight weight) {
    field("likelihood", Kebab.word(weight.likelihood()));
    field("effort", effort(weight.effort()));
    field("risk", Kebab.word(weight.risk()));
  }

  private static String effort(Effort effort) {
    return Kebab.word(effort) + ", " + effort.minutes() + " min";
  }

  private void work(Work work) {
    work.how().forEach((language, words) -> field("do, " + language.tag(), words));
    kept("commands", work.commands());
    work.shell()
        .ifPresent(
            shell ->
                field("run in", Kebab.word(shell) + (work.elevated() ? ", as administrator" : "")));
    kept("verify", work.verify().stream().toList());
    kept("undo", work.undo());
    if (!work.undoable()) {
      field("undo", "impossible");
    }
  }

  private void fact(Deciding fact) {
    kept("", List.of(fact.fact()));
    field("", "  " + inEnglish(fact.words()));
    fact.obtain().ifPresent(command -> page.line(BESIDE + INDENT, command));
  }

  private void titles(Map<Language, String> title) {
    title.forEach((language, words) -> field("title, " + language.tag(), words));
  }

  private void entries(List<Cited> entries) {
    String label = "entries";
    for (Cited entry : entries) {
      field(label, entry.id() + ": " + inEnglish(entry.title()));
      page.line(BESIDE, entry.source());
      label = "";
    }
  }

  /** A text, broken where the width asks for it. */
  private void field(String label, String text) {
    if (text.isEmpty()) {
      return;
    }
    String margin = label;
    int deeper = text.length() - text.stripLeading().length();
    for (String line : Printable.lines(text, page.width() - BESIDE - deeper)) {
      page.line(INDENT, Page.pad(margin, LABEL) + " ".repeat(deeper) + line);
      margin = "";
    }
  }

  /** Texts that are kept as they are, so that they can be copied: each has a line. */
  private void kept(String label, List<String> texts) {
    String margin = label;
    for (String text : texts) {
      page.line(INDENT, Page.pad(margin, LABEL) + text);
      margin = "";
    }
  }

  /** What surrounds the words is English; a pack without English has them in its own language. */
  private static String inEnglish(Map<Language, String> words) {
    return words.getOrDefault(Language.ENGLISH, words.values().stream().findFirst().orElse(""));
  }
}
