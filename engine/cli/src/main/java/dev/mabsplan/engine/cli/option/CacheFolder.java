package dev.mabsplan.engine.cli.option;

import dev.mabsplan.engine.KeptPacks;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of the user's for what is made once and used again: {@code MABSPLAN_CACHE} or, where
 * that is not set, {@code mabsplan} in the folder that the system has for such. Empty, it turns
 * keeping off.
 */
final class CacheFolder {

  private static final String OWN = "MABSPLAN_CACHE";

  private CacheFolder() {}

  static KeptPacks packs(Map<String, String> environment) {
    return at(environment)
        .map(folder -> KeptPacks.in(folder.resolve("packs")))
        .orElseGet(KeptPacks::nowhere);
  }

  static Optional<Path> at(Map<String, String> environment) {
    try {
      String own = environment.get(OWN);
      if (own != null) {
        return own.isBlank() ? Optional.empty() : Optional.of(Path.of(own));
      }
      for (String variable : new String[] {"XDG_CACHE_HOME", "LOCALAPPDATA"}) {
        String value = environment.get(variable);
        if (value != null && !value.isBlank() && Path.of(value).isAbsolute()) {
          return Optional.of(Path.of(value, "mabsplan"));
        }
      }
      String home = environment.get("HOME");
      return home == null || home.isBlank()
          ? Optional.empty()
          : Optional.of(Path.of(home, ".cache", "mabsplan"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
