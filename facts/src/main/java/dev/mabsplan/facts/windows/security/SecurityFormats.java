package dev.mabsplan.facts.windows.security;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of antivirus and certificates. */
public final class SecurityFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new GetMpPreference(),
          new GetMpComputerStatus(),
          new GetMpThreatDetection(),
          new CertificateStore());

  private SecurityFormats() {}
}
