package dev.mabsplan.engine.cli.fleet;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a fleet is, in one line on a terminal that is written over and over. */
final class FleetProgress {

  private static final long EVERY = 500_000_000L;
  private static final int SECONDS_OF_MINUTE = 60;
  private static final int MINUTES_OF_HOUR = 60;

  private final PrintStream err;
  private final LongSupplier nanos;
  private final boolean shown;
  private final long kept;
  private final double doneBefore;
  private final long began;
  private long last;

  /**
   * Begins.
   *
   * @param shown whether somebody looks
   * @param kept how many documents were done by a run before
   * @param doneBefore how much of all that is, from 0 to 1
   */
  FleetProgress(PrintStream err, boolean shown, long kept, double doneBefore) {
    this(err, System::nanoTime, shown, kept, doneBefore);
  }

  FleetProgress(PrintStream err, LongSupplier nanos, boolean shown, long kept, double doneBefore) {
    this.err = err;
    this.nanos = nanos;
    this.shown = shown;
    this.kept = kept;
    this.doneBefore = doneBefore;
    this.began = nanos.getAsLong();
    this.last = began;
  }

  /** Says how far it is, unless it did so a moment ago. */
  void at(long documents, double done) {
    long now = nanos.getAsLong();
    if (!shown || now - last < EVERY) {
      return;
    }
    last = now;
    err.print("\r" + line(documents, documents - kept, done, (now - began) / 1e9) + "\u001b[K");
    err.flush();
  }

  private String line(long documents, long now, double done, double seconds) {
    String line =
        String.format(Locale.ROOT, "%,d documents, %,.0f a second", documents, now / seconds);
    double share = done - doneBefore;
    return done < 0 || share <= 0
        ? line
        : line + ", " + clock(Math.round(seconds * (1 - done) / share)) + " left";
  }

  private static String clock(long seconds) {
    long minutes = seconds / SECONDS_OF_MINUTE;
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        minutes / MINUTES_OF_HOUR,
        minutes % MINUTES_OF_HOUR,
        seconds % SECONDS_OF_MINUTE);
  }

  /** Takes the line away. */
  void end() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
