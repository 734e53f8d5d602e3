package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.shape.Nearest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What somebody most likely meant by a name that is not known. */
public final class Meant {

  private Meant() {}

  /**
   * Returns the hint for a fault: the nearest known name or, of names as topic/name, the one in
   * another topic; null where none is near.
   */
  public static @Nullable String hint(String found, Collection<String> known) {
    String name = found.substring(found.indexOf('/') + 1);
    return Nearest.to(found, known)
        .or(() -> known.stream().filter(one -> one.endsWith("/" + name)).sorted().findFirst())
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse(null);
  }
}
