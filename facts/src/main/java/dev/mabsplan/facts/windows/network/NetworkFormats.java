package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of network, domain and clock. */
public final class NetworkFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(
          new TestNetConnection(),
          new WebAnswer(),
          new Win32ComputerSystem(),
          new TimeStripChart(),
          new GetTimeZone());

  private NetworkFormats() {}
}
