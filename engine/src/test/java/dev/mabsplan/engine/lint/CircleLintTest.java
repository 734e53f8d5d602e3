package dev.mabsplan.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.order.SmallPack;
import dev.mabsplan.engine.pack.InvalidPackException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which remedies come before one another in a circle, and which only seem to. */
class CircleLintTest {

  /** The circles of a pack of four remedies, as what comes before what and why. */
  private static List<String> circles(SmallPack pack) {
    try {
      pack.knowledge();
      return List.of();
    } catch (InvalidPackException e) {
      return e.faults().stream()
          .map(fault -> fault.found().replaceAll(", test/t/topic\\.yaml:\\d+:\\d+|a circle: ", ""))
          .toList();
    }
  }

  private static SmallPack pack() {
    return new SmallPack().remedy("c").remedy("d").problem("other", "{checklist: [c, d]}");
  }

  private static SmallPack pack(String p, String q) {
    return pack().problem("p", p).problem("q", q).remedy("a").remedy("b");
  }

  @Nested
  class ACircle {

    @Test
    void isMadeByTwoSequences() {
      assertEquals(
          List.of(
              "t/a before t/b (sequence in the treatment of t/p), t/b before t/a (sequence in the"
                  + " treatment of t/q)"),
          circles(pack("{sequence: [a, b]}", "{sequence: [b, a]}")));
    }

    @Test
    void isMadeByTheFarEndsOfSequencesWhoseMiddleMayFallAway() {
      assertEquals(
          List.of(
              "t/a before t/b (sequence in the treatment of t/p), t/b before t/a (sequence in the"
                  + " treatment of t/q)"),
          circles(pack("{sequence: [a, c, b]}", "{sequence: [b, d, a]}")));
    }

    @Test
    void isMadeByASequenceAndAPrerequisite() {
      assertEquals(
          List.of("t/a before t/b (sequence in the treatment of t/p), t/b before t/a (required)"),
          circles(
              pack().problem("p", "{sequence: [a, b]}").remedy("a", "requires: [b]").remedy("b")));
    }

    @Test
    void isMadeByAFallbackInsideItsOwnSequence() {
      assertEquals(
          List.of(
              "t/a before t/b (sequence in the treatment of t/p), t/b before t/a (fallbackOf in"
                  + " the treatment of t/p)"),
          circles(
              pack()
                  .problem("p", "{sequence: [{remedy: a, fallbackOf: b}, b]}")
                  .remedy("a")
                  .remedy("b")));
    }

    @Test
    void isMadeByAChoiceWhoseMilderRemedyAnotherProblemPutsLast() {
      assertEquals(
          List.of(
              "t/a before t/b (choice in the treatment of t/p), t/b before t/a (sequence in the"
                  + " treatment of t/q)"),
          circles(
              pack()
                  .problem("p", "{choice: [a, b]}")
                  .problem("q", "{sequence: [b, a]}")
                  .remedy("a")
                  .remedy("b", "risk: disruptive")));
    }

    @Test
    void isMadeByAChoiceThatEvidenceTurnsRound() {
      assertEquals(
          List.of(
              "t/a before t/b (sequence in the treatment of t/q), t/b before t/a (choice in the"
                  + " treatment of t/p)"),
          circles(
              pack()
                  .problem("p", "{choice: [a, b]}")
                  .problem("q", "{sequence: [a, b]}")
                  .remedy("a")
                  .remedy("b", "decidedBy: facts", "likelihood: rare")));
    }

    @Test
    void isMadeByARetryThatAnotherProblemPutsBeforeWhatItFollows() {
      assertEquals(
          List.of(
              "t/a before t/b (the retry of t/p), t/b before t/a (sequence in the treatment of"
                  + " t/q)"),
          circles(
              pack()
                  .problem("p", "a", "retry: b")
                  .problem("q", "{sequence: [b, a]}")
                  .remedy("a", "decidedBy: always")
                  .remedy("b", "decidedBy: always")));
    }

    @Test
    void isMadeByTwoRetriesOfWhatTheOtherTreats() {
      assertEquals(
          List.of("t/a before t/b (the retry of t/p), t/b before t/a (the retry of t/q)"),
          circles(
              pack()
                  .problem("p", "a", "retry: b")
                  .problem("q", "b", "retry: a")
                  .remedy("a", "decidedBy: facts")
                  .remedy("b", "decidedBy: facts")));
    }

    @Test
    void isMadeByABasicCheckThatRequiresTheRetry() {
      assertEquals(
          List.of("t/a before t/b (the retry of t/p), t/b before t/a (required)"),
          circles(
              pack()
                  .problem("p", "c", "retry: b")
                  .remedy("a", "decidedBy: facts", "requires: [b]")
                  .remedy("b")
                  .check("a", "operations: [disk-backup]", "routine: true")));
    }

    @Test
    void isSaidOnceHoweverLongItIs() {
      assertEquals(
          List.of(
              "t/a before t/b (sequence in the treatment of t/p), t/b before t/c (sequence in the"
                  + " treatment of t/q), t/c before t/a (required)"),
          circles(
              new SmallPack()
                  .problem("p", "{sequence: [a, b]}")
                  .problem("q", "{sequence: [b, c]}")
                  .remedy("a", "requires: [c]")
                  .remedy("b")
                  .remedy("c")));
    }
  }

  @Nested
  class NoCircle {

    @Test
    void isMadeByRivalsWhoseRatioPutsThemInOrder() {
      assertEquals(List.of(), circles(pack("{rivals: [a, b]}", "{sequence: [b, a]}")));
    }

    @Test
    void isMadeByTwoChoicesOfTheSame() {
      assertEquals(
          List.of(),
          circles(
              pack()
                  .problem("p", "{choice: [a, b]}")
                  .problem("q", "{choice: [b, a]}")
                  .remedy("a", "decidedBy: facts")
                  .remedy("b", "decidedBy: facts")));
    }

    @Test
    void isMadeByARetryThatIsCertainAndNeedNotWaitForWhatIsOnlyTried() {
      assertEquals(
          List.of(),
          circles(
              pack()
                  .problem("p", "a", "retry: b")
                  .problem("q", "{sequence: [b, a]}")
                  .remedy("a")
                  .remedy("b", "decidedBy: always")));
    }

    @Test
    void isMadeByARetryThatCanMendAloneAndSoWaitsForNothingThatIsOnlyTried() {
      assertEquals(
          List.of(),
          circles(
              pack()
                  .problem("p", "a", "retry: b", "retryAlone: true")
                  .problem("q", "{sequence: [b, a]}")
                  .remedy("a")
                  .remedy("b")));
    }

    @Test
    void isMadeByARemedyThatIsItsOwnRetry() {
      assertEquals(
          List.of(),
          circles(pack().problem("p", "b", "retry: b").remedy("b", "decidedBy: always")));
    }
  }
}
