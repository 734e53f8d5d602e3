package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.ShownRows;
import dev.mabsplan.facts.format.TextFile;
import java.util.List;

/** {@code Get-DPMAlert} as a console shows it and as it is saved as plain text. */
final class DpmAlertShown implements NativeFormat {

  @Override
  public String name() {
    return "Get-DPMAlert as shown";
  }

  @Override
  public boolean fits(TextFile file) {
    return !file.beginsAsJson() && !alerts(file).isEmpty();
  }

  private static List<ShownRows.Row> alerts(TextFile file) {
    return file.text().contains("OccurredSince")
        ? ShownRows.in(file).stream()
            .filter(row -> DpmAlerts.PROPERTIES.stream().allMatch(row::has))
            .toList()
        : List.of();
  }

  @Override
  public void read(TextFile file, Notes notes) {
    DpmAlerts alerts = new DpmAlerts(notes);
    alerts(file).forEach(row -> alerts.add(row.source(), row::value));
    alerts.finish();
  }
}
