package dev.mabsplan.engine.fleet;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sha256;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.facts.fault.InvalidFactsException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Plans for one document of a fleet after another. A pure function of what was known before, of the
 * facts and of the rule packs; safe to use from many threads.
 */
public final class FleetStep {

  private static final int DIGEST_BYTES = 16;

  private final Planner planner;
  private final Language language;
  private final String rules;

  /**
   * Makes a step.
   *
   * @param planner plans
   * @param language the language of titles and sentences
   */
  public FleetStep(Planner planner, Language language) {
    this.planner = planner;
    this.language = language;
    StringBuilder packs = new StringBuilder();
    for (RulePack pack : Workshop.of(planner).knowledge().packs()) {
      packs.append(pack.id()).append(' ').append(pack.version()).append(' ').append(pack.digest());
      packs.append('\n');
    }
    this.rules = digest(packs.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What comes of a document.
   *
   * @param known what is to be kept of it
   * @param changes what is otherwise than before; nothing where nothing was known
   */
  public record Next(Known known, Optional<Changes> changes) {}

  /**
   * Plans in short. The same facts with the same rules are not planned for again.
   *
   * @param previous what was known of the same servers
   * @throws InvalidFactsException where an attempt or an error names a remedy or a problem that no
   *     pack knows
   */
  public Next next(Optional<Known> previous, Given given) {
    Optional<Known> same = previous.filter(known -> isOf(known, given));
    Known known = same.orElseGet(() -> known(given, planner.shortPlan(given.facts(), language)));
    return new Next(known, previous.map(before -> Changes.between(before, known)));
  }

  /**
   * What comes of a document, with its plan whole.
   *
   * @param plan the plan
   * @param next what is to be kept of it, and what changed
   */
  public record Whole(Plan plan, Next next) {}

  /**
   * Plans with all reasons.
   *
   * @param previous what was known of the same servers
   * @throws InvalidFactsException where an attempt or an error names a remedy or a problem that no
   *     pack knows
   */
  public Whole whole(Optional<Known> previous, Given given) {
    Plan plan = planner.plan(given.facts(), language);
    Known known = known(given, ShortPlan.of(plan));
    return new Whole(plan, new Next(known, previous.map(before -> Changes.between(before, known))));
  }

  private Known known(Given given, ShortPlan plan) {
    return new Known(given.key(), given.digest(), rules, plan);
  }

  private boolean isOf(Known known, Given given) {
    return known.digest().equals(given.digest())
        && known.rules().equals(rules)
        && known.plan().language().equals(language);
  }

  /** Returns the digest of the rule packs. */
  public String rules() {
    return rules;
  }

  /** Returns what tells bytes from others: the first half of their SHA-256, in hexadecimal. */
  public static String digest(byte[] bytes) {
    MessageDigest sha256 = sha256();
    sha256.update(bytes);
    return finish(sha256);
  }

  /** Returns the digest of all that a SHA-256 was fed with. */
  public static String finish(MessageDigest sha256) {
    return HexFormat.of().formatHex(sha256.digest(), 0, DIGEST_BYTES);
  }

  /** Returns a SHA-256 to be fed. */
  public static MessageDigest sha256() {
    return Sha256.begin();
  }
}
