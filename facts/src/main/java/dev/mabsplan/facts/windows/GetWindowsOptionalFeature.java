package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code Get-WindowsOptionalFeature -Online | ConvertTo-Json} writes. Optional features have
 * other names than {@code Get-WindowsFeature} gives the same thing; one that rules look at gets the
 * name that facts have, the others keep their own. What was not asked for stays unknown.
 */
final class GetWindowsOptionalFeature implements NativeFormat {

  private static final Map<String, String> NAMES_OF_FACTS =
      Map.of("windowsserverbackup", "Windows-Server-Backup");

  private static final List<String> USED = List.of("FeatureName", "State", "Online");

  private enum State {
    ENABLED,
    DISABLED,
    UNDECIDED
  }

  /** Numbers and words of the cmdlet; those of DISM itself are others. */
  private static final Map<String, State> STATES =
      Map.ofEntries(
          Map.entry("0", State.DISABLED),
          Map.entry("disabled", State.DISABLED),
          Map.entry("1", State.UNDECIDED),
          Map.entry("disablepending", State.UNDECIDED),
          Map.entry("2", State.ENABLED),
          Map.entry("enabled", State.ENABLED),
          Map.entry("3", State.UNDECIDED),
          Map.entry("enablepending", State.UNDECIDED),
          Map.entry("4", State.UNDECIDED),
          Map.entry("superseded", State.UNDECIDED),
          Map.entry("5", State.UNDECIDED),
          Map.entry("partiallyinstalled", State.UNDECIDED),
          Map.entry("6", State.DISABLED),
          Map.entry("disabledwithpayloadremoved", State.DISABLED));

  @Override
  public String name() {
    return "Get-WindowsOptionalFeature | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    if (!JsonRows.mayBe(file)) {
      return false;
    }
    JsonRows rows = JsonRows.read(file);
    if (rows.rows().isEmpty()) {
      return rows.damage().isPresent() && JsonRows.have(file, "FeatureName", "State");
    }
    return rows.rows().stream()
        .anyMatch(
            row ->
                FeatureRows.name(row, "FeatureName").isPresent() && row.value("State").isPresent());
  }

  @Override
  public void read(TextFile file, Notes notes) {
    JsonRows.read(file).each(file, notes, GetWindowsOptionalFeature::read);
  }

  private static void read(JsonRows.Row row, Notes notes, CountedRemarks unused) {
    Optional<String> name = FeatureRows.name(row, "FeatureName");
    if (name.isEmpty()) {
      notes.unread(row.source("FeatureName"), "a feature without its name");
      return;
    }
    if (row.text("Online").filter("false"::equalsIgnoreCase).isPresent()) {
      unused.unused(row.source("Online"), "features of a Windows image, not of the server");
      return;
    }
    note(name.get(), row, notes, unused);
    unused.properties(row, USED);
  }

  private static void note(String name, JsonRows.Row row, Notes notes, CountedRemarks unused) {
    String written = row.text("State").orElse("").strip();
    State state = STATES.get(written.toLowerCase(Locale.ROOT));
    if (state == null) {
      notes.unread(
          row.source("State"), "State " + Fault.quote(written) + " of " + name + " is not known");
    } else if (state == State.UNDECIDED) {
      unused.unused(
          row.source("State"), "a feature in the state " + written + " is neither there nor not");
    } else {
      String nameOfFact = NAMES_OF_FACTS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
      FeatureRows.note(row, "FeatureName", nameOfFact, state == State.ENABLED, notes);
    }
  }
}
