package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of services, features and versions. */
public final class SoftwareFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new ScQuery(),
          new GetService(),
          new Win32Service(),
          new GetWindowsFeature(),
          new GetWindowsOptionalFeature(),
          new FileVersionInfo(),
          new Win32OperatingSystem(),
          new ShownServices());

  private SoftwareFormats() {}
}
