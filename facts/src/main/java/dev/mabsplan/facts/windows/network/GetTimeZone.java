package dev.mabsplan.facts.windows.network;

import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.RowNotes;
import dev.mabsplan.facts.format.TextFile;
import java.util.regex.Pattern;

/** The time zone of a server. Whether it is the right one only a person knows. */
final class GetTimeZone implements NativeFormat {

  private static final String NAME = "DisplayName";
  private static final Pattern ZONE = Pattern.compile("\\(UTC(?:[+-]\\d\\d:\\d\\d)?\\) .{1,200}");

  @Override
  public String name() {
    return "Get-TimeZone | ConvertTo-Json";
  }

  @Override
  public boolean fits(TextFile file) {
    return file.text().contains("(UTC") && JsonRows.have(file, "Id", NAME);
  }

  @Override
  public void read(TextFile file, Notes notes) {
    RowNotes rows = RowNotes.of(file, notes);
    for (Row row : rows.rows()) {
      String zone = row.text(NAME).orElse("").strip();
      if (ZONE.matcher(zone).matches() && RowNotes.isName(zone)) {
        rows.unused(
            row,
            NAME,
            "the time zone is "
                + Fault.quote(zone)
                + "; if it is the right one, say so as clock.timeZoneCorrect");
      } else {
        rows.unread(row, NAME, "no time zone");
      }
    }
    rows.finish();
  }
}
