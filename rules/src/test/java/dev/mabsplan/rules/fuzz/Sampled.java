package dev.mabsplan.rules.fuzz;

import java.util.Arrays;

/**
 * Which inputs go on from their reader through all that comes behind it, a plan or a compiler: one
 * in a thousand or so, and always the same ones.
 */
final class Sampled {

  private static final int ONE_IN = 1_000;

  private Sampled() {}

  static boolean is(byte[] input) {
    return Math.floorMod(Arrays.hashCode(input), ONE_IN) == 0;
  }
}
