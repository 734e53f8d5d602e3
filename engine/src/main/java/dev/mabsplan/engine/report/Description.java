package dev.mabsplan.engine.report;

import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.engine.rule.KnownRule;
import dev.mabsplan.facts.fault.Source;
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

  /** Returns the topic that it is of. */
  public String topic() {
    return id.substring(0, id.indexOf('/'));
  }

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
   * @param at where it is defined
   * @param title its title, by language
   * @param treatment its remedies, and how they belong together
   * @param retry the remedy that shows whether an attempt helped
   * @param rules the rules that speak of it
   * @param entries the catalogue entries it comes from
   */
  public record OfProblem(
      Source at,
      Map<Language, String> title,
      Treatment treatment,
      Optional<String> retry,
      List<String> rules,
      List<Cited> entries) {}

  /**
   * A remedy.
   *
   * @param at where it is defined
   * @param title its title, by language
   * @param weight what it is ordered by
   * @param work how it is carried out
   * @param decidedBy what tells whether it is needed: {@code always}, {@code trial} or {@code
   *     facts}
   * @param facts the facts that tell
   * @param problems the problems that are treated or tried again with it
   * @param checkedFor the operations that it is a basic check for
   * @param rules the rules that speak of it
   * @param entries the catalogue entries it comes from
   */
  public record OfRemedy(
      Source at,
      Map<Language, String> title,
      Weight weight,
      Work work,
      String decidedBy,
      List<Deciding> facts,
      List<String> problems,
      List<String> checkedFor,
      List<String> rules,
      List<Cited> entries) {}

  /**
   * What a remedy is ordered by.
   *
   * @param likelihood how often it is what helps
   * @param effort how long it takes
   * @param risk what it can break
   */
  public record Weight(Likelihood likelihood, Effort effort, Risk risk) {}

  /**
   * How a remedy is carried out; places in its commands are not filled in.
   *
   * @param shell where its commands run
   * @param elevated whether that must run as administrator
   * @param commands what to run, in order
   * @param how what to do, by language
   * @param verify what to run to see that it worked
   * @param undo what to run to undo it
   * @param undoable whether it can be undone, by commands or as the words say
   */
  public record Work(
      Optional<Shell> shell,
      boolean elevated,
      List<String> commands,
      Map<Language, String> how,
      Optional<String> verify,
      List<String> undo,
      boolean undoable) {}

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
