package dev.mabsplan.engine.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.KnownProblem;
import dev.mabsplan.engine.pack.Remedy;
import dev.mabsplan.engine.pack.SmallPack;
import dev.mabsplan.engine.pack.Treatment;
import dev.mabsplan.facts.AttemptOutcome;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.gathered.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  private static final Knowledge KNOWLEDGE = new Knowledge(List.of(SmallPack.good().read()));
  private static final KnownProblem PROBLEM = KNOWLEDGE.problem("small/inconsistent").orElseThrow();
  private static final Remedy REMEDY =
      PROBLEM
          .treatment()
          .takes()
          .map(Treatment.Take::remedy)
          .findFirst()
          .flatMap(KNOWLEDGE::remedy)
          .orElseThrow();

  private static List<Outcome> outcomes(String remedy, AttemptOutcome outcome, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Outcome(remedy + i + outcome, PROBLEM.id(), remedy, outcome, "small 1.0"))
        .toList();
  }

  @Test
  void sevenCasesSuggestNothing() {
    assertEquals(
        List.of(), Suggestion.of(outcomes(REMEDY.id(), AttemptOutcome.HELPED, 7), KNOWLEDGE));
  }

  @Test
  void whatFailedIsNoCaseThatWasSolved() {
    assertEquals(
        List.of(), Suggestion.of(outcomes(REMEDY.id(), AttemptOutcome.FAILED, 50), KNOWLEDGE));
  }

  @Test
  void anotherProblemThanThePacksKnowSuggestsNothing() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      outcomes.add(new Outcome("a" + i, "x/y", REMEDY.id(), AttemptOutcome.HELPED, "x 1"));
    }
    assertEquals(List.of(), Suggestion.of(outcomes, KNOWLEDGE));
  }

  @Test
  void noSuggestionIsMoreThanOneClassAway() {
    for (int count = 8; count < 200; count += 7) {
      for (Suggestion suggestion :
          Suggestion.of(outcomes(REMEDY.id(), AttemptOutcome.HELPED, count), KNOWLEDGE)) {
        assertEquals(
            true,
            List.of(0.5, 2.0)
                .contains((double) suggestion.to().weight() / suggestion.from().weight()),
            suggestion::toString);
        assertEquals(count, suggestion.cases());
      }
    }
  }

  @Test
  void aLineIsReadAsItWasWrittenAndOnceOnly() {
    List<Outcome> outcomes = outcomes(REMEDY.id(), AttemptOutcome.HELPED, 3);
    List<String> lines = new ArrayList<>(outcomes.stream().map(Outcome::line).toList());
    lines.add(lines.get(0));
    List<Fault> faults = new ArrayList<>();

    assertEquals(outcomes, Outcome.read("outcomes.jsonl", lines, faults));
    assertEquals(List.of(), faults);
  }

  @Test
  void anotherLineIsSaidWithItsNumber() {
    List<Fault> faults = new ArrayList<>();
    Outcome.read("outcomes.jsonl", List.of("", "{\"id\":1}"), faults);

    assertEquals(1, faults.size());
    assertEquals(true, faults.get(0).message().startsWith("outcomes.jsonl:2: expected an outcome"));
  }

  @Test
  void ofFactsNoNameIsKept() {
    Facts facts =
        FactsDocument.parse(
            """
            {"servers": [{"name": "ZQ1", "role": "backupServer"}, {"name": "ZQ2", "role": "protectedServer"}],
             "errors": [{"id": 3106, "reportedBy": "ZQ1", "server": "ZQ2", "dataSource": "ZQ:\\\\"}],
             "attempts": [{"remedy": "%s", "problem": "small/inconsistent", "server": "ZQ2",
                           "dataSource": "ZQ:\\\\", "outcome": "helped"},
                          {"remedy": "%s", "outcome": "failed"}]}
            """
                .formatted(REMEDY.id(), REMEDY.id()));
    List<Outcome> outcomes = Outcome.of(facts, KNOWLEDGE);

    assertEquals(1, outcomes.size());
    assertEquals(false, outcomes.get(0).line().contains("ZQ"), outcomes.get(0).line());
    assertEquals(outcomes, Outcome.of(facts, KNOWLEDGE));
  }
}
