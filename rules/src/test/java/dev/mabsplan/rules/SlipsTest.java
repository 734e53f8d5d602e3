package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.KnownSymptom;
import dev.mabsplan.engine.symptom.Recognizer;
import dev.mabsplan.engine.symptom.Understood;
import dev.mabsplan.facts.ReportedError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A message that somebody typed, shortened or pasted badly is still that message, and never
 * another.
 *
 * <p>What fails is written to {@code target/slips.txt}.
 */
@Tag("slow")
class SlipsTest {

  private static final long SEED = 20_260_115;

  private static final int ROUNDS = 10;

  private static final Recognizer RECOGNIZER =
      Recognizer.of(Workshop.of(Catalog.PLANNER).knowledge());

  /** A known message with a slip, and what is claimed of it. */
  private record Slipped(String symptom, Slip slip, String text, Claim whole, Claim claim) {

    boolean stays() {
      return claim.claimed().contains(symptom);
    }

    boolean isOffered() {
      return stays() || claim.offered().contains(symptom);
    }

    boolean isClaimedToBeAnother() {
      return !whole.claimed().containsAll(claim.claimed());
    }

    @Override
    public String toString() {
      return slip + ", " + symptom + " became " + claim + ": " + text;
    }
  }

  /** What a text is claimed to be, and what it is said that it may be; ids of symptoms. */
  private record Claim(Set<String> claimed, Set<String> offered) {

    static Claim of(String text) {
      Claim all = new Claim(new TreeSet<>(), new TreeSet<>());
      for (Understood part : RECOGNIZER.understand(ReportedError.ofText(text))) {
        part.recognitions().forEach(recognition -> all.claimed.add(recognition.symptom().id()));
        part.said().forEach(said -> all.claimed.add(said.statement().id()));
        part.hints().forEach(hint -> all.offered.add(hint.id()));
      }
      return all;
    }

    @Override
    public String toString() {
      return claimed + (offered.isEmpty() ? "" : ", perhaps " + offered);
    }
  }

  private static final List<Slipped> ALL = all();

  private static List<Slipped> all() {
    List<Slipped> all = new ArrayList<>();
    Workshop.of(Catalog.PLANNER)
        .knowledge()
        .symptoms()
        .filter(symptom -> !symptom.genericMessages())
        .forEach(symptom -> symptom.messages().forEach(message -> addSlips(all, symptom, message)));
    return List.copyOf(all);
  }

  private static void addSlips(List<Slipped> all, KnownSymptom symptom, String message) {
    Claim whole = Claim.of(Slip.filled(message));
    for (Slip slip : Slip.values()) {
      // a message that the packs learn leaves the slips of the others as they are
      Random random = new Random(SEED + 31L * message.hashCode() + slip.name().hashCode());
      Set<String> texts = new LinkedHashSet<>();
      for (int round = 0; round < ROUNDS; round++) {
        slip.in(message, random).map(Slip::filled).ifPresent(texts::add);
      }
      texts.forEach(text -> all.add(new Slipped(symptom.id(), slip, text, whole, Claim.of(text))));
    }
  }

  @AfterAll
  static void writeTheFigures() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Slip slip : Slip.values()) {
      List<Slipped> some = ofOne(slip);
      text.append(
          "%s: %d, %d %% stay, %d %% stay or are offered, %d are claimed to be another%n"
              .formatted(
                  slip,
                  some.size(),
                  percent(some, Slipped::stays),
                  percent(some, Slipped::isOffered),
                  some.stream().filter(Slipped::isClaimedToBeAnother).count()));
    }
    ALL.stream()
        .filter(one -> !one.stays() || one.isClaimedToBeAnother())
        .forEach(one -> text.append(one).append('\n'));
    Path file = Path.of("target", "slips.txt");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private static List<Slipped> ofOne(Slip slip) {
    return ALL.stream().filter(one -> one.slip() == slip).toList();
  }

  private static long percent(List<Slipped> some, Predicate<Slipped> which) {
    return some.stream().filter(which).count() * 100 / some.size();
  }

  // 99 are wanted of all but the cuts; what of a short message is left with a slip in it is offered
  @ParameterizedTest
  @CsvSource({
    "TWO_LETTERS_SWAPPED, 98",
    "A_LETTER_DROPPED, 99",
    "A_LETTER_DOUBLED, 99",
    "A_FILLER_DROPPED, 99",
    "AN_ARTICLE_ADDED, 100",
    "A_SENTENCE_AROUND, 99",
    "CUT_IN_FRONT, 95",
    "CUT_BEHIND, 91",
    "OTHER_QUOTES, 99",
    "MIS_DECODED, 100",
    "BOLD, 100",
    "WRAPPED, 100"
  })
  void aMessageStaysWhatItIs(Slip slip, int leastPercent) {
    List<Slipped> some = ofOne(slip);

    assertTrue(
        percent(some, Slipped::stays) >= leastPercent,
        () ->
            percent(some, Slipped::stays)
                + " % of "
                + some.size()
                + " stay; not: "
                + some.stream().filter(one -> !one.stays()).toList());
  }

  // none is wanted
  @ParameterizedTest
  @CsvSource({
    "TWO_LETTERS_SWAPPED, 0",
    "A_LETTER_DROPPED, 1",
    "A_LETTER_DOUBLED, 0",
    "A_FILLER_DROPPED, 0",
    "AN_ARTICLE_ADDED, 0",
    "A_SENTENCE_AROUND, 0",
    "CUT_IN_FRONT, 1",
    "CUT_BEHIND, 0",
    "OTHER_QUOTES, 0",
    "MIS_DECODED, 0",
    "BOLD, 0",
    "WRAPPED, 0"
  })
  void aMessageIsNeverClaimedToBeAnother(Slip slip, int most) {
    List<Slipped> another = ofOne(slip).stream().filter(Slipped::isClaimedToBeAnother).toList();

    assertTrue(another.size() <= most, another::toString);
  }
}
