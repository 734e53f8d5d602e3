package dev.mabsplan.engine.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to mend first across a fleet: the steps by servers helped, times severity, divided by
 * minutes. The same step on the same server counts once, and so does a server that it helps: the
 * one rule in the firewall of a backup server stands for all servers behind it. Of documents about
 * the same servers the last one counts. Not safe for several threads at once; each may have its own
 * and merge them.
 */
public final class FleetRanking {

  private final Map<String, List<Share>> byKey = new HashMap<>();

  /** Titles and remedies are the same for most servers; they are kept once. */
  private final Map<String, String> texts = new HashMap<>();

  /** Takes what is known of a document, in place of what was known of the same servers. */
  public void put(Known known) {
    byKey.put(known.key(), Share.of(known).stream().map(this::pooled).toList());
  }

  /** Forgets what was known of servers. */
  public void remove(String key) {
    byKey.remove(key);
  }

  /** Takes all that another ranking has, which is newer. */
  public void merge(FleetRanking newer) {
    byKey.putAll(newer.byKey);
  }

  private Share pooled(Share share) {
    return new Share(
        share.step(),
        share.sure(),
        pooled(share.remedy()),
        pooled(share.title()),
        share.server(),
        share.minutes(),
        pooled(share.risk()),
        share.helped(),
        share.weight());
  }

  private String pooled(String text) {
    return Optional.ofNullable(texts.putIfAbsent(text, text)).orElse(text);
  }

  /** Returns the steps, what to do first in front. */
  public List<Fix> fixes() {
    Map<String, Tally> tallies = new TreeMap<>();
    byKey
        .values()
        .forEach(
            shares ->
                shares.forEach(
                    share -> tallies.computeIfAbsent(share.step(), key -> new Tally()).add(share)));
    return tallies.values().stream()
        .flatMap(tally -> tally.fix().stream())
        .sorted(Fix.FIRST)
        .toList();
  }

  /** Returns how many documents count, those about the same servers as one. */
  public int size() {
    return byKey.size();
  }
}
