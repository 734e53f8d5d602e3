package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.pack.Words;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.Source;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a new topic has for its author to write. A topic may be tried out before that is
 * written, so that nothing but the lint speaks of it.
 */
final class UnwrittenLint {

  /** What a new topic has in the place of each sentence, by language. */
  private static final Pattern FILL_IN = Pattern.compile("\\b(?:FILL IN|FYLL I)\\b");

  private final List<Fault> faults;

  private UnwrittenLint(List<Fault> faults) {
    this.faults = faults;
  }

  static void check(Collection<RuleOutline> rules, Collection<RulePack> packs, List<Fault> faults) {
    UnwrittenLint lint = new UnwrittenLint(faults);
    for (RuleOutline rule : rules) {
      lint.look(
          rule.comment(),
          "a sentence above rule " + rule.name() + " that says why",
          Source.of(rule.file(), Math.max(1, rule.line())),
          "write the sentence");
    }
    for (RulePack pack : packs) {
      pack.words().values().forEach(lint::words);
      for (Topic topic : pack.topics()) {
        topic.words().values().forEach(lint::words);
        topic
            .entries()
            .forEach(
                (id, page) ->
                    lint.look(
                        page,
                        "the page or ticket that " + id + " comes from",
                        topic.line("entries", id),
                        "write its address"));
      }
    }
  }

  private void words(Words words) {
    words
        .sentences()
        .forEach(
            (path, sentences) -> {
              for (int i = 0; i < sentences.size(); i++) {
                look(
                    sentences.get(i).text(),
                    "words at " + path,
                    words.source(path, i),
                    "write the sentence");
              }
            });
  }

  private void look(String text, String expected, Source source, String hint) {
    Matcher unwritten = FILL_IN.matcher(text);
    if (unwritten.find()) {
      faults.add(new Fault(expected, unwritten.group(), source, hint));
    }
  }
}
