package dev.mabsplan.engine.outcome;

import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sha256;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.tree.JsonObject;
import dev.mabsplan.facts.tree.JsonReader;
import dev.mabsplan.facts.tree.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a remedy for a problem: a line of {@code outcomes.jsonl}. It names no server, no
 * data source and no person.
 *
 * @param id tells the same attempt from another one; made of a digest, from which nothing can be
 *     read but that it is the same
 * @param problem topic and name
 * @param remedy topic and name
 * @param outcome what came of it
 * @param pack id and version of the pack that the remedy is of, such as {@code mabs 0.1.0}
 */
public record Outcome(
    String id, String problem, String remedy, AttemptOutcome outcome, String pack) {

  private static final int BYTES_OF_ID = 8;

  /**
   * Returns what facts tell of attempts. One that says of no problem what it was tried for tells
   * nothing.
   */
  public static List<Outcome> of(Facts facts, Knowledge knowledge) {
    Set<Outcome> outcomes = new LinkedHashSet<>();
    for (Attempt attempt : facts.attempts()) {
      String problem = attempt.problem();
      Optional<String> pack = pack(attempt.remedy(), knowledge);
      if (problem != null && pack.isPresent()) {
        outcomes.add(
            new Outcome(
                id(facts, attempt),
                problem,
                attempt.remedy(),
                attempt.outcome(),
                pack.orElseThrow()));
      }
    }
    return List.copyOf(outcomes);
  }

  private static Optional<String> pack(String remedy, Knowledge knowledge) {
    for (RulePack pack : knowledge.packs()) {
      for (Topic topic : pack.topics()) {
        if (topic.remedies().stream().anyMatch(one -> one.id().equals(remedy))) {
          return Optional.of(pack.id() + " " + pack.version());
        }
      }
    }
    return Optional.empty();
  }

  private static String id(Facts facts, Attempt attempt) {
    return Sha256.hex("" + facts.observedAt() + facts.errors() + attempt, BYTES_OF_ID);
  }

  /** Returns the line, without a line feed. */
  public String line() {
    return new JsonObject()
        .text("id", id)
        .text("problem", problem)
        .text("remedy", remedy)
        .text("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .text("pack", pack)
        .oneLine();
  }

  /**
   * Reads lines; of those with one id the first counts.
   *
   * @param file its name, for messages
   * @param faults takes what is wrong, a line each
   */
  public static List<Outcome> read(String file, List<String> lines, List<Fault> faults) {
    List<Outcome> outcomes = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Optional<Outcome> read = read(lines.get(i));
        if (read.isEmpty()) {
          faults.add(
              new Fault(
                  "an outcome, such as {\"id\":\"…\",\"problem\":\"…\",\"remedy\":\"…\","
                      + "\"outcome\":\"helped\",\"pack\":\"…\"}",
                  Fault.quote(lines.get(i)),
                  Source.of(file, i + 1),
                  "mabsplan outcomes writes such lines"));
        }
        read.filter(outcome -> ids.add(outcome.id())).ifPresent(outcomes::add);
      }
    }
    return outcomes;
  }

  private static Optional<Outcome> read(String line) {
    try {
      if (!(JsonReader.read("outcome", line) instanceof Mapping fields)) {
        return Optional.empty();
      }
      return Optional.of(
          new Outcome(
              fields.text("id").orElseThrow(),
              fields.text("problem").orElseThrow(),
              fields.text("remedy").orElseThrow(),
              AttemptOutcome.valueOf(fields.text("outcome").orElseThrow().toUpperCase(Locale.ROOT)),
              fields.text("pack").orElseThrow()));
    } catch (InvalidFactsException | IllegalArgumentException | NoSuchElementException e) {
      return Optional.empty();
    }
  }
}
