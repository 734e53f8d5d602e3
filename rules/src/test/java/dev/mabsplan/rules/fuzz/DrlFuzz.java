package dev.mabsplan.rules.fuzz;

import java.nio.charset.StandardCharsets;

/** A topic's rules, held to the whole lint. */
public final class DrlFuzz {

  private DrlFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("package x;".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    OwnPack.checked("backupnetwork/rules.drl", Expect.text(input));
  }
}
