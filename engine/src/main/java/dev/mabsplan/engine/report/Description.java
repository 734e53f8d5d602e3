package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.rule.KnownRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rule packs say of an id. A rule, a problem and a remedy may have the same.
 *
 * @param id topic and name, such as {@code replica/vss-disabled}
 * @param rule the rule of that id
 * @param problem the problem of that id
 * @param remedy the remedy of that id
 */
public record Description(
    String id, Optional<OfRule> rule, Optional<OfProblem> problem, Optional<OfRemedy> remedy) {

  /**
   * A rule, and what is told of it elsewhere.
   *
   * @param rule the rule
   * @param title the title of the problem or remedy it speaks of first, by language
   * @param reason its reason sentence, by language
   * @param entries the catalogue entries behind what it speaks of
   * @param fires the scenarios that say that it fires
   * @param silent the scenarios that say that it stays silent
   */
  public record OfRule(
      KnownRule rule,
      Map<Language, String> title,
      Map<Language, String> reason,
      List<Cited> entries,
      List<String> fires,
      List<String> silent) {}

  /**
   * A problem.
   *
   * @param title its title, by language
   * @param remedies the remedies of its treatment, in the order of the file
   * @param retry the remedy that shows whether an attempt helped
   * @param rules the rules that speak of it
   * @param entries the catalogue entries it comes from
   */
  public record OfProblem(
      Map<Language, String> title,
      List<String> remedies,
      Optional<String> retry,
      List<String> rules,
      List<Cited> entries) {}

  /**
   * A remedy.
   *
   * @param title its title, by language
   * @param decidedBy what tells whether it is needed: {@code always}, {@code trial} or {@code
   *     facts}
   * @param facts the facts that tell
   * @param problems the problems that are treated or tried again with it
   * @param checkedFor the operations that it is a basic check for
   * @param rules the rules that speak of it
   * @param entries the catalogue entries it comes from
   */
  public record OfRemedy(
      Map<Language, String> title,
      String decidedBy,
      List<Deciding> facts,
      List<String> problems,
      List<String> checkedFor,
      List<String> rules,
      List<Cited> entries) {}

  /**
   * A fact that decides a remedy.
   *
   * @param fact where it stands on its server
   * @param words what it is, by language
   * @param probe id of the probe that asks for it; nothing where a person must look
   * @param obtain the command that prints it
   */
  public record Deciding(
      String fact, Map<Language, String> words, Optional<String> probe, Optional<String> obtain) {}

  /**
   * A catalogue entry.
   *
   * @param id its id
   * @param title its title, by language
   * @param source where it can be read
   */
  public record Cited(String id, Map<Language, String> title, String source) {}
}
