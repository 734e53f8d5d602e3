package dev.mabsplan.engine.explain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the placeholders of a sentence stand for. A value is worked out when a sentence asks for it,
 * as most ask for none or for one of many.
 */
@FunctionalInterface
interface Values {

  /** Those of a sentence that asks for none. */
  Values NONE = name -> null;

  /** Returns the value of a name, or null where it has none. */
  @Nullable Object of(String name);

  /** Returns values that are known already. */
  static Values of(Map<String, ?> known) {
    return known::get;
  }
}
