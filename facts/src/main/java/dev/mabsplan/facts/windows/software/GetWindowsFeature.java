package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code Get-WindowsFeature | ConvertTo-Json} writes. It lists what could be installed along
 * with what is, so that absence is said in so many words; what was not asked for stays unknown.
 */
final class GetWindowsFeature extends RowFormat {

  private static final Set<String> WORDS =
      Set.of("installed", "available", "removed", "installpending", "uninstallpending");

  /** Other things with a name and a state of installation: programs, optional features of WMI. */
  private static final List<String> OF_OTHERS =
      List.of("CimClass", "CreationClassName", "IdentifyingNumber", "Vendor", "Caption");

  GetWindowsFeature() {
    super(
        "Get-WindowsFeature | ConvertTo-Json",
        having("Name", "Installed")
            .or("Name", "InstallState")
            .where(GetWindowsFeature::isFeature)
            .naming(ServiceRows.NAMING),
        FeatureRows.feature(FeatureRows.name("Name"), GetWindowsFeature::installed));
  }

  private static boolean isFeature(Row row) {
    return FeatureRows.name(row, "Name").isPresent()
        && OF_OTHERS.stream().noneMatch(property -> row.value(property).isPresent())
        && (row.text("Installed").filter(GetWindowsFeature::isTruth).isPresent()
            || row.text("InstallState").filter(GetWindowsFeature::isState).isPresent());
  }

  private static boolean isTruth(String written) {
    return written.equalsIgnoreCase("true") || written.equalsIgnoreCase("false");
  }

  private static boolean isState(String written) {
    return written.matches("[0-6]") || WORDS.contains(written.toLowerCase(Locale.ROOT));
  }

  private static Optional<Boolean> installed(Row row, RowNotes rows) {
    String state = row.text("InstallState").orElse("").strip().toLowerCase(Locale.ROOT);
    Optional<Boolean> installed = installed(row, state);
    if (isPending(state)) {
      rows.unused(
          row,
          "InstallState",
          "a feature that a restart will install or remove is neither there nor not");
    } else if (installed.isEmpty()) {
      rows.unread(row, "InstallState", whyUnread(row));
    }
    return installed;
  }

  /**
   * Only the first two numbers of InstallState mean the same wherever they are documented; the
   * others are left to the property Installed.
   */
  private static Optional<Boolean> installed(Row row, String state) {
    if (isPending(state)) {
      return Optional.empty();
    }
    Optional<Boolean> said =
        row.text("Installed").filter(GetWindowsFeature::isTruth).map(Boolean::parseBoolean);
    return said.or(
        () ->
            switch (state) {
              case "installed", "1" -> Optional.of(true);
              case "available", "removed", "0" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  private static boolean isPending(String state) {
    return switch (state) {
      case "installpending", "uninstallpending", "2", "3" -> true;
      default -> false;
    };
  }

  private static String whyUnread(Row row) {
    String name = FeatureRows.name(row, "Name").orElse("");
    return row.text("InstallState")
        .map(written -> "InstallState " + Fault.quote(written) + " of " + name + " is not known")
        .orElse("neither Installed nor InstallState of " + name + " can be read");
  }
}
