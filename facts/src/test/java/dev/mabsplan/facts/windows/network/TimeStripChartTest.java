package dev.mabsplan.facts.windows.network;

import static dev.mabsplan.facts.format.Sample.SERVER;
import static dev.mabsplan.facts.format.Sample.file;
import static dev.mabsplan.facts.format.Sample.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.facts.Clock;
import dev.mabsplan.facts.format.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeStripChartTest {

  @Test
  void aClockThatIsBehindHasAPositiveOffsetInTheChartAndTheMiddleOneCounts() {
    Sample sample = read(new TimeStripChart(), file("w32tm/english.txt"));

    assertEquals(List.of(Clock.of(SERVER).withOffsetSeconds(-413)), sample.facts());
    assertEquals(List.of(6), sample.lines());
    assertEquals(List.of(), sample.unread());
  }

  @Test
  void onlyTheLinesOfSamplesCountWhatTheOthersSayIsTranslated() {
    Sample sample = read(new TimeStripChart(), file("w32tm/swedish.txt"));

    assertEquals(List.of(Clock.of(SERVER).withOffsetSeconds(0)), sample.facts());
    assertEquals(List.of("5: the other computer did not say its time"), sample.unread());
  }

  @Test
  void withoutAnAnswerTheOffsetIsUnknown() {
    Sample sample = read(new TimeStripChart(), file("w32tm/no-answer.txt"));

    assertEquals(List.of(), sample.facts());
    assertEquals(
        List.of("4: the other computer did not say its time (and 2 more)"), sample.unread());
  }

  @Test
  void theChartWithItsGraphicsSaysTheSame() {
    Sample sample = read(new TimeStripChart(), file("w32tm/chart.txt"));

    assertEquals(List.of(Clock.of(SERVER).withOffsetSeconds(301)), sample.facts());
  }

  @Test
  void aSampleThatIsCutOffIsPassedOver() {
    Sample sample = read(new TimeStripChart(), file("w32tm/damaged.txt"));

    assertEquals(List.of(Clock.of(SERVER).withOffsetSeconds(0)), sample.facts());
    assertEquals(List.of(4), sample.lines());
  }
}
