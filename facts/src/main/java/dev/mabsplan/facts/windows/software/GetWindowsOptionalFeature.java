package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code Get-WindowsOptionalFeature -Online | ConvertTo-Json} writes. Optional features have
 * other names than {@code Get-WindowsFeature} gives the same thing; one that rules look at gets the
 * name that facts have, the others keep their own. What was not asked for stays unknown.
 */
final class GetWindowsOptionalFeature extends RowFormat {

  private static final Map<String, String> NAMES_OF_FACTS =
      Map.of("windowsserverbackup", "Windows-Server-Backup");

  /** Numbers and words of the cmdlet for what is enabled; those of DISM itself are others. */
  private static final Words<Boolean> STATES =
      Words.<Boolean>none()
          .and(true, "2", "enabled")
          .and(false, "0", "disabled", "6", "disabledwithpayloadremoved")
          .andOther("1", "disablepending", "3", "enablepending", "4", "superseded")
          .andOther("5", "partiallyinstalled");

  GetWindowsOptionalFeature() {
    super(
        "Get-WindowsOptionalFeature | ConvertTo-Json",
        having("FeatureName", "State")
            .where(GetWindowsOptionalFeature::isFeature)
            .naming(ServiceRows.NAMING),
        FeatureRows.feature(
            FeatureRows.name("FeatureName")
                .unless(
                    text("Online").where("false"::equalsIgnoreCase),
                    "features of a Windows image, not of the server")
                .as(GetWindowsOptionalFeature::nameOfFact),
            GetWindowsOptionalFeature::enabled));
  }

  private static boolean isFeature(Row row) {
    return FeatureRows.name(row, "FeatureName").isPresent() && row.value("State").isPresent();
  }

  private static Optional<String> nameOfFact(String name) {
    return Optional.of(NAMES_OF_FACTS.getOrDefault(name.toLowerCase(Locale.ROOT), name));
  }

  private static Optional<Boolean> enabled(Row row, RowNotes rows) {
    String written = row.text("State").orElse("").strip();
    if (!STATES.has(written)) {
      String name = FeatureRows.name(row, "FeatureName").orElse("");
      rows.unread(row, "State", "State " + Fault.quote(written) + " of " + name + " is not known");
    } else if (STATES.meaning(written).isEmpty()) {
      rows.unused(row, "State", "a feature in the state " + written + " is neither there nor not");
    }
    return STATES.meaning(written);
  }
}
