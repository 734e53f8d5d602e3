package dev.mabsplan.engine.image;

/** What comes next in an image. */
enum Tag {
  NULL(0),
  TRUE(1),
  FALSE(2),
  INTEGER(3),
  TEXT(4),
  CONSTANT(5),
  RECORD(6),
  LIST(7),
  SET(8),
  MAP(9),
  NOTHING(10),
  SOMETHING(11);

  private static final Tag[] ALL = values();

  private final int number;

  Tag(int number) {
    this.number = number;
  }

  /** Returns the number that is written for it. */
  int number() {
    return number;
  }

  /**
   * Returns a tag by its number.
   *
   * @throws UnfitImageException where there is none
   */
  static Tag of(int number) {
    if (number >= ALL.length) {
      throw new UnfitImageException("no tag " + number);
    }
    return ALL[number];
  }
}
