package dev.mabsplan.engine.pack;

/** How long a person works or waits for something to be done. */
public enum Effort {
  /** 1 minute. */
  INSTANT(1),
  /** 5 minutes. */
  SHORT(5),
  /** 20 minutes. */
  MEDIUM(20),
  /** 60 minutes. */
  LONG(60),
  /** 240 minutes. */
  VERY_LONG(240);

  private final int minutes;

  Effort(int minutes) {
    this.minutes = minutes;
  }

  /** Returns the effort in minutes. */
  public int minutes() {
    return minutes;
  }
}
