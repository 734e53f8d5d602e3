package dev.mabsplan.engine.session;

import java.util.function.Supplier;

/**
 * Drools finds its own services by the loader that a thread goes about with. Threads of a common
 * pool go about with one that, where all is in one jar, sees no library at all; and what was once
 * not found is never looked for again.
 */
final class OwnLoader {

  private static final ClassLoader OWN = OwnLoader.class.getClassLoader();

  private OwnLoader() {}

  /** Does something while this thread goes about with the loader of the rule engine. */
  static <T> T within(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    if (before == OWN) {
      return work.get();
    }
    thread.setContextClassLoader(OWN);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
