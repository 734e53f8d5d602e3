package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Fault;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import dev.mabsplan.facts.reading.TextFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code Get-WindowsOptionalFeature -Online | ConvertTo-Json} writes. Optional features have
 * other names than {@code Get-WindowsFeature} gives the same thing; one that rules look at gets the
 * name that facts have, the others keep their own. What was not asked for stays unknown.
 */
final class GetWindowsOptionalFeature implements RowFormat {

  private static final Map<String, String> NAMES_OF_FACTS =
      Map.of("windowsserverbackup", "Windows-Server-Backup");

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
  public List<List<String>> properties() {
    return List.of(List.of("FeatureName", "State"));
  }

  @Override
  public boolean fits(TextFile file) {
    return fits(file, GetWindowsOptionalFeature::isFeature);
  }

  private static boolean isFeature(Row row) {
    return FeatureRows.name(row, "FeatureName").isPresent() && row.value("State").isPresent();
  }

  @Override
  public List<String> naming() {
    return ServiceRows.NAMING;
  }

  @Override
  public void note(Row row, RowNotes rows) {
    Optional<String> name = FeatureRows.name(row, "FeatureName");
    if (name.isEmpty()) {
      rows.unread(row, "FeatureName", "a feature without its name");
      return;
    }
    if (row.text("Online").filter("false"::equalsIgnoreCase).isPresent()) {
      rows.unused(row, "Online", "features of a Windows image, not of the server");
      return;
    }
    note(name.get(), row, rows);
  }

  private static void note(String name, Row row, RowNotes rows) {
    String written = row.text("State").orElse("").strip();
    State state = STATES.get(written.toLowerCase(Locale.ROOT));
    if (state == null) {
      rows.unread(row, "State", "State " + Fault.quote(written) + " of " + name + " is not known");
    } else if (state == State.UNDECIDED) {
      rows.unused(row, "State", "a feature in the state " + written + " is neither there nor not");
    } else {
      String nameOfFact = NAMES_OF_FACTS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
      FeatureRows.note(row, "FeatureName", nameOfFact, state == State.ENABLED, rows);
    }
  }
}
