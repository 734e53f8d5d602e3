package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.Antivirus;

/** Microsoft Defender, whose commands and files all speak of one product. */
public final class Defender {

  /** What the product is called in the facts. */
  public static final String PRODUCT = "Microsoft Defender";

  /**
   * Why a setting says nothing of what is watched: in passive mode, or with its service stopped,
   * Defender watches nothing whatever is set, and tamper protection can keep it watching.
   */
  public static final String SETTING_IS_NO_STATE =
      "what is set for real-time monitoring; whether Microsoft Defender watches files,"
          + " Get-MpComputerStatus tells";

  private Defender() {}

  /** Returns Defender on a server, with nothing more known of it. */
  public static Antivirus on(String server) {
    return Antivirus.of(server, PRODUCT);
  }
}
