package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.DataSource;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.Notes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The protection groups that the alerts or jobs of one file name. A data source that was moved
 * since has two of them, and the first is taken: a list begins with what is newest.
 */
final class ProtectionGroups {

  private final Notes notes;
  private final Map<String, String> known = new HashMap<>();

  ProtectionGroups(Notes notes) {
    this.notes = notes;
  }

  /** Notes the group of a data source, where group, data source and server are known. */
  void note(Affected affected, Optional<String> group, Source source) {
    if (group.isEmpty() || affected.dataSource().isEmpty() || affected.server().isEmpty()) {
      return;
    }
    String dataSource = affected.dataSource().get();
    String key = (affected.server().get() + '\n' + dataSource).toLowerCase(Locale.ROOT);
    String first = known.putIfAbsent(key, group.get());
    if (first == null) {
      notes.fact(
          affected.server(),
          source,
          server -> DataSource.of(server, dataSource).withProtectionGroup(group.get()));
    } else if (!first.equals(group.get())) {
      notes.unused(source, "another protection group of " + dataSource + " than above");
    }
  }
}
