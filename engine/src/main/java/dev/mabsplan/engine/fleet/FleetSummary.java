package dev.mabsplan.engine.fleet;

import java.util.List;
import java.util.Optional;

/**
 * What a fleet comes to: how many documents, and what to mend first. Documents are taken one by
 * one; two summaries of parts of a fleet merge into that of both. Not safe for several threads at
 * once.
 */
public final class FleetSummary {

  private final FleetRanking ranking = new FleetRanking();
  private long documents;
  private long broken;
  private long withProblems;
  private long compared;
  private long solved;
  private long added;

  /**
   * Takes a document that was planned for.
   *
   * @param changes what changed; nothing where nothing was known
   */
  public void add(Known known, Optional<Changes> changes) {
    documents++;
    withProblems += known.plan().problems().isEmpty() ? 0 : 1;
    changes.ifPresent(
        found -> {
          compared++;
          solved += found.solved().size();
          added += found.added().size();
        });
    ranking.put(known);
  }

  /** Takes a document that is not as it must be. */
  public void addBroken() {
    documents++;
    broken++;
  }

  /** Takes all that a summary of later documents has. */
  public void merge(FleetSummary later) {
    documents += later.documents;
    broken += later.broken;
    withProblems += later.withProblems;
    compared += later.compared;
    solved += later.solved;
    added += later.added;
    ranking.merge(later.ranking);
  }

  /**
   * What it comes to.
   *
   * @param documents how many documents there were
   * @param broken how many of them were not as they must be
   * @param withProblems in how many something is wrong
   * @param servers how many documents count in the ranking: of those about the same servers the
   *     last
   * @param compared how many were compared with plans of the same servers from before
   * @param solved how many problems of those are there no longer
   * @param added how many are new
   * @param fixes the steps, what to do first in front
   */
  public record Result(
      long documents,
      long broken,
      long withProblems,
      long servers,
      long compared,
      long solved,
      long added,
      List<Fix> fixes) {}

  /** Returns what it comes to. */
  public Result result() {
    return new Result(
        documents, broken, withProblems, ranking.size(), compared, solved, added, ranking.fixes());
  }
}
