package dev.mabsplan.facts.input;

/**
 * How much is read of what somebody hands over.
 *
 * @param files how many files at most
 * @param bytesOfFile bytes of one file
 * @param bytesInAll bytes of all files, unpacked
 * @param ratio how many times its size an archive may unpack to
 * @param smallest bytes that an archive may unpack to in any case, since text packs well
 * @param depth how deep archives may lie in archives
 */
record Limits(int files, long bytesOfFile, long bytesInAll, int ratio, long smallest, int depth) {

  static final long MIB = 1 << 20;

  /** What a support bundle stays below by far. */
  static final Limits USUAL = new Limits(5_000, 16 * MIB, 512 * MIB, 100, 64 * MIB, 3);
}
