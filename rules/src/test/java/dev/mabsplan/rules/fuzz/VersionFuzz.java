package dev.mabsplan.rules.fuzz;

import dev.mabsplan.facts.Version;

/** A version number, which reads back as it is written. */
public final class VersionFuzz {

  private VersionFuzz() {}

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Expect.text(input);
    Version version;
    try {
      version = Version.parse(text);
    } catch (IllegalArgumentException refused) {
      return;
    }
    Version again = Version.parse(version.toString());
    Expect.equal(version, again, text);
    Expect.equal(0, version.compareTo(again), text);
    Expect.equal(version.hashCode(), again.hashCode(), text);
  }
}
