package dev.mabsplan.facts.format;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sets of names that Windows takes in any case, and that are looked up in any case. */
public final class AnyCase {

  private AnyCase() {}

  /** Returns the names as a set. */
  public static Set<String> of(String... names) {
    return of(List.of(names));
  }

  /** Returns the names as a set. */
  public static Set<String> of(Collection<String> names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(names);
    return Collections.unmodifiableSet(set);
  }
}
