package dev.mabsplan.engine.cli.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FleetProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now = 7 * SECOND;

  private FleetProgress progress(boolean shown, long kept, double doneBefore) {
    PrintStream to = new PrintStream(err, false, StandardCharsets.UTF_8);
    return new FleetProgress(to, () -> now, shown, kept, doneBefore);
  }

  private String said() {
    String said = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return said;
  }

  @Test
  void saysHowManyHowFastAndHowLongStill() {
    FleetProgress progress = progress(true, 0, 0);
    now += 10 * SECOND;
    progress.at(5_000, 0.001);

    assertEquals("\r5,000 documents, 500 a second, 2:46:30 left\u001b[K", said());
    progress.end();
    assertEquals("\r\u001b[K", said());
  }

  @Test
  void aRunThatGoesOnCountsWhatItDidItself() {
    FleetProgress progress = progress(true, 4_000, 0.4);
    now += 10 * SECOND;
    progress.at(5_000, 0.5);

    assertEquals("\r5,000 documents, 100 a second, 0:00:50 left\u001b[K", said());
  }

  @Test
  void whereNobodyKnowsTheSizeItSaysNoTime() {
    FleetProgress progress = progress(true, 0, 0);
    now += SECOND;
    progress.at(9, -1);

    assertEquals("\r9 documents, 9 a second\u001b[K", said());
  }

  @Test
  void saysNothingTwiceInAMomentAndNothingAtAllWhereNobodyLooks() {
    FleetProgress progress = progress(true, 0, 0);
    now += SECOND;
    progress.at(9, -1);
    said();
    now += SECOND / 3;
    progress.at(10, -1);
    assertEquals("", said());

    FleetProgress unseen = progress(false, 0, 0);
    now += SECOND;
    unseen.at(9, -1);
    unseen.end();
    assertEquals("", said());
  }
}
