package dev.mabsplan.facts.dpm;

import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.CsvTable;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code Get-DPMAlert | Export-Csv}. */
final class DpmAlertCsv implements NativeFormat {

  @Override
  public String name() {
    return "Get-DPMAlert as CSV";
  }

  @Override
  public boolean fits(TextFile file) {
    return table(file).isPresent();
  }

  private static Optional<CsvTable> table(TextFile file) {
    return CsvTable.in(file, DpmAlertCsv::isOfAlerts);
  }

  private static boolean isOfAlerts(Set<String> columns) {
    return DpmAlerts.PROPERTIES.stream()
        .allMatch(property -> columns.contains(property.toLowerCase(Locale.ROOT)));
  }

  @Override
  public void read(TextFile file, Notes notes) {
    table(file).ifPresent(table -> read(table, notes));
  }

  private static void read(CsvTable table, Notes notes) {
    DpmAlerts alerts = new DpmAlerts(notes);
    CountedRemarks remarks = new CountedRemarks();
    table.read(
        notes,
        row -> {
          if (row.isWhole()) {
            alerts.add(row.source(), row::value);
          } else {
            remarks.unread(row.source(), "a line with other columns than the head has");
          }
        });
    remarks.into(notes);
    alerts.finish();
  }
}
