package dev.mabsplan.facts.windows.storage;

import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import java.util.Optional;

/** Used and free space of the drives of a PowerShell session, of which volumes are some. */
final class GetPsDrive extends RowFormat {

  GetPsDrive() {
    super(
        "Get-PSDrive | ConvertTo-Json",
        having("Name", "Used", "Free"),
        key(
                text("Name")
                    .as(DriveLetter::volume)
                    .orUnused("a drive of PowerShell that is no volume")
                    .unless(
                        Column.of("Name", GetPsDrive::share),
                        "a drive that is a share of another server"),
                Volume::of)
            .set(
                new Column<>(
                    "Used",
                    (row, rows) ->
                        rows.bytes(row, "Used")
                            .flatMap(used -> free(row).map(free -> used + free))),
                Volume::withSizeBytes)
            .set(bytes("Free"), Volume::withFreeBytes)
            .need(Column.of("Name", GetPsDrive::filled).orUnused("a drive with nothing in it")));
  }

  private static Optional<String> share(Row row) {
    return row.text("DisplayRoot")
        .filter(root -> root.startsWith("\\\\"))
        .or(() -> row.text("Root").filter(root -> root.startsWith("\\\\")));
  }

  private static Optional<Long> free(Row row) {
    return row.number("Free").filter(free -> free >= 0);
  }

  private static Optional<Row> filled(Row row) {
    return Optional.of(row)
        .filter(r -> row.number("Used").orElse(0L) > 0 || free(row).orElse(0L) > 0);
  }
}
