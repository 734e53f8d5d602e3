package dev.mabsplan.rules.fuzz;

import java.nio.charset.StandardCharsets;

/** A topic's data, held to the whole lint. */
public final class TopicFuzz {

  private TopicFuzz() {}

  /** Makes what the first input would wait for, and be taken for slow. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    OwnPack.checked("backupnetwork/topic.yaml", Expect.text(input));
  }
}
