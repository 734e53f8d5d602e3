package dev.mabsplan.rules.fuzz;

import java.nio.charset.StandardCharsets;

/** A topic's rules, held to the lint; some to the whole of it, with the compiler. */
public final class DrlFuzz {

  private static final String FILE = "backupnetwork/rules.drl";

  private DrlFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    whole("package x;".getBytes(StandardCharsets.UTF_8));
    fuzzerTestOneInput("package x;".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Sampled.is(input)) {
      whole(input);
    } else {
      OwnPack.read(FILE, Expect.text(input));
    }
  }

  /** Holds one input to the whole lint. */
  static void whole(byte[] input) {
    OwnPack.checked(FILE, Expect.text(input));
  }
}
