package dev.mabsplan.facts.vmware;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of PowerCLI. */
public final class VmwareFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(new VmwareHardDisks(), new VmwareAnnotations());

  private VmwareFormats() {}
}
