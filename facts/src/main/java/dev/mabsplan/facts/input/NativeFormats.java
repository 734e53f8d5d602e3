package dev.mabsplan.facts.input;

import dev.mabsplan.facts.dpm.DpmFormats;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.vmware.VmwareFormats;
import dev.mabsplan.facts.windows.event.EventFormats;
import dev.mabsplan.facts.windows.network.NetworkFormats;
import dev.mabsplan.facts.windows.registry.RegistryFormats;
import dev.mabsplan.facts.windows.security.SecurityFormats;
import dev.mabsplan.facts.windows.software.SoftwareFormats;
import dev.mabsplan.facts.windows.storage.StorageFormats;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that are known, in the order in which they are tried: the narrower first. */
final class NativeFormats {

  private static final List<NativeFormat> ALL =
      Stream.of(
              // what support's collector writes holds pieces of other formats
              DpmFormats.ALL,
              StorageFormats.ALL,
              SoftwareFormats.ALL,
              SecurityFormats.ALL,
              NetworkFormats.ALL,
              VmwareFormats.ALL,
              EventFormats.ALL,
              // any object that names the key it was read from
              RegistryFormats.ALL)
          .flatMap(List::stream)
          .toList();

  private NativeFormats() {}

  /** Returns all of them. */
  static List<NativeFormat> all() {
    return ALL;
  }

  /** Returns the format of a file, or nothing where none fits. */
  static Optional<NativeFormat> of(TextFile file) {
    return ALL.stream().filter(format -> format.fits(file)).findFirst();
  }

  /** Returns the format with a name, which is that of a command or log. */
  static Optional<NativeFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** Returns what a file is that any command may print in the place of an answer: its errors. */
  static Optional<NativeFormat> ofErrors(TextFile file) {
    return ALL.stream()
        .filter(NativeFormat::ofAnyCommand)
        .filter(one -> one.fits(file))
        .findFirst();
  }

  /** Returns whether a format is of what a command prints. */
  static boolean areOf(String command) {
    String bare = command.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
    return ALL.stream()
        .flatMap(format -> Arrays.stream(format.name().toLowerCase(Locale.ROOT).split("[\\s.,]+")))
        .anyMatch(bare::equals);
  }
}
