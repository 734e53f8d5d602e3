package dev.mabsplan.engine.image;

/** What comes next in an image. */
enum Tag {
  NULL,
  TRUE,
  FALSE,
  INTEGER,
  TEXT,
  CONSTANT,
  RECORD,
  LIST,
  SET,
  MAP,
  NOTHING,
  SOMETHING;

  private static final Tag[] ALL = values();

  /**
   * Returns a tag by its number.
   *
   * @throws UnfitImageException where there is none
   */
  static Tag of(int number) {
    if (number < 0 || number >= ALL.length) {
      throw new UnfitImageException("no tag " + number);
    }
    return ALL[number];
  }
}
