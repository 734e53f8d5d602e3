package dev.mabsplan.facts.windows.software;

import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.format.Column;
import dev.mabsplan.facts.format.JsonRows.Row;
import dev.mabsplan.facts.format.RowFormat;
import dev.mabsplan.facts.format.RowNotes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a program file, which is that of the product it belongs to. */
final class FileVersionInfo extends RowFormat {

  /** Some versions have more behind them, such as {@code 11.0.50.0 (main.160502-1234)}. */
  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){1,5})(?:[ (].*)?", Pattern.DOTALL);

  FileVersionInfo() {
    super(
        "(Get-Item …).VersionInfo | ConvertTo-Json",
        having("FileName", "ProductVersion"),
        key(
                new Column<>("FileName", FileVersionInfo::product)
                    .orUnused("the version of a file that does not tell the product"),
                Software::of)
            .settle(
                text("ProductVersion")
                    .as(FileVersionInfo::version)
                    .orUnread("ProductVersion is no version such as 2.0.9249.0"),
                Software::withVersion));
  }

  private static Optional<Version> version(String written) {
    return Optional.of(VERSION.matcher(written.strip()))
        .filter(Matcher::matches)
        .map(version -> Version.parse(version.group(1)));
  }

  /**
   * DPM and MABS have the same files, of which only the folder tells whose they are; and a backup
   * server has the program of the protection agent too, as a part of itself.
   */
  private static Optional<String> product(Row row, RowNotes rows) {
    return row.text("FileName").flatMap(rows.names()::program);
  }
}
