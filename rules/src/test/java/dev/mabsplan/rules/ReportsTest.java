package dev.mabsplan.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What people report is recognised however they write it, and what is something else is not.
 *
 * <p>The first corpus is the one that recognition was made with; the others were written without
 * it, and say how it does with what nobody thought of. The figures are written to {@code
 * target/reports.txt}.
 */
class ReportsTest {

  private static final Corpus FIRST = Corpus.of("first");

  /** What was written without recognition, with the percentages that it reaches, rounded down. */
  enum HeldOut {
    SECOND("second", 97, 99, 80, 97, 99, 95),
    THIRD("third", 94, 98, 95, 96, 96, 95),
    FOURTH("fourth", 95, 96, 88, 99, 97, 95);

    @SuppressWarnings("ImmutableEnumChecker") // read once, and never written
    private final Corpus corpus;

    private final int established;
    private final int establishedOrOffered;
    private final int mayBeOffered;
    private final int decoys;
    private final int notClaimed;
    private final int unexplained;

    HeldOut(
        String file,
        int established,
        int establishedOrOffered,
        int mayBeOffered,
        int decoys,
        int notClaimed,
        int unexplained) {
      this.corpus = Corpus.of(file);
      this.established = established;
      this.establishedOrOffered = establishedOrOffered;
      this.mayBeOffered = mayBeOffered;
      this.decoys = decoys;
      this.notClaimed = notClaimed;
      this.unexplained = unexplained;
    }
  }

  @AfterAll
  static void writeTheFigures() throws IOException {
    Path file = Path.of("target", "reports.txt");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        FIRST.written()
            + Arrays.stream(HeldOut.values())
                .map(heldOut -> heldOut.corpus.written())
                .collect(Collectors.joining()));
  }

  @Nested
  class InWhatRecognitionWasMadeWith {

    @Test
    void whatATextDecidesIsAProblem() {
      FIRST.established().isAtLeast(95);
    }

    @Test
    void whatATextDecidesIsAProblemOrOffered() {
      FIRST.establishedOrOffered().isAtLeast(99);
    }

    @Test
    void whatATextDoesNotDecideIsOffered() {
      FIRST.mayBeOffered().isAtLeast(90);
    }

    @Test
    void whatTheBasicChecksAreAboutIsAProblemOrOffered() {
      FIRST.basicEstablishedOrOffered().isAtLeast(90);
    }

    @Test
    void whatIsAboutNothingOfOursIsNoProblem() {
      // the agent's page, which has become known to the packs since, has the messages of these
      FIRST.decoysWithoutAProblem().isWholeBut("D175", "D190");
    }

    @Test
    void whatATextOnlyLooksLikeIsNotClaimed() {
      FIRST.looksLikeAndIsNotClaimed().isWholeBut();
    }

    @Test
    void whatIsInNoEntryIsListed() {
      // 34514 was in no entry when D006 was written, and has since become known to the packs
      FIRST.unexplainedListed().isWholeBut("D006");
    }
  }

  @Nested
  class InWhatWasWrittenWithoutIt {

    @ParameterizedTest
    @EnumSource
    void whatATextDecidesIsAProblem(HeldOut reports) {
      reports.corpus.established().isAtLeast(reports.established);
    }

    @ParameterizedTest
    @EnumSource
    void whatATextDecidesIsAProblemOrOffered(HeldOut reports) {
      reports.corpus.establishedOrOffered().isAtLeast(reports.establishedOrOffered);
    }

    @ParameterizedTest
    @EnumSource
    void whatATextDoesNotDecideIsOffered(HeldOut reports) {
      reports.corpus.mayBeOffered().isAtLeast(reports.mayBeOffered);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAboutNothingOfOursIsNoProblem(HeldOut reports) {
      reports.corpus.decoysWithoutAProblem().isAtLeast(reports.decoys);
    }

    @ParameterizedTest
    @EnumSource
    void whatATextOnlyLooksLikeIsNotClaimed(HeldOut reports) {
      reports.corpus.looksLikeAndIsNotClaimed().isAtLeast(reports.notClaimed);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInNoEntryIsListed(HeldOut reports) {
      reports.corpus.unexplainedListed().isAtLeast(reports.unexplained);
    }
  }
}
