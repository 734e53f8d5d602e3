package dev.mabsplan.engine.session;

import dev.mabsplan.engine.rule.PatternOutline;
import dev.mabsplan.engine.rule.RuleOutline;
import dev.mabsplan.engine.rule.WatchedKeys;
import dev.mabsplan.facts.shape.RecordShape;
import dev.mabsplan.facts.shape.Spelling;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that rules write out, by the sort of thing they name. Rules compare them to the letter,
 * so whatever is called so is called so in a session as the rules spell it.
 */
final class NamesOfRules {

  /** By sort: the names by how they are compared. */
  private final Map<String, Map<String, String>> spellings = new HashMap<>();

  private NamesOfRules() {}

  static NamesOfRules of(Collection<RuleOutline> rules) {
    NamesOfRules names = new NamesOfRules();
    rules.forEach(rule -> rule.patterns().forEach(names::learn));
    return names;
  }

  private void learn(PatternOutline pattern) {
    WatchedKeys.kind(pattern.type())
        .ifPresent(
            kind ->
                WatchedKeys.names(kind, pattern)
                    .forEach((name, constants) -> constants.forEach(text -> learn(name, text))));
  }

  private void learn(RecordShape.Component name, String constant) {
    name.sort()
        .ifPresent(
            sort ->
                spellings
                    .computeIfAbsent(sort, s -> new HashMap<>())
                    .put(Spelling.fold(constant), constant));
  }

  /** Returns how rules spell a name, or null where they don't. */
  @Nullable String spelling(String sort, String folded) {
    Map<String, String> ofSort = spellings.get(sort);
    return ofSort == null ? null : ofSort.get(folded);
  }
}
