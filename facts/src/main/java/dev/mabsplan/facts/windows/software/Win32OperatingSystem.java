package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.reading.JsonRows.Row;
import dev.mabsplan.facts.reading.RowFormat;
import dev.mabsplan.facts.reading.RowNotes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The version of Windows, whose number counts on where its name is that of a year. */
final class Win32OperatingSystem implements RowFormat {

  private static final String CAPTION = "Caption";
  private static final String VERSION = "Version";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){1,3}");

  @Override
  public String name() {
    return "Get-CimInstance Win32_OperatingSystem | ConvertTo-Json";
  }

  @Override
  public List<List<String>> properties() {
    return List.of(List.of(CAPTION, VERSION));
  }

  @Override
  public void note(Row row, RowNotes rows) {
    if (!row.text(CAPTION).orElse("").toLowerCase(Locale.ROOT).contains("windows")) {
      rows.unused(row, CAPTION, "the version of something else than Windows");
      return;
    }
    Optional<String> version =
        row.text(VERSION).map(String::strip).filter(text -> NUMBER.matcher(text).matches());
    if (version.isEmpty()) {
      rows.unread(row, VERSION, VERSION + " is no version such as 10.0.17763");
      return;
    }
    rows.fact(
        row,
        VERSION,
        server -> Software.of(server, "windows").withVersion(Version.parse(version.get())));
  }
}
