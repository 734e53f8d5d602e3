package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.ServerRole;
import java.util.List;

/** What decides a remedy, as its topic names it. */
public sealed interface Deciding {

  /** Returns whose facts they are. */
  ServerRole on();

  /**
   * The answer to a probe.
   *
   * @param probe the id of the probe
   * @param facts those of its facts that decide; all of them where none is named
   * @param on on which server it is asked
   */
  record ByProbe(String probe, List<String> facts, ServerRole on) implements Deciding {}

  /**
   * A fact that no command shows, and a person can see.
   *
   * @param fact where the fact stands on its server
   * @param on whose fact it is
   * @param seen where a person sees it
   * @param effort how long that takes
   */
  record BySight(String fact, ServerRole on, Place seen, Effort effort) implements Deciding {}
}
