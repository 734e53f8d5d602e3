package dev.mabsplan.engine.session;

import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.facts.fault.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rules of packs as they are written, before a compiler sees them.
 *
 * @param outlines what they say, in the order of the files; nothing of a file that can't be parsed
 * @param syntax what can't be parsed
 * @param form what is wrong with a file of rules as a whole
 */
public record WrittenRules(List<RuleOutline> outlines, List<Fault> syntax, List<Fault> form) {

  /** Reads the rules of packs. */
  public static WrittenRules of(Collection<RulePack> packs) {
    return OwnLoader.within(() -> read(packs));
  }

  private static WrittenRules read(Collection<RulePack> packs) {
    List<RuleOutline> outlines = new ArrayList<>();
    List<Fault> syntax = new ArrayList<>();
    List<Fault> form = new ArrayList<>();
    for (RulePack pack : packs) {
      for (Topic topic : pack.topics()) {
        outlines.addAll(DrlOutline.read(topic, syntax, form));
        outlines.addAll(Declared.of(topic));
      }
    }
    return new WrittenRules(List.copyOf(outlines), List.copyOf(syntax), List.copyOf(form));
  }
}
