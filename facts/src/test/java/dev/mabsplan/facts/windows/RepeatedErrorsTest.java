package dev.mabsplan.facts.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatedErrorsTest {

  private static final Instant MORNING = Instant.parse("2026-01-15T03:10:00Z");
  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-01-15T18:30:00Z");

  private final List<Notes.NotedError> read = new ArrayList<>();

  private void said(String file, int line, ReportedError error, @Nullable Instant time) {
    read.add(new Notes.NotedError(error.withOccurrences(null, null, time), Source.of(file, line)));
  }

  @Test
  void anErrorThatIsSaidAgainIsOneWithCountFirstAndLastWhereItWasSaidLast() {
    said("a.errlog", 10, ReportedError.ofId(3106), NOON);
    said("a.errlog", 30, ReportedError.ofId(3106), EVENING);
    said("a.errlog", 5, ReportedError.ofId(3106), MORNING);

    assertEquals(
        List.of(
            new Notes.NotedError(
                ReportedError.ofId(3106).withOccurrences(3, MORNING, EVENING),
                Source.of("a.errlog", 30))),
        RepeatedErrors.merged(read));
  }

  @Test
  void anErrorThatIsSaidOnceStaysAsItIs() {
    said("a.errlog", 10, ReportedError.ofId(3106), NOON);

    assertEquals(read, RepeatedErrors.merged(read));
  }

  @Test
  void anotherServerOrAnotherNumberInTheMessageIsAnotherError() {
    said("a.errlog", 1, ReportedError.ofId(3106).withServer("FS01"), NOON);
    said("a.errlog", 2, ReportedError.ofId(3106).withServer("FS02"), NOON);
    said("a.errlog", 3, ReportedError.ofText("drive 1 failed"), NOON);
    said("a.errlog", 4, ReportedError.ofText("drive 2 failed"), NOON);

    assertEquals(read, RepeatedErrors.merged(read));
  }

  @Test
  void oneLogReadTwiceCountsOnce() {
    said("DPM_DATA.zip!MSDPMCurr.errlog", 10, ReportedError.ofId(3106), NOON);
    said("MSDPMCurr.errlog", 10, ReportedError.ofId(3106), NOON);

    assertEquals(
        List.of(ReportedError.ofId(3106).withOccurrences(null, null, NOON)), mergedErrors());
  }

  @Test
  void oneFileThatSaysItTwiceOfOneTimeCountsTwice() {
    said("a.errlog", 10, ReportedError.ofId(3106), NOON);
    said("a.errlog", 11, ReportedError.ofId(3106), NOON);

    assertEquals(List.of(ReportedError.ofId(3106).withOccurrences(2, null, NOON)), mergedErrors());
  }

  @Test
  void withoutTimesNothingIsCounted() {
    said("a.txt", 1, ReportedError.ofId(3106), null);
    said("a.txt", 2, ReportedError.ofId(3106), null);

    assertEquals(List.of(ReportedError.ofId(3106)), mergedErrors());
  }

  @Test
  void tenThousandLinesOfOneErrorAreOne() {
    IntStream.range(0, 10_000)
        .forEach(i -> said("a.errlog", i + 1, ReportedError.ofId(1), MORNING.plusSeconds(i)));

    assertEquals(
        List.of(ReportedError.ofId(1).withOccurrences(10_000, MORNING, MORNING.plusSeconds(9_999))),
        mergedErrors());
  }

  @Test
  void oldErrorsAreLeftOutByTheirLastTimeAndCounted() {
    said("a.errlog", 1, ReportedError.ofId(1), MORNING);
    said("a.errlog", 2, ReportedError.ofId(2), MORNING);
    said("a.errlog", 3, ReportedError.ofId(2), EVENING);
    said("a.errlog", 4, ReportedError.ofId(3), NOON);
    said("a.errlog", 5, ReportedError.ofId(4), null);

    RepeatedErrors.Recent recent = RepeatedErrors.since(RepeatedErrors.merged(read), NOON);

    assertEquals(
        List.of(2, 3, 4), recent.errors().stream().map(noted -> noted.error().id()).toList());
    assertEquals(1, recent.leftOut());
  }

  private List<ReportedError> mergedErrors() {
    return RepeatedErrors.merged(read).stream().map(Notes.NotedError::error).toList();
  }
}
