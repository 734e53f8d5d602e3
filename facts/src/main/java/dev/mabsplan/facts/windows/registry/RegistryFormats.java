package dev.mabsplan.facts.windows.registry;

import dev.mabsplan.facts.format.NativeFormat;
import java.util.List;

/** The formats of the registry. */
public final class RegistryFormats {

  /** All of them, the narrower first. */
  public static final List<NativeFormat> ALL =
      List.of(new RegQuery(), new RegFile(), new ItemProperty());

  private RegistryFormats() {}
}
